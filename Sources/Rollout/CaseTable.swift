/// One file of a case folder as rows of text, ready to be written as CSV.
package struct CaseTable: Hashable, Sendable {
    /// The file's path within the case folder, for example `use.csv`.
    package let file: String
    package let columns: [String]
    /// Rows in the order of `columns`; an empty text is an empty cell.
    package var rows: [[String]]

    package init(file: String, columns: [String], rows: [[String]] = []) {
        self.file = file
        self.columns = columns
        self.rows = rows
    }
}
