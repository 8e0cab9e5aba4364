import Measures
import Rollout

/// Walks over the rows of one file and hands out cells by column.
///
/// Columns are found by name, never by place. A row that is refused is reported with its line and the
/// walk goes on; cells are bytes until somebody asks for more.
final class TableCursor<Column: TableColumn> {
    let file: CaseFile
    let desk: IntakeDesk
    let reader: CSVReader
    /// The field of each column; negative where the file does not have it.
    private(set) var places: [Int]
    /// Normalised names of the columns, in the order of the file.
    private(set) var header: [String] = []
    /// Number of fields of the header.
    private(set) var fields = 0
    private var slashed: [Int: DateStyle?] = [:]
    private var saidNotUTF8 = false
    private var late = 0
    private var statistics: FileStatistics

    /// Opens a file and reads its header.
    /// - Parameters:
    ///   - names: Normalised names of columns, where they are not our own.
    ///   - reportsUnknown: Whether a column that is not known is told of; a vendor's table has many.
    /// - Returns: Nil where the file is lost; the reason has been reported.
    init?(
        _ file: CaseFile, desk: IntakeDesk, names: [String: Column]? = nil, reportsUnknown: Bool = true
    ) {
        self.file = file
        self.desk = desk
        statistics = FileStatistics(file: file.path)
        let names = names ?? Column.byName
        places = [Int](repeating: -1, count: Column.allCases.count)
        do throws(StreamTrouble) {
            let source = try DecodedReader(file)
            reader = CSVReader(source, known: Set(names.keys))
        } catch {
            desk.unreadable(file)
            return nil
        }
        guard readHeader(names, reportsUnknown) else { return nil }
    }

    private func readHeader(_ names: [String: Column], _ reportsUnknown: Bool) -> Bool {
        switch reader.next() {
        case .row: break
        case .trouble(let trouble):
            let (id, found, cure) = TableCursor.words(for: trouble)
            desk.book.add(
                id, .error, file: file.path, line: reader.line,
                "The line that should name the columns \(found), so the file is lost. \(cure).")
            return false
        case .end:
            if !desk.reportTrouble(of: reader, in: file) {
                desk.book.add(
                    .emptyFile, file: file.path,
                    "The file is empty. Nothing is taken from it; add a header and rows, or remove the file.")
            }
            return false
        }
        fields = reader.fieldCount
        guard fields <= CSVReader.mostFields else {
            desk.book.add(
                .tooManyColumns, file: file.path, line: reader.line,
                "The header has \(fields) columns and at most \(CSVReader.mostFields) are read. Export one row per event, not one column per person."
            )
            return false
        }
        let header = (0..<fields).map { CellText.decode(reader.field($0)).text }
        let renames = desk.settings.renames(for: file)
        let match = HeaderMatch<Column>(
            header: header, names: names, renames: renames, open: desk.settings.openRenames)
        places = match.places
        self.header = header.map {
            let name = ColumnName.normalised($0)
            return renames[name] ?? name
        }
        return match.report(
            file: file, line: reader.line, reportsUnknown: reportsUnknown, to: desk.book)
    }

    /// Whether the file has a column.
    func has(_ column: Column) -> Bool { places[column.rawValue] >= 0 }

    /// The line of the current row.
    var line: Int { reader.line }

    /// Visits every row that is whole; what the visit refuses is reported with its line.
    /// - Complexity: O(bytes of the file).
    func forEachRow(_ visit: (TableCursor<Column>) throws(RowRefusal) -> Void) {
        var untilProgress = 0
        while visitNext(visit) {
            untilProgress -= 1
            if untilProgress < 0 {
                untilProgress = 20_000
                desk.tellProgress(file, bytes: reader.bytesRead)
            }
        }
        finish()
    }

    /// Visits the next row, if it is whole.
    /// - Returns: False at the end of the file.
    @inline(__always)
    func visitNext(_ visit: (TableCursor<Column>) throws(RowRefusal) -> Void) -> Bool {
        switch reader.next() {
        case .end: return false
        case .trouble(let trouble):
            statistics.rowsRead += 1
            statistics.rowsRefused += 1
            report(trouble)
        case .row:
            if reader.field(0).isEmpty, isBlank() { return true }
            statistics.rowsRead += 1
            do throws(RowRefusal) {
                if reader.fieldCount != fields { try checkRagged() }
                try visit(self)
            } catch {
                statistics.rowsRefused += 1
                if !error.message.isEmpty {
                    desk.book.add(error.notice, file: file.path, line: reader.line, error.message)
                }
            }
        }
        return true
    }

    /// Ends the reading: says what cut the file short and what was left out.
    func finish() {
        desk.reportTrouble(of: reader, in: file)
        statistics.bytes = reader.bytesRead
        desk.statistics.files.append(statistics)
        desk.tellProgress(file, bytes: reader.bytesRead)
        if late > 0, let asOf = desk.asOf {
            desk.book.add(
                .afterAsOf, file: file.path,
                "\(late) rows are later than \(asOf.long), the day this case speaks of, and are left out.")
        }
    }

