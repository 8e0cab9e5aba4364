import Foundation
import Intake
import Measures
import Rollout
import Testing

/// What holds for every kind of export.
@Suite struct `Kinds of exports` {
    private static let guides = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Guides/Formats")

    @Test(arguments: ExportKind.all) func `have a page that is listed`(kind: ExportKind) throws {
        let page = Self.guides.appending(path: "\(kind.id).md")
        let text = try #require(try? String(contentsOf: page, encoding: .utf8), "\(kind.id) has no page")
        #expect(text.hasPrefix("# "))
        let index = try String(contentsOf: Self.guides.appending(path: "exports.md"), encoding: .utf8)
        #expect(index.contains("](\(kind.id).md)"), "\(kind.id) is not listed")
    }

    @Test(arguments: ExportKind.all) func `say on their page what they cannot see`(kind: ExportKind) throws {
        let page = Self.guides.appending(path: "\(kind.id).md")
        let words = try String(contentsOf: page, encoding: .utf8).split { $0.isWhitespace }.joined(
            separator: " ")
        #expect(!kind.cannotSee.isEmpty)
        for sentence in kind.cannotSee {
            #expect(sentence.hasSuffix("."))
            #expect(words.contains(sentence), "\(kind.id): \(sentence)")
        }
    }

    @Test func `have ids and titles of their own`() {
        #expect(Set(ExportKind.all.map(\.id)).count == ExportKind.all.count)
        #expect(Set(ExportKind.all.map(\.title)).count == ExportKind.all.count)
        #expect(ExportKind.all.allSatisfy { $0.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}

/// Which reader a file falls to.
@Suite struct `Recognition of exports` {
    private static let events = "timestamp,person,tool\n2026-05-07,ada@example.com,Scribe\n"

    @Test func `names the columns it goes by`() throws {
        let result = try ExportCase.read(["x": Self.events])
        #expect(result.exports.map(\.marks) == [["person", "timestamp", "tool"]])
        #expect(result.exports.map(\.title) == ["Generic event table"])
        #expect(result.exports.first?.statistics?.rowsRead == 1)
    }

    @Test func `can be decided in case yaml`() throws {
        let table = "login,last_activity_at,last_surface_used\nocto,2026-05-07,x\n"
        let result = try ExportCase.read(
            ["x.csv": table], settings: "exports: {exports/x.csv: generic-events}")
        #expect(result.exports.map(\.reader) == ["generic-events"])
        #expect(result.messages(.missingColumn).count == 1)
        let wrong = try ExportCase.read(["x.csv": table], settings: "exports: {x.csv: no-such-kind}")
        #expect(wrong.exports.isEmpty)
        #expect(
            wrong.messages(.exportNotRecognised) == [
                "`exports` in case.yaml names a kind of export that does not exist, and the file is not read. Use the name of a page of the guide on formats."
            ])
    }

    @Test func `gives a table that any tool could have written to a vendor's reader first`() throws {
        let table =
            "timestamp,person,tool,login,last_activity_at,last_surface_used\n2026-05-07,ada@example.com,T,octo,2026-05-08,x\n"
        let result = try ExportCase.read(["x": table])
        #expect(result.exports.map(\.reader) == ["github-copilot-activity"])
    }

    @Test func `never chooses in silence between two that fit alike`() throws {
        let table =
            "login,last_activity_at,last_surface_used,last_authenticated_at,report_time,date,username,product,quantity,sku\n"
        let result = try ExportCase.read(["x": table])
        #expect(result.exports.isEmpty)
        #expect(
            result.messages(.exportAmbiguous) == [
                "The file can be read as GitHub billing usage report (github-billing) and GitHub Copilot activity report (github-copilot-activity), and is not read. Say which under `exports` in case.yaml, by the name in brackets."
            ])
        #expect(result.notices.contains { $0.id == "intake.exportAmbiguous" && $0.severity == .error })
    }

    @Test func `takes files beside the tables too, and leaves those for people alone`() throws {
        let files = [
            "people.csv": "person,team,role\nada@example.com,T,R\n", "whatever.txt": Self.events,
            "notes.md": "Dear reader", "result.json": "{\"schema\":\"x\"}", "strange.bin": "a,b\n",
        ]
        let result = try read(files)
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.exports.map(\.file) == ["whatever.txt"])
        #expect(result.notices.filter { $0.id == "intake.fileNotUsed" }.map(\.file) == ["strange.bin"])
    }

    @Test func `reads a file once that lies in two places`() throws {
        let result = try read([
            "people.csv": "person,team,role\nada@example.com,T,R\n", "a.csv": Self.events,
            "exports/b.csv": Self.events,
        ])
        #expect(result.exports.count == 1)
        #expect(result.messages(.exportRepeated).count == 1)
    }

    @Test func `sees past a line that names the delimiter, and past line breaks in a header`() throws {
        let table = "sep=;\n\"time\nstamp\";person;tool\n2026-05-07;ada@example.com;Scribe\n"
        let result = try ExportCase.read(
            ["x": table], settings: "columns: {exports/x: {\"time stamp\": timestamp}}")
        #expect(result.days(of: 0) == ["2026-05-07"])
    }
}

