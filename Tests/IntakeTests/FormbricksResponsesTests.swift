import Intake
import Measures
import Rollout
import Testing

@Suite struct `Formbricks responses` {
    private static let header =
        "No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,source,1. AI takes dull work,2. What else?,level,person.department\n"

    private func read(_ rows: String, settings: String) throws -> ReadResult {
        try IntakeTests.read([
            "people.csv": surveyed, "exports/f.csv": Self.header + rows,
            "case.yaml": settings,
        ])
    }

    private let settings =
        "pulse: {layer: level, team: person.department, questions: {AI takes dull work: Q2, What else?: none}}"

    @Test func `are answers of those who handed them in`() throws {
        let result = try read(
            """
            1,c1,2026-05-07 23:30:00 UTC,Yes,s,,,,link,4,Secret text,ic,Blue
            2,c2,2026-05-08 09:30:02 UTC,No,s,,,,link,5,,manager,Blue
            3,c3,2026-05-08 09:30:02 UTC,Yes,s,,,,link,,,manager,Elsewhere

            """, settings: settings)
        // In what order the two stand is chance.
        let answers = result.evidence.pulse.sorted { $0.layer > $1.layer }
        #expect(answers.map(\.reply) == [.value(4), .skipped])
        #expect(answers.map(\.layer) == [.contributor, .manager])
        #expect(answers.map(\.team) == [0, nil])
        #expect(result.evidence.pulse.map(\.wave.description) == ["2026-05-07", "2026-05-07"])
        #expect(
            result.messages(.surveyUnfinished) == [
                "1 response was begun and never handed in, and stays out: what nobody handed in is not used."
            ])
        #expect(result.messages(.unknownTeam).count == 1)
        #expect(!"\(result)".contains("Secret"))
    }

    @Test func `belong to the day they have in the zone of the case`() throws {
        let result = try read(
            "1,c1,2026-05-07 23:30:00 UTC,Yes,s,,,,link,4,,ic,Blue\n",
            settings: "timeZone: '+02:00'\n" + settings)
        #expect(result.evidence.pulse.map(\.wave.description) == ["2026-05-08"])
    }

    @Test func `of one response in two exports count once`() throws {
        let row = "1,c1,2026-05-07 09:30:00 UTC,Yes,s,,,,link,4,,ic,Blue\n"
        let result = try IntakeTests.read([
            "people.csv": surveyed, "case.yaml": settings,
            "exports/early.csv": Self.header + row,
            "exports/late.csv": Self.header + row + row.replacing("c1", with: "c2"),
        ])
        #expect(result.evidence.pulse.count == 2)
    }

    @Test func `may name the person, who is looked up and forgotten`() throws {
        let result = try read(
            "1,c1,2026-05-07 09:30:00 UTC,Yes,s,,grace@example.com,,link,4,,,\n", settings: settings)
        #expect(result.evidence.pulse.map(\.layer) == [.manager])
        #expect(result.evidence.pulse.map(\.team) == [0])
        #expect(!"\(result)".contains("grace"))
    }

    @Test func `of the samples are recognised`() throws {
        guard let text = try sample("surveys/formbricks-export.csv") else { return }
        let result = try CaseReader().read(
            MemoryCase(files: [
                "people.csv": bytes(surveyed), "exports/f": text,
                "case.yaml": bytes(
                    "pulse: {layer: role_layer, questions: {ai tools take tedious work off my plate!: Q2}}"),
            ]))
        #expect(result.evidence.pulse.map(\.reply) == [.value(4)])
        #expect(result.evidence.pulse.map(\.layer) == [.contributor])
        #expect(result.messages(.questionsNotMapped).count == 1)
    }
}
