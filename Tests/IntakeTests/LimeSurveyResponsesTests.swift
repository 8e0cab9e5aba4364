import Intake
import Measures
import Rollout
import Testing

@Suite struct `LimeSurvey responses` {
    private static let header =
        "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\",\"seed\",\"token\",\"startdate\",\"datestamp\",\"LAYER\",\"DULL[SQ001]\",\"groupTime1\"\n"
    private static let anonymous =
        "\"1\",\"1980-01-01 00:00:00\",\"3\",\"en\",\"12\",\"tok\",\"1980-01-01 00:00:00\",\"1980-01-01 00:00:00\",\"A2\",\"A4\",\"17\"\n\"2\",\"\",\"1\",\"en\",\"7\",\"\",\"1980-01-01 00:00:00\",\"1980-01-01 00:00:00\",\"A1\",\"\",\"\"\n"
    private static let settings =
        "layer: LAYER, layers: {A1: contributor, A2: manager}, questions: {'DULL[SQ001]': Q2}"

    private func read(_ rows: String, settings: String) throws -> ReadResult {
        try IntakeTests.read([
            "people.csv": surveyed, "exports/l.csv": Self.header + rows,
            "case.yaml": "pulse: {\(settings)}",
        ])
    }

    @Test func `without a day stay out until somebody says when`() throws {
        let result = try read(Self.anonymous, settings: Self.settings)
        #expect(result.evidence.pulse == [])
        #expect(
            result.messages(.surveyWithoutDate) == [
                "1 row tells no day, as in anonymous surveys, and is left out. Say when the survey was under `pulse` in case.yaml: `pulse: {wave: {exports/l.csv: 2026-06-01}}`."
            ])
        #expect(result.messages(.dateOutOfRange) == [])
        let told = try read(
            Self.anonymous, settings: "wave: {exports/l.csv: 2026-06-01}, " + Self.settings)
        #expect(told.evidence.pulse.map(\.wave.description) == ["2026-06-01"])
        #expect(told.evidence.pulse.map(\.layer) == [.manager])
        #expect(told.evidence.pulse.map(\.reply) == [.value(4)])
        #expect(told.messages(.surveyWithoutDate) == [])
        #expect(told.messages(.questionsNotMapped) == [])
    }

    @Test func `with a day have it`() throws {
        let dated = Self.anonymous.replacing("1980-01-01", with: "2026-05-04")
        let result = try read(dated, settings: Self.settings)
        #expect(result.evidence.pulse.map(\.wave.description) == ["2026-05-04"])
    }

    @Test func `of the samples are recognised`() throws {
        guard let text = try sample("surveys/limesurvey-export.csv") else { return }
        let result = try CaseReader().read(
            MemoryCase(files: [
                "people.csv": bytes(surveyed), "exports/l": text,
                "case.yaml": bytes(
                    "pulse: {wave: 2026-05-04, layer: LAYER, layers: {A2: contributor}, questions: {'TEDIOUS[SQ001]': Q2}}"
                ),
            ]))
        #expect(result.evidence.pulse.map(\.reply) == [.value(4)])
        #expect(
            result.messages(.questionsNotMapped).first?.hasSuffix(
                "pulse: {questions: {\"BARRIER\": none}}") == true)
    }
}
