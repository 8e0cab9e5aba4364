import Intake
import Measures
import Rollout
import Testing

/// Reports of ChatGPT Enterprise: two days a period are told, and no more are made up.
@Suite struct `ChatGPT Enterprise reports` {
    private static let header =
        "cadence,period_start,period_end,account_id,public_id,name,email,role,user_role,department,groups,user_status,created_or_invited_date,is_active,first_day_active_in_period,last_day_active_in_period,messages,messages_rank,model_to_messages,gpt_messages,gpts_messaged,gpt_to_messages,tool_messages,tools_messaged,tool_to_messages,project_messages,projects_messaged,project_to_messages,projects_created,last_day_active\n"

    private func row(
        _ address: String, id: String = "user-x", from: String = "2026-05-03", to: String = "2026-05-09",
        department: String = "", status: String = "enabled", active: String = "1", first: String = "",
        last: String = "",
        messages: String = "", ever: String = "", cadence: String = "Weekly"
    ) -> String {
        "\(cadence),\(from),\(to),acc,\(id),Some Name,\(address),,standard-user,\(department),,\(status),2026-03-01,\(active),\(first),\(last),\(messages),3,\"{'gpt-4o': 20, 'o3': 5}\",5,1,\"{'It''s mine (g-1)': 5}\",3,1,{'search': 3},2,1,\"{\"\"Anna's plan\"\": 2}\",0,\(ever)\n"
    }

    private func report(_ rows: String...) -> [String: String] {
        ["chatgpt.csv": Self.header + rows.joined()]
    }

    @Test func `mark the first and the last day, and no day between`() throws {
        let result = try readExports(
            report(
                row(
                    "ADA@example.com", first: "2026-05-04", last: "2026-05-08", messages: "25",
                    ever: "2026-05-08"),
                row("grace@example.com", active: "0", messages: "0"),
                row("linus@example.com", active: "0")))
        #expect(result.days(of: 0, "ChatGPT") == ["2026-05-04", "2026-05-08"])
        #expect(result.evidence.weeks.map(\.person) == [PersonID(0)])
        #expect(result.evidence.weeks.map(\.week) == [day("2026-05-06").week])
        #expect(result.evidence.weeks.map(\.activeDays) == [nil])
        #expect(result.evidence.depth == nil)
        #expect(result.totals("chatgpt.csv") == ["ChatGPT all actions 2026-05-03/2026-05-09 25"])
        #expect(result.days(of: 1) == [])
        #expect(result.coveredPeople == ["ChatGPT 0+1+2 2026-05-03/2026-05-09 notUsed"])
        #expect(result.messages(.unknownColumn) == [])
        #expect(result.messages(.badNumber) == [])
        #expect(result.tells(["Anna", "mine (g-1)", "Some Name"]) == [])
    }

    @Test func `count messages on the days they must have been sent`() throws {
        let result = try readExports(
            report(
                row("ada@example.com", first: "2026-05-06", last: "2026-05-06", messages: "25.0"),
                row("grace@example.com", first: "2026-05-04", last: "2026-05-08", messages: "2")))
        #expect(result.actions(of: 0) == ["2026-05-04": 25])
        #expect(result.evidence.depth?.first { $0.person.ordinal == 1 }?.singleActionDays == 2)
        #expect(result.evidence.weeks == [])
    }

    @Test func `over a month do not say that nobody used it on the other days`() throws {
        let result = try readExports(
            report(
                row(
                    "ada@example.com", from: "2026-05-01", to: "2026-05-31", first: "2026-05-04",
                    last: "2026-05-28",
                    messages: "80", cadence: "Monthly")))
        #expect(result.days(of: 0) == ["2026-05-04", "2026-05-28"])
        #expect(result.coveredPeople == ["ChatGPT 0 2026-05-01/2026-05-31 lastSeenOnly"])
        #expect(result.evidence.depth == nil)
        #expect(result.evidence.weeks == [])
    }

    @Test func `that lack a day, or both, still tell of the week`() throws {
        let result = try readExports(
            report(
                row("ada@example.com", first: "2026-05-04", messages: "3"),
                row("grace@example.com", messages: "3"), row("linus@example.com", active: "", messages: "")))
        #expect(result.days(of: 0) == ["2026-05-04"])
        #expect(result.days(of: 1) == [])
        #expect(result.evidence.weeks.map(\.person.ordinal) == [0, 1])
        #expect(result.evidence.depth == nil)
    }

