import Foundation

/// The checkout the tests were built from, read as text.
enum House {
    /// The package's folder, found from where this file was compiled.
    static let root: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file of the house: manifest, sources, tests, benchmarks; sorted by path.
    static let swift: [SourceFile] =
        ([SourceFile(path: "Package.swift", text: text(of: "Package.swift") ?? "")]
            + paths(under: "Sources", suffix: ".swift").map(source)
            + paths(under: "Tests", suffix: ".swift").map(source)
            + paths(under: "Benchmarks", suffix: ".swift").map(source))

    /// The Swift files of the rooms alone.
    static let rooms: [SourceFile] = swift.filter { $0.path.hasPrefix("Sources/") }

    /// Every page of documentation; sorted by path.
    static let pages: [String] =
        paths(under: "", suffix: ".md", deep: false) + paths(under: "Guides", suffix: ".md")
        + paths(under: "Decisions", suffix: ".md")

    /// A file's text by its path from the root; nil where there is none.
    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Whether a file or folder is there.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// Paths from the root of all files in a folder whose name ends in a suffix; sorted.
    static func paths(under folder: String, suffix: String, deep: Bool = true) -> [String] {
        let start = folder.isEmpty ? root : root.appendingPathComponent(folder)
        let names =
            deep
            ? FileManager.default.subpaths(atPath: start.path) ?? []
            : (try? FileManager.default.contentsOfDirectory(atPath: start.path)) ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
    }

    private static func source(_ path: String) -> SourceFile {
        SourceFile(path: path, text: text(of: path) ?? "")
    }
}

/// A breach of a rule, at a place.
struct Finding: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}
