import Intake
import Measures
import Rollout
import Testing

@Suite struct `The Copilot sentiment survey` {
    @Test func `looks people up by address and reads no free text`() throws {
        let text = """
            Email,SurveyDate,Overall satisfaction,Helps me work faster,Improves work quality,Improves productivity,Benefits my role,Copilot readiness,Agents usage,Time saved using Copilot,Time repurposed,Use cases,Barriers to adoption,What else?
            ada@example.com,2026-05-04,4,5,4,4,Agree,3,1,30,Secret plan,Secret case,Secret barrier,Secret
            grace@example.com,2026-05-05,2,2,2,2,Strongly disagree,1,1,0,,,,

            """
        let result = try read([
            "people.csv": surveyed, "exports/c.csv": text,
            "case.yaml": "pulse: {questions: {Benefits my role: Q2, Overall satisfaction: none}}",
        ])
        #expect(
            result.evidence.pulse.map { "\($0.layer) \($0.item.rawValue) \($0.reply)" }.sorted() == [
                "contributor Q2 value(4)", "manager Q2 value(1)",
            ])
        #expect(Set(result.evidence.pulse.map(\.wave.description)) == ["2026-05-04"])
        #expect(
            result.messages(.questionsNotMapped).first?.hasSuffix(
                #"{"Helps me work faster": none, "Improves work quality": none, "Improves productivity": none, "Copilot readiness": none, "Agents usage": none}}"#
            ) == true)
        #expect(!"\(result)".contains("Secret"))
    }
}
