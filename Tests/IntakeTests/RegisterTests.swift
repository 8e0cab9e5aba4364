import Intake
import Measures
import Rollout
import Testing

/// The smaller files of a case.
@Suite struct `The smaller files` {
    private func one(_ name: String, _ text: String) throws -> ReadResult {
        try read(["people.csv": threePeople, name: text], asOf: day("2026-06-28"))
    }

    @Test func `hold use cases`() throws {
        let result = try one(
            "use-cases.csv",
            "use_case,title,tool,roles,builder,idea,started,live,retired\nUC-2,Two,,,eve,,,,\nUC-1,One,X,Analyst; Engineer,ada,2026-01-01,2026-01-08,2026-02-01,\nuc-1,One,X,,ada,,,2026-01-01,\n"
        )
        #expect(
            result.evidence.useCases == [
                UseCase(
                    id: "UC-1", title: "One", tool: "X", roles: [0, 1], builder: PersonID(0),
                    idea: day("2026-01-01"), started: day("2026-01-08"), live: day("2026-02-01")),
                UseCase(id: "UC-2", title: "Two"),
            ])
        #expect(
            result.messages(.conflictingRow) == [
                "Two rows tell differently of one use case. One is kept; remove the other."
            ])
        #expect(
            result.messages(.unknownPerson) == [
                "`builder` names nobody in people.csv. The use case is kept without its builder; correct the name."
            ])
    }

    @Test func `hold champions' weeks`() throws {
        let result = try one(
            "champions.csv",
            "person;week;promised_hours;kept_hours\nada;2026-01-07;8;6,5\nada;2026-01-12;8;\ngrace;2026-01-05;200;\n"
        )
        #expect(
            result.evidence.champions == [
                ChampionWeek(
                    person: PersonID(0), week: day("2026-01-05").week, promisedHours: 8, keptHours: 6.5),
                ChampionWeek(
                    person: PersonID(0), week: day("2026-01-12").week, promisedHours: 8, keptHours: nil),
            ])
        #expect(result.lines(.notMonday) == [2])
        #expect(
            result.messages(.badNumber) == [
                "`promised_hours` is not a number from 0 to 168. The row is left out; correct it."
            ])
    }

    @Test func `hold changes`() throws {
        let result = try one(
            "changes.csv",
            "initiative,team,from,to,weight\nERP,Blue,2026-01-01,,3\nMove,,2026-02-01,2026-03-01,\nMove,,2026-02-01,2026-03-01,\nX,Pink,2026-01-01,,\nY,,2026-03-01,2026-01-01,\nZ,,2026-03-01,,4\n"
        )
        #expect(
            result.evidence.changes == [
                Change(initiative: "ERP", team: 0, from: day("2026-01-01"), to: nil, weight: 3),
                Change(
                    initiative: "Move", team: nil, from: day("2026-02-01"), to: day("2026-03-01"), weight: 1),
            ])
        #expect(result.lines(.duplicateRow) == [4])
        #expect(result.lines(.unknownTeam) == [5])
        #expect(result.lines(.datesReversed) == [6])
        #expect(result.lines(.badNumber) == [7])
    }

    @Test func `hold messages without their text`() throws {
        let result = try one(
            "messages.csv",
            "date,layer,channel,motive,example,order,text\n2026-01-05,contributor,mail,personal,yes,no,\"secret, long\"\n2026-01-06,all,,,,,\n2026-01-07,manager,,money,,,\n2026-07-07,manager,,,,,\n"
        )
        #expect(
            result.evidence.messages.first
                == Message(
                    date: day("2026-01-05"), layer: .contributor, channel: "mail", motive: .personal,
                    hasExample: true, isOrder: false))
        #expect(result.evidence.messages.dropFirst().map(\.layer) == [.contributor, .executive, .manager])
        #expect(result.lines(.badValue) == [4])
        #expect(result.messages(.afterAsOf).count == 1)
        #expect(!"\(result)".contains("secret"))
    }

    @Test func `hold mandates`() throws {
        let result = try one(
            "mandates.csv",
            "from,to,team,what\n2026-01-05,2026-01-18,Green,daily use\n2026-02-05,2026-01-18,,x\n")
        #expect(
            result.evidence.mandates == [
                Mandate(from: day("2026-01-05"), to: day("2026-01-18"), team: 1, what: "daily use")
            ])
        #expect(
            result.messages(.datesReversed) == [
                "`from` is later than `to`. The row is left out; correct the dates."
            ])
    }

    @Test func `hold ties, each pair once`() throws {
        let result = try one(
            "ties.csv",
            "a,b,weight\ngrace,ada,2\nada,grace,\nada,ada,1\nlinus,eve,1\nlinus,ada,0\nlinus,grace,0.5\n")
        #expect(
            result.evidence.ties == [
                Tie(PersonID(0), PersonID(1), weight: 3), Tie(PersonID(1), PersonID(2), weight: 0.5),
            ])
        #expect(result.lines(.selfTie) == [4])
        #expect(result.lines(.unknownPerson) == [5])
        #expect(result.lines(.badNumber) == [6])
    }

    @Test func `hold examples`() throws {
        let header =
            "role,task,use_case,before_minutes,after_minutes,interruptions_before,interruptions_after,stress_before,stress_after,date,kept\n"
        let result = try one(
            "examples.csv",
            header
                + "Analyst,Report,UC-1,120,30,4,1,,,2026-03-01,yes\nAnalyst,Mail,UC-1,10,12,,,,,2026-03-02,no\nAnalyst,Mail,UC-1,10,12,,,,,2026-03-02,maybe\n"
        )
        #expect(
            result.evidence.examples == [
                Example(
                    role: 0, task: "Report", useCase: "UC-1", beforeMinutes: 120, afterMinutes: 30,
                    interruptionsBefore: 4, interruptionsAfter: 1, date: day("2026-03-01"), isKept: true),
                Example(
                    role: 0, task: "Mail", useCase: "UC-1", beforeMinutes: 10, afterMinutes: 12,
                    date: day("2026-03-02"), isKept: false),
            ])
        #expect(
            result.messages(.badValue) == ["`kept` is none of yes, no. The row is left out; correct it."])
    }
}

