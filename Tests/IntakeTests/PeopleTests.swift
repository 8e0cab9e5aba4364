import Intake
import Measures
import Rollout
import Testing

/// The roster: who there is, under what names.
@Suite struct `The roster` {
    private func people(_ text: String, _ more: [String: String] = [:]) throws -> ReadResult {
        try read(["people.csv": text].merging(more) { $1 })
    }

    @Test func `must be there`() throws {
        let failure = #expect(throws: IntakeFailure.self) { try read(["use.csv": "person,date,tool\n"]) }
        #expect(failure?.code == .peopleMissing)
        #expect(
            failure?.description
                == "people.csv: There is no people.csv, and no export here lists people. Put one into the case folder with the columns `person`, `team` and `role`, or add the list of users of your directory or HR system."
        )
    }

    @Test func `must have its columns`() throws {
        let failure = #expect(throws: IntakeFailure.self) { try people("person,team\nada,Blue\n") }
        #expect(failure?.code == .peopleUnreadable)
        #expect(
            failure?.message
                == "Column `role` is missing, and nothing can be read without. Add the header, or map your column under `columns` in case.yaml."
        )
    }

    @Test(arguments: [
        (
            "person,team,role\n",
            "The file has no row that names a person. Add one row a person with `person`, `team` and `role`."
        ),
        (
            "person,team,role\n,Blue,Engineer\n",
            "No row of the file can be used. The first trouble, of line 2: `person` is empty. The row is left out; fill it in."
        ),
    ])
    func `must name somebody`(text: String, message: String) throws {
        let failure = #expect(throws: IntakeFailure.self) { try people(text) }
        #expect(failure?.message == message)
    }

    @Test func `sorts people, teams and roles, so that the order of rows does not show`() throws {
        let evidence = try people("person,team,role\nlinus,Red,B\nADA,Blue,A\n").evidence
        #expect(evidence.teams.map(\.name) == ["Blue", "Red"])
        #expect(evidence.roles == ["A", "B"])
        #expect(evidence.people.map(\.team) == [0, 1])
        #expect(evidence.people.map(\.id.ordinal) == [0, 1])
    }

    @Test func `unites spellings of a team and a role`() throws {
        let evidence = try people("person,team,role\na, blue  team,Engineer\nb,Blue Team,engineer\n").evidence
        #expect(evidence.teams.map(\.name) == ["Blue Team"])
        #expect(evidence.roles == ["Engineer"])
    }

    @Test func `keeps one of two equal rows`() throws {
        let result = try people("person,team,role\nada,Blue,A\nAda,Blue,A\n")
        #expect(result.statistics.people == 1)
        #expect(
            result.messages(.duplicatePerson) == [
                "The same person is listed twice with the same cells. One row is kept."
            ])
    }

    @Test(arguments: [
        "ada,Blue,A,2025-01-01\nada,Red,A,2026-01-01\n", "ada,Red,A,2026-01-01\nada,Blue,A,2025-01-01\n",
    ])
    func `keeps the latest of two different rows`(rows: String) throws {
        let result = try people("person,team,role,from\n" + rows)
        #expect(result.evidence.people.map { result.evidence.teams[$0.team].name } == ["Red"])
        #expect(
            result.messages(.conflictingPerson) == [
                "The same person is listed more than once with different cells. The row with the latest `from` is kept; keep one row a person."
            ])
    }

    @Test func `finds people by address and alias, in any letter case`() throws {
        let result = try people(
            "person,team,role,email\nada,Blue,A,Ada@Example.com\ngrace,Blue,A,\n",
            [
                "use.csv":
                    "person,date,tool\nADA@example.com,2026-01-05,X\nghopper,2026-01-06,X\nOctoCat,2026-01-07,X\n",
                "case.yaml": "people:\n  grace: [ghopper]\n  octocat: ada\n",
            ])
        #expect(result.days(of: 0) == ["2026-01-05", "2026-01-07"])
        #expect(result.days(of: 1) == ["2026-01-06"])
        #expect(result.messages(.unknownPerson) == [])
    }

    @Test func `lets a name of two people find neither`() throws {
        let result = try people(
            "person,team,role,email\nada,Blue,A,x@example.com\ngrace,Blue,A,x@example.com\n",
            ["use.csv": "person,date,tool\nx@example.com,2026-01-05,X\n"])
        #expect(result.evidence.use.rows == [])
        #expect(
            result.messages(.aliasConflict) == [
                "An address or alias stands for two people, so it finds neither. Give it to one of them."
            ])
        #expect(result.messages(.unknownPerson).count == 1)
    }

    @Test func `puts people without team or role aside, not out`() throws {
        let result = try people("person,team,role\nada,,\n")
        #expect(result.evidence.teams.map(\.name) == ["Without a team"])
        #expect(result.evidence.roles == ["Without a role"])
    }

    @Test func `knows teams above teams and cuts circles`() throws {
        let result = try people(
            "person,team,role,parent_team\na,Blue,A,All\nb,Red,A,Green\nc,Green,A,Red\n")
        let evidence = result.evidence
        #expect(evidence.teams.map(\.name) == ["All", "Blue", "Green", "Red"])
        #expect(evidence.teams.map(\.parent) == [nil, 0, nil, 2])
        #expect(result.messages(.parentTeam).count == 1)
    }

    @Test func `never shows a name in a notice`() throws {
        let result = try people(
            "person,team,role,layer,manager,from,to,email\nsecretname,Blue,A,boss,secretname2,2026-02-01,2026-01-01,secret@x\nsecretname,Red,A,,,x,,\n",
            ["use.csv": "person,date,tool\nsecretother,2026-01-05,X\nsecretname,secretdate,X\n"])
        #expect(result.notices.count >= 5)
        #expect(result.notices.allSatisfy { !$0.message.contains("secret") && !$0.message.contains("boss") })
    }
}

