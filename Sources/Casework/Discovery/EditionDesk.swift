import Archive
import Disclosure
import Foundation
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
        let made = EditionMaker(facts: facts, policy: .protected).edition(week: week)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(made), as: UTF8.self)
        try await installation.archive.set(text, for: EditionDesk.setting(week))
        return made
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
        guard let text = try await installation.archive.setting(EditionDesk.setting(week)) else { return nil }
        do { return try JSONDecoder().decode(DiscoveryEdition.self, from: Data(text.utf8)) } catch {
            throw ArchiveFailure(
                .damaged, "The edition of a week cannot be read. Restore the latest backup.")
        }
    }
}
