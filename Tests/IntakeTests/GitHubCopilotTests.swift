import Intake
import Measures
import Rollout
import Testing

/// GitHub Copilot, per user and day.
@Suite struct `GitHub Copilot users` {
    private static let people = ["octo", "grace"]
    private static func row(_ day: String, _ login: String, _ more: String) -> String {
        #"{"day":"\#(day)","user_id":7,"user_login":"\#(login)",\#(more)}"# + "\n"
    }
    private static let chat =
        #""user_initiated_interaction_count":3,"code_generation_activity_count":1,"code_acceptance_activity_count":2,"used_agent":false,"used_chat":true"#
    private static let idle =
        #""user_initiated_interaction_count":0,"code_generation_activity_count":0,"code_acceptance_activity_count":0,"used_agent":null,"used_chat":null,"used_copilot_code_review_active":null"#

    @Test func `cover everybody on the days of the report, whoever has a row`() throws {
        let result = try ExportCase.read(
            people: Self.people,
            [
                "c": Self.row("2026-03-30", "octo", Self.chat) + Self.row("2026-04-02", "grace", Self.idle)
            ])
        #expect(result.days(Self.people) == ["octo": ["2026-03-30"]])
        #expect(result.coverageLines == ["GitHub Copilot, everybody, 2026-03-30 to 2026-04-02, notUsed"])
        #expect(result.messages(.coverageAssumed) == [])
    }