    @Test func `of weeks that follow each other cover them all, for those listed in each`() throws {
        let result = try readExports([
            "a.csv": Self.header + row("ada@example.com", active: "0")
                + row("grace@example.com", active: "0"),
            "b.csv": Self.header + row("ada@example.com", from: "2026-05-10", to: "2026-05-16", active: "0"),
        ])
        #expect(
            result.coveredPeople == [
                "ChatGPT 0 2026-05-03/2026-05-16 notUsed", "ChatGPT 1 2026-05-03/2026-05-09 notUsed",
            ])
    }

    @Test func `do not cover who has not accepted the invitation, or has left`() throws {
        let result = try readExports(
            report(
                row("ada@example.com", status: "pending", active: "0"),
                row("grace@example.com", status: "disabled", active: "0"),
                row(
                    "linus@example.com", status: "deactivated", active: "1", first: "2026-05-04",
                    last: "2026-05-04", messages: "1"),
                row("", id: "user-pending", status: "pending", active: "")))
        #expect(result.coveredPeople == ["ChatGPT 2 2026-05-03/2026-05-09 notUsed"])
        #expect(result.days(of: 2) == ["2026-05-04"])
        #expect(result.export("chatgpt.csv")?.unmatched.rows == 0)
    }

    @Test func `take a last day before the period as a day of use`() throws {
        let result = try readExports(report(row("ada@example.com", active: "0", ever: "2026-04-02")))
        #expect(result.days(of: 0) == ["2026-04-02"])
    }

    @Test func `do not use a day outside the period`() throws {
        let result = try readExports(
            report(row("ada@example.com", first: "2026-05-01", last: "2026-05-08", messages: "9")))
        #expect(result.days(of: 0) == ["2026-05-08"])
        #expect(
            result.messages(.badValue) == [
                "A day of use lies outside the period of its row. It is not used; export the report again."
            ])
    }

    @Test func `find people by id where the address is blank`() throws {
        let result = try readExports(
            report(row("", id: "user-7", first: "2026-05-04", last: "2026-05-04")),
            settings: "people: {linus: user-7}")
        #expect(result.days(of: 2) == ["2026-05-04"])
    }

    @Test func `give people without a roster their department`() throws {
        let result = try readExports(
            report(
                row("ada@example.com", id: "u1", department: "\"[\"\"Finance\"\",\"\"EMEA\"\"]\""),
                row("grace@example.com", id: "u2", department: "Sales"),
                row("linus@example.com", id: "u3", department: "\"['Legal']\""),
                row("mary@example.com", id: "u4", department: "[broken")),
            people: nil)
        #expect(result.evidence.people.count == 4)
        #expect(result.evidence.teams.map(\.name).sorted() == ["Finance", "Legal", "Sales", "[broken"])
    }

    @Test func `with the other spelling of the rank are read, and nobody is ranked`() throws {
        let text =
            Self.header.replacing("messages_rank", with: "message_rank")
            + row("ada@example.com", first: "2026-05-04", last: "2026-05-04", messages: "5")
        let result = try readExports(["x": text])
        #expect(result.messages(.unknownColumn) == [])
        #expect(result.actions(of: 0) == ["2026-05-04": 5])
    }

    @Test func `of periods the wrong way round lose the row`() throws {
        let result = try readExports(report(row("ada@example.com", from: "2026-05-09", to: "2026-05-03")))
        #expect(
            result.messages(.datesReversed) == [
                "`period_start` is later than `period_end`. The row is left out; correct the dates."
            ])
    }

    @Test func `of projects are totals, without names`() throws {
        let text = """
            project_id,project_name,config_type,project_description,project_url,project_creator_email,is_active,first_day_active_in_period,last_day_active_in_period,messages_workspace,unique_messagers_workspace
            g-p-1,Layoffs,project,secret,https://example.com/1,ada@example.com,1,2026-05-04,2026-05-08,14,3
            g-p-2,Other,project,,https://example.com/2,ada@example.com,1,2026-05-06,2026-05-09,6,1
            g-p-3,Idle,project,,https://example.com/3,ada@example.com,0,,,0,0

            """
        let result = try readExports(["p.csv": text])
        #expect(result.totals("p.csv") == ["ChatGPT projects and GPTs actions 2026-05-04/2026-05-09 20"])
        #expect(
            result.export("p.csv")?.remarks == [
                "Of 2 projects or GPTs with messages, 1 was used by one person only: what one person uses is not adopted."
            ])
        #expect(result.evidence.use.rows == [])
        #expect(result.tells(["Layoffs", "secret"]) == [])
        let gpts = text.replacing("project_", with: "gpt_")
        #expect(try readExports(["g.csv": gpts]).totals("g.csv").count == 1)
    }

    @Test func `of the samples are read`() throws {
        let people = "person,team,role\ntest.user1@example.com,A,R\ntest.user2@example.com,A,R\n"
        let names = [
            "openai/chatgpt-enterprise-users-weekly.csv", "openai/chatgpt-enterprise-projects-weekly.csv",
        ]
        guard let result = try VendorSamples.read(names, people: people) else { return }
        #expect(result.days(of: 0, "ChatGPT") == ["2025-04-02", "2025-04-05"])
        #expect(result.days(of: 1) == [])
        #expect(result.coveredPeople == ["ChatGPT 0+1 2025-03-30/2025-04-05 notUsed"])
        #expect(result.totals("chatgpt-enterprise-projects-weekly.csv").count == 1)
        #expect(result.messages(.unknownColumn) == [])
        #expect(result.messages(.unknownPerson) == [])
    }
}
