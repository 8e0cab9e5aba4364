package import Rollout

/// Writes tables as CSV: RFC 4180, line feeds, formula cells made harmless.
package enum CSVWriter {
    /// A table with its header as UTF-8 bytes.
    /// - Complexity: O(cells).
    package static func bytes(of table: CaseTable) -> [UInt8] {
        var result: [UInt8] = []
        append(table.columns, to: &result)
        for row in table.rows { append(row, to: &result) }
        return result
    }

    /// Adds one row and its line feed.
    package static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(44) }
            // A lone empty cell would read as a blank line.
            if cells.count == 1, cell.isEmpty { bytes += [34, 34] }
            append(safe(cell), to: &bytes)
        }
        bytes.append(10)
    }

    /// A cell that no spreadsheet runs as a formula.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe in front;
    /// plain negative numbers stay as they are.
    /// - Source: OWASP, "CSV Injection".
    package static func safe(_ cell: String) -> String {
        guard let first = cell.utf8.first, [61, 43, 45, 64, 9, 13, 10].contains(first) else { return cell }
        return first == 45 && isPlainNumber(cell.utf8.dropFirst()) ? cell : "'" + cell
    }

    private static func isPlainNumber(_ digits: Substring.UTF8View) -> Bool {
        var points = 0
        var count = 0
        for byte in digits {
            switch byte {
            case 48...57: count += 1
            case 46: points += 1
            default: return false
            }
        }
        return count > 0 && points <= 1
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        let needsQuotes =
            cell.utf8.contains { [44, 34, 10, 13, 59].contains($0) }
            || cell.utf8.first == 32 || cell.utf8.last == 32
        guard needsQuotes else {
            bytes += cell.utf8
            return
        }
        bytes.append(34)
        for byte in cell.utf8 {
            if byte == 34 { bytes.append(34) }
            bytes.append(byte)
        }
        bytes.append(34)
    }
}
