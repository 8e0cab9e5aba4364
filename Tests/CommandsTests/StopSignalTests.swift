import Foundation
import Measures
import Testing

/// Control-C, sent to a child process as a terminal would send it.
@Suite struct `A first control-C` {
    /// Twelve teams of ten with users in the first: a case in which much can be played forward.
    private static func files() -> [String: String] {
        var people = "person,team,role\n"
        var use = "person,date,tool\n"
        let start = Day("2026-01-05")!
        for person in 0..<120 {
            people += "p\(person),Team \(person / 10),Analyst\n"
            guard person < 8 || person % 17 == 0 else { continue }
            for week in (person < 8 ? 0 : person / 6)..<25 {
                use += "p\(person),\(start.advanced(by: 7 * week + 1)),Helper\n"
            }
        }
        return [
            "people.csv": people, "use.csv": use,
            "coverage.csv": "source,from,to,absence\nlog,2026-01-05,2026-06-28,notUsed\n",
            "case.yaml": "name: Plain Works\nasOf: 2026-06-28\n",
        ]
    }

    /// Whether a process has taken control-C into its own hands.
    private static func listens(_ process: Process) -> Bool {
        #if os(Linux)
            guard
                let status = FileManager.default.contents(
                    atPath: "/proc/\(process.processIdentifier)/status"),
                let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
                    .first(where: { $0.hasPrefix("SigCgt:") }),
                let mask = UInt64(line.split(whereSeparator: \.isWhitespace).last ?? "", radix: 16)
            else { return false }
            return mask & 1 << UInt64(SIGINT - 1) != 0
        #else
            Thread.sleep(forTimeInterval: 1)
            return true
        #endif
    }

    @Test(arguments: [
        (["plan"], "Stopped early", "Bridges"), (["simulate"], "Stopped early", "Do nothing"),
    ])
    func `ends with what has been played so far, and says so`(
        command: [String], stopped: String, part: String
    ) throws {
        guard let house = try Installed() else { return }
        let folder = house.root.appendingPathComponent("case")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in Self.files() {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let process = try house.start(
            command + [folder.path, "--runs", "100000"], output: "stopped.txt")
        let deadline = Date(timeIntervalSinceNow: 60)
        while process.isRunning, !Self.listens(process), Date() < deadline {
            Thread.sleep(forTimeInterval: 0.02)
        }
        Thread.sleep(forTimeInterval: 0.5)
        #expect(process.isRunning, "it was done before it could be stopped")
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        let text = try String(contentsOf: house.root.appendingPathComponent("stopped.txt"), encoding: .utf8)
        #expect(text.contains(stopped), "\(text.prefix(400))")
        #expect(text.contains(part))
        #expect(text.contains("What the evidence cannot tell"))
        #expect(!text.contains(" 100000 runs"))
    }
}
