import Intake
import Measures
import Rollout
import Testing

/// Microsoft 365 Copilot usage user detail, in every form it comes in.
@Suite struct `Microsoft 365 Copilot user detail` {
    private static let people = [
        "ada@example.com", "alan@example.com", "grace@example.com", "katherine@example.com",
        "u1@example.com", "u2@example.com",
    ]

    private static let detail = """
        Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,Report Period,Prompts submitted for all apps,Active Usage Days for all apps
        2026-07-03,ADA@example.com,Ada Lovelace,2026-07-02,2026-06-01,28,12,4
        2026-07-03,ada@example.com,Ada Lovelace,2026-07-02,,28,12,4
        2026-07-03,grace@example.com,Grace Hopper,2026-03-11,,28,,
        2026-07-03,alan@example.com,Alan Turing,,,28,0,0

        """

    @Test func `tells of days last seen, over the people listed`() throws {
        let result = try ExportCase.read(people: Self.people, ["m": Self.detail])
        #expect(
            result.days(Self.people) == [
                "ada@example.com": ["2026-06-01", "2026-07-02"], "grace@example.com": ["2026-03-11"],
            ])
        #expect(
            result.coverageLines == [
                "Microsoft 365 Copilot, 3 people, 2026-03-11 to 2026-07-03, lastSeenOnly"
            ])
        #expect(result.evidence.depth == nil)
        #expect(!"\(result)".contains("Lovelace"))
    }

    @Test func `counts a person once however the name is written, and works out who was active`() throws {
        let result = try ExportCase.read(people: Self.people, ["m": Self.detail])
        #expect(
            result.totalLines == [
                "actions 2026-06-06 to 2026-07-03: 12", "activePeople 2026-06-06 to 2026-07-03: 1",
                "enabledPeople 2026-06-06 to 2026-07-03: 3",
            ])
    }

    @Test func `is the same wherever the report period stands and whichever delimiter is used`() throws {
        let lines = Self.detail.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let moved = lines.map { ([$0[5]] + $0[..<5] + $0[6...]).joined(separator: ";") }.joined(
            separator: "\r\n")
        let one = try ExportCase.read(people: Self.people, ["m": Self.detail])
        let other = try ExportCase.read(people: Self.people, ["m": "\u{FEFF}" + moved + "\r\n"])
        #expect(contents(one.evidence) == contents(other.evidence))
        #expect(one.totalLines == other.totalLines)
    }

    @Test func `reads German dates`() throws {
        let result = try ExportCase.read(
            people: Self.people,
            [
                "m":
                    "Report Refresh Date;User Principal Name;Last Activity Date;Word Copilot Last Activity Date\n25.09.2026;u1@example.com;24.09.2026;3.09.2026\n"
            ])
        #expect(result.days(Self.people) == ["u1@example.com": ["2026-09-03", "2026-09-24"]])
    }

    private static let concealed = """
        Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,Report Period
        2026-07-03,E58EEF6A6BBD3D0293CB306D24A42057,6A46,2026-07-01,,7
        2026-07-03,e58eef6a6bbd3d0293cb306d24a42057,6A46,2026-07-01,,7
        2026-07-03,AAAABBBBCCCCDDDDEEEEFFFF00001111,2222,,,7
        2026-07-03,User_3f9a,2222,,,7
        2026-07-03,(Unknown),,,,7

        """

    @Test func `with concealed names is counted and nothing more`() throws {
        let result = try ExportCase.read(["m": Self.concealed])
        #expect(result.evidence.use.rows == [])
        #expect(result.evidence.coverage == [])
        #expect(result.messages(.unknownPerson) == [])
        #expect(
            result.messages(.namesConcealed) == [
                "5 rows name 4 people by codes, so they join nobody and are only counted. In the admin centre, under Settings, Org settings, Reports, turn off concealed names and export again."
            ])
        #expect(
            result.totalLines == [
                "activePeople 2026-06-27 to 2026-07-03: 1", "enabledPeople 2026-06-27 to 2026-07-03: 4",
            ])
        #expect(result.exports.map(\.concealedRows) == [5])
    }

    private static let json = """
        {"@odata.context":"x","value":[
        {"reportRefreshDate":"2026-07-03","userPrincipalName":"Ada@example.com","displayName":"Ada Lovelace","lastActivityDate":"2026-07-02","wordCopilotLastActivityDate":"","loopCopilotLastActivityDate":"2026-06-30","copilotActivityUserDetailsByPeriod":[{"reportPeriod":28,"promptsSubmittedForAllApps":12,"activeUsageDaysForAllApps":3}]},
        {"reportRefreshDate":"2026-07-03","userPrincipalName":"alan@example.com","lastActivityDate":null,"wordCopilotLastActivityDate":null,"copilotActivityUserDetailsByPeriod":[{"reportPeriod":28}]}
        ],"@odata.nextLink":"https://example.com/next"}
        """

    @Test func `is read as JSON too, and says that pages are missing`() throws {
        let result = try ExportCase.read(people: Self.people, ["m": Self.json])
        #expect(result.days(Self.people) == ["ada@example.com": ["2026-06-30", "2026-07-02"]])
        #expect(
            result.coverageLines == [
                "Microsoft 365 Copilot, 2 people, 2026-06-30 to 2026-07-03, lastSeenOnly"
            ])
        #expect(
            result.totalLines == [
                "actions 2026-06-06 to 2026-07-03: 12", "activePeople 2026-06-06 to 2026-07-03: 1",
                "enabledPeople 2026-06-06 to 2026-07-03: 2",
            ])
        #expect(
            result.messages(.morePages) == [
                "The file is one page of several, and the source says that more follow. Fetch the others and put them beside it."
            ])
        #expect(!"\(result)".contains("Lovelace"))
    }

    @Test func `of several months adds up to more days, and twice the same changes nothing`() throws {
        let later = Self.detail.replacing("2026-07-03", with: "2026-08-03").replacing(
            "2026-07-02", with: "2026-08-01")
        let both = try ExportCase.read(
            people: Self.people, ["a": Self.detail, "b": later, "c": Self.detail + "\n"])
        #expect(
            both.days(Self.people)["ada@example.com"] == ["2026-06-01", "2026-07-02", "2026-08-01"])
        let turned = try ExportCase.read(people: Self.people, ["b": Self.detail, "a": later])
        #expect(contents(both.evidence) == contents(turned.evidence))
    }

    @Test(arguments: [
        (
            "usage-user-detail-v1.csv",
            [
                "ada@example.com": ["2026-07-01", "2026-07-02"],
                "grace@example.com": ["2026-02-27", "2026-03-04", "2026-03-11"],
            ],
            ["activePeople 2026-06-04 to 2026-07-03: 1", "enabledPeople 2026-06-04 to 2026-07-03: 3"]
        ),
        (
            "usage-user-detail-v2.csv",
            [
                "ada@example.com": ["2026-06-28", "2026-06-30", "2026-07-01", "2026-07-02"],
                "grace@example.com": ["2026-06-05", "2026-06-09"], "alan@example.com": ["2026-03-30"],
            ],
            [
                "actions 2026-06-06 to 2026-07-03: 145", "activePeople 2026-06-06 to 2026-07-03: 2",
                "enabledPeople 2026-06-06 to 2026-07-03: 4",
            ]
        ),
        (
            "usage-user-detail-v2-period-last.csv",
            [
                "ada@example.com": ["2026-06-28", "2026-06-30", "2026-07-01", "2026-07-02"],
                "grace@example.com": ["2026-06-05", "2026-06-09"], "alan@example.com": ["2026-03-30"],
            ],
            [
                "actions 2026-06-06 to 2026-07-03: 145", "activePeople 2026-06-06 to 2026-07-03: 2",
                "enabledPeople 2026-06-06 to 2026-07-03: 4",
            ]
        ),
        (
            "usage-user-detail-beta-old-order.csv", ["ada@example.com": ["2024-06-01", "2024-06-02"]],
            ["activePeople 2024-05-28 to 2024-06-03: 1", "enabledPeople 2024-05-28 to 2024-06-03: 1"]
        ),
        (
            "usage-user-detail-semicolon-de.csv",
            ["u1@example.com": ["2026-09-24"], "u2@example.com": ["2026-08-01"]],
            ["activePeople 2026-08-29 to 2026-09-25: 1", "enabledPeople 2026-08-29 to 2026-09-25: 2"]
        ),
        (
            "usage-user-detail-concealed.csv", [:],
            ["activePeople 2026-06-27 to 2026-07-03: 1", "enabledPeople 2026-06-27 to 2026-07-03: 2"]
        ),
        (
            "usage-user-detail-v1.json", ["ada@example.com": ["2026-07-01", "2026-07-02"]],
            ["activePeople 2026-06-27 to 2026-07-03: 1", "enabledPeople 2026-06-27 to 2026-07-03: 2"]
        ),
        (
            "admin-center-export.csv",
            ["ada@example.com": ["2026-06-28", "2026-06-30", "2026-07-01", "2026-07-02"]],
            [
                "actions 2026-06-04 to 2026-07-03: 142", "activePeople 2026-06-04 to 2026-07-03: 1",
                "enabledPeople 2026-06-04 to 2026-07-03: 2",
            ]
        ),
    ])
    func `of every sample is what its description says`(
        name: String, days: [String: [String]], totals: [String]
    ) throws {
        guard let bytes = try ExportCase.sample("m365-copilot/\(name)") else { return }
        let result = try ExportCase.read(people: Self.people, bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["microsoft-365-copilot-users"])
        #expect(result.days(Self.people) == days)
        #expect(result.totalLines == totals)
        #expect(result.messages(.unknownColumn) == [])
        #expect(result.messages(.unknownPerson) == [])
        #expect(result.evidence.coverage.allSatisfy { $0.absence == .lastSeenOnly })
    }
}

