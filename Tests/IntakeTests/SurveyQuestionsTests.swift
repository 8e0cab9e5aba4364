import Intake
import Measures
import Rollout
import Testing

/// Questions of other surveys, mapped to the items of the pulse.
@Suite struct `Questions of other surveys` {
    /// Answers of one Formbricks export to one question.
    private func answers(
        _ cells: [String], question: String = "1. How dull?", settings: String
    ) throws -> ReadResult {
        let rows = cells.enumerated().map { index, cell in
            "r\(index),2026-05-07 09:12:44 UTC,Yes,s,ic,\"\(cell)\"\n"
        }
        let text = "Response ID,Timestamp,Finished,Survey ID,level,\"\(question)\"\n" + rows.joined()
        return try read([
            "people.csv": surveyed, "exports/s.csv": text,
            "case.yaml": "pulse:\n  layer: level\n\(settings)",
        ])
    }

    private func replies(_ result: ReadResult) -> [String] {
        result.evidence.pulse.map { answer in
            let reply =
                switch answer.reply {
                case .value(let value): "\(value)"
                case .skipped: "-"
                case .cannotSay: "?"
                }
            return "\(answer.item.rawValue) \(reply)"
        }.sorted()
    }

    @Test(arguments: [
        "How dull?", "1. How dull?", "how  DULL", "How, dull!", "2) How dull?",
    ])
    func `are found whatever their case, spaces, points and numbers`(title: String) throws {
        let result = try answers(["4"], settings: "  questions:\n    '\(title)': Q2\n")
        #expect(replies(result) == ["Q2 4"])
        #expect(result.messages(.questionsNotMapped) == [])
    }

    @Test func `differ in a word and are two`() throws {
        let result = try answers(["4"], settings: "  questions: {How very dull?: Q2}\n")
        #expect(replies(result) == [])
    }

