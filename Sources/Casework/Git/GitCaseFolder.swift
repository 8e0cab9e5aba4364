import Foundation
import Intake
import Measures
import Rollout

/// Writes the tables of a collect into a case folder; files of other origin stay as they are.
struct GitCaseFolder {
    let path: String

    /// The codes an earlier collect gave out, where the folder holds one.
    var knownCodes: Set<String> {
        guard let data = FileManager.default.contents(atPath: path + "/people.csv") else { return [] }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        return Set(lines.map { String($0.prefix { $0 != "," }) }.filter { $0.hasPrefix("p_") })
    }

    /// Writes tables and `case.yaml`.
    ///
    /// Of a `case.yaml` that is already there only the line `asOf` changes: aliases, calendar and
    /// thresholds in it are somebody's work.
    /// - Throws: `notWritten`.
    func write(_ tables: [CaseTable], name: String, asOf: Day) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for table in tables { try write(gitCaseCSV(table), to: table.file) }
            let file = path + "/case.yaml"
            let old = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
            try write(Array(GitCaseFolder.yaml(old, name: name, asOf: asOf).utf8), to: "case.yaml")
        } catch let failure as GitFailure {
            throw failure
        } catch {
            let shown = URL(fileURLWithPath: path).lastPathComponent
            throw GitFailure(
                .notWritten, "The case folder \(shown) could not be written: \(error.localizedDescription)")
        }
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + file), options: .atomic)
    }

    /// `case.yaml` with its day set.
    static func yaml(_ old: String?, name: String, asOf: Day) -> String {
        guard let old else { return "name: \(quoted(name))\nasOf: \(asOf)\n" }
        var lines = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let line = lines.firstIndex(where: { $0.hasPrefix("asOf:") }) {
            lines[line] = "asOf: \(asOf)"
            return lines.joined(separator: "\n")
        }
        return old + (old.isEmpty || old.hasSuffix("\n") ? "" : "\n") + "asOf: \(asOf)\n"
    }

    /// A name as a YAML scalar: bare where it cannot be read as anything else.
    private static func quoted(_ name: String) -> String {
        let isPlain =
            name.first.map { $0.isLetter } == true
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(name.lowercased())
        if isPlain { return name }
        let escaped = name.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : $0.isNewline ? " " : String($0) }
        return "\"" + escaped.joined() + "\""
    }
}

/// A table as CSV; the one place that knows how, so that another writer can take over.
func gitCaseCSV(_ table: CaseTable) -> [UInt8] {
    func cell(_ text: String) -> String {
        // A text that a spreadsheet would run as a formula is kept a text.
        let safe = text.first.map { "=+@-\t\r".contains($0) } == true ? "'" + text : text
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
    var text = ""
    for row in [table.columns] + table.rows {
        text += row.map(cell).joined(separator: ",")
        text += "\n"
    }
    return Array(text.utf8)
}
