import Foundation
import Intake
import Measures
import Rollout
import Testing

/// Looking into files without importing them.
@Suite struct `A look into a file` {
    private func inspect(_ text: String, path: String = "download (3).bin") -> FileInspection {
        FileInspector().inspect(CaseFile(path: path, bytes: bytes(text)))
    }

    private static let events = """
        timestamp,person,tool,event,count
        2026-05-07T09:12:44Z,Ada@example.com,assistant,used,1
        2026-05-08,ada@example.com,assistant,used,2
        2026-05-11,octo-cat,assistant,used,x
        2026-05-09,E58EEF6A6BBD3D0293CB306D24A42057,assistant,used,1

        """

    @Test func `says what it is and how that is known`() {
        let file = inspect(Self.events)
        #expect(file.role == .export)
        #expect(file.kind?.id == "generic-events")
        #expect(file.kind?.isGeneric == true)
        #expect(file.kind?.marks.contains("timestamp") == true)
        #expect(file.contributes.contains(.use))
        #expect(!file.cannotSee.isEmpty)
    }

    @Test func `counts whom it names, two spellings once, and codes apart`() {
        let file = inspect(Self.events)
        #expect(file.people.named == 2)
        #expect(file.people.concealed == 1)
        #expect(file.people.kinds.values.reduce(0, +) == 2)
        #expect(file.people.matched == nil && file.people.unmatched == nil)
    }

    @Test func `says when, how many rows are good, and what is odd, with its line`() {
        let file = inspect(Self.events)
        #expect(file.span == day("2026-05-07")...day("2026-05-09"))
        #expect(file.rows?.rowsRead == 4)
        #expect(file.rows?.rowsRefused == 1)
        let bad = file.notices.first { $0.id == IntakeNotice.badNumber.rawValue }
        #expect(bad?.line == 4)
        #expect(file.tools == ["assistant"])
    }

    @Test func `says how it is written`() {
        let german = inspect(
            "\u{FEFF}timestamp;person;tool;from\r\n7.5.2026;ada@example.com;a;25/12/2026\r\n8.5.2026;ada@example.com;a;02/12/2026\r\n"
        )
        #expect(german.layout == .table && german.delimiter == ";" && german.columns == 4)
        #expect(german.form?.encoding == .utf8 && german.form?.hasMark == true)
        #expect(
            german.dates == [
                .init(column: "timestamp", order: .dayFirst), .init(column: "from", order: .dayFirst),
            ])
        let vague = inspect("timestamp,person,tool\n03/04/2026,ada@example.com,a\n")
        #expect(vague.dates.map(\.order) == [.ambiguous])
        #expect(vague.notices.contains { $0.id == IntakeNotice.ambiguousDates.rawValue })
        let latin = FileInspector().inspect(
            CaseFile(path: "l.csv", bytes: bytes("a,b\nM") + [0xFC] + bytes("ller,1\n")))
        #expect(latin.form?.encoding == .windows1252)
        #expect(inspect("{\"a\":1}\n{\"a\":2}\n").layout == .jsonLines)
        #expect(inspect("[{\"a\":1}]").layout == .json)
        #expect(inspect("").layout == .empty)
    }

    @Test func `says what an unknown file was nearly taken for, and what it lacks`() {
        let file = inspect("timestamp,person,price\n2026-05-07,ada@example.com,3\n")
        #expect(file.role == .unknown && file.kind == nil)
        let near = file.nearly.first { $0.id == "generic-events" }
        #expect(near?.missing == ["tool"])
        #expect(near?.marks == ["person", "timestamp"])
        #expect(file.notices == [])
    }

    @Test func `is lenient only while it looks`() throws {
        let result = try read(["people.csv": threePeople, "exports/x.csv": "timestamp,person,price\n"])
        #expect(result.messages(.exportNotRecognised).count == 1)
    }

    @Test func `knows the tables of a case by name and by columns`() {
        let named = inspect("person,date\nada,2026-05-07\n", path: "some/where/use.csv")
        #expect(named.role == .table && named.kind?.id == "use")
        #expect(
            named.notices.map(\.message) == [
                "Column `tool` is missing, and nothing can be read without. Add the header, or map your column under `columns` in case.yaml."
            ])
        let unnamed = inspect("person,team,role,manager\nada,Blue,Engineer,\ngrace,Blue,Engineer,ada\n")
        #expect(unnamed.kind?.id == "people" && unnamed.people.named == 2)
        let ties = inspect("a,b,weight\nada,grace,3\ngrace,linus,1\n")
        #expect(ties.kind?.id == "ties" && ties.people.named == 3 && ties.contributes == [.ties])
    }

    @Test func `meets the roster of a case and keeps strangers for its owner`() throws {
        let people = "person,team,role,email\nada,Blue,Engineer,ada@example.com\n"
        let inspector = try FileInspector(case: MemoryCase(files: ["people.csv": bytes(people)]))
        let file = inspector.inspect(CaseFile(path: "e.csv", bytes: bytes(Self.events)))
        #expect(file.people.matched == 1)
        #expect(file.people.unmatched == 1 && file.people.unmatchedRows == 1)
        #expect(file.people.concealed == 1)
        #expect(file.names.unmatched.map(\.name) == ["octo-cat"])
        // A second file is not told what the first one was.
        let other = inspector.inspect(CaseFile(path: "f.csv", bytes: bytes(Self.events)))
        #expect(other.rows?.rowsRead == 4 && other.rows?.rowsRefused == 1)
        #expect(Set(other.notices.compactMap(\.file)) == ["f.csv"])
    }

    @Test func `shows no name unless it is asked for`() {
        let file = inspect(Self.events)
        var dumped = ""
        dump(file, to: &dumped)
        #expect(!dumped.lowercased().contains("ada@") && !dumped.contains("octo"))
        #expect(!"\(file.names)".contains("octo"))
        #expect(file.names.all.flatMap { $0.map(\.name) }.contains("ada@example.com"))
        for notice in file.notices { #expect(!notice.message.contains("octo")) }
    }

    @Test func `shows the totals of a file that names nobody`() {
        let file = inspect(
            "Report Refresh Date,Report Period,Any App Enabled Users,Any App Active Users\n2026-07-03,7,120,45\n"
        )
        #expect(file.kind?.id == "microsoft-365-copilot-totals")
        #expect(file.totals.map(\.value).sorted() == [45, 120])
        #expect(file.people.named == 0 && file.contributes == [.aggregate])
    }

    @Test func `says so where a file cannot be read`() {
        struct Gone: Error {}
        let file = FileInspector().inspect(CaseFile(path: "x.csv") { throw Gone() })
        #expect(file.role == .unreadable)
        #expect(file.notices.map(\.id) == [IntakeNotice.unreadableFile.rawValue])
    }

    @Test func `opens folders, passes over what is hidden, and follows no link in a loop`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "look-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let inner = folder.appendingPathComponent("a/b")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: inner.appendingPathComponent("two.csv"))
        try Data("x".utf8).write(to: folder.appendingPathComponent("one.csv"))
        try Data("x".utf8).write(to: folder.appendingPathComponent(".hidden"))
        try FileManager.default.createSymbolicLink(
            at: inner.appendingPathComponent("up"), withDestinationURL: folder)
        let found = try LooseFiles.files(at: [folder.path])
        #expect(found.map { String($0.path.dropFirst(folder.path.count)) } == ["/a/b/two.csv", "/one.csv"])
        #expect(found.first?.size == 1)
        #expect(throws: IntakeFailure.self) { try LooseFiles.files(at: ["/nowhere/at/all"]) }
    }
}