/// Who leads whom, and so who is in which layer.
@Suite struct `Layers` {
    private func layers(_ rows: String) throws -> (String, ReadResult) {
        let result = try read(["people.csv": "person,team,role,manager,layer\n" + rows])
        return (result.evidence.people.map { String($0.layer.rawValue.prefix(1)) }.joined(), result)
    }

    @Test func `of one head over team leads are one executive and managers`() throws {
        let (found, result) = try layers("a,T,R,,\nb,T,R,a,\nc,T,R,a,\nd,T,R,b,\ne,T,R,c,\nf,T,R,a,\n")
        #expect(found == "emmccc")
        #expect(result.notices.map(\.id) == ["intake.noAsOf"])
    }

    @Test func `of a small team are one executive and contributors`() throws {
        #expect(try layers("a,T,R,,\nb,T,R,a,\nc,T,R,a,\n").0 == "ecc")
    }

    @Test func `with three levels of leading have executives below the top`() throws {
        #expect(try layers("a,T,R,,\nb,T,R,a,\nc,T,R,b,\nd,T,R,c,\ne,T,R,a,\nf,T,R,e,\n").0 == "eemcmc")
    }

    @Test func `that are written down win`() throws {
        #expect(try layers("a,T,R,,contributor\nb,T,R,a,Executive\nc,T,R,b,\n").0 == "cec")
    }

    @Test func `of several heads are managers unless they lead leaders`() throws {
        let (found, result) = try layers("a,T,R,,\nb,T,R,a,\nc,T,R,,\nd,T,R,c,\ne,T,R,d,\n")
        #expect(found == "mcemc")
        #expect(
            result.messages(.severalTops) == [
                "More than one person with reports reports to nobody, so the top is not certain. Fill in `manager`, or add the column `layer`."
            ])
    }

    @Test func `survive circles, strangers and people who report to themselves`() throws {
        let (found, result) = try layers("a,T,R,b,\nb,T,R,a,\nc,T,R,b,\nd,T,R,nobody,\ne,T,R,e,\nf,T,R,e,\n")
        #expect(found == "cmccec")
        #expect(result.lines(.managerCycle) == [2, 3])
        #expect(result.lines(.managerUnknown) == [5])
        #expect(result.evidence.people[0].manager == nil)
        #expect(result.evidence.people[4].manager == nil)
    }

    @Test func `are not known without managers and without the column`() throws {
        let result = try read(["people.csv": threePeople])
        #expect(result.evidence.people.allSatisfy { $0.layer == .contributor })
        #expect(
            result.messages(.layersUnknown) == [
                "Neither `layer` nor `manager` tells who leads. Who has no layer counts as a contributor; add one of the columns."
            ])
    }

    @Test func `say where a manager has left`() throws {
        let result = try read(
            [
                "people.csv": "person,team,role,manager,to\na,T,R,,2026-01-01\nb,T,R,a,\nc,T,R,a,2025-12-01\n"
            ], asOf: day("2026-06-28"))
        #expect(result.lines(.managerLeft) == [3])
    }
}
