import Intake
import Measures
import Rollout
import Testing

@Suite struct `The AI Adoption Pulse Check` {
    private func read(_ text: String, settings: String) throws -> ReadResult {
        try IntakeTests.read([
            "people.csv": surveyed, "exports/p.json": text, "case.yaml": settings,
        ])
    }

    private static let text = """
        {"surveyVersion": "1.1.0", "responses": [
          {"id": "f1", "submittedOn": "2026-06-01", "surveyVersion": "1.1.0", "answers": {"q1": "it", "q2": "team_lead", "q5": "most_workdays", "q6": ["a", "b"], "q27": "Secret text"}},
          {"id": "f2", "submittedOn": "2026-06-09", "answers": {"q2": "individual_contributor", "q5": "never"}},
          {"id": "f3", "submittedOn": "2026-06-09", "answers": {"q2": "prefer_not_to_say", "q5": "never"}},
          {"id": "f4", "submittedOn": "2026-06-10", "answers": {"q2": "executive_owner", "q5": "something_new"}},
          {"id": "f5"}
        ]}
        """

    @Test func `is read by the map of its codes`() throws {
        let result = try read(
            Self.text,
            settings:
                "pulse: {questions: {q5: {item: Q1, words: {never: '?', few_times_month: 2, most_workdays: 4}}}}"
        )
        #expect(
            result.evidence.pulse.map { "\($0.wave) \($0.layer) \($0.item.rawValue) \($0.reply)" }.sorted()
                == [
                    "2026-06-01 contributor Q1 cannotSay", "2026-06-01 manager Q1 value(4)",
                ])
        #expect(result.messages(.surveyWithoutLayer).count == 1)
        #expect(result.messages(.badValue).count == 1)
        #expect(result.lines(.missingValue) == [6])
        #expect(!"\(result)".contains("Secret"))
    }

    @Test func `never takes its codes for ours`() throws {
        let result = try read(Self.text, settings: "name: X")
        #expect(result.evidence.pulse == [])
        #expect(
            result.messages(.questionsNotMapped).first?.hasSuffix("pulse: {questions: {\"q5\": none}}")
                == true)
    }

    @Test func `of the samples is read whole`() throws {
        guard let text = try sample("surveys/ai-adoption-pulse-check-sample-responses.json") else { return }
        let result = try CaseReader().read(
            MemoryCase(files: [
                "people.csv": bytes(surveyed), "exports/p": text,
                "case.yaml": bytes(
                    "pulse: {questions: {q5: {item: Q1, words: {never: '?', less_than_monthly: 2, few_times_month: 2, few_times_week: 3, most_workdays: 4, multiple_times_day: 4}}}}"
                ),
            ]))
        // Of 75 responses two prefer not to say their level.
        #expect(result.evidence.pulse.count == 73)
        #expect(result.rows("exports/p") == [75, 0])
    }
}
