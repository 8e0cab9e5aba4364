package import Archive
import Disclosure
package import Measures
package import Rollout

/// The readings that were published, to be set side by side.
///
/// Nothing is computed anew for a comparison: two documents that went out on their day are laid next to each other. What a
/// difference could say about fewer than five people is held back: scopes that only a few joined or left, and readings so
/// close that little but one person's week lies between.
package struct ReadingHistory: Sendable {
    /// Days that have to lie between two readings.
    package static let apart = 28

    /// Two readings to compare, and what of them may be.
    package struct Pair: Sendable {
        package let before: VerdictRecord
        package let after: VerdictRecord
        /// Scopes whose figures are held back, each with a sentence; nil as key: all of them.
        package let withheld: [Scope: String]
        /// Why nothing at all may be compared; nil where something may.
        package let refusal: String?

        /// Whether a scope's figures may be compared.
        package func isShown(_ scope: Scope) -> Bool { refusal == nil && withheld[scope] == nil }
    }

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// The days of readings that can be compared, the earliest first: of each week the last.
    package func days() async throws -> [Day] {
        try await installation.archive.verdicts().filter { $0.kind == "diagnosis" && $0.hasDocument }
            .map(\.asOf)
    }

    /// Two readings with what may be shown of them; nil where one of the days has none.
    /// - Complexity: O(people).
    package func pair(_ before: Day, _ after: Day) async throws -> Pair? {
        guard before < after, let one = try await record(before), let other = try await record(after) else {
            return nil
        }
        guard before.distance(to: after) >= ReadingHistory.apart else {
            return Pair(
                before: one, after: other, withheld: [:],
                refusal:
                    "Readings less than four weeks apart are not compared: what lies between could be one person’s week."
            )
        }
        guard let earlier = try await membership(one), let later = try await membership(other) else {
            return Pair(
                before: one, after: other, withheld: [:],
                refusal:
                    "For one of the two days it is no longer known who was counted, so a difference could be about few people."
            )
        }
        let minimum = DisclosurePolicy.protected.minimumGroup
        var withheld: [Scope: String] = [:]
        for (scope, people) in earlier.changes(to: later) where people < minimum {
            withheld[scope] =
                "Withheld: fewer than five people joined or left between the two days, and the difference would be about them."
        }
        for (scope, people) in earlier.changesOfSight(to: later, minimum: minimum)
        where people < minimum && withheld[scope] == nil {
            withheld[scope] =
                "Withheld: the use of fewer than five people came into sight or out of it between the two days, and the difference would be about them."
        }
        return Pair(
            before: one, after: other, withheld: withheld,
            refusal: nil)
    }

    private func record(_ day: Day) async throws -> VerdictRecord? {
        try await installation.archive.verdict(kind: "diagnosis", asOf: day).flatMap {
            $0.hasDocument ? $0 : nil
        }
    }

    private func membership(_ record: VerdictRecord) async throws -> Membership? {
        guard let name = record.membership, let text = try await installation.archive.setting(name) else {
            return nil
        }
        return Membership(text: text)
    }
}
