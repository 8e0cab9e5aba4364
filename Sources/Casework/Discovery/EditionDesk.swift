import Archive
import Disclosure
import Measures

/// Keeps the edition of each week and makes the next one when its week has begun.
package struct EditionDesk: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private static func setting(_ week: Week) -> String { "discovery.edition.\(week.number)" }

    /// The edition of this week: as it was first made, whatever has come since.
    ///
    /// - Throws: `ArchiveFailure`; `damaged` where a kept edition cannot be read.
    package func edition(_ reading: CurrentReading) async throws -> DiscoveryEdition {
        let week = Week(containing: installation.now().day)
        if let kept = try await kept(week) { return kept }
        let facts = try await DiscoveryFacts(
            reading.stored, archive: installation.archive, before: week.monday)
        let made = EditionMaker(
            facts: facts, policy: .protected, mask: try await installation.themeMask(),
            before: try await latest(before: week)
        ).edition(week: week)
        try await installation.archive.keep(made, as: EditionDesk.setting(week))
        return made
    }

    /// Weeks after which an edition is no longer what the next is held against, nor evidence.
    static let lasting = 12

    /// The latest edition that was kept in the twelve weeks before a week; nil where there is none.
    func latest(before week: Week) async throws -> DiscoveryEdition? {
        for back in 1...EditionDesk.lasting {
            if let kept = try await kept(week.advanced(by: -back)) { return kept }
        }
        return nil
    }

    /// Editions of the weeks before, the earliest first.
    package func earlier(weeks: Int) async throws -> [DiscoveryEdition] {
        let week = Week(containing: installation.now().day)
        var editions: [DiscoveryEdition] = []
        for back in stride(from: weeks, through: 1, by: -1) {
            if let kept = try await kept(week.advanced(by: -back)) { editions.append(kept) }
        }
        return editions
    }

    private func kept(_ week: Week) async throws -> DiscoveryEdition? {
        try await installation.archive.value(of: EditionDesk.setting(week), what: "The edition of a week")
    }
}
