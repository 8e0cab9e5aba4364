import Foundation
import Testing

/// The built command as a process: exit codes and the words of its errors.
@Suite struct `The command` {
    private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (
        Int32, String, String
    )? {
        guard let binary = Installed.binary else {
            print("Skipped: the command is not built; run 'swift build' first.")
            return nil
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (out, error) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        try process.run()
        let printed = out.fileHandleForReading.readDataToEndOfFile()
        let complained = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: printed, as: UTF8.self),
            String(decoding: complained, as: UTF8.self)
        )
    }

    private func folder(_ files: [String: String]) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: path.appendingPathComponent(name))
        }
        return path.path
    }

    @Test func `ends with 2 on wrong usage and says what it takes`() throws {
        guard let (code, _, words) = try run(["diagnose", "x", "--as-of", "28.06.2026"]) else { return }
        #expect(code == 2)
        #expect(
            words.contains("--as-of takes a day as yyyy-mm-dd, for example 2026-06-28; got '28.06.2026'."))
        #expect(try run(["nonsense"])?.0 == 2)
        #expect(
            try run(["diagnose", "x", "-q", "-v"])?.2.contains("Choose --quiet or --verbose, not both.")
                == true)
    }

    @Test func `ends with 3 where the evidence cannot be read`() throws {
        guard let (code, _, words) = try run(["diagnose", "/nowhere/at/all"]) else { return }
        #expect(code == 3 && words.hasPrefix("firsthand: "))
        #expect(try run(["diagnose", folder(["use.csv": "person,date,tool\n"])])?.0 == 3)
    }

    @Test func `keeps a mapping of columns and reads the table with it`() throws {
        let people = "person,team,role\n" + (1...40).map { "p\($0),team\($0 % 8),clerk\n" }.joined()
        let uses = "When,Who\n" + (1...40).map { "2026-05-\(10 + $0 % 9),p\($0)\n" }.joined()
        let path = try folder(["people.csv": people, "log.csv": uses, "case.yaml": "# ours\nname: Acme\n"])
        let pairs = ["timestamp=When", "person=Who", "tool==Tracker"]
        let options = pairs.flatMap { ["--map", $0] }
        guard let (code, text, _) = try run(["index", path] + options) else { return }
        #expect(code == 0 && text.contains("person-days     40"))
        #expect(try run(["index", path])?.1.contains("person-days     0") == true)
        let kept = try #require(try run(["map", "log.csv"] + pairs + ["--case", path]))
        #expect(kept.0 == 0 && kept.1.hasSuffix("case.yaml. log.csv is read as: Generic event table.\n"))
        let settings = try String(contentsOfFile: path + "/case.yaml", encoding: .utf8)
        #expect(
            settings
                == "# ours\nname: Acme\n\ncolumns:\n  log.csv:\n    When: timestamp\n    Who: person\n    '=Tracker': tool\n"
        )
        #expect(try run(["index", path])?.1.contains("person-days     40") == true)
        let wrong = try #require(try run(["map", "log.csv", "person=Whom", "--case", path]))
        #expect(
            wrong.0 == 2
                && wrong.2.contains(
                    "log.csv has no column 'Whom' in its first row. Write the column as it stands there.")
        )
        #expect(try run(["map", "none.csv", "person=Who", "--case", path])?.0 == 2)
        #expect(try run(["map", "log.csv", "person", "--case", path])?.0 == 2)
        #expect(try run(["map", "log.csv", "person=Who", "--case", "/nowhere/at/all"])?.0 == 3)
        #expect(try String(contentsOfFile: path + "/case.yaml", encoding: .utf8) == settings)
    }

    @Test func `says not enough evidence of a roster alone, and names what is missing`() throws {
        let people = "person,team,role\n" + (1...40).map { "p\($0),team\($0 % 8),clerk\n" }.joined()
        guard let (code, text, _) = try run(["diagnose", folder(["people.csv": people])]) else { return }
        #expect(code == 0)
        #expect(text.contains("Not enough evidence for a verdict"))
        #expect(text.contains("use.csv") && text.contains("use-cases.csv"))
    }

    @Test func `ends with 4 where a file is lost, and still gives a reading`() throws {
        let people = "person,team,role\n" + (1...40).map { "p\($0),team\($0 % 8),clerk\n" }.joined()
        guard
            let (code, text, _) = try run([
                "diagnose", folder(["people.csv": people, "use.csv": "who,when\na,b\n"]),
            ])
        else { return }
        #expect(code == 4)
        #expect(text.contains("use.csv"))
    }

    @Test func `looks into files, writes those who met nobody as a table, and takes it back filled in`()
        throws
    {
        let people = "person,team,role\n" + (1...8).map { "p\($0),team,clerk\n" }.joined()
        let path = try folder(["people.csv": people])
        let events = "timestamp,person,tool\n2026-05-07,p1,Scribe\n2026-05-07,octo,Scribe\n"
        let file = try folder(["whatever.bin": events]) + "/whatever.bin"
        guard let (code, text, _) = try run(["inspect", file]) else { return }
        #expect(code == 0 && text.contains("generic-events") && !text.contains("octo"))
        let table = path + "/aliases.csv"
        let met = try run(["inspect", file, "--case", path, "--unmatched", table])
        #expect(met?.0 == 0 && met?.1.contains("1 name meets nobody there") == true)
        #expect(met?.1.contains("octo") == false && met?.2.contains("octo") == false)
        var aliases = try String(contentsOfFile: table, encoding: .utf8)
        #expect(aliases == "found,source,person\nocto,\(file),\n")
        aliases = aliases.replacing("\(file),\n", with: "\(file),p2\n")
        try Data(aliases.utf8).write(to: URL(fileURLWithPath: table))
        let again = try run(["inspect", file, "--case", path])
        #expect(again?.1.contains("In the case: 2 of them, nobody else is named.") == true)
        let named = try run(["inspect", file, "--names"])
        #expect(named?.1.hasPrefix("NAMES ARE SHOWN") == true && named?.1.contains("octo") == true)
    }

    @Test func `refuses what would put names where they do not belong, and paths that lead nowhere`() throws {
        guard let (code, _, words) = try run(["inspect", "x", "--names", "--format", "json"]) else { return }
        #expect(code == 2 && words.contains("JSON never carries names"))
        #expect(try run(["inspect", "x", "--unmatched", "y.csv"])?.0 == 2)
        let nowhere = try run(["inspect", "/nowhere/at/all"])
        #expect(nowhere?.0 == 3 && nowhere?.2.contains("There is nothing at this path") == true)
        #expect(try run(["coverage", "/nowhere/at/all"])?.0 == 3)
    }

    @Test func `shows coverage as text, as JSON and as a page`() throws {
        let path = try folder([:])
        guard try run(["specimen", "--world", "small", "--seed", "4", "--out", path, "-q"])?.0 == 0 else {
            return
        }
        let page = path + "/coverage.html"
        let text = try run(["coverage", path, "--report", page])
        #expect(text?.0 == 0 && text?.1.contains("What each source can see, on one axis") == true)
        #expect(
            try String(contentsOfFile: page, encoding: .utf8).contains("What can be seen, and what cannot"))
        let json = try run(["coverage", path, "--format", "json"])
        #expect(json?.1.contains("\"schema\" : \"firsthand.coverage/1\"") == true)
    }

    @Test func `explains codes and offers the nearest for others`() throws {
        guard let (code, text, _) = try run(["explain", "habit"]) else { return }
        #expect(code == 0 && text.contains("How it is computed") && text.contains("Guides/Measures/habit.md"))
        let other = try run(["explain", "habbit"])
        #expect(other?.0 == 2 && other?.2.contains("Near it: habit") == true)
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `prints completions`(shell: String) throws {
        guard let (code, text, _) = try run(["--generate-completion-script", shell]) else { return }
        #expect(code == 0 && text.contains("diagnose"))
    }

    @Test func `makes the same specimen twice, diagnoses it and compares it with itself`() throws {
        let (one, other) = (try folder([:]), try folder([:]))
        guard try run(["specimen", "--world", "small", "--seed", "4", "--out", one, "-q"])?.0 == 0 else {
            return
        }
        #expect(try run(["specimen", "--world", "small", "--seed", "4", "--out", other, "-q"])?.0 == 0)
        let first = try run(["diagnose", one, "--format", "json", "--report", one + "/report.html"])
        let second = try run(["diagnose", other, "--format", "json"])
        #expect(first?.0 == 0 && first?.1 == second?.1)
        let report = try String(contentsOfFile: one + "/report.html", encoding: .utf8)
        #expect(report.contains("<title>") && !report.contains("<script"))
        #expect(
            try run(["compare", one, other])?.1.contains("Nothing: every difference could be noise.") == true)
        let index = try #require(try run(["index", one, "--json"])?.1)
        let object = try JSONSerialization.jsonObject(with: Data(index.utf8)) as? [String: Any]
        #expect(object?["schema"] as? String == "firsthand.caseIndex/1")
    }
}
