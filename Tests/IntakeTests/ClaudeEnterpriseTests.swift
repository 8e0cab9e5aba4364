import Intake
import Measures
import Rollout
import Testing

/// Claude Enterprise analytics: everybody is listed, one day a file, and the day stands nowhere within.
@Suite struct `Claude Enterprise analytics` {
    private func user(
        _ address: String, chat: String = "0", office: Int = 0, design: Int = 0, cowork: Int = 0,
        turns: Int = 0,
        sessions: String = "0", accepted: Int = 0, date: String? = nil
    ) -> String {
        """
        {\(date.map { "\"date\":\"\($0)\"," } ?? "")"user":{"id":"user_1\(address.count)","email_address":"\(address)"},\
        "chat_metrics":{"distinct_conversation_count":4,"message_count":\(chat),"thinking_message_count":0},\
        "claude_code_metrics":{"core_metrics":{"commit_count":9,"distinct_session_count":\(sessions),\
        "lines_of_code":{"added_count":400,"removed_count":0}},"tool_actions":{"edit_tool":\
        {"accepted_count":\(accepted),"rejected_count":\(accepted > 0 ? 1 : 0)}}},"office_metrics":{"excel":{"distinct_session_count":1,\
        "message_count":\(office)},"word":{"distinct_session_count":0,"message_count":0}},\
        "design_metrics":{"message_count":\(design)},"cowork_metrics":{"message_count":\(cowork),"action_count":70,\
        "dispatch_turn_count":\(turns)},"web_search_count":0}
        """
    }

    private func document(_ users: [String], date: String? = nil) -> String {
        let head = date.map { "\"date\":\"\($0)\"," } ?? ""
        return "{\(head)\"data\":[\(users.joined(separator: ","))],\"next_page\":null}"
    }

    @Test func `take the day from the file's name and say so`() throws {
        let result = try readExports([
            "claude 2026-05-07.json": document([user("ADA@example.com", chat: "31")])
        ])
        #expect(result.days(of: 0, "Claude") == ["2026-05-07"])
        #expect(
            result.export("claude 2026-05-07.json")?.remarks == [
                "The day, 7 May 2026, is taken from the file's name: the vendor's answer does not say it."
            ])
    }

    @Test(
        arguments: zip(
            [
                "u_20260507.json", "2026_05_07_page2.json", "claude-users-2026-05-07_3.json.gz",
                "a2026-05-07b.json",
            ],
            ["2026-05-07", "2026-05-07", "2026-05-07", "2026-05-07"]))
    func `may be named in the usual ways`(name: String, expected: String) throws {
        let result = try readExports([name: document([user("ada@example.com", chat: "1")])])
        #expect(result.days(of: 0, "Claude") == [expected])
    }

    @Test(arguments: [
        "users.json", "2026-05-07_to_2026-05-08.json", "2026-13-07.json", "120260507.json", "202605071.json",
    ])
    func `of which nobody knows the day are left out with one error`(name: String) throws {
        let result = try readExports([
            name: document([user("ada@example.com", chat: "1"), user("grace@example.com")])
        ])
        #expect(result.evidence.use.rows == [])
        #expect(
            result.messages(.exportWithoutDay) == [
                "The file does not say which day it is about, and nothing is taken from it. Put the day into its name, for example `claude-users-2026-05-07.json`."
            ])
        #expect(result.notices.contains { $0.severity == .error })
        #expect(result.rows("exports/\(name)") == [2, 2])
    }

    @Test func `may say their day in the document or in each row`() throws {
        let result = try readExports([
            "one.json": document([user("ada@example.com", chat: "1")], date: "2026-05-07"),
            "two.json": document([user("ada@example.com", chat: "1", date: "2026-05-08")]),
        ])
        #expect(result.days(of: 0, "Claude") == ["2026-05-07", "2026-05-08"])
        #expect(result.export("one.json")?.remarks == [])
    }

    @Test func `tell chat, Office and Design from Cowork and Claude Code`() throws {
        let result = try readExports([
            "2026-05-07.json": document([
                user("ada@example.com", chat: "2", office: 3, design: 1),
                user("grace@example.com", cowork: 2, turns: 5),
                user("linus@example.com", chat: "null", sessions: "2", accepted: 3),
            ])
        ])
        #expect(result.days(of: 0, "Claude") == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 6])
        #expect(result.days(of: 1, "Claude", .agent) == ["2026-05-07"])
        #expect(result.days(of: 1, "Claude") == [])
        #expect(result.days(of: 2, "Claude Code") == ["2026-05-07"])
        // Without a number of messages, four conversations count; two sessions, three edits and one refused.
        #expect(result.actions(of: 2) == ["2026-05-04": 10])
    }

    @Test func `list who was idle, and days join to weeks`() throws {
        let days = ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"]
        var files: [String: String] = [:]
        for day in days {
            var users = [user("ada@example.com", chat: "1"), user("grace@example.com")]
            if day > "2026-05-05" { users.append(user("linus@example.com")) }
            files["users \(day).json"] = document(users)
        }
        let result = try readExports(files)
        #expect(
            result.coveredPeople == [
                "Claude 0+1 2026-05-04/2026-05-07 notUsed", "Claude 2 2026-05-06/2026-05-07 notUsed",
                "Claude Code 0+1 2026-05-04/2026-05-07 notUsed",
                "Claude Code 2 2026-05-06/2026-05-07 notUsed",
            ])
        #expect(result.messages(.coverageAssumed) == [])
        #expect(result.days(of: 1) == [])
    }

    @Test func `find people by account id where it is an alias`() throws {
        let result = try readExports(
            ["2026-05-07.json": document([user("old.ada@example.org", chat: "1")])],
            settings: "people: {ada: [user_119]}")
        #expect(result.days(of: 0) == ["2026-05-07"])
    }

    @Test func `of summaries are totals only`() throws {
        let text = """
            {"data":[{"starting_date":"2026-05-07","ending_date":"2026-05-08","daily_active_user_count":61,\
            "weekly_active_user_count":118,"monthly_active_user_count":170,"assigned_seat_count":240,\
            "pending_invite_count":9},{"starting_date":"2026-05-08","ending_date":"2026-05-09",\
            "daily_active_user_count":0,"assigned_seat_count":240}]}
            """
        let result = try readExports(["s": text])
        #expect(result.evidence.use.rows == [])
        #expect(result.evidence.coverage == [])
        #expect(
            result.totals("s") == [
                "Claude all enabledPeople 2026-05-07/2026-05-07 240",
                "Claude all activePeople 2026-05-07/2026-05-07 61",
                "Claude all enabledPeople 2026-05-08/2026-05-08 240",
                "Claude all activePeople 2026-05-08/2026-05-08 0",
            ])
    }

    @Test func `of the samples are read`() throws {
        let names = [
            "anthropic/claude-enterprise-analytics-users.json",
            "anthropic/claude-enterprise-analytics-summaries.json",
        ]
        guard let result = try VendorSamples.read(names, people: vendorPeople) else { return }
        // The sample of users carries no day in its name.
        #expect(result.messages(.exportWithoutDay).count == 1)
        #expect(result.totals("claude-enterprise-analytics-summaries.json").count == 2)
    }
}
