/// Which files tie two people together when both change them.
///
/// Lock files, changelogs and generated files are touched by everybody and say nothing about who
/// works with whom.
enum GitSharedFiles {
    /// Whether a path is written by people for one purpose.
    ///
    /// - Parameter path: Slash-separated, relative to the repository.
    /// - Complexity: O(length of the path).
    static func ties(_ path: String) -> Bool {
        let parts = path.lowercased().split(separator: "/")
        guard let name = parts.last else { return false }
        if parts.dropLast().contains(where: { generatedFolders.contains(String($0)) }) { return false }
        if lockFiles.contains(String(name)) || name.hasSuffix(".lock") { return false }
        let stem = name.prefix { $0 != "." }
        if changelogs.contains(String(stem)) || name.hasPrefix("changelog") { return false }
        return !generatedEndings.contains(where: name.hasSuffix) && !name.contains(".generated.")
            && !name.contains("_generated.")
    }

    /// A number for a file of a repository; two files share one about once in 10^7 histories.
    ///
    /// - Source: FNV-1a, 64 bits (Fowler, Noll, Vo), started from the repository's number.
    static func key(repository: Int, path: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        hash = (hash ^ UInt64(repository + 1)) &* 0x100_0000_01b3
        for byte in path { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private static let lockFiles: Set<String> = [
        "bun.lockb", "go.sum", "npm-shrinkwrap.json", "package-lock.json", "package.resolved",
        "packages.lock.json", "pnpm-lock.yaml",
    ]

    private static let changelogs: Set<String> = [
        "changes", "history", "news", "release-notes", "release_notes", "releasenotes",
    ]

    private static let generatedFolders: Set<String> = [
        "__generated__", "__snapshots__", "dist", "generated", "node_modules", "third_party", "vendor",
    ]

    private static let generatedEndings: [String] = [
        ".designer.cs", ".g.cs", ".g.dart", ".min.css", ".min.js", ".pb.cc", ".pb.go", ".pb.h",
        ".pb.swift", ".snap", "_pb2.py", "_pb2.pyi",
    ]
}
