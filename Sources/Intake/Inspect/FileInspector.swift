import Measures
import Rollout

/// Looks into files without importing them.
///
/// A file is read by the very reader that would import it, onto a desk that is thrown away; so what is said
/// here is what an import would do.
package struct FileInspector {
    private let desk: IntakeDesk
    private let hasCase: Bool

    /// An inspector of files by themselves.
    /// - Parameter maps: Columns by our names, said on the command line.
    package init(maps: [ColumnMapping] = [], progress: ((ReadProgress) -> Void)? = nil) {
        var settings = CaseSettings()
        for map in maps { settings.take(map) }
        desk = IntakeDesk(settings: settings, book: NoticeBook(), asOf: nil, progress: progress)
        hasCase = false
    }

    /// An inspector of files in the light of a case: its settings, aliases and roster.
    /// - Throws: `IntakeFailure` where the case has no readable roster.
    package init(
        case source: some CaseSource, maps: [ColumnMapping] = [],
        progress: ((ReadProgress) -> Void)? = nil
    ) throws {
        let (desk, _, _, _) = try CaseReader.open(
            try source.files(), asOf: nil, maps: maps, progress: progress)
        self.desk = desk
        hasCase = true
    }

    /// What a file is and holds.
    /// - Complexity: One pass over the file, a second one where dates can be read two ways.
    package func inspect(_ file: CaseFile) -> FileInspection {
        var result = FileInspection(path: file.path, size: file.size)
        let desk = desk.fresh()
        let source: DecodedReader
        do throws(StreamTrouble) {
            source = try DecodedReader(file, peek: ExportHead.length)
        } catch {
            result.role = .unreadable
            desk.reportTrouble(error, in: file)
            result.notices = desk.book.all
            return result
        }
        if let trouble = source.headTrouble {
            result.role = .unreadable
            result.form = source.form
            desk.reportTrouble(trouble, in: file)
            result.notices = desk.book.all
            return result
        }
        let head = ExportHead(source.head, renames: desk.settings.renames(for: file))
        result.form = source.form
        Layouts.describe(source.head, head: head, file: file, in: &result)
        name(file, head: head, desk: desk, in: &result)
        result.notices = desk.book.all
        return result
    }

    private func name(
        _ file: CaseFile, head: ExportHead, desk: IntakeDesk, in result: inout FileInspection
    ) {
        let name = file.plainName
        if name == "case.yaml" || name == "case.yml" {
            result.role = .settings
            result.kind = FileInspection.Kind(id: "case", title: "settings of a case", marks: [name])
            _ = CaseSettingsReader.read(file, book: desk.book)
            return
        }
        if name == AliasTable.file {
            result.role = .settings
            result.kind = FileInspection.Kind(id: "aliases", title: "other names of people", marks: [name])
            let known = AliasTable.read(file, desk: desk)
            result.rows = desk.statistics.files.last
            result.remarks = ["\(known.count) names are given to a person."]
            return
        }
        if let table = CaseTables.named(name) {
            CaseTables.describe(table, file: file, head: head, desk: desk, in: &result)
            return
        }
        switch ExportReaders.find(file, head.bytes, settings: desk.settings) {
        case .known(let export):
            result.role = .export
            result.kind = FileInspector.kind(export.reader, export.recognition)
            read(export, desk: desk, in: &result)
        case .ambiguous(let readers):
            result.role = .ambiguous
            let names = readers.map { "\($0.title) (\($0.id))" }.joined(separator: " and ")
            desk.book.add(
                .exportAmbiguous, file: file.path,
                "The file can be read as \(names), and is not read. Say which under `exports` in case.yaml, by the name in brackets."
            )
        case .noSuchReader, .unknown:
            if let table = CaseTables.like(head.columns) {
                CaseTables.describe(table, file: file, head: head, desk: desk, in: &result)
            } else if let hint = MappingHint(titles: head.titles, file: file.path) {
                result.remarks = [hint.message(of: file.path)]
            }
        }
        result.nearly = FileInspector.nearly(head, besides: result.kind?.id)
    }

    /// Kinds that fit too, or of whose marks at least half are there; what fits best comes first.
    private static func nearly(_ head: ExportHead, besides id: String?) -> [FileInspection.Kind] {
        let found = ExportReaders.all.filter { $0.id != id }.compactMap { reader in
            Recognition.$isLenient.withValue(true) { reader.recognises(head) }.map { (reader, $0) }
        }
        return found.sorted { left, right in
            let one = (left.1.missing.count, -left.1.marks.count, left.0.id)
            return one < (right.1.missing.count, -right.1.marks.count, right.0.id)
        }.prefix(3).map { kind($0.0, $0.1) }
    }

    private static func kind(
        _ reader: any ExportReader.Type, _ found: Recognition
    ) -> FileInspection.Kind {
        FileInspection.Kind(
            id: reader.id, title: reader.title, marks: found.marks, missing: found.missing,
            isGeneric: found.isGeneric)
    }

    private func read(_ export: RecognisedExport, desk: IntakeDesk, in result: inout FileInspection) {
        let reader = export.reader
        result.contributes = ExportPart.allCases.filter { reader.contributes.contains($0) }
        result.cannotSee = reader.cannotSee
        result.lateBy = reader.lateBy
        var rows: [RosterRow] = []
        if reader.contributes.contains(.roster) {
            // What is read again for its use has its trouble told then.
            let isReadAgain = reader.contributes != [.roster]
            reader.readRoster(export.file, desk: isReadAgain ? desk.scratch() : desk, into: &rows)
            result.rows = desk.statistics.files.last
        }
        if reader.contributes != [.roster] {
            // Without a roster everybody named is gathered; with one they are looked up in it.
            var contribution = ExportContribution(
                use: UseAccumulator(people: 0), desk: desk, collectsPeople: !hasCase)
            contribution.read(export)
            take(contribution, in: &result)
            rows += contribution.collected
        }
        count(rows.map(\.identities), desk: desk, in: &result)
    }

    private func take(_ contribution: ExportContribution, in result: inout FileInspection) {
        guard let reading = contribution.readings.last else { return }
        result.rows = reading.statistics ?? result.rows
        result.refreshed = reading.refreshed
        result.tools = reading.tools
        result.coverage = reading.coverage
        result.totals = reading.totals
        result.remarks = reading.remarks
        let told = reading.coverage.flatMap { [$0.from, $0.to] } + contribution.answers.map(\.wave)
        let days = [reading.span?.lowerBound, reading.span?.upperBound].compactMap { $0 } + told
        if let first = days.min(), let last = days.max() { result.span = first...last }
        guard hasCase else { return }
        result.people.matched = reading.people.count
        result.people.unmatched = reading.unmatched.names.count
        result.people.unmatchedRows = reading.unmatched.rows
        result.people.named = reading.people.count + reading.unmatched.names.count
        result.people.concealed = reading.concealedPeople
        result.names.unmatched = reading.unmatched.names
    }

    /// Counts people by their names; where a case is there, a roster's people are looked up too.
    private func count(_ people: [[Identity]], desk: IntakeDesk, in result: inout FileInspection) {
        guard !people.isEmpty else { return }
        let different = Set(people.map { Set($0) }).map { $0.sorted { $0.directoryKey < $1.directoryKey } }
        let named = different.filter { $0.contains { !$0.isConcealed } }
        for names in named {
            for kind in Set(names.filter { !$0.isConcealed }.map(\.kind)) {
                result.people.kinds[kind, default: 0] += 1
            }
        }
        result.names.all = different.map { names in
            names.map {
                NamesFound.Name(kind: $0.kind, name: $0.key, isConcealed: $0.isConcealed)
            }.sorted()
        }.sorted { ($0.first?.name ?? "") < ($1.first?.name ?? "") }
        if !hasCase || result.people.matched == nil {
            result.people.named = named.count
            result.people.concealed = different.count - named.count
        }
        guard hasCase, result.people.matched == nil else { return }
        let strangers = named.filter { $0.allSatisfy { desk.people.find($0) == nil } }
        result.people.matched = named.count - strangers.count
        result.people.unmatched = strangers.count
        result.people.unmatchedRows = strangers.count
        result.names.unmatched = strangers.compactMap { names in
            names.first { !$0.isConcealed }.map {
                UnmatchedNames.Name(kind: $0.kind, name: $0.key, rows: 1)
            }
        }
    }
}
