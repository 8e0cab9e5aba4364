import Archive
import ArchiveSQLite
import Foundation
import Testing

/// Every archive there is; the contract holds for each.
enum Archives: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    /// An empty archive.
    func make() throws -> any Archive {
        switch self {
        case .memory: MemoryArchive()
        case .sqlite: try SQLiteArchive(path: Archives.file())
        }
    }

    /// A path in a new temporary folder.
    static func file() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "firsthand-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "archive.sqlite").path
    }
}