/// The pulse: one row an answer.
@Suite struct `The pulse` {
    private func pulse(_ rows: String) throws -> ReadResult {
        try read([
            "people.csv": threePeople,
            "pulse.csv": "wave,team,role,layer,item,answer,variant,respondent\n" + rows,
        ])
    }

    @Test func `tells skipped from cannot say from a number`() throws {
        let result = try pulse(
            "2026-05-04,Blue,Engineer,contributor,Q4,3,,k\n2026-05-04,Blue,Engineer,contributor,Q5,,,k\n2026-05-04,Blue,Engineer,contributor,Q6,?,,k\n"
        )
        #expect(result.evidence.pulse.map(\.reply) == [.value(3), .skipped, .cannotSay])
        #expect(result.evidence.pulse.map(\.respondent) == [0, 0, 0])
        #expect(result.evidence.asOf == day("2026-05-04"))
    }

    @Test func `lets Q1 say whether a benefit was felt or hoped for`() throws {
        let result = try pulse(
            "2026-05-04,,Engineer,contributor,Q3,3,a,one\n2026-05-04,,Engineer,contributor,Q1,1,,one\n2026-05-04,,Engineer,contributor,Q3,4,b,two\n2026-05-04,,Engineer,contributor,Q1,2,,two\n2026-05-04,,Engineer,contributor,Q2,4,expected,two\n2026-05-04,,Engineer,contributor,Q3,5,a,\n"
        )
        let benefits = result.evidence.pulse.filter { $0.item != .experience }
        #expect(benefits.map(\.variant) == [nil, .expected, .expected, .experienced])
        #expect(benefits.map(\.form) == ["a", "a", nil, "b"])
    }

    @Test func `refuses answers out of range and unknown items`() throws {
        let result = try pulse(
            "2026-05-04,,Engineer,contributor,Q1,5,,\n2026-05-04,,Engineer,contributor,Q12,1,,\n2026-05-04,,Engineer,boss,Q1,1,,\n2026-05-04,,Engineer,manager,QL,10,,\n"
        )
        #expect(result.evidence.pulse.map(\.item) == [.believed])
        #expect(
            result.messages(.badNumber) == [
                "`answer` is not a number from 0 to 4 for Q1. The row is left out; correct it."
            ])
        #expect(
            result.messages(.badValue) == [
                "`item` is none of Q1 to Q9, QL. The row is left out; correct it.",
                "`layer` is none of executive, manager, contributor. The row is left out; correct it.",
            ])
    }

    @Test func `uses neither of two answers that contradict each other`() throws {
        let result = try pulse(
            "2026-05-04,,Engineer,contributor,Q4,3,,k\n2026-05-04,,Engineer,contributor,Q4,4,,k\n2026-05-04,,Engineer,contributor,Q5,4,,k\n2026-05-04,,Engineer,contributor,Q5,4,,k\n"
        )
        #expect(result.evidence.pulse.map(\.item) == [.managerSupport])
        #expect(
            result.messages(.conflictingRow) == [
                "One respondent answers one item twice and differently. Neither answer is used; keep one."
            ])
    }

    @Test func `keeps answers of unknown teams and roles`() throws {
        let result = try pulse("2026-05-04,Pink,Baker,contributor,Q4,3,,\n")
        #expect(result.evidence.pulse.map(\.team) == [nil])
        #expect(result.evidence.roles == ["Analyst", "Baker", "Engineer"])
        #expect(result.evidence.pulse.map(\.role) == [1])
        #expect(result.evidence.people.map(\.role) == [2, 2, 0])
        #expect(result.messages(.unknownTeam).count == 1)
        #expect(result.messages(.unknownRole).count == 1)
    }
}
