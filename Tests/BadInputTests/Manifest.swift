import Foundation

/// What is expected of every case: exit code, rows by file, and each notice word for word.
///
/// `Manifest.txt` holds a block a case. It is written by `FIRSTHAND_WRITE_MANIFEST=1` and read by people
/// before it is kept.
enum Manifest {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Manifest.txt").path

    /// Whether this run writes the manifest anew instead of comparing with it.
    static let isWritten = ProcessInfo.processInfo.environment["FIRSTHAND_WRITE_MANIFEST"] == "1"

    /// The lines expected of each case, by its name.
    static let blocks: [String: [String]] = {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
        var blocks: [String: [String]] = [:]
        for block in text.split(separator: "\n\n") {
            let lines = block.split(separator: "\n").map(String.init)
            if let name = lines.first, name.hasPrefix("# ") { blocks[String(name.dropFirst(2))] = Array(lines.dropFirst(2)) }
        }
        return blocks
    }()

    /// A block of the manifest.
    static func block(_ badCase: BadCase, _ lines: [String]) -> String {
        (["# \(badCase.name)", badCase.what] + lines).joined(separator: "\n") + "\n"
    }

    /// Puts a case's block into the manifest on disk; those of cases that are gone go.
    static func write(_ outcomes: [String: [String]]) throws {
        let known = blocks.merging(outcomes) { $1 }
        let text = Corpus.all.sorted { $0.name < $1.name }.compactMap { badCase in
            known[badCase.name].map { block(badCase, $0) }
        }.joined(separator: "\n")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
