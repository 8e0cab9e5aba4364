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
    ///   - progress: Called now and then while a file is read.
    /// - Throws: `IntakeFailure` where the files cannot be listed, or `people.csv` tells of nobody.
    /// - Complexity: One pass over each file; memory grows with people and blocks of use, not with rows.
    package func read(
        _ source: some CaseSource, asOf: Day? = nil, progress: ((ReadProgress) -> Void)? = nil
    ) throws -> ReadResult {
        let book = NoticeBook()
        let cabinet = CaseCabinet(try source.files(), book: book)
        guard let peopleFile = cabinet.tables[.people] else {
            throw IntakeFailure(
                .peopleMissing,
                "There is no people.csv. Put one into the case folder with the columns `person`, `team` and `role`.",
                place: "people.csv")
        }
        let settings = cabinet.settings.map { CaseSettingsReader.read($0, book: book) } ?? CaseSettings()
        let desk = IntakeDesk(
            settings: settings, book: book, asOf: asOf ?? settings.asOf, progress: progress)
        let roster = try Roster(peopleFile, desk: desk)
        let assembly = EvidenceAssembly(desk: desk, roster: roster, cabinet: cabinet)
        let evidence = assembly.read()
        roster.reportGoneManagers(asOf: evidence.asOf, file: peopleFile.path, book: book)
        desk.statistics.files.sort { $0.file < $1.file }
        let use = evidence.use
        desk.statistics.events = use.rows.reduce(0) { $0 + $1.block.bits.nonzeroBitCount }
        var days: [Int32: UInt64] = [:]
        for row in use.rows { days[row.block.index, default: 0] |= row.block.bits }
        desk.statistics.days = days.values.reduce(0) { $0 + $1.nonzeroBitCount }
        return ReadResult(evidence: evidence, notices: book.all, statistics: desk.statistics)
    }
}

/// The files of a case, put into their drawers by name.
struct CaseCabinet {
    private(set) var tables: [Evidence.Source: CaseFile] = [:]
    private(set) var settings: CaseFile?
    /// Files of `exports/`, each content once, in the order of their paths.
    private(set) var exports: [CaseFile] = []

    init(_ files: [CaseFile], book: NoticeBook) {
        var byName: [String: Evidence.Source] = [:]
        for source in Evidence.Source.allCases { byName[source.file] = source }
        var all: [CaseFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let name = file.plainPath
            if name.hasPrefix("exports/") {
                all.append(file)
            } else if name == "case.yaml" || name == "case.yml" {
                if settings == nil { settings = file } else { CaseCabinet.repeated(file, book) }
            } else if let source = byName[name] {
                if tables[source] == nil { tables[source] = file } else { CaseCabinet.repeated(file, book) }
            } else if !CaseCabinet.isAside(name) {
                book.add(
                    .fileNotUsed, file: file.path,
                    "The file has no known name and is not read. Vendor exports belong into the folder exports."
                )
            }
        }
        // Two exports with the same bytes are one; only files of the same size need a look inside.
        let sizes = Dictionary(grouping: all, by: { $0.size ?? -1 }).mapValues(\.count)
        var seen: Set<ContentHash> = []
        for file in all {
            if sizes[file.size ?? -1] ?? 1 > 1, let hash = ContentHash(of: file), !seen.insert(hash).inserted
            {
                book.add(
                    .exportRepeated, file: file.path,
                    "Another export has the same content. It is read once.")
            } else {
                exports.append(file)
            }
        }
    }

    private static func repeated(_ file: CaseFile, _ book: NoticeBook) {
        book.add(
            .duplicateFile, file: file.path,
            "The same file is there twice, packed and unpacked or in two spellings. The other is read; remove one."
        )
    }

    /// Whether a file is there for people to read.
    private static func isAside(_ name: String) -> Bool {
        name.hasPrefix(".") || name.contains("/") || name.hasSuffix(".md") || name.hasSuffix(".txt")
            || name.hasSuffix(".html") || name.hasSuffix(".json")
    }
}