    @Test func `of one day each join to one stretch of days`() throws {
        let files = ["2026-03-30", "2026-03-31", "2026-04-01", "2026-04-03"].map {
            ($0, Self.row($0, "octo", Self.chat))
        }
        let result = try ExportCase.read(people: Self.people, Dictionary(uniqueKeysWithValues: files))
        #expect(
            result.coverageLines == [
                "GitHub Copilot, everybody, 2026-03-30 to 2026-04-01, notUsed",
                "GitHub Copilot, everybody, 2026-04-03 to 2026-04-03, notUsed",
            ])
    }

    @Test func `tell modes apart and never read the word phase`() throws {
        let result = try ExportCase.read(
            people: Self.people,
            [
                "c": Self.row(
                    "2026-03-30", "octo",
                    #""used_cli":true,"ai_adoption_phase":{"phase_number":4,"phase":"Phase 2"}"#)
                    + Self.row("2026-03-31", "octo", #""used_copilot_cloud_agent":true"#)
                    + Self.row(
                        "2026-04-01", "octo", #""used_copilot_code_review_active":true,"used_chat":false"#)
                    + Self.row(
                        "2026-04-02", "octo", #""code_generation_activity_count":4,"used_agent":false"#)
            ])
        let modes = result.evidence.use.keys.map(\.mode)
        #expect(modes == [.agent, .assist, .review])
        #expect(result.evidence.use.rows.map { $0.block.bits.nonzeroBitCount } == [2, 1, 1])
    }

    @Test func `of a later export replace the counts of an earlier one`() throws {
        func document(_ made: String, _ prompts: Int) -> String {
            let row = Self.chat.replacing("count\":3", with: "count\":\(prompts)")
            return #"{"created_at":"\#(made)T00:00:00Z","day_totals":["# + Self.row("2026-03-30", "octo", row)
                + "]}"
        }
        let early = document("2026-03-31", 9)
        let late = document("2026-04-03", 4)
        let one = try ExportCase.read(people: Self.people, ["a": early, "b": late])
        let other = try ExportCase.read(people: Self.people, ["a": late, "b": early])
        #expect(one.evidence.depth?.map(\.actions) == [6])
        #expect(contents(one.evidence) == contents(other.evidence))
    }

    @Test(arguments: [
        ("users-1-day.ndjson", ["alice"], 2, "2026-05-07 to 2026-05-07"),
        ("users-28-day-derived.ndjson", ["defunkt"], 2, "2026-03-29 to 2026-04-25"),
        ("mock-organization-users-1-day-report.json", ["hubot"], 1, "2026-04-25 to 2026-04-25"),
    ])
    func `of every sample are read`(name: String, people: [String], keys: Int, span: String) throws {
        guard let bytes = try ExportCase.sample("github-copilot/\(name)") else { return }
        let result = try ExportCase.read(people: people, bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["github-copilot-users"])
        #expect(!result.days(people).isEmpty)
        #expect(result.coverageLines == ["GitHub Copilot, everybody, \(span), notUsed"])
        #expect(result.evidence.use.keys.count == keys)
        #expect(result.messages(.badJSON) == [])
    }
}

/// Who has a seat, and when last active.
@Suite struct `GitHub Copilot seats` {
    private static let seats = """
        {"total_seats":3,"seats":[
        {"last_activity_at":"2026-05-01T12:00:00Z","plan_type":"business","assignee":{"login":"octo","id":1},"assigning_team":{"id":2,"name":"Web","slug":"web"}},
        {"last_activity_at":"2026-05-03T12:00:00Z","plan_type":"business","assignee":{"login":"octo","id":1},"assigning_team":{"id":1,"name":"App","slug":"app"}},
        {"last_activity_at":null,"plan_type":"business","assignee":{"login":"newjoiner","id":3},"assigning_team":null}
        ]}
        """

    @Test func `tell of the last day only, over the people listed, each once`() throws {
        let result = try ExportCase.read(people: ["octo", "newjoiner", "other"], ["s": Self.seats])
        #expect(result.days(["octo", "newjoiner", "other"]) == ["octo": ["2026-05-01", "2026-05-03"]])
        #expect(
            result.coverageLines == ["GitHub Copilot, 2 people, 2026-05-01 to 2026-05-03, lastSeenOnly"])
        #expect(result.totalLines == ["enabledPeople 2026-05-03 to 2026-05-03: 2"])
        #expect(result.messages(.morePages) == [])
    }

    @Test func `fill in a team that people.csv leaves out, the first by name`() throws {
        let people = "person,team,role\nocto,,Engineer\nnewjoiner,Mine,Engineer\n"
        let result = try read(["people.csv": people, "exports/s": Self.seats])
        #expect(result.evidence.teams.map(\.name) == ["App", "Mine"])
        #expect(result.messages(.withoutTeam) == [])
    }

    @Test func `that announce more seats than they list are one page`() throws {
        let cut = Self.seats.replacing("\"total_seats\":3", with: "\"total_seats\":70")
        let result = try ExportCase.read(people: ["octo"], ["s": cut])
        #expect(result.messages(.morePages).count == 1)
    }

    @Test(arguments: [
        ("mock-seats-organization.json", 9, ["2026-05-01"]),
        (
            "mock-seats-enterprise-with-duplicates.json", 2,
            ["2021-10-13", "2021-10-14", "2021-10-15", "2021-10-16"]
        ),
    ])
    func `of every sample make a roster with teams when nothing else does`(
        name: String, people: Int, days: [String]
    ) throws {
        guard let bytes = try ExportCase.sample("github-copilot/\(name)") else { return }
        let result = try ExportCase.read(people: nil, bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["github-copilot-seats"])
        #expect(result.evidence.people.count == people)
        #expect(Set(result.evidence.people.indices.flatMap { result.days(of: $0) }).sorted() == days)
        #expect(result.evidence.coverage.map(\.absence) == [.lastSeenOnly])
    }

    @Test func `of the activity report are a table`() throws {
        let table = """
            report_time,login,last_authenticated_at,last_activity_at,last_surface_used
            2026-05-08T00:00:00Z,Octo,2026-05-07T07:58:00Z,2026-05-07T16:20:11Z,vscode/1.99.0
            2026-05-08T00:00:00Z,dave,2026-01-12T08:00:00Z,,

            """
        let result = try ExportCase.read(people: ["octo", "dave"], ["a": table])
        #expect(result.exports.map(\.reader) == ["github-copilot-activity"])
        #expect(result.days(["octo", "dave"]) == ["octo": ["2026-05-07"]])
        #expect(
            result.coverageLines == ["GitHub Copilot, 2 people, 2026-05-07 to 2026-05-08, lastSeenOnly"])
        guard let bytes = try ExportCase.sample("github-copilot/activity-report.csv") else { return }
        let sample = try ExportCase.read(people: ["alice", "dave"], bytes: ["x": bytes])
        #expect(sample.days(["alice", "dave"]) == ["alice": ["2026-05-07"]])
    }
}

/// Files of GitHub that tell of no single person's days.
@Suite struct `Other files of GitHub Copilot` {
    @Test func `of teams complete a roster by the first team of the last day`() throws {
        let lines = """
            {"user_id":1,"user_login":"octo","day":"2026-05-07","organization_id":"9","team_id":1,"slug":"web"}
            {"user_id":1,"user_login":"octo","day":"2026-05-08","organization_id":"9","team_id":3,"slug":"web"}
            {"user_id":1,"user_login":"octo","day":"2026-05-08","organization_id":"9","team_id":2,"slug":"app"}
            {"user_id":1,"user_login":"octo","day":"2026-05-01","organization_id":"9","team_id":2,"slug":"aaa"}

            """
        let turned = lines.split(separator: "\n").reversed().joined(separator: "\n")
        for text in [lines, turned] {
            let result = try read(["people.csv": "person,team,role\nocto,,R\n", "exports/t": text])
            #expect(result.evidence.teams.map(\.name) == ["app"])
        }
    }

    @Test func `of the teams sample are read`() throws {
        guard let bytes = try ExportCase.sample("github-copilot/user-teams-1-day.ndjson") else { return }
        let result = try ExportCase.read(people: nil, bytes: ["x": bytes])
        #expect(result.evidence.teams.map(\.name) == ["frontend"])
        #expect(result.evidence.people.count == 2)
        #expect(result.messages(.unknownPerson) == [])
    }

    @Test(arguments: [
        (
            "mock-organization-1-day-report.json", "github-copilot-totals",
            "activePeople 2026-04-25 to 2026-04-25: 2"
        ),
        (
            "mock-enterprise-users-28-day-report.json", "github-copilot-totals",
            "activePeople 2026-02-04 to 2026-03-03: 8"
        ),
        (
            "legacy-metrics-api-organization.json", "github-copilot-legacy-metrics",
            "activePeople 2024-11-04 to 2024-11-04: 4"
        ),
    ])
    func `with totals are read as totals`(name: String, reader: String, total: String) throws {
        guard let bytes = try ExportCase.sample("github-copilot/\(name)") else { return }
        let result = try ExportCase.read(people: ["ada"], bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == [reader])
        #expect(result.totalLines.contains(total))
        #expect(result.messages(.totalsOnly).count == 1)
        #expect(result.evidence.use.rows == [])
    }

    @Test func `with totals may be lines of days`() throws {
        let result = try ExportCase.read(
            ["t": #"{"day":"2026-04-25","daily_active_users":2,"monthly_active_agent_users":3}"# + "\n"])
        #expect(
            result.totalLines == [
                "activePeople 2026-04-25 to 2026-04-25: 2", "agents activePeople 2026-03-29 to 2026-04-25: 3",
            ])
    }

    @Test func `of billing add days of metered requests and cover nothing`() throws {
        let table = """
            "date","username","product","sku","quantity","unit_type"
            "2026-06-01","octo","copilot","copilot_premium_request","0.33","requests"
            "2026-06-02","octo","copilot","copilot_agent_premium_request","2","requests"
            "2026-06-03","octo","actions","compute","60","minutes"
            "2026-06-04","octo","copilot","copilot_for_business_seat","1","months"
            "2026-06-05","octo","copilot","copilot_premium_request","0","requests"
            "2026-06-06","","copilot","copilot_premium_request","1","requests"

            """
        let result = try ExportCase.read(people: ["octo"], ["b": "\u{FEFF}" + table])
        #expect(result.days(["octo"]) == ["octo": ["2026-06-01", "2026-06-02"]])
        #expect(result.coverageLines == ["GitHub Copilot, everybody, 2026-06-01 to 2026-06-06, unknown"])
        guard let bytes = try ExportCase.sample("github-copilot/billing-usage-report.csv") else { return }
        let sample = try ExportCase.read(people: ["alice"], bytes: ["x": bytes])
        #expect(sample.days(["alice"]) == ["alice": ["2026-06-01"]])
    }

    @Test func `with links say to download them`() throws {
        let result = try ExportCase.read(
            ["l": #"{"download_links":["https://example.com/x"],"report_day":"2026-02-20"}"#])
        #expect(
            result.messages(.linksOnly) == [
                "The file holds links to a report and not the report. Download the linked files before the links expire, and put them here."
            ])
        for name in ["mock-download-links-1-day.json", "mock-download-links-28-day.json"] {
            guard let bytes = try ExportCase.sample("github-copilot/\(name)") else { return }
            let sample = try ExportCase.read(people: ["ada"], bytes: ["x": bytes])
            #expect(sample.exports.map(\.reader) == ["github-copilot-links"])
        }
    }
}
