import Foundation

/// A case folder on disk: its own files and those of `exports/`.
///
/// Hidden files are passed over. Files are streamed in pieces and never held whole. What is no file is named
/// and never opened: a pipe would be waited for, a device may have no end.
package struct FolderCase: CaseSource {
    private let folder: URL

    /// A case folder by its path.
    package init(_ path: String) { folder = URL(fileURLWithPath: path, isDirectory: true) }

    /// Every file of the case, in the order of paths.
    package func files() throws -> [CaseFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else {
            throw IntakeFailure(
                .folderUnreadable, "The case folder does not exist. Check the path.", place: folder.path)
        }
        guard isFolder.boolValue else {
            throw IntakeFailure(
                .folderUnreadable, "The case is a file, not a folder. Name the folder that holds people.csv.",
                place: folder.path)
        }
        guard let names = names(in: folder) else {
            throw IntakeFailure(
                .folderUnreadable, "The case folder cannot be listed. Check its permissions.",
                place: folder.path)
        }
        return names.flatMap { name in
            let entry = entry(name, in: folder, prefix: "")
            // Two levels are enough for exports sorted by month or product, and bound the walk.
            guard entry.kind == .folder, name.lowercased() == "exports" else { return [entry] }
            return entries(in: folder.appendingPathComponent(name), path: name, levels: 1)
        }
    }

    /// What lies in a folder and, down to a number of levels, in the folders below it.
    private func entries(in folder: URL, path: String, levels: Int) -> [CaseFile] {
        guard let names = names(in: folder) else { return [CaseFile(path: path, kind: .lockedFolder)] }
        return names.flatMap { name in
            let entry = entry(name, in: folder, prefix: path + "/")
            guard entry.kind == .folder, levels > 0 else { return [entry] }
            return entries(in: folder.appendingPathComponent(name), path: entry.path, levels: levels - 1)
        }
    }

    /// The names in a folder that are not hidden, sorted; nil where it cannot be listed.
    private func names(in folder: URL) -> [String]? {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            return nil
        }
    }

    /// A file's name as it can be shown: what would command the screen is replaced.
    private static func shown(_ name: String) -> String {
        let scalars = name.unicodeScalars.map {
            CellText.isUnseen($0) || $0.properties.isWhitespace && $0 != " " ? "\u{FFFD}" : $0
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private func entry(_ name: String, in folder: URL, prefix: String) -> CaseFile {
        let url = folder.appendingPathComponent(name)
        let path = prefix + FolderCase.shown(name)
        var status = stat()
        guard stat(url.path, &status) == 0 else { return CaseFile(path: path, kind: .brokenLink) }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            return CaseFile(path: path, size: Int(status.st_size)) { try FolderCase.stream(from: url) }
        case S_IFDIR: return CaseFile(path: path, kind: .folder)
        default: return CaseFile(path: path, kind: .special)
        }
    }

    /// The bytes of a file.
    fileprivate static func stream(from url: URL) throws -> ByteStream {
        let handle = try FileHandle(forReadingFrom: url)
        return ByteStream { target in
            // Straight into the buffer: a copy in between costs as much as the reading.
            let got = read(handle.fileDescriptor, target.baseAddress, target.count)
            guard got >= 0 else { throw StreamTrouble.unreadable }
            return got
        }
    }
}

extension CaseFile {
    /// A file that belongs to no case, by its path on disk; opening it throws where it is not there.
    package init(atPath path: String) {
        let url = URL(fileURLWithPath: path)
        self.init(path: path) { try FolderCase.stream(from: url) }
    }
}