    /// Counts rows that are well formed and were looked at elsewhere.
    /// - Parameter tooLate: How many of them lie after the as-of day.
    func count(rows: Int, tooLate: Int) {
        statistics.rowsRead += rows
        late += tooLate
    }

    /// Counts rows of people nobody knows, after those that have been listed.
    func countStrangers(_ rows: Int) {
        guard rows > 0 else { return }
        statistics.rowsRead += rows
        statistics.rowsRefused += rows
        desk.book.count(.unknownPerson, file: file.path, times: rows)
    }

    private func isBlank() -> Bool {
        for index in 0..<min(reader.fieldCount, CSVReader.mostFields) where !reader.field(index).isEmpty {
            return false
        }
        return true
    }

    private func checkRagged() throws(RowRefusal) {
        if reader.fieldCount > fields, reader.fieldCount <= CSVReader.mostFields,
            (fields..<reader.fieldCount).allSatisfy({ reader.field($0).isEmpty })
        {
            return
        }
        throw RowRefusal(
            .raggedRow,
            "The row has \(reader.fieldCount) fields and the header has \(fields). The row is left out; check its commas and quotes."
        )
    }

    /// What is wrong with a line and what to do about it.
    private static func words(
        for trouble: CSVReader.Trouble
    ) -> (id: IntakeNotice, found: String, cure: String) {
        switch trouble {
        case .unclosedQuote: (.unclosedQuote, "has a quote that does not close", "Close or double the quote")
        case .rowTooLong: (.rowTooLong, "is longer than one mebibyte", "Check the line ends")
        case .nulByte: (.nulByte, "holds a zero byte", "Export the file again as UTF-8 text")
        }
    }

    private func report(_ trouble: CSVReader.Trouble) {
        let (id, message): (IntakeNotice, String) =
            switch trouble {
            case .unclosedQuote:
                (
                    .unclosedQuote,
                    "A quote in this row is not closed. The row is left out and reading goes on at the next line."
                )
            case .rowTooLong:
                (.rowTooLong, "The row is longer than one mebibyte and is left out. Check the line ends.")
            case .nulByte:
                (.nulByte, "The row holds a zero byte and is left out. Export the file again as UTF-8 text.")
            }
        desk.book.add(id, file: file.path, line: reader.line, message)
    }

    /// Counts a row that lies after the as-of day, if it does, and says whether to leave it out.
    func isLate(_ day: Day) -> Bool {
        guard let asOf = desk.asOf, day > asOf else { return false }
        late += 1
        return true
    }

    // MARK: Cells

    /// A cell's bytes without the spaces around it; empty where the file does not have the column.
    @inline(__always)
    func bytes(_ column: Column) -> UnsafeRawBufferPointer {
        let place = places[column.rawValue]
        return place < 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : reader.field(place)
    }

