import Foundation

/// A case folder on disk: its own files and those of `exports/`.
///
/// Hidden files are passed over. Files are streamed in pieces and never held whole.
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
        return try files(in: folder, prefix: "") + exports()
    }

    private func exports() throws -> [CaseFile] {
        var result: [CaseFile] = []
        // Two levels are enough for exports sorted by month or product, and bound the walk.
        let top = folder.appendingPathComponent("exports")
        guard isFolder(top) else { return [] }
        result += try files(in: top, prefix: "exports/")
        for name in try names(in: top) {
            let below = top.appendingPathComponent(name)
            if isFolder(below) { result += try files(in: below, prefix: "exports/\(name)/") }
        }
        return result
    }

    private func names(in folder: URL) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw IntakeFailure(
                .folderUnreadable, "The case folder cannot be listed. Check its permissions.",
                place: folder.path)
        }
    }

    private func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    private func files(in folder: URL, prefix: String) throws -> [CaseFile] {
        try names(in: folder).compactMap { name in
            let url = folder.appendingPathComponent(name)
            guard !isFolder(url) else { return nil }
            // A missing size only costs the progress bar; opening the file says what is wrong.
            let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
            return CaseFile(path: prefix + name, size: size) {
                let handle = try FileHandle(forReadingFrom: url)
                return ByteStream { target in
                    guard let data = try handle.read(upToCount: target.count) else { return 0 }
                    return data.copyBytes(to: target)
                }
            }
        }
    }
}
