import Intake
import Measures
import Rollout
import Testing

/// Use, its depth and where it can be seen.
@Suite struct `Use` {
    private func use(_ rows: String, _ more: [String: String] = [:], asOf: Day? = nil) throws -> ReadResult {
        try read(
            ["people.csv": threePeople, "use.csv": "person,date,tool,use_case,count,mode\n" + rows]
                .merging(more) { $1 }, asOf: asOf)
    }

    @Test func `is a set of days`() throws {
        let once = try use("ada,2026-01-05,X,,,\nada,2026-03-09,X,,,\n")
        let twice = try use("ada,2026-03-09,X,,,\nada,2026-01-05,X,,,\nada,2026-03-09,x,,,\n")
        #expect(once.evidence.use == twice.evidence.use)
        #expect(once.evidence.use.rows.count == 2)
        #expect(once.statistics.events == 2)
        #expect(once.statistics.days == 2)
        #expect(once.evidence.depth == nil)
    }

    @Test func `is kept by tool, use case and mode`() throws {
        let evidence = try use(
            "ada,2026-01-05,X,UC-1,,agent\nada,2026-01-05,X,,,Review\nada,2026-01-05,Y,uc-1,,editor\n"
        ).evidence
        #expect(
            evidence.use.keys == [
                UseKey(tool: "X", useCase: nil, mode: .review),
                UseKey(tool: "X", useCase: "UC-1", mode: .agent),
                UseKey(tool: "Y", useCase: "UC-1", mode: .editor),
            ])
    }

    @Test func `has depth where actions are counted, without weak signs`() throws {
        let evidence = try use(
            "ada,2026-01-05,X,,1,\nada,2026-01-06,X,,2,\nada,2026-01-06,Y,U,3,agent\nada,2026-01-06,X,,9,editor\nada,2026-01-12,X,,1,\n"
        ).evidence
        #expect(
            evidence.depth == [
                DepthTally(
                    person: PersonID(0), week: day("2026-01-05").week, actions: 6, activeDays: 2,
                    singleActionDays: 1),
                DepthTally(
                    person: PersonID(0), week: day("2026-01-12").week, actions: 1, activeDays: 1,
                    singleActionDays: 1),
            ])
    }

    @Test func `of zero actions is none`() throws {
        let result = try use("ada,2026-01-05,X,,0,\n")
        #expect(result.evidence.use.rows == [])
        #expect(result.rows("use.csv") == [1, 0])
    }

    @Test(arguments: zip(["-1", "many", "1e3", "1.5"], [0, 0, 0, 0]))
    func `of a number that is none loses its row`(count: String, expected: Int) throws {
        let result = try use("ada,2026-01-05,X,,\(count),\n")
        #expect(result.evidence.use.rows.count == expected)
        #expect(
            result.messages(.badNumber) == [
                "`count` is not a number from 0 to 1000000000, without a fraction. The row is left out; correct it."
            ])
    }

    @Test func `in an unknown mode loses its row`() throws {
        #expect(
            try use("ada,2026-01-05,X,,,magic\n").messages(.badValue) == [
                "`mode` is none of assist, agent, review, editor. The row is left out; correct it."
            ])
    }

    @Test func `of a stranger loses its row and says what to do`() throws {
        #expect(
            try use("eve,2026-01-05,X,,,\n").messages(.unknownPerson) == [
                "`person` names nobody in people.csv. The row is left out; add the person, or an alias under `people` in case.yaml."
            ])
    }

    @Test func `after the as-of day is left out and counted`() throws {
        let rows = "ada,2026-01-05,X,,,\nada,2026-01-06,X,,,\nada,2026-01-07,X,,,\n"
        let result = try use(rows, asOf: day("2026-01-05"))
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(
            result.messages(.afterAsOf) == [
                "2 rows are later than 5 January 2026, the day this case speaks of, and are left out."
            ])
        #expect(try use(rows).evidence.asOf == day("2026-01-07"))
        #expect(try use(rows, ["case.yaml": "asOf: 2026-01-06"]).evidence.asOf == day("2026-01-06"))
    }

    @Test func `is assumed to be seen from a tool's first day to the file's last`() throws {
        let result = try use("ada,2026-01-05,X,,,\ngrace,2026-02-01,X,,,\nada,2026-03-01,Y,,,\n")
        #expect(
            result.evidence.coverage == [
                Coverage(
                    source: "X", from: day("2026-01-05"), to: day("2026-03-01"), absence: .notUsed,
                    note: "assumed: there is no coverage.csv"),
                Coverage(
                    source: "Y", from: day("2026-03-01"), to: day("2026-03-01"), absence: .notUsed,
                    note: "assumed: there is no coverage.csv"),
            ])
        #expect(
            result.messages(.coverageAssumed).first
                == "There is no coverage.csv. It is assumed that X is seen for everybody from 5 January 2026 to 1 March 2026, and that no row means not used. Say otherwise in coverage.csv."
        )
    }

    @Test func `is seen where coverage says so`() throws {
        let result = try use(
            "ada,2026-01-05,X,,,\n",
            [
                "coverage.csv":
                    "source,team,from,to,absence,note\nx,Blue,2026-01-01,2026-06-30,lastseenonly,hm\nX,,2026-02-01,2026-01-01,notUsed,\nX,Pink,2026-01-01,2026-02-01,unknown,\nX,,2026-01-01,2026-02-01,never,\n"
            ])
        #expect(
            result.evidence.coverage == [
                Coverage(
                    source: "X", team: 0, from: day("2026-01-01"), to: day("2026-06-30"),
                    absence: .lastSeenOnly, note: "hm")
            ])
        #expect(result.evidence.asOf == day("2026-06-30"))
        #expect(result.lines(.datesReversed) == [3])
        #expect(result.lines(.unknownTeam) == [4])
        #expect(result.lines(.badValue) == [5])
        #expect(result.messages(.coverageAssumed) == [])
    }

    @Test func `of a use case outside the register is counted and named`() throws {
        let result = try use(
            "ada,2026-01-05,X,uc-1,,\nada,2026-01-05,X,UC-9,,\nada,2026-01-06,X,UC-9,,\n",
            ["use-cases.csv": "use_case,title\nUC-1,One\n"])
        #expect(result.evidence.use.keys.map(\.useCase) == ["UC-1", "UC-9"])
        #expect(result.lines(.unknownUseCase) == [3])
    }

    @Test func `of aliased tools is one`() throws {
        let evidence = try use(
            "ada,2026-01-05,copilot,,,\nada,2026-01-06,GH Copilot,,,\n",
            ["case.yaml": "tools:\n  GitHub Copilot: [copilot, gh copilot]\n"]
        ).evidence
        #expect(evidence.use.keys == [UseKey(tool: "GitHub Copilot")])
    }

    @Test func `and days at work stand apart`() throws {
        let result = try use(
            "", ["activity.csv": "person,date\nada,2026-01-05\nada,2026-04-01\ngrace,2026-01-06\n"])
        let activity = try #require(result.evidence.activity)
        #expect(activity.rows == 3)
        #expect(activity.contains(day("2026-04-01"), row: 0))
        #expect(activity.contains(day("2026-01-06"), row: 1))
        #expect(!activity.contains(day("2026-01-06"), row: 2))
        #expect(result.evidence.asOf == day("2026-04-01"))
    }

    @Test func `columns can be mapped`() throws {
        let result = try read([
            "people.csv": threePeople, "use.csv": "who,when,what\nada,2026-01-05,X\n",
            "case.yaml": "columns:\n  use.csv: {Who: person, when: date, what: tool}\n",
        ])
        #expect(result.days(of: 0) == ["2026-01-05"])
    }
}
