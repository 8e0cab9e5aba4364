/// A column by its place: for tables whose columns are up to whoever made them, such as surveys and reports.
struct PlacedColumn: TableColumn {
    /// The column's place, from 0.
    let rawValue: Int

    static let allCases: [PlacedColumn] = (0..<CSVReader.mostFields).map(PlacedColumn.init)
    static var required: [PlacedColumn] { [] }

    init(rawValue: Int) { self.rawValue = rawValue }

    /// What messages call it: titles are questions, which may be long.
    var name: String { "column \(rawValue + 1)" }
}

/// The titles of a table's columns.
struct TitleRow {
    /// Titles as they stand, by place.
    let titles: [String]
    private let names: [String]

    /// Reads the first row of a file; nil where there is none.
    /// - Parameter renames: Their title to another, both normalised, from `columns` in `case.yaml`.
    init?(_ file: CaseFile, renames: [String: String]) {
        do throws(StreamTrouble) {
            let reader = CSVReader(try DecodedReader(file))
            guard case .row = reader.next(), reader.fieldCount <= CSVReader.mostFields else { return nil }
            titles = (0..<reader.fieldCount).map { CellText.decode(reader.field($0)).text }
            names = titles.map {
                let name = ColumnName.normalised($0)
                return renames[name] ?? name
            }
        } catch {
            // The walk over the rows opens the file again and reports what is wrong.
            return nil
        }
    }

    /// Columns by normalised title: the first of each, so that a walk over the rows finds them all.
    var columns: [String: PlacedColumn] {
        var result: [String: PlacedColumn] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty && result[name] == nil {
            result[name] = PlacedColumn(rawValue: index)
        }
        return result
    }

    /// The column with a normalised title; nil where there is none.
    func column(_ name: String) -> PlacedColumn? { columns[name] }

    /// The column whose title has a key as `QuestionText` makes it; nil where there is none.
    func column(key: String?) -> PlacedColumn? {
        guard let key else { return nil }
        return titles.firstIndex { QuestionText.key($0) == key }.map(PlacedColumn.init)
    }

    /// The normalised title of a column.
    func name(_ column: PlacedColumn) -> String { names[column.rawValue] }

    /// The title of a column as it stands.
    func title(_ column: PlacedColumn) -> String { titles[column.rawValue] }
}
