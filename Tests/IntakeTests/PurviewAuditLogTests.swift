import Intake
import Measures
import Rollout
import Testing

/// Interactions with Copilot as auditing logs them.
@Suite struct `Purview audit log` {
    private static let people = ["ada@example.com", "grace@example.com"]

    private static func table(_ rows: [String]) -> String {
        "\u{FEFF}RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n"
            + rows.joined(separator: "\r\n") + "\r\n"
    }

    private static func row(
        _ id: String, _ date: String, _ user: String, _ data: String, operation: String = "CopilotInteraction"
    ) -> String {
        "\(id),\(date),261,\(operation),\(user),\"\(data.replacing("\"", with: "\"\""))\",,"
    }

    private static func data(prompts: Int, answers: Int = 1, identity: String = "\"Copilot.Word\"") -> String
    {
        let messages =
            Array(repeating: #"{"Id":"1","isPrompt":true}"#, count: prompts)
            + Array(repeating: #"{"Id":"2","isPrompt":false}"#, count: answers)
        return
            #"{"Operation":"CopilotInteraction","AppIdentity":\#(identity),"CopilotEventData":{"AppHost":"Word","Messages":[\#(messages.joined(separator: ","))],"AccessedResources":[{"Name":"Secret plan.docx"}]}}"#
    }

    @Test func `counts prompts by person and day, and keeps no file's name`() throws {
        let result = try ExportCase.read(
            people: Self.people,
            [
                "p": Self.table([
                    Self.row("1", "2026-06-30T08:15:02.0000000Z", "Ada@example.com", Self.data(prompts: 2)),
                    Self.row(
                        "2", "2026-06-30T09:01:44.0000000Z", "ada@example.com",
                        Self.data(prompts: 1, identity: #"{"AppId":"x"}"#)),
                    Self.row("3", "2026-07-02T09:01:44.0000000Z", "grace@example.com", Self.data(prompts: 1)),
                ])
            ])
        #expect(
            result.days(Self.people) == [
                "ada@example.com": ["2026-06-30"], "grace@example.com": ["2026-07-02"],
            ])
        #expect(result.evidence.depth?.map(\.actions) == [3, 1])
        #expect(
            result.coverageLines == ["Microsoft 365 Copilot, everybody, 2026-06-30 to 2026-07-02, notUsed"])
        #expect(result.totalLines == ["actions 2026-06-30 to 2026-07-02: 4"])
        var text = ""
        dump(result, to: &text)
        #expect(!text.contains("Secret"))
    }

    @Test func `takes a record once, and no answer that nobody asked for`() throws {
        let one = Self.row("1", "2026-06-30T08:15:02Z", "ada@example.com", Self.data(prompts: 2))
        let unasked = Self.row("2", "2026-06-29T08:15:02Z", "ada@example.com", Self.data(prompts: 0))
        let other = Self.row("3", "2026-06-28T08:15:02Z", "ada@example.com", "{}", operation: "FileAccessed")
        let result = try ExportCase.read(people: Self.people, ["p": Self.table([one, one, unasked, other])])
        #expect(result.days(Self.people) == ["ada@example.com": ["2026-06-30"]])
        #expect(result.evidence.depth?.map(\.actions) == [2])
        #expect(result.exports.first?.remarks == ["1 row of other operations are passed over."])
    }

    @Test func `keeps the day of an interaction whose cell is cut off, in either form of time`() throws {
        let result = try ExportCase.read(
            people: Self.people,
            [
                "p": Self.table([
                    Self.row(
                        "1", "6/30/2026 10:20:00 AM", "grace@example.com",
                        #"{"Operation":"CopilotInteraction","UserId":"grace@exam"#)
                ])
            ])
        #expect(result.days(Self.people) == ["grace@example.com": ["2026-06-30"]])
        #expect(result.evidence.depth == nil)
        #expect(
            result.messages(.badJSON) == [
                "`AuditData` is cut off. The day counts as used, and how many prompts were sent is not known."
            ])
    }

    @Test func `is read in its older form`() throws {
        let data = Self.data(prompts: 1).replacing("\"", with: "\"\"")
        let result = try ExportCase.read(
            people: Self.people,
            [
                "p":
                    "CreationDate,UserIds,Operations,AuditData\n2026-06-30T08:15:02Z,ada@example.com,CopilotInteraction,\"\(data)\"\n"
            ])
        #expect(result.days(Self.people) == ["ada@example.com": ["2026-06-30"]])
    }

    @Test func `tells the day in the zone of the case`() throws {
        let row = Self.row("1", "2026-06-30T23:30:00.0000000Z", "ada@example.com", Self.data(prompts: 1))
        let result = try ExportCase.read(
            people: Self.people, ["p": Self.table([row])], settings: "timeZone: \"+02:00\"")
        #expect(result.days(Self.people) == ["ada@example.com": ["2026-07-01"]])
    }

    @Test func `with as many rows as are exported at most lacks rows`() throws {
        let rows = (0..<50_000).map { "\($0),2026-06-30T08:15:02Z,261,CopilotInteraction,ada@example.com,,," }
        let result = try ExportCase.read(people: Self.people, ["p": Self.table(rows)])
        #expect(
            result.messages(.exportCapped) == [
                "The file has exactly 50000 rows, the most that its source exports, so rows are missing. Export shorter spans, and put the files beside each other."
            ])
        #expect(result.days(Self.people) == ["ada@example.com": ["2026-06-30"]])
    }

    @Test func `of the sample is read`() throws {
        guard let bytes = try ExportCase.sample("m365-copilot/purview-audit-log.csv") else { return }
        let result = try ExportCase.read(people: Self.people, bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["purview-audit-log"])
        #expect(
            result.days(Self.people) == [
                "ada@example.com": ["2026-06-30"], "grace@example.com": ["2026-06-30"],
            ])
        #expect(result.evidence.depth?.map(\.actions) == [2])
        #expect(result.lines(.badJSON) == [4])
    }
}
