import Foundation
package import Measures
import Rollout

/// Reads a case: files in, evidence and notices out.
///
/// The same files give the same evidence, in whatever order they and their rows come. Trouble that can be
/// lived with becomes a notice; only a case without readable people is refused.
package struct CaseReader: Sendable {
    /// Threads that parse large tables.
    private let threads: Int

    /// A reader of cases.
    /// - Parameter threads: Threads that parse large tables at once; nil: one for each core; 0: every table is
    ///   read row by row. What is read is the same whatever their number.
    package init(threads: Int? = nil) {
        self.threads = max(0, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Reads a case.
    /// - Parameters:
    ///   - source: Where the files come from.
    ///   - asOf: The day to speak of; nil: `asOf` of `case.yaml`, else the last day seen in use, activity,
    ///     coverage or pulse. The clock is never asked.
    ///   - keepsDays: Whether `ReadResult.exports` holds the days each export tells of, so that sources can be
    ///     compared. Costs as much memory again as the use itself.
    ///   - maps: Columns by our names, said on the command line; they win over those of `case.yaml`.
    ///   - progress: Called now and then while a file is read.
    /// - Throws: `IntakeFailure` where the files cannot be listed, `people.csv` tells of nobody, or neither it nor
    ///   any export says who is there.
    /// - Complexity: One pass over each file; memory grows with people and blocks of use, not with rows.
    package func read(
        _ source: some CaseSource, asOf: Day? = nil, keepsDays: Bool = false,
        maps: [ColumnMapping] = [], progress: ((ReadProgress) -> Void)? = nil
    ) throws -> ReadResult {
        let (desk, cabinet, shelf, roster) = try CaseReader.open(
            try source.files(), asOf: asOf, maps: maps, threads: threads, progress: progress)
        let assembly = EvidenceAssembly(
            desk: desk, roster: roster, cabinet: cabinet, shelf: shelf, keepsDays: keepsDays)
        let (evidence, exports, ownDays) = assembly.read()
        if desk.asOf == nil { AsOfCheck.report(evidence, to: desk.book) }
        roster.reportGoneManagers(asOf: evidence.asOf, book: desk.book)
        desk.statistics.files.sort { $0.file < $1.file }
        let use = evidence.use
        desk.statistics.events = use.rows.reduce(0) { $0 + $1.block.bits.nonzeroBitCount }
        desk.statistics.days = use.daysWithUse
        return ReadResult(
            evidence: evidence, notices: desk.book.all, statistics: desk.statistics, exports: exports,
            ownDays: ownDays, contacts: roster.contacts)
    }

    /// Reads what everything else needs: settings, aliases, the kinds of exports, the roster.
    static func open(
        _ files: [CaseFile], asOf: Day?, maps: [ColumnMapping] = [], threads: Int = 1,
        progress: ((ReadProgress) -> Void)?
    ) throws -> (desk: IntakeDesk, cabinet: CaseCabinet, shelf: ExportShelf, roster: Roster) {
        let book = NoticeBook()
        let cabinet = CaseCabinet(files, book: book)
        var settings = cabinet.settings.map { CaseSettingsReader.read($0, book: book) } ?? CaseSettings()
        for map in maps { settings.take(map) }
        cabinet.reportMissing(settings.columns.keys.sorted(), book: book)
        let desk = IntakeDesk(
            settings: settings, book: book, asOf: asOf ?? settings.asOf, threads: threads,
            progress: progress)
        desk.aliases = cabinet.aliases.map { AliasTable.read($0, desk: desk) } ?? []
        var shelf = ExportShelf(cabinet, desk: desk)
        let listed = try shelf.people(cabinet, desk: desk)
        let roster = try Roster(cabinet.tables[.people], exports: listed, desk: desk)
        return (desk, cabinet, shelf, roster)
    }
}
