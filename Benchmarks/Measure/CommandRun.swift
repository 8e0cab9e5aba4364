import Foundation

/// One run of a program: how it ended and what it cost.
struct CommandRun {
    let status: Int32
    let use: ResourceUse
    let wallSeconds: Double

    /// Runs a program, waits for it, and lets its output go to a file or nowhere.
    ///
    /// - Throws: `RunFailure` where it cannot be started or ends with another status than zero.
    init(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        let clock = ContinuousClock()
        let start = clock.now
        var child: pid_t = 0
        guard posix_spawn(&child, program, &actions, nil, words, environ) == 0 else {
            throw RunFailure(sentence: "\(program) cannot be started. Build it with make build.")
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child else {
            throw RunFailure(sentence: "\(program) could not be waited for.")
        }
        wallSeconds = Double((clock.now - start) / .milliseconds(1)) / 1000
        use = ResourceUse(usage)
        self.status = status >> 8
        // Errors in the files of a case are status 4 and cost no less.
        guard status == 0 || self.status == 4 else {
            throw RunFailure(
                sentence: "\(program) \(arguments.joined(separator: " ")) ended with status \(self.status).")
        }
    }

    /// The run with the median CPU time of several.
    static func median(of count: Int, _ run: () throws -> CommandRun) rethrows -> CommandRun {
        var runs: [CommandRun] = []
        for _ in 0..<max(1, count) { runs.append(try run()) }
        return runs.sorted { $0.use.cpuSeconds < $1.use.cpuSeconds }[runs.count / 2]
    }

    /// CPU seconds, wall seconds and peak MiB as cells of a table.
    var cells: [String] {
        [
            FigureTable.number(use.cpuSeconds), FigureTable.number(wallSeconds),
            FigureTable.number(use.peakMebibytes, decimals: 0),
        ]
    }
}

/// Why a run failed.
struct RunFailure: Error, CustomStringConvertible {
    let sentence: String
    var description: String { sentence }
}
