package import Measures
import Rollout

/// Reads a case: files in, evidence and notices out.
///
/// The same files give the same evidence, in whatever order they and their rows come. Trouble that can be
/// lived with becomes a notice; only a case without readable people is refused.
package struct CaseReader: Sendable {
    package init() {}

    /// Reads a case.
    /// - Parameters:
    ///   - source: Where the files come from.
    ///   - asOf: The day to speak of; nil: `asOf` of `case.yaml`, else the last day seen in use, activity,
    ///     coverage or pulse. The clock is never asked.
    ///   - keepsDays: Whether `ReadResult.exports` holds the days each export tells of, so that sources can be
    ///     compared. Costs as much memory again as the use itself.
    ///   - progress: Called now and then while a file is read.
    /// - Throws: `IntakeFailure` where the files cannot be listed, `people.csv` tells of nobody, or neither it nor
    ///   any export says who is there.
    /// - Complexity: One pass over each file; memory grows with people and blocks of use, not with rows.
    package func read(
        _ source: some CaseSource, asOf: Day? = nil, keepsDays: Bool = false,
        progress: ((ReadProgress) -> Void)? = nil
    ) throws -> ReadResult {
        let book = NoticeBook()
        let cabinet = CaseCabinet(try source.files(), book: book)
        let settings = cabinet.settings.map { CaseSettingsReader.read($0, book: book) } ?? CaseSettings()
        let desk = IntakeDesk(
            settings: settings, book: book, asOf: asOf ?? settings.asOf, progress: progress)
        let shelf = ExportShelf(cabinet, desk: desk)
        let roster = try Roster(
            cabinet.tables[.people], exports: try shelf.people(cabinet, desk: desk), desk: desk)
        let assembly = EvidenceAssembly(
            desk: desk, roster: roster, cabinet: cabinet, shelf: shelf, keepsDays: keepsDays)
        let (evidence, exports) = assembly.read()
        roster.reportGoneManagers(asOf: evidence.asOf, book: book)
        desk.statistics.files.sort { $0.file < $1.file }
        let use = evidence.use
        desk.statistics.events = use.rows.reduce(0) { $0 + $1.block.bits.nonzeroBitCount }
        var days: [Int32: UInt64] = [:]
        for row in use.rows { days[row.block.index, default: 0] |= row.block.bits }
        desk.statistics.days = days.values.reduce(0) { $0 + $1.nonzeroBitCount }
        return ReadResult(
            evidence: evidence, notices: book.all, statistics: desk.statistics, exports: exports,
            contacts: roster.contacts)
    }
}
