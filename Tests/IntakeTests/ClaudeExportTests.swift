import Intake
import Measures
import Rollout
import Testing

/// A Claude data export: messages are counted by account and day, and nothing of what was written is kept.
@Suite struct `Claude data exports` {
    private let users = """
        [{"uuid":"a0000000-0000-0000-0000-000000000001","full_name":"Ada Lovelace","email_address":"ADA@example.com","verified_phone_number":"+4930123"},\
        {"uuid":"a0000000-0000-0000-0000-000000000002","full_name":"Grace Hopper","email_address":"grace@example.com"}]
        """

    private func message(_ time: String, sender: String = "human", text: String = "secret plan") -> String {
        "{\"uuid\":\"m\",\"text\":\"\(text)\",\"content\":[{\"type\":\"text\",\"text\":\"\(text)\"}],\"sender\":\"\(sender)\",\"created_at\":\"\(time)\",\"attachments\":[{\"file_name\":\"payroll.xlsx\",\"extracted_content\":\"\(text)\"}],\"files\":[]}"
    }

    private func conversation(_ account: Int, _ messages: [String]) -> String {
        "{\"uuid\":\"c\",\"name\":\"Redundancies\",\"summary\":\"\",\"created_at\":\"2026-05-07T09:00:00Z\",\"updated_at\":\"2026-05-07T09:00:00Z\",\"account\":{\"uuid\":\"a0000000-0000-0000-0000-00000000000\(account)\"},\"chat_messages\":[\(messages.joined(separator: ","))]}"
    }

    @Test func `count what people sent, by day in the case's zone`() throws {
        let text =
            "["
            + conversation(
                1,
                [
                    message("2026-05-07T21:59:59.999999Z"),
                    message("2026-05-07T21:59:59Z", sender: "assistant"),
                    message("2026-05-07T22:00:00.000000Z"),
                    message("2026-05-08T08:00:00+00:00", text: "\\\"}],[{\\\\"),
                ]) + "," + conversation(2, []) + "]"
        let result = try readExports(
            ["conversations.json": text, "users.json": users], settings: "timeZone: Europe/Berlin")
        #expect(result.days(of: 0, "Claude") == ["2026-05-07", "2026-05-08"])
        #expect(result.evidence.depth?.map(\.actions) == [3])
        #expect(result.days(of: 1) == [])
        #expect(result.tells(["secret", "payroll", "Redundancies", "Lovelace", "4930123"]) == [])
    }

    @Test func `are seen over those who have an account, under any order of names`() throws {
        for names in [("a.json", "z.json"), ("z.json", "a.json")] {
            let result = try readExports([
                names.0: "[" + conversation(1, [message("2026-05-07T10:00:00Z")]) + "]", names.1: users,
            ])
            #expect(result.days(of: 0) == ["2026-05-07"])
            #expect(result.coveredPeople == ["Claude 0+1 2026-05-07/2026-05-07 notUsed"])
            #expect(
                result.messages(.coverageAssumed) == [
                    "There is no coverage.csv. It is assumed that Claude is seen for everybody who has a seat from 7 May 2026 to 7 May 2026, and that no row means not used. Say otherwise in coverage.csv."
                ])
        }
    }

    @Test func `without the list of users can only be counted`() throws {
        let result = try readExports([
            "c.json": "[" + conversation(1, [message("2026-05-07T10:00:00Z")]) + "]"
        ])
        #expect(result.evidence.use.rows == [])
        #expect(result.export("c.json")?.concealedRows == 1)
        #expect(result.export("c.json")?.concealedPeople == 1)
    }

    @Test func `may hold a conversation with long attachments`() throws {
        let long = message("2026-05-07T10:00:00Z", text: String(repeating: "x", count: 3 << 20))
        let result = try readExports([
            "c.json": "[" + conversation(1, [long, message("2026-05-09T10:00:00Z")]) + "]", "u.json": users,
        ])
        #expect(result.notices.map(\.id) == ["intake.coverageAssumed"])
        #expect(result.export("c.json")?.statistics?.rowsRead == 1)
        #expect(result.days(of: 0) == ["2026-05-07", "2026-05-09"])
    }

    @Test func `keep whole conversations where one is broken`() throws {
        let times = [message("later"), message("2026-05-07T10:00:00Z")]
        let result = try readExports([
            "c.json": conversation(1, times) + "\n"
                + "{\"uuid\":\"c\",\"account\":{\"uuid\":\"x\"},\"chat_mess\n"
                + conversation(2, [message("2026-05-08T10:00:00Z")]) + "\n", "u.json": users,
        ])
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.days(of: 1) == ["2026-05-08"])
        #expect(
            result.messages(.badDate) == [
                "`created_at` of a message is not a time such as 2026-05-07T09:12:44Z. The message is not counted."
            ])
        #expect(result.messages(.badJSON).count == 1)
    }

    @Test func `of members tell who has a seat`() throws {
        let members = """
            Name,Email,Role,Seat Tier,Status
            Ada Lovelace,ada@example.com,Owner,Premium,Active
            ,linus@example.com,User,Standard,Pending
            Grace Hopper,GRACE@example.com,User,Standard,Active
            Somebody,gone@example.com,User,Standard,Active

            """
        let uses = "timestamp,person,tool\n2026-05-07,ada,Claude\n"
        let result = try readExports(["members.csv": members, "use.csv": uses])
        #expect(result.coveredPeople == ["Claude 0+1 2026-05-07/2026-05-07 notUsed"])
        #expect(result.export("members.csv")?.unmatched.names.map(\.name) == ["gone@example.com"])
        #expect(result.messages(.unknownColumn) == [])
        #expect(result.evidence.people.count == 3)
        #expect(result.evidence.roles == ["Analyst", "Engineer"])
        #expect(result.tells(["Lovelace"]) == [])
    }

    @Test func `of the samples are read`() throws {
        let names = [
            "anthropic/claude-export-conversations.json", "anthropic/claude-export-users.json",
            "anthropic/claude-members.csv",
        ]
        guard let result = try VendorSamples.read(names, people: vendorPeople) else { return }
        #expect(result.days(of: 0, "Claude") == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 1])
        #expect(result.coveredPeople == ["Claude 0+1 2026-05-07/2026-05-07 notUsed"])
        #expect(result.tells(["Quarterly", "synthetic"]) == [])
    }
}
