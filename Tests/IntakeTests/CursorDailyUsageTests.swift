import Intake
import Measures
import Rollout
import Testing

/// Cursor's daily usage: idle people are listed, and what was shown is not what was chosen.
@Suite struct `Cursor daily usage` {
    private func row(
        _ address: String, day: String? = "2026-05-07", date: String = "1778112000000", active: Bool = true,
        _ counts: [String: Int] = [:]
    ) -> String {
        let names = [
            "chatRequests", "composerRequests", "agentRequests", "cmdkUsages", "bugbotUsages",
            "totalTabsShown",
            "totalTabsAccepted", "totalLinesAdded", "usageBasedReqs",
        ]
        let fields = names.map { "\"\($0)\":\(counts[$0] ?? 0)" }.joined(separator: ",")
        let dayField = day.map { "\"day\":\"\($0)\"," } ?? ""
        return
            "{\"userId\":\"u_\(address.count)\",\(dayField)\"date\":\(date),\"email\":\"\(address)\",\"isActive\":\(active),\(fields),\"mostUsedModel\":null}"
    }

    private func document(_ rows: [String]) -> String {
        "{\"data\":[\(rows.joined(separator: ","))],\"period\":{\"startDate\":1}}"
    }

    @Test func `tell agents from assistance, and reviews from both`() throws {
        let result = try readExports([
            "x": document([
                row(
                    "ADA@example.com",
                    ["chatRequests": 3, "agentRequests": 2, "totalTabsAccepted": 5, "cmdkUsages": 1]),
                row("grace@example.com", ["bugbotUsages": 4]),
                row("linus@example.com", ["composerRequests": 2]),
            ])
        ])
        #expect(result.days(of: 0, "Cursor", .assist) == ["2026-05-07"])
        #expect(result.days(of: 0, "Cursor", .agent) == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 11])
        #expect(result.days(of: 1, "Cursor", .review) == ["2026-05-07"])
        #expect(result.days(of: 1, "Cursor") == [])
        #expect(result.actions(of: 1) == [:])
        #expect(result.days(of: 2, "Cursor", .assist) == ["2026-05-07"])
    }

    @Test func `see idle people, and who saw completions and took none`() throws {
        let result = try readExports([
            "x": document([
                row("ada@example.com", active: false),
                row("grace@example.com", ["totalTabsShown": 40, "totalLinesAdded": 9]),
                row("linus@example.com", ["chatRequests": 1]),
                row("linus@example.com", day: "2026-05-08", date: "1778198400000", active: false),
            ])
        ])
        #expect(result.days(of: 0) == [])
        #expect(result.days(of: 1) == [])
        #expect(
            result.coveredPeople == [
                "Cursor 0+1 2026-05-07/2026-05-07 notUsed", "Cursor 2 2026-05-07/2026-05-08 notUsed",
            ])
    }

    @Test func `take the day of milliseconds where no day is written, as a day of UTC`() throws {
        let result = try readExports(
            ["x": document([row("ada@example.com", day: nil, ["chatRequests": 1])])],
            settings: "timeZone: America/Los_Angeles")
        #expect(result.days(of: 0) == ["2026-05-07"])
    }

    @Test func `of an older kind say only who was active`() throws {
        let text = """
            {"data":[{"date":1778112000000,"email":"ada@example.com","isActive":true,"chatRequests":null,"agentRequests":null},\
            {"date":1778112000000,"email":"grace@example.com","isActive":false,"chatRequests":null,"agentRequests":null}]}
            """
        let result = try readExports(["x": text])
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.days(of: 1) == [])
        #expect(result.evidence.depth == nil)
    }

    @Test(arguments: ["\"soon\"", "null", "-5", "12"]) func `refuse rows without a day`(date: String) throws {
        let result = try readExports([
            "x": document([
                row("ada@example.com", day: nil, date: date, ["chatRequests": 1]),
                row("grace@example.com", ["chatRequests": 1]),
            ])
        ])
        #expect(result.days(of: 0) == [])
        #expect(result.days(of: 1) == ["2026-05-07"])
        #expect(result.rows("exports/x") == [2, 1])
        #expect(result.messages(.badDate).count + result.messages(.missingValue).count == 1)
    }

    @Test func `that come again change nothing, and a fuller answer completes`() throws {
        let early = document([row("ada@example.com", ["chatRequests": 1])])
        let late = document([row("ada@example.com", ["chatRequests": 7])])
        let result = try readExports([
            "a": early, "b": late, "c": document([row("ada@example.com", ["chatRequests": 1])]) + "\n",
        ])
        #expect(result.actions(of: 0) == ["2026-05-04": 7])
    }

    @Test func `of the sample are read`() throws {
        guard let result = try VendorSamples.read(["events/cursor-daily-usage.json"], people: vendorPeople)
        else { return }
        #expect(result.days(of: 0, "Cursor", .agent) == ["2026-05-07"])
        #expect(result.days(of: 0, "Cursor", .review) == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 541])
        #expect(result.days(of: 1) == [])
        #expect(result.coveredPeople == ["Cursor 0+1 2026-05-07/2026-05-07 notUsed"])
        #expect(result.notices == [])
    }
}
