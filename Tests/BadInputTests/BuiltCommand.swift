import Foundation

/// The built command as a process with bounds on time and memory.
enum BuiltCommand {
    /// Address space the command may have, in kibibytes: 512 MiB.
    static let addressSpace = 512 * 1024
    /// Seconds after which a process is taken to hang; it is no promise of speed.
    static let patience = 300.0

    /// What a process left behind.
    struct Run {
        /// The exit code; the negative number of the signal that ended it; nil where it hung.
        let code: Int32?
        let output: String
        let errors: String
        let seconds: Double
    }

    static let binary: String? = {
        let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let places = [
            build, root.appendingPathComponent(".build/release"), root.appendingPathComponent(".build/debug"),
        ]
        return places.map { $0.appendingPathComponent("firsthand").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Runs the command through a shell that bounds its memory.
    /// - Parameters:
    ///   - arguments: The command's arguments.
    ///   - shell: What the shell does around it; `"$@"` is the command.
    ///   - interruption: Seconds after which the process is told to end.
    /// - Returns: Nil where the command is not built.
    static func run(
        _ arguments: [String], shell: String = "exec \"$@\"", interruption: Double? = nil
    ) throws -> Run? {
        guard let binary else {
            print("Skipped: the command is not built; run 'swift build' first.")
            return nil
        }
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: place) } catch { print("Could not remove \(place)") }
        }
        let (out, errors) = (place.appendingPathComponent("out"), place.appendingPathComponent("errors"))
        for file in [out, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // A system without bounds on address space runs the command without them. Servers in other tests of
        // this process ignore signals, which a child would inherit.
        #if os(Linux)
            let signals = ["--default-signal=PIPE,TERM"]
        #else
            let signals: [String] = []
        #endif
        process.arguments =
            signals
            + ["/bin/sh", "-c", "ulimit -v \(addressSpace) 2>/dev/null; \(shell)", "sh", binary] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: errors)
        let start = ContinuousClock.now
        try process.run()
        var isInterrupted = interruption == nil
        while process.isRunning, ContinuousClock.now - start < .seconds(patience) {
            usleep(5000)
            if !isInterrupted, ContinuousClock.now - start > .seconds(interruption ?? 0) {
                // Not the signal of a keyboard: that one is ignored where the tests run in the background.
                kill(process.processIdentifier, SIGTERM)
                isInterrupted = true
            }
        }
        let hangs = process.isRunning
        if hangs { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let took = ContinuousClock.now - start
        let code =
            process.terminationReason == .uncaughtSignal
            ? -process.terminationStatus : process.terminationStatus
        return Run(
            code: hangs ? nil : code,
            output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            seconds: Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
    }
}
