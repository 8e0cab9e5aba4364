import Foundation

/// A case folder in a temporary place, gone again after its use.
struct CaseOnDisk {
    let path: String

    /// Writes a case, hands it out and removes it.
    static func with<Result>(_ badCase: BadCase, _ use: (CaseOnDisk) throws -> Result) throws -> Result {
        let disk = try CaseOnDisk(badCase)
        defer { disk.remove() }
        return try use(disk)
    }

    private init(_ badCase: BadCase) throws {
        path = FileManager.default.temporaryDirectory
            .appendingPathComponent("bad-input-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, content) in badCase.contents.sorted(by: { $0.key < $1.key }) {
            try write(content, to: path + "/" + name)
        }
    }

    private func write(_ content: BadCase.Content, to place: String) throws {
        let parent = URL(fileURLWithPath: place).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        switch content {
        case .bytes(let bytes): try Data(bytes).write(to: URL(fileURLWithPath: place))
        case .pieces(let pieces):
            try Data().write(to: URL(fileURLWithPath: place))
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: place))
            var gathered = Data()
            for piece in pieces() {
                gathered.append(contentsOf: piece)
                if gathered.count > 1 << 20 {
                    try handle.write(contentsOf: gathered)
                    gathered.removeAll(keepingCapacity: true)
                }
            }
            try handle.write(contentsOf: gathered)
            try handle.close()
        case .folder: try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        case .link(let target):
            try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: target)
        case .pipe: try call(mkfifo(place, 0o600), "mkfifo")
        case .locked:
            try Data("person".utf8).write(to: URL(fileURLWithPath: place))
            try call(chmod(place, 0), "chmod")
        case .lockedFolder:
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try call(chmod(place, 0), "chmod")
        }
    }

    private struct SystemFailure: Error {
        let what: String
        let number: Int32
    }

    private func call(_ code: Int32, _ what: String) throws {
        if code != 0 { throw SystemFailure(what: what, number: errno) }
    }

    private func remove() {
        // A locked folder cannot be emptied before it is unlocked.
        for name in FileManager.default.subpaths(atPath: path) ?? [] { chmod(path + "/" + name, 0o700) }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("Could not remove \(path): \(error)")
        }
    }
}