    /// The same for a column by its place in `header`; empty where the row ends before it.
    func bytes(at place: Int) -> UnsafeRawBufferPointer {
        place < min(reader.fieldCount, fields)
            ? reader.field(place) : UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// A cell's text; nil where it is empty.
    func text(_ column: Column) -> String? { text(bytes(column)) }

    /// The same for a column by its place in `header`.
    func text(at place: Int) -> String? { text(bytes(at: place)) }

    private func text(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard !bytes.isEmpty else { return nil }
        let (text, isUTF8) = CellText.decode(bytes)
        if !isUTF8, !saidNotUTF8 {
            saidNotUTF8 = true
            desk.book.add(
                .notUTF8, file: file.path, line: reader.line,
                "The file is not UTF-8; it is read as Windows-1252. Export it as UTF-8 to be sure of names.")
        }
        let shown = CellText.display(text)
        return shown.isEmpty ? nil : shown
    }

    /// A cell's text, which must not be empty.
    func requiredText(_ column: Column) throws(RowRefusal) -> String {
        guard let text = text(column) else { throw missing(column) }
        return text
    }

    /// The refusal of a row for an empty cell.
    func missing(_ column: Column) -> RowRefusal {
        RowRefusal(.missingValue, "`\(column.name)` is empty. The row is left out; fill it in.")
    }

    /// A day, which must be there and readable.
    @inline(__always)
    func requiredDay(_ column: Column) throws(RowRefusal) -> Day {
        let cell = CellDate.read(bytes(column))
        if case .day(let day) = cell { return day }
        return try otherDay(cell, column)
    }

    private func otherDay(_ cell: CellDate, _ column: Column) throws(RowRefusal) -> Day {
        switch resolved(cell, column) {
        case .day(let day): return day
        case .absent: throw missing(column)
        case .outOfRange:
            throw RowRefusal(
                .dateOutOfRange,
                "`\(column.name)` lies outside the years 2000 to 2100. The row is left out; correct the date."
            )
        case .slashed:
            // Told once for the whole file, by `style(of:)`.
            throw RowRefusal(.ambiguousDates, "")
        case .malformed: throw RowRefusal(.badDate, badDate(column, "The row is left out"))
        }
    }

    private func badDate(_ column: Column, _ consequence: String) -> String {
        "`\(column.name)` is not a date. \(consequence); write dates as 2026-06-28."
    }

    /// A day that may be missing; one that cannot be read is reported and counts as missing.
    func day(_ column: Column) -> Day? {
        switch resolved(CellDate.read(bytes(column)), column) {
        case .day(let day): return day
        case .absent, .slashed: return nil
        case .malformed:
            desk.book.add(.badDate, file: file.path, line: line, badDate(column, "The cell is not used"))
        case .outOfRange:
            desk.book.add(
                .dateOutOfRange, file: file.path, line: line,
                "`\(column.name)` lies outside the years 2000 to 2100. The cell is not used; correct the date."
            )
        }
        return nil
    }

    private func resolved(_ cell: CellDate, _ column: Column) -> CellDate {
        guard case .slashed(let first, let second, let year) = cell, let style = style(of: column) else {
            return cell
        }
        return style == .dayFirst
            ? CellDate.make(year: year, month: second, day: first)
            : CellDate.make(year: year, month: first, day: second)
    }

    /// The order of day and month in a column, found over the whole file; nil where it cannot be told.
    private func style(of column: Column) -> DateStyle? {
        if let style = desk.settings.dateStyle(for: file) { return style }
        if let known = slashed[column.rawValue] { return known }
        let style = DateScan.column(places[column.rawValue], of: file, delimiter: reader.delimiter).style
        slashed[column.rawValue] = style
        if style == nil {
            let isLost = Column.required.contains(column)
            desk.book.add(
                .ambiguousDates, isLost ? .error : .warning, file: file.path,
                "The dates in `\(column.name)` can be read day first or month first. They are not used; say which in case.yaml: `dates: dmy` or `dates: mdy`."
            )
        }
        return style
    }

    /// The order of day and month in a column, where a row has asked for it already or `case.yaml` says so.
    func knownStyle(of column: Column) -> DateStyle? {
        desk.settings.dateStyle(for: file) ?? slashed[column.rawValue].flatMap { $0 }
    }

    /// A decimal number that may be missing.
    func number(_ column: Column, in range: ClosedRange<Double>) throws(RowRefusal) -> Double? {
        let bytes = bytes(column)
        if bytes.isEmpty { return nil }
        guard let value = CellNumber.decimal(bytes), range.contains(value) else {
            throw badNumber(
                column, "\(CellRange.text(range.lowerBound)) to \(CellRange.text(range.upperBound))")
        }
        return value
    }

    /// The refusal of a row for a number that is none, or out of range.
    func badNumber(_ column: Column, _ range: String) -> RowRefusal {
        RowRefusal(
            .badNumber, "`\(column.name)` is not a number from \(range). The row is left out; correct it.")
    }

    /// The refusal of a row for a word that is not one of those allowed.
    func badValue(_ column: Column, _ allowed: String) -> RowRefusal {
        RowRefusal(.badValue, "`\(column.name)` is none of \(allowed). The row is left out; correct it.")
    }

    /// Yes or no, which may be missing.
    func flag(_ column: Column) throws(RowRefusal) -> Bool? {
        guard let word = text(column) else { return nil }
        guard let flag = CellWords.yesOrNo(word) else { throw badValue(column, "yes, no") }
        return flag
    }

    /// The person a cell names, who must be in the roster.
    @inline(__always)
    func requiredPerson(_ column: Column) throws(RowRefusal) -> Int {
        let cell = bytes(column)
        if cell.isEmpty { throw missing(column) }
        let person = desk.people.find(cell)
        if person < 0 { throw unknownPerson(column) }
        return person
    }

    private func unknownPerson(_ column: Column) -> RowRefusal {
        RowRefusal(
            .unknownPerson,
            "`\(column.name)` names nobody in people.csv. The row is left out; add the person, or an alias under `people` in case.yaml."
        )
    }

    /// The team a cell names: nil where it is empty, refused where no such team is in the roster.
    func team(_ column: Column) throws(RowRefusal) -> Int? {
        guard let name = text(column) else { return nil }
        guard let team = desk.teamIndex(name) else {
            throw RowRefusal(
                .unknownTeam,
                "`\(column.name)` names a team that is not in people.csv. The row is left out; use the name people.csv uses."
            )
        }
        return team
    }
}

/// Numbers in messages.
enum CellRange {
    /// A number without a needless fraction.
    static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
