package import Archive
import Disclosure
package import Discovery
package import Measures
import Rollout

/// The shelf as people see it: examples their owners gave, as far as they said.
package struct ShelfDesk: Sendable {
    /// An example with what may be said of whose it is.
    package struct Shown: Sendable {
        package let example: ExampleRecord
        /// The owner's name, where they let it be shown.
        package let owner: String?
        /// The role, where it has people enough that it is nobody's in particular, or the owner is named anyway.
        package let role: String?
        /// Title of the use case.
        package let useCase: String
        package let sentence: String
        /// Why it is no longer relied on; nil: it is.
        package let expiry: ShelfExample.Expiry?
    }

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Every example on the shelf, the kept and the recent first; expired ones last.
    ///
    /// Whoever has left or objected to being analysed is still shown: they gave it to be seen, and can take it back.
    package func shown(in reading: CurrentReading) async throws -> [Shown] {
        let day = installation.now().day
        let evidence = reading.stored.evidence
        let minimum = DisclosurePolicy.protected.minimumGroup
        var sizes: [String: Int] = [:]
        for person in evidence.people { sizes[evidence.roles[person.role], default: 0] += 1 }
        let examples = try await installation.archive.examples().filter { $0.consent.isShown }
        var shown: [Shown] = []
        for example in examples {
            let owner =
                example.consent == .named ? try await installation.shownName(of: example.member) : nil
            let isLarge = (sizes[example.role] ?? 0) >= minimum
            let changed = try await toolChanged(example.tool)
            let told = example.told(evidence)
            shown.append(
                Shown(
                    example: example, owner: owner, role: isLarge || owner != nil ? example.role : nil,
                    useCase: title(example.useCase, evidence), sentence: told.sentence,
                    expiry: told.expiry(on: day, toolChanged: changed)))
        }
        return shown.sorted { left, right in
            func order(_ entry: Shown) -> (Int, Int, Int32, Int64) {
                (
                    entry.expiry == nil ? 0 : 1, entry.example.isKept ? 0 : 1, -entry.example.shared.number,
                    -entry.example.id
                )
            }
            return order(left) < order(right)
        }
    }

    private func title(_ id: String, _ evidence: Evidence) -> String {
        id.isEmpty
            ? "a way of their own" : evidence.useCases.first { $0.id == id }?.title ?? id
    }

    private static func setting(_ tool: String) -> String { "discovery.toolChanged.\(tool.lowercased())" }

    /// The last day on which a tool changed so much that older examples are not relied on; nil: never.
    package func toolChanged(_ tool: String) async throws -> Day? {
        try await installation.archive.setting(ShelfDesk.setting(tool)).flatMap { Day($0) }
    }

    /// Notes that a tool changed today: examples measured with it before expire.
    package func noteChange(of tool: String, by visitor: Visitor) async throws {
        try await installation.archive.set(
            installation.now().day.description, for: ShelfDesk.setting(tool))
        try await installation.log(.changed, "Noted that a tool changed", by: visitor)
    }

    /// What a message may say: kept examples that are relied on, of some roles first.
    package func facts(
        for roles: Set<String>, in reading: CurrentReading
    ) async throws -> [DraftFact] {
        let day = installation.now().day
        var facts: [DraftFact] = []
        let all = try await shown(in: reading)
        for entry in all.filter({ roles.contains($0.example.role) })
            + all.filter({ !roles.contains($0.example.role) })
        {
            guard let role = entry.role else { continue }
            let changed = try await toolChanged(entry.example.tool)
            if let fact = DraftFact(
                entry.example.told(reading.stored.evidence), role: role, useCase: entry.useCase, on: day,
                toolChanged: changed)
            {
                facts.append(fact)
            }
        }
        return facts
    }
}

extension ExampleRecord {
    /// The example as the rules read it.
    func told(_ evidence: Evidence) -> ShelfExample {
        ShelfExample(
            id: id, owner: nil, role: evidence.roles.firstIndex(of: role) ?? 0, task: task,
            useCase: useCase, tool: tool, minutesBefore: minutesBefore, minutesAfter: minutesAfter,
            strainBefore: strainBefore, strainAfter: strainAfter, occasions: occasions,
            conditions: conditions, didNotHelp: didNotHelp, isKept: isKept, consent: consent,
            shared: shared, reused: reused)
    }
}