    @Test func `that nobody mapped are told of with the lines to fill in`() throws {
        let result = try answers(["4"], question: "1. Is it \"\"dull\"\", or: not?", settings: "")
        #expect(
            result.messages(.questionsNotMapped) == [
                #"1 question is not mapped to our items and stays out. Put this into case.yaml, with an item such as Q2 in place of `none` where a question asks the same: pulse: {questions: {"1. Is it \"dull\", or: not?": none}}"#
            ])
        // The very lines, put into case.yaml, are understood.
        let settled = try read([
            "people.csv": surveyed,
            "exports/s.csv":
                "Response ID,Timestamp,Finished,Survey ID,\"1. Is it \"\"dull\"\", or: not?\"\nr,2026-05-07,Yes,s,4\n",
            "case.yaml": #"pulse: {questions: {"1. Is it \"dull\", or: not?": none}}"#,
        ])
        #expect(settled.messages(.questionsNotMapped) == [])
        #expect(settled.messages(.badSetting) == [])
        #expect(settled.messages(.unknownSetting) == [])
        #expect(settled.evidence.pulse == [])
    }

    @Test func `asked in the words of the pulse need no map`() throws {
        let result = try answers(
            ["In most weeks", "4"],
            question: "In the past four weeks, did you use an AI tool on your own real work",
            settings: "")
        // Only numbered titles are questions to Formbricks.
        #expect(replies(result) == [])
        let numbered = try answers(
            ["In most weeks", "No, but I have watched a colleague", "4", "don't know", ""],
            question: "3. In the past four weeks did you use an AI tool on your own, real work?", settings: ""
        )
        #expect(replies(numbered) == ["Q1 -", "Q1 1", "Q1 3", "Q1 4", "Q1 ?"])
    }

    @Test func `bring their own scale, direction and words`() throws {
        func values(_ cells: [String], _ mapping: String) throws -> [String] {
            replies(try answers(cells, settings: "  questions: {How dull?: \(mapping)}\n"))
        }
        let seven = ["1", "2", "3", "4", "5", "6", "7"]
        #expect(
            try values(seven, "{item: Q2, scale: 1-7}")
                == ["Q2 1", "Q2 2", "Q2 2", "Q2 3", "Q2 4", "Q2 4", "Q2 5"])
        #expect(try values(["1", "2"], "{item: Q7, scale: 5-1}") == ["Q7 4", "Q7 5"])
        #expect(try values(["1", "2"], "{item: Q7, direction: falling}") == ["Q7 4", "Q7 5"])
        #expect(
            try values(["Strongly agree", "Disagree", "Neither agree nor disagree"], "Q4")
                == ["Q4 2", "Q4 3", "Q4 5"])
        #expect(
            try values(["Strongly agree"], "{item: Q4, direction: falling}") == ["Q4 1"])
        #expect(
            try values(["A4", "4 - Often", "4.0", "5 (Always)"], "Q2") == ["Q2 4", "Q2 4", "Q2 4", "Q2 5"])
        #expect(
            try values(["never", "Daily!", "weekly"], "{item: Q1, words: {never: '?', weekly: 3, daily: 4}}")
                == ["Q1 3", "Q1 4", "Q1 ?"])
        #expect(
            try values(["low", "mid", "HIGH"], "{item: Q9, words: [low, mid, high]}")
                == ["Q9 0", "Q9 10", "Q9 5"])
    }

    @Test func `tell experienced from expected, and the two forms of the third`() throws {
        let expected = try answers(["4"], settings: "  questions: {How dull?: Q2 expected}\n")
        #expect(expected.evidence.pulse.map(\.variant) == [.expected])
        let form = try answers(["4"], settings: "  questions: {How dull?: Q3 b}\n")
        #expect(form.evidence.pulse.map(\.form) == ["b"])
    }

    @Test func `are one to an item, but for the two forms of the third`() throws {
        let rows = (0..<40).map { "r\($0),2026-05-07,Yes,s,ic,1,2,3,4\n" }.joined()
        let result = try read([
            "people.csv": surveyed,
            "exports/s.csv":
                "Response ID,Timestamp,Finished,Survey ID,level,1. A,2. B,3. C,4. D\n" + rows,
            "case.yaml": "pulse: {layer: level, questions: {A: Q2, B: Q2, C: Q3 a, D: Q3 b}}",
        ])
        #expect(result.evidence.pulse.count == 80)
        #expect(result.evidence.pulse.filter { $0.item == .tedium }.allSatisfy { $0.reply == .value(1) })
        let third = result.evidence.pulse.filter { $0.item == .interruptionsOrStress }
        #expect(third.allSatisfy { $0.reply == .value($0.form == "a" ? 3 : 4) })
        // One form is drawn for each respondent, so about half get either.
        #expect((10...30).contains(third.count { $0.form == "a" }))
        #expect(
            result.messages(.questionsDouble) == [
                "More than one question is mapped to Q2. The first column counts; map the others to `none` under `pulse` in case.yaml."
            ])
        #expect(result.messages(.conflictingRow) == [])
    }

    @Test func `with answers on no scale lose those answers only, and say how to tell the scale`() throws {
        let result = try answers(["7", "4.5", "often", "3"], settings: "  questions: {How dull?: Q2}\n")
        #expect(replies(result) == ["Q2 3"])
        #expect(
            result.messages(.badValue) == [
                #"3 answers to a mapped question fit no scale and are not used. Say under `pulse` in case.yaml what its answers are, lowest first: `pulse: {questions: {"1. How dull?": {item: Q2, scale: 1-7}}}`, or `words: [lowest, …, highest]` in place of the scale."#
            ])
        #expect(result.lines(.badValue) == [2])
    }

    @Test(arguments: [
        "Q10", "Q4 expected", "{item: Q2, scale: 7}", "{item: Q2, direction: up}", "{scale: x}",
        "{item: Q1, words: {often: 9}}", "{item: Q2, words: [one]}",
    ])
    func `that are mapped wrongly are told of`(mapping: String) throws {
        let result = try answers(["4"], settings: "  questions:\n    How dull?: \(mapping)\n")
        #expect(
            result.messages(.badSetting) == [
                "`pulse.questions` should be `none`, an item such as `Q7`, `Q2 expected` or `Q3 a`, or {item: Q7, scale: 1-7, direction: falling, words: [low, …, high]}. The setting is left at its default."
            ])
        #expect(replies(result) == [])
    }

    @Test func `are asked in waves of four weeks`() throws {
        let rows = ["2026-05-04", "2026-05-20", "2026-06-01", "2026-06-28"].enumerated().map { index, day in
            "r\(index),\(day) 10:00:00 UTC,Yes,s,ic,3\n"
        }
        let result = try read([
            "people.csv": surveyed,
            "exports/s.csv": "Response ID,Timestamp,Finished,Survey ID,level,1. Q\n" + rows.joined(),
            "case.yaml": "pulse: {layer: level, questions: {Q: Q2}}",
        ])
        #expect(
            result.evidence.pulse.map(\.wave.description) == [
                "2026-05-04", "2026-05-04", "2026-06-01", "2026-06-01",
            ])
    }

    @Test func `of a layer nobody can tell stay out, and say how to tell it`() throws {
        let text = "Response ID,Timestamp,Finished,Survey ID,1. Q\nr,2026-05-07,Yes,s,3\n"
        let files = ["people.csv": surveyed, "exports/s.csv": text]
        let lost = try read(files.merging(["case.yaml": "pulse: {questions: {Q: Q2}}"]) { $1 })
        #expect(lost.evidence.pulse == [])
        #expect(lost.messages(.surveyWithoutLayer).count == 1)
        #expect(
            lost.messages(.surveyWithoutLayer).first
                == "1 row tells of no layer, so whether leaders or others speak is not known, and is left out. Name the column under `pulse` in case.yaml, and what its words mean: `pulse: {layer: THEIR COLUMN, layers: {their word: contributor}}`; or, where the survey went to one layer only, `pulse: {layer: contributor}`."
        )
        let fixed = try read(
            files.merging(["case.yaml": "pulse: {layer: manager, questions: {Q: Q2}}"]) { $1 })
        #expect(fixed.evidence.pulse.map(\.layer) == [.manager])
    }
}
