import Foundation

/// Files and folders as somebody names them on a command line.
package enum LooseFiles {
    /// Folders below a named one that are looked into.
    private static let deepest = 4
    /// Files of one folder and what lies below it; more are left out.
    package static let most = 10_000

    /// The files at the paths given, folders opened; in the order of the paths, then by name.
    ///
    /// Hidden files are passed over, links to folders are not followed.
    /// - Throws: `IntakeFailure` where a path leads to nothing.
    package static func files(at paths: [String]) throws -> [CaseFile] {
        try paths.flatMap { path -> [CaseFile] in
            let url = URL(fileURLWithPath: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw IntakeFailure(
                    .folderUnreadable, "There is nothing at this path: \(path). Check the path.", place: path)
            }
            guard isFolder.boolValue else { return [file(url, path: path)] }
            var found: [CaseFile] = []
            collect(url, path: path, depth: 0, into: &found)
            return found
        }
    }

    private static func collect(_ folder: URL, path: String, depth: Int, into found: inout [CaseFile]) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            // A folder that cannot be listed is shown as a file that cannot be read.
            found.append(file(folder, path: path))
            return
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        for name in names.sorted() where !name.hasPrefix(".") && found.count < most {
            let url = folder.appendingPathComponent(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
            if !isFolder.boolValue {
                found.append(file(url, path: base + name))
            } else if depth < deepest, !isLink(url) {
                collect(url, path: base + name, depth: depth + 1, into: &found)
            }
        }
    }

    private static func isLink(_ url: URL) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return attributes?[.type] as? FileAttributeType == .typeSymbolicLink
    }

    private static func file(_ url: URL, path: String) -> CaseFile {
        let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int
        return CaseFile(path: path, size: size) {
            let handle = try FileHandle(forReadingFrom: url)
            return ByteStream { target in
                guard let data = try handle.read(upToCount: target.count) else { return 0 }
                return data.copyBytes(to: target)
            }
        }
    }
}
