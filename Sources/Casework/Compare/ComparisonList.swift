import Intake

/// Every measure of every scope on two days as one CSV table.
package enum ComparisonList {
    private static let columns = [
        "kind", "scope", "measure", "state_before", "before", "state_after", "after", "change",
    ]

    /// The table as UTF-8 bytes; formula cells are made harmless.
    /// - Parameter rows: Cells in the order of the columns; shape (n, 8).
    package static func csv(_ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(columns, to: &bytes)
        for row in rows { CSVWriter.append(row, to: &bytes) }
        return bytes
    }
}
