import Foundation
import Measures
import Testing

/// Whether two numbers agree to an absolute and relative tolerance.
func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
}

func close(_ interval: Interval, _ low: Double, _ high: Double, _ tolerance: Double) -> Bool {
    close(interval.low, low, tolerance) && close(interval.high, high, tolerance)
}

/// Reference tables that lie beside the project and are never part of it.
enum SharedTable {
    /// Rows of a table by column name; nil, with a printed message, where the table is not there.
    static func rows(_ path: String, file: StaticString = #filePath) -> [[String: String]]? {
        var root = URL(fileURLWithPath: "\(file)")
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let table = root.deletingLastPathComponent().appendingPathComponent("shared/\(path)")
        guard let text = try? String(contentsOf: table, encoding: .utf8) else {
            print("skipped: ../shared/\(path) is not beside the project")
            return nil
        }
        let lines = text.split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, fields))
        }
    }
}
