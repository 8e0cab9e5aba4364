package import Measures
package import Rollout

/// Something a draft may say, with where it comes from. There is no way to make one without evidence.
package struct DraftFact: Hashable, Sendable {
    /// One sentence.
    package let sentence: String
    /// Where it can be looked up.
    package let source: String

    /// A kept example that stands on the shelf and has not expired.
    ///
    /// - Returns: Nil where it was dropped, is withdrawn, or has expired.
    package init?(_ example: ShelfExample, role: String, useCase: String, on day: Day, toolChanged: Day?) {
        guard example.isKept, example.consent.isShown, example.minutesAfter < example.minutesBefore,
            example.expiry(on: day, toolChanged: toolChanged) == nil
        else { return nil }
        sentence =
            "\(example.task): from \(ShelfExample.number(example.minutesBefore)) to \(ShelfExample.number(example.minutesAfter)) minutes, with \(useCase)."
        source = "an example of somebody in the role \(role), shared on \(example.shared.description)"
    }

    /// A figure that disclosure has let through, already in words.
    ///
    /// - Parameters:
    ///   - words: What disclosure printed; nil where it was withheld or is not known.
    ///   - before: What stands before the figure, for example "Of the people it was made for,".
    /// - Returns: Nil without a figure.
    package init?(disclosed words: String?, before: String, after: String, source: String) {
        guard let words, words.contains(where: \.isNumber), !source.isEmpty else { return nil }
        sentence = [before, words, after].filter { !$0.isEmpty }.joined(separator: " ") + "."
        self.source = source
    }
}

/// A message somebody may start from, made of facts and of sentences that claim nothing.
package struct Draft: Hashable, Sendable {
    /// A sentence with its source; nil where it claims nothing.
    package struct Line: Hashable, Sendable {
        package let text: String
        package let source: String?
    }

    package let audience: Layer
    package let lines: [Line]

    /// The whole as one text.
    package var text: String { lines.map(\.text).joined(separator: " ") }

    /// A draft for a layer.
    ///
    /// - Parameters:
    ///   - facts: What is known; the first four are used, in the order given.
    /// - Returns: Nil without facts: then there is nothing to say yet.
    package init?(for audience: Layer, facts: [DraftFact]) {
        guard !facts.isEmpty else { return nil }
        self.audience = audience
        let middle = facts.prefix(4).map { Line(text: $0.sentence, source: $0.source) }
        let (first, last) = Draft.frame(audience)
        lines = [Line(text: first, source: nil)] + middle + [Line(text: last, source: nil)]
    }

    /// What surrounds the facts: it says what they are for and promises nothing.
    private static func frame(_ layer: Layer) -> (String, String) {
        switch layer {
        case .executive:
            (
                "Competitive advantage comes from what people keep doing, so here is what they keep.",
                "What would strengthen our position next: one more such example in each role, found by the people themselves."
            )
        case .manager:
            (
                "No surprises for your team: this is what colleagues have tried, at their own pace, and what they found.",
                "Nothing is required and nobody is counted. If you like, show one of these in your next team meeting."
            )
        case .contributor:
            (
                "Somebody in your job tried this on their own work.",
                "If you like, pick a task that bores you, try it, and see for yourself. Only you see what comes of it."
            )
        }
    }
}
