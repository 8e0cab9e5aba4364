import Foundation

/// Runs git as a process of its own and hands over what it prints while it prints.
///
/// Nothing in a repository is written, no network is used, and no pager, hook or external diff is
/// started. Variables that would point git at another repository are not passed on.
struct GitProcess {
    /// Path of the git executable.
    let executable: String

    /// Finds git on the search path.
    /// - Throws: `gitMissing`.
    init(searchPath: String?) throws {
        let folders = (searchPath ?? "").split(separator: ":").map(String.init)
        let found = folders.map { $0 + "/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw GitFailure(
                .gitMissing,
                "git was not found on this machine. Install it (for example: apt install git) and try again.")
        }
        executable = found
    }

    /// What a finished run left behind.
    struct Outcome {
        let status: Int32
        /// The first lines of what git complained of.
        let complaint: String
    }

    /// Runs git in a folder.
    ///
    /// - Parameters:
    ///   - arguments: What follows `git`.
    ///   - folder: The repository.
    ///   - input: Bytes for the standard input.
    ///   - output: Takes the standard output in pieces of up to a megabyte; throwing ends git.
    @discardableResult
    func run(
        _ arguments: [String], in folder: String, input: Data? = nil, output: (Data) throws -> Void
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = ["--no-pager", "-C", folder] + GitProcess.settings + arguments
        process.environment = GitProcess.environment
        let pipe = Pipe()
        process.standardOutput = pipe
        // Files, not pipes: a full pipe that nobody reads would stop git for ever.
        let scratch = try Scratch()
        defer { scratch.remove() }
        process.standardError = try scratch.file("complaint")
        process.standardInput =
            try input.map { try scratch.file("input", holding: $0) } ?? FileHandle.nullDevice
        do { try process.run() } catch {
            throw GitFailure(.gitFailed, "git could not be started: \(error.localizedDescription)")
        }
        do {
            while let piece = try pipe.fileHandleForReading.read(upToCount: 1 << 20), !piece.isEmpty {
                try Task.checkCancellation()
                try output(piece)
            }
        } catch {
            process.terminate()
            process.waitUntilExit()
            throw error
        }
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, complaint: scratch.text(of: "complaint"))
    }

    /// The whole standard output as text; nil where git refuses.
    func text(_ arguments: [String], in folder: String, input: Data? = nil) throws -> String? {
        var bytes = Data()
        let outcome = try run(arguments, in: folder, input: input) { bytes.append($0) }
        return outcome.status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
    }

    private static let settings = [
        "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "diff.external=",
        "-c", "i18n.logOutputEncoding=UTF-8",
    ]

    private static let environment: [String: String] = {
        var values = ProcessInfo.processInfo.environment
        for name in values.keys where name.hasPrefix("GIT_") && !name.hasPrefix("GIT_CONFIG") {
            values[name] = nil
        }
        values["LC_ALL"] = "C"
        values["GIT_TERMINAL_PROMPT"] = "0"
        values["GIT_OPTIONAL_LOCKS"] = "0"
        values["GIT_NO_LAZY_FETCH"] = "1"
        return values
    }()
}

/// A folder for the files of one run, gone when the run is over.
private struct Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("firsthand-git-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func file(_ name: String) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    func file(_ name: String, holding data: Data) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try data.write(to: url)
        return try FileHandle(forReadingFrom: url)
    }

    func text(of name: String) -> String {
        // A complaint that cannot be read back is no reason to fail: the status tells enough.
        let data = (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
        let lines = String(decoding: data.prefix(2000), as: UTF8.self).split(separator: "\n").prefix(3)
        return lines.joined(separator: " ")
    }

    func remove() {
        // What is left behind is a temporary file of a few bytes.
        try? FileManager.default.removeItem(at: folder)
    }
}
