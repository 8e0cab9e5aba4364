import Measures
import Rollout

/// The tables of a case folder, recognised by name or by columns, and looked over without a case.
enum CaseTables {
    /// A table of a case folder by its columns.
    struct Table {
        let source: Evidence.Source
        let required: Set<String>
        let columns: Set<String>
        /// Columns that name people.
        let people: [String]
        /// Columns that hold days.
        let days: [String]
    }

    /// Every table, in the order of the sources.
    static let all: [Table] = [
        table(.people, PeopleTable.Column.self, people: ["person"], days: []),
        table(.use, UseTable.Column.self, people: ["person"], days: ["date"]),
        table(.coverage, CoverageTable.Column.self, people: [], days: ["from", "to"]),
        table(.activity, ActivityTable.Column.self, people: ["person"], days: ["date"]),
        table(
            .useCases, UseCasesTable.Column.self, people: ["builder"],
            days: ["idea", "started", "live", "retired"]),
        table(.champions, ChampionsTable.Column.self, people: ["person"], days: ["week"]),
        table(.pulse, PulseTable.Column.self, people: [], days: ["wave"]),
        table(.changes, ChangesTable.Column.self, people: [], days: ["from", "to"]),
        table(.messages, MessagesTable.Column.self, people: [], days: ["date"]),
        table(.mandates, MandatesTable.Column.self, people: [], days: ["from", "to"]),
        table(.ties, TiesTable.Column.self, people: ["a", "b"], days: []),
        table(.examples, ExamplesTable.Column.self, people: [], days: ["date"]),
    ]

    private static func table<Column: TableColumn>(
        _ source: Evidence.Source, _ columns: Column.Type, people: [String], days: [String]
    ) -> Table {
        Table(
            source: source, required: Set(Column.required.map(\.name)),
            columns: Set(Column.allCases.map(\.name)), people: people, days: days)
    }

    /// The table a file of a case folder is by its name.
    static func named(_ name: String) -> Table? { all.first { $0.source.file == name } }

    /// The table whose columns these are: all that are required, and most in all.
    static func like(_ columns: Set<String>) -> Table? {
        all.filter { $0.required.isSubset(of: columns) }
            .max { $0.columns.intersection(columns).count < $1.columns.intersection(columns).count }
    }

    /// Adds what a look over a table shows: who, when, how many rows.
    static func describe(
        _ table: Table, file: CaseFile, head: ExportHead, desk: IntakeDesk,
        in result: inout FileInspection
    ) {
        result.role = .table
        result.kind = FileInspection.Kind(
            id: table.source == .useCases ? "use-cases" : table.source.rawValue,
            title: "\(table.source.file) of a case folder",
            marks: table.columns.intersection(head.columns).sorted(),
            missing: table.required.subtracting(head.columns).sorted())
        result.contributes = contribution(of: table.source)
        scan(table, file: file, desk: desk, in: &result)
    }

    private static func contribution(of source: Evidence.Source) -> [ExportPart] {
        switch source {
        case .people: [.roster]
        case .use, .activity: [.use]
        case .coverage: [.coverage]
        case .ties: [.ties]
        case .pulse: [.pulse]
        default: []
        }
    }

    /// One pass over the rows: only what every table has is looked at.
    private static func scan(
        _ table: Table, file: CaseFile, desk: IntakeDesk, in result: inout FileInspection
    ) {
        let reader: CSVReader
        do throws(StreamTrouble) {
            reader = CSVReader(try DecodedReader(file), known: table.columns)
        } catch {
            desk.unreadable(file)
            return
        }
        guard case .row = reader.next() else {
            desk.book.add(
                .emptyFile, file: file.path,
                "The file is empty. Nothing is taken from it; add a header and rows, or remove the file.")
            return
        }
        let renames = desk.settings.renames(for: file)
        let header = (0..<min(reader.fieldCount, CSVReader.mostFields)).map {
            let name = ColumnName.normalised(CellText.decode(reader.field($0)).text)
            return renames[name] ?? name
        }
        let missing = table.required.subtracting(header).sorted()
        if !missing.isEmpty {
            desk.book.add(
                .missingColumn, file: file.path, line: reader.line,
                "\(missing.count == 1 ? "Column" : "Columns") \(missing.map { "`\($0)`" }.joined(separator: ", ")) \(missing.count == 1 ? "is" : "are") missing, and nothing can be read without. Add the header, or map your column under `columns` in case.yaml."
            )
        }
        let people = table.people.compactMap { header.firstIndex(of: $0) }
        let days = table.days.compactMap { header.firstIndex(of: $0) }
        let names = ByteInterner()
        var found: [Identity?] = []
        var statistics = FileStatistics(file: file.path)
        var span: (first: Day, last: Day)?
        var untilProgress = 0
        rows: while true {
            switch reader.next() {
            case .end: break rows
            case .trouble:
                statistics.rowsRead += 1
                statistics.rowsRefused += 1
            case .row:
                if (0..<min(reader.fieldCount, CSVReader.mostFields)).allSatisfy({
                    reader.field($0).isEmpty
                }) {
                    continue
                }
                statistics.rowsRead += 1
                for place in people where place < reader.fieldCount && !reader.field(place).isEmpty {
                    let (_, isNew) = names.intern(reader.field(place))
                    if isNew {
                        let text = CellText.decode(reader.field(place)).text
                        found.append(Identity(text.contains("@") ? .address : .login, text))
                    }
                }
                for place in days where place < reader.fieldCount {
                    if case .day(let day) = CellDate.read(reader.field(place)) {
                        span = (min(span?.first ?? day, day), max(span?.last ?? day, day))
                    }
                }
            }
            untilProgress -= 1
            if untilProgress < 0 {
                untilProgress = 20_000
                desk.tellProgress(file, bytes: reader.bytesRead)
            }
        }
        desk.reportTrouble(of: reader, in: file)
        statistics.bytes = reader.bytesRead
        result.rows = statistics
        result.span = span.map { $0.first...$0.last }
        let different = Set(found.compactMap { $0 })
        result.people.named = different.count { !$0.isConcealed }
        result.people.concealed = different.count { $0.isConcealed }
        for name in different where !name.isConcealed { result.people.kinds[name.kind, default: 0] += 1 }
        result.names.all = different.map {
            [NamesFound.Name(kind: $0.kind, name: $0.key, isConcealed: $0.isConcealed)]
        }.sorted { ($0.first?.name ?? "") < ($1.first?.name ?? "") }
    }
}
