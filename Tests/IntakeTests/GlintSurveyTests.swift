import Intake
import Measures
import Rollout
import Testing

@Suite struct `A Glint export` {
    private static let header =
        "First Name,Last Name,Email,Status,EMP ID,Manager ID,Survey Cycle Completion Date,Survey Cycle Sent Date,AI helps me,AI helps me_COMMENT,AI helps me_COMMENT_TOPICS,AI helps me_SENSITIVE_COMMENT_FLAG,I am tired,I am tired_COMMENT,I am tired_COMMENT_TOPICS,I am tired_SENSITIVE_COMMENT_FLAG\n"

    private static func row(_ email: String, _ id: String, _ day: String, _ first: String, _ second: String)
        -> String
    {
        "Alex,Secretname,\(email),ACTIVE,\(id),E9,\(day) 09:34,20-03-2024 08:00,\(first),A secret comment,Topic,,\(second),,,\n"
    }

    private func read(_ rows: [String], asOf: Day? = nil) throws -> ReadResult {
        try IntakeTests.read(
            [
                "people.csv": surveyed,
                "exports/g.csv": Self.header + rows.joined(),
                "case.yaml": "pulse: {questions: {AI helps me: Q2, I am tired: {item: Q7, scale: 1-5}}}",
            ], asOf: asOf)
    }

    private let rows = [
        row("ADA@example.com", "E1", "26-03-2024", "4", "2"),
        row("grace@example.com", "E2", "27-03-2024", "3", ""),
        row("", "linus", "28-03-2024", "5", "1"),
        row("stranger@example.com", "E7", "28-03-2024", "5", "1"),
    ]

    @Test func `takes team, role and layer of the roster and forgets the name`() throws {
        let result = try read(rows)
        let evidence = result.evidence
        #expect(evidence.sources == [.people, .pulse])
        #expect(Set(evidence.pulse.map(\.wave)) == [day("2024-03-20")])
        let shown = evidence.pulse.filter { $0.item == .tedium }.map { answer in
            "\(answer.team.map { evidence.teams[$0].name } ?? "-") \(evidence.roles[answer.role]) \(answer.layer)"
        }
        #expect(
            shown.sorted() == ["Blue Engineer contributor", "Blue Lead manager", "Green Analyst executive"])
        #expect(result.messages(.surveyWithoutLayer).count == 1)
        for word in ["Secret", "secret", "ada@", "stranger", "Topic"] {
            #expect(!"\(result)".contains(word), "\(word) is kept")
        }
    }

    @Test func `finds people by employee number where there is no address`() throws {
        // Keys of the roster are whatever the organisation uses; here the number is one.
        #expect(try read([rows[2]]).evidence.pulse.map(\.layer) == [.executive, .executive])
    }

    @Test func `numbers respondents within a wave, in an order that is not that of the file`() throws {
        let one = try read(rows).evidence.pulse
        let other = try read(rows.reversed()).evidence.pulse
        #expect(one == other)
        #expect(Set(one.compactMap(\.respondent)) == [0, 1, 2])
        // Over many waves the same two people are not always in the same order.
        let orders = (1...12).map { month in
            let sent = "2024-\(month < 10 ? "0" : "")\(month)-11"
            let changed = rows.prefix(2).map { $0.replacing("20-03-2024", with: sent) }
            let pulse = try? read(Array(changed)).evidence.pulse
            return pulse?.first { $0.layer == .manager }?.respondent
        }
        #expect(Set(orders) == [0, 1])
    }

    @Test func `is told of per question where it is not mapped, comments not among them`() throws {
        let result = try IntakeTests.read([
            "people.csv": surveyed, "exports/g.csv": Self.header + rows[0],
        ])
        #expect(
            result.messages(.questionsNotMapped).first?.hasSuffix(
                #"pulse: {questions: {"AI helps me": none, "I am tired": none}}"#) == true)
        #expect(result.messages(.unknownColumn) == [])
    }

    @Test func `is late where the case speaks of an earlier day`() throws {
        #expect(try read(rows, asOf: day("2024-03-19")).evidence.pulse == [])
    }

    @Test func `of the samples is recognised`() throws {
        guard let text = try sample("surveys/glint-survey_export.csv") else { return }
        let people =
            "person,team,role,layer,email\na,T,R,contributor,alex@example.com\nb,T,R,manager,evan@example.com\n"
        let result = try CaseReader().read(
            MemoryCase(files: [
                "people.csv": bytes(people), "exports/g": text,
                "case.yaml": bytes("pulse: {questions: {My work is meaningful: Q2}}"),
            ]))
        #expect(result.evidence.pulse.map(\.reply) == [.value(4), .value(3)])
        #expect(result.evidence.pulse.map(\.wave.description) == ["2024-03-20", "2024-03-20"])
    }
}
