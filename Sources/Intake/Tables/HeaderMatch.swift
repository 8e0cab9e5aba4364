import Rollout

/// Which field of a header is which column.
struct HeaderMatch<Column: TableColumn> {
    /// The field of each column; negative where there is none.
    private(set) var places: [Int]
    /// Columns that are not known: their number from 1, and their title where it can be shown.
    private var unknown: [(number: Int, title: String?)] = []
    private var repeated: [String] = []
    private var missing: [String] = []

    /// Matches a header by normalised names.
    /// - Parameters:
    ///   - names: Columns by normalised name.
    ///   - renames: Their name to ours, both normalised, from `columns` in `case.yaml`.
    ///   - open: The same for columns that are not known otherwise, from the command line.
    init(
        header: [String], names known: [String: Column], renames: [String: String],
        open: [String: String] = [:]
    ) {
        places = [Int](repeating: -1, count: Column.allCases.count)
        for (index, title) in header.enumerated() {
            let name = ColumnName.normalised(title)
            guard let column = known[renames[name] ?? name] ?? open[name].flatMap({ known[$0] }) else {
                let shown = CellText.display(title)
                if !name.isEmpty { unknown.append((index + 1, HeaderWords.areAll(of: shown) ? shown : nil)) }
                continue
            }
            if places[column.rawValue] >= 0 {
                repeated.append(column.name)
            } else {
                places[column.rawValue] = index
            }
        }
        missing = Column.required.filter { places[$0.rawValue] < 0 }.map(\.name)
    }

    /// Reports what does not fit.
    /// - Returns: False where a required column is missing and the file is lost.
    func report(file: CaseFile, line: Int, reportsUnknown: Bool = true, to book: NoticeBook) -> Bool {
        if !missing.isEmpty {
            // What stands there instead is not shown: without a header it would be somebody's data.
            let names = missing.map { "`\($0)`" }.joined(separator: ", ")
            let noun = missing.count == 1 ? "Column \(names) is" : "Columns \(names) are"
            book.add(
                .missingColumn, file: file.path, line: line,
                "\(noun) missing, and nothing can be read without. Add the header, or map your column under `columns` in case.yaml."
            )
            return false
        }
        for name in repeated {
            book.add(
                .duplicateColumn, file: file.path, line: line,
                "Column `\(name)` is there more than once. The first is used; rename or remove the others.")
        }
        for (number, title) in unknown where reportsUnknown {
            let column = title.map { "Column \(number), `\($0)`," } ?? "Column \(number)"
            book.add(
                .unknownColumn, file: file.path, line: line,
                "\(column) is not known and stays out. Map it under `columns` in case.yaml if it matters.")
        }
        return true
    }
}
