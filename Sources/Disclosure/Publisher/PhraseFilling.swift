package import Diagnosis
package import Measures

/// Sentences filled with what has been released.
package struct PhraseFilling: Sendable {
    /// Released measures of one scope.
    package let released: [MeasureCode: Disclosed<Measured<PublishedEstimate>>]

    package init(released: [MeasureCode: Disclosed<Measured<PublishedEstimate>>]) {
        self.released = released
    }

    /// The sentence with its figures; nil where one is withheld, not known or without an interval.
    ///
    /// A share told as a band has no interval: the bracket that would hold it is left out.
    package func sentence(_ phrase: Phrase) -> String? {
        var result = ""
        for piece in phrase.pieces {
            switch piece {
            case .text(let text): result += text
            case .slot(let slot):
                guard let text = text(of: slot) else { return nil }
                result += text
            }
        }
        let whole = result.replacing(" ()", with: "")
        return whole.prefix(1).uppercased() + whole.dropFirst()
    }

    /// The sentences that can be filled, in order.
    package func sentences(_ phrases: [Phrase]) -> [String] { phrases.compactMap(sentence) }

    private func text(of slot: Phrase.Slot) -> String? {
        guard case .known(let figure) = released[slot.code]?.shown else { return nil }
        switch slot.part {
        case .value: return FigureText.amount(figure)
        case .interval:
            if case .band = figure.precision { return "" }
            return FigureText.interval(figure)
        case .n: return figure.n.map { FigureText.number(Double($0), decimals: 0) }
        }
    }
}
