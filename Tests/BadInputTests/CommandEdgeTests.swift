import Foundation
import Testing

/// The command's own edges: where it reads from, where it writes to, and how it is stopped.
@Suite struct `The command at its edges` {
    private static func sound<Result>(_ use: (String) throws -> Result) throws -> Result {
        try CaseOnDisk.with(BadCase("sound", "nothing is wrong", [:])) { try use($0.path) }
    }

    private func expect(
        _ run: BuiltCommand.Run?, code: Int32, errors: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let run else { return }
        #expect(run.code == code, sourceLocation: sourceLocation)
        #expect(run.errors == errors, sourceLocation: sourceLocation)
    }

    // MARK: Where it reads from

    @Test func `says that a folder is missing`() throws {
        expect(
            try BuiltCommand.run(["diagnose", "/nowhere/at/all"]), code: 3,
            errors: "firsthand: /nowhere/at/all: The case folder does not exist. Check the path.\n")
    }

    @Test func `says that a file is no folder`() throws {
        try Self.sound { path in
            expect(
                try BuiltCommand.run(["diagnose", path + "/people.csv"]), code: 3,
                errors:
                    "firsthand: \(path)/people.csv: The case is a file, not a folder. Name the folder that holds people.csv.\n"
            )
        }
    }

    @Test func `says what an empty folder lacks`() throws {
        try CaseOnDisk.with(
            BadCase("empty", "nothing", ["people.csv": nil, "use.csv": nil, "coverage.csv": nil])
        ) { disk in
            expect(
                try BuiltCommand.run(["diagnose", disk.path]), code: 3,
                errors:
                    "firsthand: people.csv: There is no people.csv, and no export here lists people. Put one into the case folder with the columns `person`, `team` and `role`, or add the list of users of your directory or HR system.\n"
            )
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may list every folder"))
    func `says that a folder may not be listed`() throws {
        try Self.sound { path in
            chmod(path, 0)
            defer { chmod(path, 0o700) }
            expect(
                try BuiltCommand.run(["diagnose", path]), code: 3,
                errors: "firsthand: \(path): The case folder cannot be listed. Check its permissions.\n")
        }
    }

    // MARK: Where it writes to

    @Test func `refuses a report that has no folder, before any work`() throws {
        try Self.sound { path in
            let run = try BuiltCommand.run(["diagnose", path, "--report", path + "/no/such/report.html"])
            #expect(run == nil || run?.code == 2)
            #expect(
                run?.errors.hasPrefix(
                    "Error: --report cannot be written to '\(path)/no/such/report.html': its folder does not exist. Make the folder first.\n"
                ) ?? true)
            #expect(run?.output ?? "" == "")
        }
    }

    @Test func `refuses a report that is a folder`() throws {
        try Self.sound { path in
            let run = try BuiltCommand.run(["diagnose", path, "--report", path])
            #expect(run == nil || run?.code == 2)
            #expect(
                run?.errors.hasPrefix(
                    "Error: --report cannot be written to '\(path)': it is a folder. Name a file in it.\n")
                    ?? true)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `refuses a report in a folder that may not be written to`() throws {
        try Self.sound { path in
            chmod(path, 0o500)
            defer { chmod(path, 0o700) }
            let run = try BuiltCommand.run(["diagnose", path, "--report", path + "/report.html"])
            #expect(run == nil || run?.code == 2)
            #expect(
                run?.errors.hasPrefix(
                    "Error: --report cannot be written to '\(path)/report.html': its folder may not be written to.\n"
                ) ?? true)
        }
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no device that is always full")
    )
    func `says that there is no room for a report, and leaves the device as it is`() throws {
        try Self.sound { path in
            expect(
                try BuiltCommand.run(["diagnose", path, "--report", "/dev/full"]), code: 1,
                errors:
                    "firsthand: The report could not be written to /dev/full: no space left on device. Make room or name another place, and run the command again.\n"
            )
            var status = stat()
            #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        }
    }

    private static let notWritten =
        "Nothing is lost in the case; make room or choose another place, and run the command again.\n"

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no device that is always full"),
        arguments: [["diagnose"], ["diagnose", "--format", "json"], ["index"]])
    func `says that there is no room for what it prints`(arguments: [String]) throws {
        try Self.sound { path in
            expect(
                try BuiltCommand.run(arguments + [path], shell: "exec \"$@\" > /dev/full"), code: 1,
                errors: "firsthand: What was printed could not be written: no space left on device. "
                    + Self.notWritten)
        }
    }

    @Test func `says that its output is closed, and writes into no other file instead`() throws {
        try Self.sound { path in
            let report = path + "/report.html"
            let run = try BuiltCommand.run(["diagnose", path, "--report", report], shell: "exec \"$@\" >&-")
            expect(
                run, code: 1,
                errors: "firsthand: What was printed could not be written: bad file descriptor. "
                    + Self.notWritten)
            guard run != nil else { return }
            let page = try String(contentsOfFile: report, encoding: .utf8)
            #expect(page.hasPrefix("<!") && page.hasSuffix("</html>\n"))
        }
    }

    @Test func `works without input and without a place for errors`() throws {
        try Self.sound { path in
            let run = try BuiltCommand.run(
                ["diagnose", path, "--format", "json"], shell: "exec \"$@\" <&- 2>&-")
            #expect(run == nil || run?.code == 0)
            #expect(run?.output.hasPrefix("{") ?? true)
        }
    }

    @Test func `ends quietly where nobody reads on, with its report written`() throws {
        try Self.sound { path in
            let run = try BuiltCommand.run(
                ["diagnose", path, "--verbose", "--report", path + "/report.html"],
                shell: "\"$@\" | head -n 1")
            guard let run else { return }
            #expect(run.code == 0 && run.errors == "")
            #expect(run.output.split(separator: "\n").count == 1)
            #expect(FileManager.default.fileExists(atPath: path + "/report.html"))
        }
    }

    // MARK: How it is stopped

    @Test func `stops at once when it is told to end, and leaves no half report`() throws {
        let many = BadCase(
            "many", "enough to be busy for a while",
            [
                "people.csv": Corpus.numbered(20_000, "person,team,role\n") {
                    "p\($0),Team \($0 % 1500),Clerk\n"
                },
                "use.csv": Corpus.numbered(100_000, "person,date,tool\n") {
                    "p\($0 * 13 % 10_000),2026-0\(1 + $0 % 6)-\(10 + $0 % 18),X\n"
                },
                // Ties are drawn anew hundreds of times: that lasts for seconds on any machine.
                "ties.csv": Corpus.numbered(300_000, "a,b,weight\n") {
                    "p\($0 % 20_000),p\(($0 * 7919 + 13) % 20_000),1\n"
                },
            ])
        try CaseOnDisk.with(many) { disk in
            let report = disk.path + "/report.html"
            let run = try BuiltCommand.run(["diagnose", disk.path, "--report", report], interruption: 0.1)
            guard let run else { return }
            #expect(run.code == -SIGTERM)
            #expect(run.seconds < 60 && run.output == "")
            #expect(!FileManager.default.fileExists(atPath: report))
        }
    }
}
