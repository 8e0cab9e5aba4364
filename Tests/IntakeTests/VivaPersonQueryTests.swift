import Intake
import Measures
import Rollout
import Testing

/// Weeks of use of people who go by codes.
@Suite struct `Viva person query` {
    private static let one = "bf361ad4-fc29-432f-95f3-837e689f4ac4"
    private static let other = "0000aaaa-fc29-432f-95f3-837e689f4ac4"

    private static let query = """
        PersonId,MetricDate,Collaboration_hours,Copilot_actions_taken_in_Teams,Copilot_actions_taken_in_Copilot_chat_(work),Total_Copilot_active_days,Total_Copilot_enabled_days,Organization,FunctionType,SupervisorIndicator,LevelDesignation
        \(one),2024-09-08,19.85,3,4,2,7,IT,Specialist,IC,Senior IC
        \(one),2024-09-15,19.85,0,0,0,7,IT,Specialist,IC,Senior IC
        \(one),2024-09-22,19.85,1,0,1,7,Legal,Specialist,IC,Senior IC
        \(other),2024-09-08,19.85,,,,,IT,Manager,Manager,Senior Manager
        \(other),2024-09-15,19.85,0,0,0,7,IT,Manager,Manager,Senior Manager

        """

    /// Weeks of use as one line each.
    private func weeks(_ result: ReadResult) -> [String] {
        result.evidence.weeks.map {
            "\($0.person.ordinal) \($0.tool) \($0.week.monday) \($0.activeDays.map(String.init) ?? "?")"
        }
    }

    @Test func `marks weeks and never days`() throws {
        let result = try ExportCase.read(people: nil, ["v": Self.query])
        #expect(result.evidence.use.rows == [])
        #expect(result.evidence.depth == nil)
        #expect(
            weeks(result) == [
                "1 Microsoft 365 Copilot 2024-09-09 2", "1 Microsoft 365 Copilot 2024-09-23 1",
            ])
        #expect(result.evidence.sources.contains(.use))
    }

    @Test func `covers people in the weeks in which they had a licence`() throws {
        let result = try ExportCase.read(people: nil, ["v": Self.query])
        #expect(
            result.coverageLines == [
                "Microsoft 365 Copilot, 1 people, 2024-09-08 to 2024-09-28, notUsed",
                "Microsoft 365 Copilot, 1 people, 2024-09-15 to 2024-09-21, notUsed",
            ])
        #expect(
            result.totalLines.prefix(3) == [
                "actions 2024-09-08 to 2024-09-14: 7", "actions 2024-09-15 to 2024-09-21: 0",
                "actions 2024-09-22 to 2024-09-28: 1",
            ])
    }

    @Test func `is the roster of its own people, as of the latest week`() throws {
        let result = try ExportCase.read(people: nil, ["v": Self.query])
        #expect(result.evidence.teams.map(\.name) == ["IT", "Legal"])
        #expect(result.evidence.people.map(\.team) == [0, 1])
        #expect(result.evidence.people.map(\.layer) == [.manager, .contributor])
        #expect(result.evidence.roles == ["Manager", "Specialist"])
        #expect(result.messages(.conflictingPerson) == [])
    }

    @Test func `is only counted where another roster says who is there`() throws {
        let result = try ExportCase.read(["v": Self.query])
        #expect(result.evidence.people.count == 3)
        #expect(result.evidence.weeks == [])
        #expect(result.messages(.unknownPerson) == [])
        #expect(
            result.messages(.namesConcealed) == [
                "4 rows name 2 people by codes, so they join nobody and are only counted. The source has no names to give."
            ])
        #expect(
            result.messages(.rosterExtra) == [
                "2 people listed here are not in people.csv and stay out: people.csv says who is there. Add them if they belong, or an alias under `people` in case.yaml."
            ])
        #expect(result.totalLines.contains("enabledPeople 2024-09-15 to 2024-09-21: 2"))
    }

    @Test func `takes the greatest of the apps where there is no total`() throws {
        let query = """
            PersonId,MetricDate,Days of active Copilot usage in Teams,Days of active Copilot chat (work) usage,Organisation
            \(Self.one),2024-09-09,2,3,IT
            \(Self.other),2024-09-09,0,,IT

            """
        let result = try ExportCase.read(people: nil, ["v": query])
        #expect(weeks(result) == ["1 Microsoft 365 Copilot 2024-09-09 3"])
    }

    @Test(arguments: [
        (["01/04/2026", "01/11/2026"], ["2026-01-05", "2026-01-12"]),
        (["04/01/2026", "11/01/2026"], ["2026-01-05", "2026-01-12"]),
        (["05/01/2026", "12/01/2026"], ["2026-01-05", "2026-01-12"]),
    ])
    func `tells day from month by the beginnings of weeks`(dates: [String], mondays: [String]) throws {
        let rows = dates.map { "\(Self.one),\($0),1,IT\n" }.joined()
        let result = try ExportCase.read(
            people: nil, ["v": "PersonId,MetricDate,Total_Copilot_active_days,Organization\n" + rows])
        #expect(result.evidence.weeks.map(\.week.monday.description) == mondays)
        #expect(result.messages(.ambiguousDates) == [])
    }

    @Test func `refuses dates that no weekday decides`() throws {
        let result = try ExportCase.read(
            ["v": "PersonId,MetricDate,Total_Copilot_active_days,Organization\n\(Self.one),03/04/2026,1,IT\n"]
        )
        #expect(result.messages(.ambiguousDates).count == 1)
    }

    @Test func `by month tells of people and of no week`() throws {
        let rows = ["01/01/2026", "02/01/2026", "03/01/2026"].map { "\(Self.one),\($0),17,IT\n" }.joined()
        let result = try ExportCase.read(
            people: nil, ["v": "PersonId,MetricDate,Total_Copilot_active_days,Organization\n" + rows])
        #expect(result.evidence.people.count == 1)
        #expect(result.evidence.weeks == [])
        #expect(
            result.messages(.periodTooLong) == [
                "The file tells of use by month, which says neither in which weeks nor on which days. Its use is left out; query by week."
            ])
    }

    @Test func `without a metric of Copilot tells of people only`() throws {
        let result = try ExportCase.read(
            people: nil,
            ["v": "PersonId,MetricDate,Collaboration_hours,Organization\n\(Self.one),2024-09-08,1,IT\n"])
        #expect(result.evidence.people.count == 1)
        #expect(!result.evidence.sources.contains(.use))
        #expect(
            result.exports.first?.remarks == [
                "The query holds no metric of Copilot, so it tells of people and of no use."
            ])
    }

    @Test func `of the sample becomes a whole organisation`() throws {
        guard let bytes = try ExportCase.sample("viva/person-query-subset.csv") else { return }
        let result = try ExportCase.read(people: nil, bytes: ["x": bytes])
        #expect(result.exports.map(\.reader) == ["viva-person-query"])
        #expect(result.evidence.people.count == 75)
        #expect(
            result.evidence.teams.map(\.name) == [
                "Finance", "HR", "IT", "Legal", "Operations", "Research", "Sales",
            ])
        // 900 person-weeks, 35 of them with no active day.
        #expect(result.evidence.weeks.count == 865)
        #expect(
            result.coverageLines == ["Microsoft 365 Copilot, 75 people, 2024-09-08 to 2024-11-30, notUsed"])
        #expect(Set(result.evidence.people.map(\.layer)) == [.executive, .manager, .contributor])
        #expect(result.messages(.unknownColumn) == [])
    }
}
