import Intake
import Measures
import Rollout
import Testing

/// Claude Code analytics: several rows a person and day, machines apart from people.
@Suite struct `Claude Code analytics` {
    private func row(
        _ actor: String, day: String = "2026-05-07", terminal: String = "vscode", remote: Bool = false,
        sessions: Int = 1,
        accepted: Int = 0, rejected: Int = 0
    ) -> String {
        """
        {"date":"\(day)T00:00:00Z","actor":\(actor),"organization_id":"o","customer_type":"api","subscription_type":null,\
        "terminal_type":"\(terminal)","is_remote":\(remote),"core_metrics":{"num_sessions":\(sessions),\
        "lines_of_code":{"added":900,"removed":1},"commits_by_claude_code":2,"pull_requests_by_claude_code":0},\
        "tool_actions":{"edit_tool":{"accepted":\(accepted),"rejected":\(rejected)},"write_tool":{"accepted":0,"rejected":0}},\
        "model_breakdown":[{"model":"m","tokens":{"input":1},"estimated_cost":{"currency":"USD","amount":1025}}]}
        """
    }

    private func document(_ rows: [String], more: String = "\"has_more\":false,\"next_page\":null") -> String
    {
        "{\"data\":[\(rows.joined(separator: ","))],\(more)}"
    }

    private func person(_ name: String) -> String {
        "{\"type\":\"user_actor\",\"email_address\":\"\(name)\"}"
    }

    @Test func `add up over terminals, and a row that stands twice counts once`() throws {
        let one = row(person("Ada@Example.com"), sessions: 5, accepted: 3, rejected: 1)
        let other = row(person("ada@example.com"), terminal: "iTerm.app", sessions: 1)
        let result = try readExports(["x.json": document([one, other, one])])
        #expect(result.days(of: 0, "Claude Code") == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 10])
        #expect(result.notices.map(\.id) == ["intake.coverageAssumed"])
        #expect(result.export("x.json")?.reader == "claude-code-analytics")
    }

    @Test func `count machines apart from people`() throws {
        let key = "{\"type\":\"api_actor\",\"api_key_name\":\"nightly-bot\"}"
        let result = try readExports([
            "x": document([row(key, sessions: 30), row(key, day: "2026-05-08", sessions: 2)])
        ])
        #expect(result.evidence.use.rows == [])
        #expect(result.totals("x") == ["Claude Code API keys actions 2026-05-07/2026-05-08 32"])
        #expect(result.tells(["nightly"]) == [])
        #expect(result.messages(.unknownPerson) == [])
    }

    @Test func `tell sessions far away from those at the keyboard`() throws {
        let result = try readExports([
            "x": document([
                row(person("grace@example.com"), remote: true),
                row(person("linus@example.com"), sessions: 0), row(person("stranger@example.com")),
            ])
        ])
        #expect(result.days(of: 1, "Claude Code", .agent) == ["2026-05-07"])
        #expect(result.days(of: 1, "Claude Code") == [])
        #expect(result.days(of: 2) == [])
        #expect(result.export("x")?.unmatched.names.map(\.name) == ["stranger@example.com"])
        #expect(result.rows("exports/x") == [3, 1])
    }

    @Test func `keep the vendor's days, which are days of UTC`() throws {
        let result = try readExports(
            ["x": document([row(person("ada@example.com"))])], settings: "timeZone: America/Los_Angeles")
        #expect(result.days(of: 0) == ["2026-05-07"])
    }

    @Test func `may be pages one after another, or lines`() throws {
        let first = document(
            [row(person("ada@example.com"))], more: "\"has_more\":true,\"next_page\":\"p\"")
        let last = document([row(person("ada@example.com"), day: "2026-05-08")])
        let whole = try readExports(["x": first + "\n" + last])
        #expect(whole.days(of: 0) == ["2026-05-07", "2026-05-08"])
        #expect(whole.messages(.morePages) == [])
        #expect(
            try readExports(["x": first]).messages(.morePages) == [
                "The file is one page of several, and the source says that more follow. Fetch the others and put them beside it."
            ])
        let lines = row(person("ada@example.com")) + "\n" + row(person("grace@example.com")) + "\n"
        #expect(try readExports(["x": lines]).days(of: 1) == ["2026-05-07"])
    }

    @Test func `refuse rows that say no day or no number, and keep the others`() throws {
        let bad = row(person("ada@example.com"), day: "soon")
        let odd = row(person("ada@example.com"), sessions: -4)
        let result = try readExports(["x": document([bad, odd, row(person("grace@example.com"))])])
        #expect(result.days(of: 0) == [])
        #expect(result.days(of: 1) == ["2026-05-07"])
        #expect(
            result.messages(.badDate) == [
                "`date` is not a date such as 2026-06-28. The row is left out; correct the date."
            ])
        #expect(
            result.messages(.badNumber) == [
                "`num_sessions` is not a number from 0 to 1000000000, without a fraction. The row is left out; correct it."
            ])
    }

    @Test func `of the sample are read`() throws {
        guard
            let result = try VendorSamples.read(
                ["anthropic/claude-code-analytics.json"], people: vendorPeople)
        else { return }
        #expect(result.days(of: 0, "Claude Code") == ["2025-09-01"])
        #expect(result.days(of: 1, "Claude Code") == ["2025-09-01"])
        #expect(result.totals("claude-code-analytics.json").count == 1)
        #expect(result.notices.map(\.id) == ["intake.coverageAssumed"])
    }
}
