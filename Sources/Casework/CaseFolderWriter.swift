import Foundation
import Intake
package import Rollout

/// Writes tables as a case folder.
package enum CaseFolderWriter {
    /// Writes every table and every other text into a folder, making folders on the way.
    ///
    /// - Parameters:
    ///   - tables: Files of the case; formula cells are escaped.
    ///   - texts: Other files by path, for example `case.yaml`.
    ///   - folder: Where to; made if missing.
    /// - Throws: What the file system says where a file cannot be written.
    package static func write(tables: [CaseTable], texts: [String: String] = [:], to folder: String) throws {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for table in tables {
            try write(Data(CSVWriter.bytes(of: table)), to: root.appendingPathComponent(table.file))
        }
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
            try write(Data(text.utf8), to: root.appendingPathComponent(path))
        }
    }

    private static func write(_ data: Data, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
    }
}
