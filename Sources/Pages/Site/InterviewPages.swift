package import Diagnosis
import Figures
import Measures

/// The ten questions.
package struct InterviewModel: Sendable {
    package let questions: [QuestionModel]
    package let otherValue: String

    /// - Parameter other: Somebody else's answers to compare with, as letters; empty where there are none.
    package init(other: String) {
        questions = InterviewQuestion.allCases.enumerated().map { place, question in
            QuestionModel(
                id: question.rawValue, number: place + 1, text: question.text,
                shape: question.isScale ? "scale" : "list",
                answers: question.choices.map { (String($0.code), $0.label) })
        }
        otherValue = Markup.escaped(other)
    }
}

/// What one person's answers make likely, and where two people differ.
package struct InterviewResultModel: Sendable {
    /// A question two people answered differently.
    package struct Difference: Sendable {
        package let question: String
        package let here: String
        package let there: String
    }

    /// A barrier in words.
    package struct Barrier: Sendable {
        package let name: String
        package let value: String
    }

    package let verdict: VerdictModel
    package let barriers: [Barrier]
    package let settleTitle: String
    package let settleText: String
    package let differTitle: String
    package let differences: [Difference]
    package let hasDifferences: Bool
    package let link: String
    package let answers: String
    /// Whether the reader may have the opinion kept and scored.
    package let mayKeep: Bool

    package init(_ answers: InterviewAnswers, other: InterviewAnswers?, link: String, mayKeep: Bool) {
        self.answers = answers.text
        self.mayKeep = mayKeep
        let reading = InterviewReading(answers)
        verdict = VerdictModel(opinion: reading)
        barriers = reading.barriers.map { barrier in
            Barrier(
                name: Wording.name(barrier.code),
                value:
                    "severity \(Printed.decimal(barrier.severity.low, places: 1))–\(Printed.decimal(barrier.severity.high, places: 1)); first in \(Printed.percent(barrier.first)) of what the answers leave open"
            )
        }
        (settleTitle, settleText) = InterviewResultModel.settle(reading.settles)
        self.link = link
        let pairs = other.map { other in
            InterviewQuestion.allCases.compactMap { question -> Difference? in
                guard let here = answers[question], let there = other[question], here != there else {
                    return nil
                }
                // One step of ten, or the next answer, is no difference of pictures.
                guard abs(here - there) >= (question.isScale ? 2 : 1) else { return nil }
                return Difference(
                    question: question.text, here: "you: \(question.choices[here].label)",
                    there: "the other: \(question.choices[there].label)")
            }
        }
        differences = pairs ?? []
        hasDifferences = pairs != nil
        differTitle =
            differences.isEmpty
            ? "You two see the same" : "You two see it differently in \(differences.count) of ten questions"
    }

    private static func settle(_ what: InterviewReading.Settles) -> (String, String) {
        switch what {
        case .use:
            (
                "One export of use would settle most",
                "Whether habit is there and grows is the open question. Any vendor’s export of use by person and day answers it, with a list of people and teams."
            )
        case .register:
            (
                "A register of use cases would settle most",
                "Whether too little goes live or what goes live is not taken up is the open question. A list of use cases with the day each went live answers it."
            )
        case .pulse:
            (
                "Asking people would settle most",
                "What stands in the way is the open question, and only people can say. Nine questions, ninety seconds, from five people upward."
            )
        }
    }
}

extension VerdictModel {
    /// A reading from opinion: the same picture, and never decided.
    init(opinion reading: InterviewReading) {
        let probabilities = reading.probabilities
        let likeliest = [
            (VerdictCode.moving, probabilities.moving), (.phase1, probabilities.phase1),
            (.phase2, probabilities.phase2),
        ].max { $0.1 < $1.1 }!
        self.init(
            headline: "As you see it, \(Wording.name(likeliest.0)) is the likeliest",
            code: .notEnoughEvidence,
            meaning:
                "An opinion is never enough for a verdict. It can be compared with what evidence will say.",
            probabilities: probabilities, because: reading.because,
            wouldFlip: [],
            missing: ["Evidence: what people really do, what is really built, what others would say."])
    }
}

extension Site {
    /// The ten questions.
    package static func interview(_ model: InterviewModel, shell: ShellModel) -> String {
        render("interview", title: "Ten questions", page: model, shell: shell)
    }

    /// What the answers make likely.
    package static func interviewResult(_ model: InterviewResultModel, shell: ShellModel) -> String {
        render("interview-result", title: "A provisional reading", page: model, shell: shell)
    }
}
