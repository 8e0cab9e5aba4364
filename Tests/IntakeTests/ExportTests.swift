import Foundation
import Intake
import Measures
import Rollout
import Testing

/// Vendor exports, recognised by content.
@Suite struct `Exports` {
    private static let people = """
        person,team,role,email
        ada,Blue,Engineer,ada@example.com
        grace,Blue,Engineer,grace@example.com
        linus,Green,Analyst,

        """

    private func exports(_ files: [String: String], settings: String = "name: X", asOf: Day? = nil) throws
        -> ReadResult
    {
        var all = ["people.csv": Self.people, "case.yaml": settings]
        for (name, text) in files { all["exports/\(name)"] = text }
        return try read(all, asOf: asOf)
    }

    private static let events = """
        timestamp,person,tool,event,use_case,count,minutes_saved
        2026-05-07T09:12:44Z,ada@example.com,assistant,used,UC-7,1,
        2026-05-07T19:12:44Z,ada@example.com,assistant,used,,,
        2026-05-08,grace@example.com,assistant,used,,3,10

        """

    @Test func `of generic events are use with depth`() throws {
        let result = try exports(["whatever.bin": Self.events])
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.evidence.depth?.map(\.actions) == [2, 3])
        #expect(result.evidence.sources == [.people, .use])
        #expect(result.evidence.coverage.map(\.absence) == [.notUsed])
        #expect(result.evidence.asOf == day("2026-05-08"))
    }

    @Test func `of any table are read once their columns are mapped`() throws {
        let result = try exports(
            ["t.csv": "at;user;app\n7.5.2026 10:00;ADA@example.com;Tracker\n"],
            settings: "columns: {exports/t.csv: {user: person, at: timestamp, app: tool}}")
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.evidence.use.keys == [UseKey(tool: "Tracker")])
    }

    private static let copilot = """
        {"day":"2026-03-30","user_id":7,"user_login":"octo","user_initiated_interaction_count":3,"code_generation_activity_count":11,"code_acceptance_activity_count":2,"totals_by_ide":[{"day":"2020-01-01","x":"}]"}],"used_agent":false,"used_chat":true}
        {"day":"2026-03-31","user_id":7,"user_login":"octo","user_initiated_interaction_count":5,"code_generation_activity_count":0,"code_acceptance_activity_count":0,"used_agent":true,"used_chat":false}
        {"day":"2026-03-31","user_id":8,"user_login":"idle","user_initiated_interaction_count":0,"code_generation_activity_count":0,"code_acceptance_activity_count":0,"used_agent":false,"used_chat":false}
        {"day":"2026-03-31","user_id":9,"user_login":"stranger","user_initiated_interaction_count":1,"used_agent":false}
        {"day":"2026-03-31","user_id":10,"user_login":"whoever","user_initiated_interaction_count":2,"code_generation

        """

    @Test func `of GitHub Copilot find people by login and tell agents from chat`() throws {
        let result = try exports(["c.ndjson": Self.copilot], settings: "people: {octo: ada, '8': grace}")
        #expect(
            result.evidence.use.keys == [
                UseKey(tool: "GitHub Copilot", mode: .agent), UseKey(tool: "GitHub Copilot", mode: .assist),
            ])
        #expect(result.days(of: 0) == ["2026-03-30", "2026-03-31"])
        #expect(result.days(of: 1) == [])
        #expect(result.evidence.depth?.map(\.actions) == [10])
        #expect(result.evidence.depth?.map(\.activeDays) == [2])
        #expect(result.lines(.unknownPerson) == [4])
        #expect(result.lines(.badJSON) == [5])
        #expect(
            result.messages(.badJSON) == [
                "The line is not a whole JSON object. It is left out; export the file again."
            ])
        #expect(result.rows("exports/c.ndjson") == [5, 2])
    }

    @Test func `of GitHub Copilot may be wrapped in one document`() throws {
        let rows = Self.copilot.split(separator: "\n").prefix(2).joined(separator: ",\n  ")
        let document =
            "{\n \"report_start_day\": \"2026-03-30\",\n \"day_totals\": [\n  \(rows)\n ]\n}\n"
        let result = try exports(["c.json": document], settings: "people: {ada: [octo]}")
        #expect(result.days(of: 0) == ["2026-03-30", "2026-03-31"])
    }

    @Test func `that overlap complete each other and never add up`() throws {
        let settings = "people: {ada: [octo]}"
        let lines = Self.copilot.split(separator: "\n").map { String($0) + "\n" }
        let one = try exports(["a": lines[0] + lines[1]], settings: settings)
        let early = lines[1].replacing(
            "\"user_initiated_interaction_count\":5", with: "\"user_initiated_interaction_count\":1")
        let both = try exports(["a": lines[0] + early, "b": lines[1] + lines[0]], settings: settings)
        #expect(contents(one.evidence) == contents(both.evidence))
    }

    @Test func `that are the same file twice change nothing`() throws {
        let once = try exports(["a.csv": Self.events])
        let twice = try exports(["a.csv": Self.events, "b.csv": Self.events])
        #expect(contents(once.evidence) == contents(twice.evidence))
        #expect(
            twice.messages(.exportRepeated) == ["Another export has the same content. It is read once."])
    }

    private static let detail = """
        Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Copilot Chat Last Activity Date,Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,Report Period
        2026-07-03,ADA@example.com,Ada Lovelace,2026-07-02,2026-07-02,2026-06-01,,7
        2026-07-03,grace@example.com,Grace,,,,,7
        2026-07-03,E58EEF6A6BBD3D0293CB306D24A42057,6A46,,,,,7

        """

    @Test func `of Microsoft 365 Copilot tell of days last seen, over the people listed`() throws {
        let result = try exports(["m.csv": Self.detail])
        #expect(result.days(of: 0) == ["2026-06-01", "2026-07-02"])
        #expect(result.evidence.depth == nil)
        #expect(
            result.evidence.coverage == [
                Coverage(
                    source: "Microsoft 365 Copilot", people: PeopleSet([PersonID(0), PersonID(1)]),
                    from: day("2026-06-01"), to: day("2026-07-03"), absence: .lastSeenOnly,
                    note: "Microsoft 365 Copilot usage user detail")
            ])
        #expect(
            result.messages(.namesConcealed) == [
                "1 row names 1 person by codes, so they join nobody and are only counted. In the admin centre, under Settings, Org settings, Reports, turn off concealed names and export again."
            ])
        #expect(result.messages(.unknownColumn) == [])
        #expect(!"\(result)".contains("Lovelace"))
    }

    @Test func `that nobody knows are named and left alone`() throws {
        let result = try exports(["x.csv": "a,b\n1,2\n", "y": "", "z.bin": "\u{1}\u{2}\u{0}"])
        #expect(result.evidence.use.rows == [])
        #expect(result.messages(.exportNotRecognised).count == 3)
        #expect(
            result.messages(.exportNotRecognised).first
                == "No known export looks like this file, and it is not read. Turn it into use.csv, or see the guide on formats for what can be read."
        )
    }
}

/// The sample exports that may lie beside the project.
@Suite struct `Sample exports` {
    @Test func `of generic events are read`() throws {
        guard let bytes = try ExportCase.sample("events/generic-usage-events.csv") else { return }
        let result = try ExportCase.read(people: ["ada@example.com"], bytes: ["x": bytes])
        #expect(result.days(of: 0) == ["2026-05-07"])
    }
}