/// Names that meet nobody, and codes in place of names.
@Suite struct `People of exports` {
    private static func events(_ people: [String]) -> String {
        "timestamp,person,tool\n" + people.map { "2026-05-07,\($0),Scribe\n" }.joined()
    }

    @Test func `that nobody knows are counted once for the file, and kept for whoever asks`() throws {
        let result = try ExportCase.read(
            ["x": Self.events(["ada@example.com", "Bob@example.com", "bob@EXAMPLE.com", "eve@example.com"])])
        #expect(
            result.messages(.unknownPerson) == [
                "3 rows name 2 people not in the roster. The rows are left out; add the people, or their names in this file as aliases under `people` in case.yaml."
            ])
        #expect(result.lines(.unknownPerson) == [3])
        let unmatched = try #require(result.exports.first?.unmatched)
        #expect(unmatched.names.map(\.name) == ["bob@example.com", "eve@example.com"])
        #expect(unmatched.names.map(\.rows) == [2, 1])
        #expect(result.rows("exports/x") == [4, 3])
        #expect(result.exports.first?.people == PeopleSet([PersonID(0)]))
    }

    @Test func `that nobody knows are not printed with the result`() throws {
        let result = try ExportCase.read(["x": Self.events(["bob@example.com"])])
        var text = "\(result)"
        dump(result, to: &text)
        #expect(!text.contains("bob"))
        #expect("\(result.exports[0].unmatched)" == "1 names in 1 rows")
    }

    @Test(arguments: [
        "E58EEF6A6BBD3D0293CB306D24A42057", "bf361ad4-fc29-432f-95f3-837e689f4ac4", "User_3f9a", "(Unknown)",
    ]) func `that go by codes are counted, never missed one by one`(code: String) throws {
        let result = try ExportCase.read(["x": Self.events([code, code.lowercased()])])
        #expect(result.messages(.unknownPerson) == [])
        #expect(
            result.messages(.namesConcealed) == [
                "2 rows name 1 person by codes, so they join nobody and are only counted. The source has no names to give."
            ])
    }

    @Test func `that go by codes are found where an alias says who they are`() throws {
        let result = try ExportCase.read(
            ["x": Self.events(["User_3f9a"])], settings: "people: {ada@example.com: [User_3f9a]}")
        #expect(result.days(of: 0) == ["2026-05-07"])
    }

    @Test(arguments: ["user_experience@example.com", "user_x", "deadbeef"])
    func `are no codes for looking a little like one`(name: String) throws {
        let result = try ExportCase.read(["x": Self.events([name])])
        #expect(result.messages(.unknownPerson).count == 1)
    }

    @Test func `make the roster where nothing else does`() throws {
        let result = try ExportCase.read(
            people: nil, ["x": Self.events(["ada@example.com", "ADA@example.com", "bob@example.com"])])
        #expect(result.evidence.people.count == 2)
        #expect(result.evidence.teams.map(\.name) == ["Without a team"])
        #expect(result.days(of: 1) == ["2026-05-07"])
        #expect(
            result.messages(.rosterFromUse) == [
                "There is no people.csv, and no export here says who is in which team. Everybody the exports name is taken as the organisation, in one team; who uses nothing may be missing, and who goes by two names counts twice. Add people.csv, or the list of users of your directory or HR system."
            ])
        #expect(result.rows("exports/x") == [3, 0])
    }

    @Test func `are kept apart by file, so that sources can be compared`() throws {
        let later = Self.events(["ada@example.com"]).replacing("2026-05-07", with: "2026-05-09")
        let result = try ExportCase.read([
            "a": Self.events(["ada@example.com", "grace@example.com"]), "b": later,
        ])
        let days = result.exports.map { export in
            export.days.flatMap(\.rows).map { row in
                var set = DaySet()
                set.merge(row.block)
                return "\(row.person) \(set.days.map(\.description))"
            }
        }
        #expect(days == [["0 [\"2026-05-07\"]", "2 [\"2026-05-07\"]"], ["0 [\"2026-05-09\"]"]])
        #expect(result.exports.map(\.tools) == [["Scribe"], ["Scribe"]])
    }
}
