import Casework
import Foundation
import Intake
import Measures

/// A folder for one test, with git and python to work in it.
struct GitSandbox: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("firsthand-test-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    /// The words of a program, searched on the path; nil where it is not there.
    static func program(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static let hasGit = program("git") != nil
    static let hasPython = program("python3") != nil

    /// The root of the package, from the place of this file.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a program to its end; its output goes nowhere.
    @discardableResult
    static func run(_ name: String, _ arguments: [String], input: String? = nil) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program(name)!)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// One commit for `repository(_:commits:)`.
    struct Commit {
        var author = "Ann Moss <ann@acme.test>"
        var day = "2026-03-02"
        var message = "work"
        var file = "src/a.c"
        var ref = "refs/heads/main"
        /// Starts from the tip of this ref.
        var from: String?
    }

    /// Makes a bare repository of commits; returns its path.
    func repository(_ name: String, commits: [Commit]) throws -> String {
        let path = path(name)
        try GitSandbox.run("git", ["init", "-q", "--bare", "-b", "main", path])
        var stream = ""
        for (number, commit) in commits.enumerated() {
            let seconds = (Day(commit.day)?.distanceFromEpoch ?? 0) * 86_400 + 43_200
            stream += "commit \(commit.ref)\nauthor \(commit.author) \(seconds) +0000\n"
            stream += "committer Web <web@acme.test> \(seconds) +0000\n"
            stream += "data \(commit.message.utf8.count)\n\(commit.message)\n"
            if let from = commit.from { stream += "from \(from)\n" }
            stream += "M 100644 inline \(commit.file)\ndata \(String(number).utf8.count)\n\(number)\n\n"
        }
        try GitSandbox.run("git", ["-C", path, "fast-import", "--quiet"], input: stream)
        return path
    }

    /// Twelve commits over four months, which make their author core.
    static func core(_ author: String, file: String = "src/a.c") -> [Commit] {
        (0..<12).map { number in
            let month = String(9 + number % 4)
            let padded = month.count == 1 ? "0" + month : month
            return Commit(author: author, day: "2025-\(padded)-\(10 + number)", file: file)
        }
    }
}

extension Day {
    fileprivate var distanceFromEpoch: Int { Day(number: 0).distance(to: self) }
}