/// How many people, never who.
@Suite struct `Microsoft 365 Copilot user counts` {
    @Test func `of a summary have a row a period`() throws {
        let result = try ExportCase.read(
            [
                "s":
                    "Report Refresh Date,Report Period,Any App Enabled Users,Any App Active Users,Word Active Users,Total prompts submitted,Average prompts submitted\n2026-09-25,7,48,20,9,310,15.5\n2026-09-25,28,48,33,,1240,37.6\n"
            ])
        #expect(
            result.totalLines == [
                "actions 2026-08-29 to 2026-09-25: 1240", "actions 2026-09-19 to 2026-09-25: 310",
                "activePeople 2026-08-29 to 2026-09-25: 33", "activePeople 2026-09-19 to 2026-09-25: 20",
                "enabledPeople 2026-08-29 to 2026-09-25: 48", "enabledPeople 2026-09-19 to 2026-09-25: 48",
                "word activePeople 2026-09-19 to 2026-09-25: 9",
            ])
        #expect(
            result.messages(.totalsOnly) == [
                "The file holds totals only, which belong to no single person, so the diagnosis cannot use it. `firsthand inspect` shows them; export the report that lists people."
            ])
        #expect(result.evidence.use.rows == [])
    }

    @Test func `of a trend have a row a day`() throws {
        let result = try ExportCase.read(
            [
                "t":
                    "Report Refresh Date,Report Date,Any App Enabled Users,Any App Active Users,Report Period,Prompts submitted\n2026-09-25,2026-09-24,48,20,7,44\n"
            ])
        #expect(
            result.totalLines == [
                "actions 2026-09-24 to 2026-09-24: 44", "activePeople 2026-09-24 to 2026-09-24: 20",
                "enabledPeople 2026-09-24 to 2026-09-24: 48",
            ])
    }

    @Test func `of the sample are read`() throws {
        guard let bytes = try ExportCase.sample("m365-copilot/user-count-summary.csv") else { return }
        let result = try ExportCase.read(people: ["ada@example.com"], bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["microsoft-365-copilot-totals"])
        #expect(result.totalLines.count == 22)
        #expect(result.totalLines.contains("copilot chat work activePeople 2026-08-29 to 2026-09-25: 29"))
    }
}
