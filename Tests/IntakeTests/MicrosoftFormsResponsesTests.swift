import Intake
import Measures
import Rollout
import Testing

@Suite struct `Microsoft Forms responses` {
    private let settings =
        "pulse: {questions: {How dull is your work?: {item: Q2, direction: falling}, Your level: none}, layer: Your level}"

    @Test func `come as a workbook with days as numbers`() throws {
        // 46146.5 is noon on 2026-05-04.
        let rows = """
            <row r="1"><c t="inlineStr"><is><t>ID</t></is></c><c t="inlineStr"><is><t>Start time</t></is></c><c t="inlineStr"><is><t>Completion time</t></is></c><c t="inlineStr"><is><t>Email</t></is></c><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>How dull is your work?</t></is></c><c t="inlineStr"><is><t>Your level</t></is></c><c t="inlineStr"><is><t>Anything else</t></is></c></row>
            <row r="2"><c><v>1</v></c><c s="1"><v>46146.49</v></c><c s="1"><v>46146.5</v></c><c t="inlineStr"><is><t>anonymous</t></is></c><c/><c t="inlineStr"><is><t>Strongly agree</t></is></c><c t="inlineStr"><is><t>Manager</t></is></c><c t="inlineStr"><is><t>Secret</t></is></c></row>
            <row r="3"><c><v>2</v></c><c s="1"><v>46147.49</v></c><c s="1"><v>46147.5</v></c><c t="inlineStr"><is><t>ADA@example.com</t></is></c><c t="inlineStr"><is><t>Ada Lovelace</t></is></c><c><v>4</v></c><c/><c/></row>
            """
        let workbook = WorkbookFixture.zip(
            WorkbookFixture.parts(
                sheets: [("Form1", rows, nil)], formats: ["0", "m/d/yy h:mm:ss"]))
        let result = try read(exports: ["f.xlsx": workbook], settings: settings, people: surveyed)
        let answers = result.evidence.pulse.sorted { $0.layer < $1.layer }
        #expect(answers.map(\.layer) == [.manager, .contributor])
        #expect(answers.map(\.reply) == [.value(1), .value(2)])
        #expect(Set(answers.map(\.wave.description)) == ["2026-05-04"])
        #expect(
            result.messages(.questionsNotMapped).first?.hasSuffix("{questions: {\"Anything else\": none}}")
                == true)
        for word in ["Secret", "Lovelace", "ADA"] { #expect(!"\(result)".contains(word)) }
    }
}
