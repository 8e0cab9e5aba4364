package import Archive
package import Discovery
package import Measures
package import Rollout

/// What was said about AI, to whom and with which motive; and drafts that stand on evidence.
package struct MessageDesk: Sendable {
    /// Letters a draft may have.
    package static let longestText = 10_000

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// What was said, the latest first.
    package func said() async throws -> [SaidMessage] { try await installation.archive.saidMessages() }

    /// Writes down what was said, as the rules read it.
    /// - Throws: `TrialDesk.Refusal` without words.
    package func log(
        _ text: String, to layer: Layer, channel: String, on day: Day, by visitor: Visitor
    ) async throws {
        let text = String(text.prefix(MessageDesk.longestText))
        guard text.contains(where: \.isLetter) else {
            throw TrialDesk.Refusal("Paste what was said, or the gist of it.")
        }
        let check = MessageCheck(text)
        _ = try await installation.archive.add(
            SaidMessage(
                date: min(day, installation.now().day), layer: layer.rawValue,
                channel: TrialDesk.trimmed(channel, to: TrialDesk.longestTask),
                motive: check.motive?.rawValue, hasExample: check.hasExample, isOrder: check.tone == .orders,
                text: text))
        try await installation.log(.changed, "Wrote a message into the log", by: visitor)
    }

    /// Takes a message out of the log.
    package func forget(_ id: Int64, by visitor: Visitor) async throws {
        try await installation.archive.removeSaidMessage(id)
        try await installation.log(.changed, "Took a message out of the log", by: visitor)
    }

    /// A draft for a layer, from examples on the shelf and figures of the edition; nil where there are none.
    package func draft(
        for layer: Layer, roles: Set<String> = [], in reading: CurrentReading, edition: DiscoveryEdition
    ) async throws -> Draft? {
        var facts = try await ShelfDesk(installation).facts(for: roles, in: reading)
        facts = Array(facts.prefix(2))
        let titles = Dictionary(
            reading.stored.evidence.useCases.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
        // Of figures the first by name, so that nobody can choose the flattering one.
        let aggregates = edition.aggregates.filter { roles.isEmpty || roles.contains($0.role) }
        for aggregate in aggregates.prefix(2) {
            guard let kept = aggregate.kept.words, kept.contains(where: \.isNumber) else { continue }
            let fact = DraftFact(
                disclosed: kept.prefix(1).uppercased() + kept.dropFirst(), before: "",
                after:
                    "of those in the role \(aggregate.role) who tried “\(titles[aggregate.useCase] ?? aggregate.useCase)” and let it be counted kept it",
                source: "the shelf's figures of the week of \(Week(number: edition.week).monday)")
            if let fact { facts.append(fact) }
        }
        return Draft(for: layer, facts: facts)
    }
}
