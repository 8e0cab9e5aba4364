/// The ten questions somebody answers who has no files yet.
package enum InterviewQuestion: String, Hashable, Sendable, CaseIterable {
    case liveCases, newCases, builderHours, tried, kept, direction, betterDay, managers, message, changes

    /// An answer that can be chosen.
    package struct Choice: Hashable, Sendable {
        package let code: Int
        package let label: String
    }

    /// What is asked.
    package var text: String {
        switch self {
        case .liveCases: "How many AI use cases can people use today, made for work done here?"
        case .newCases: "How many of them are new in the last three months?"
        case .builderHours: "How many hours a week does the person who builds most really have for it?"
        case .tried: "Think of ten people who could use one. How many have tried it on their own work?"
        case .kept: "And how many of the ten use it in most weeks, without being told to?"
        case .direction: "Compared with three months ago, is that number …"
        case .betterDay: "Those who tried: does it make their own day better?"
        case .managers: "What do most team leads do?"
        case .message: "What do messages about AI speak of most?"
        case .changes: "How much else is changing for people right now?"
        }
    }

    /// The answers that can be chosen, in their order.
    package var choices: [Choice] {
        let labels: [String]
        switch self {
        case .liveCases: labels = ["None", "One to three", "Four to ten", "More than ten"]
        case .newCases: labels = ["None", "One or two", "Three to six", "More than six"]
        case .builderHours: labels = ["None", "Up to four", "Five to eight", "More than eight"]
        case .tried, .kept: labels = (0...10).map { String($0) }
        case .direction: labels = ["Falling", "Standing still", "Rising a little", "Rising fast"]
        case .betterDay: labels = ["Hardly anybody says so", "Some say so", "About half", "Most say so"]
        case .managers:
            labels = [
                "Wait and see", "Pass on what comes from above", "Help when asked",
                "Show what they do with it",
            ]
        case .message:
            labels = [
                "What the company gains", "That it is expected", "How teams stay in control",
                "What gets better in your own day",
            ]
        case .changes:
            labels = ["Very little", "One or two things", "Several things", "More than people can take"]
        }
        return labels.enumerated().map { Choice(code: $0.offset, label: $0.element) }
    }

    /// Whether the answers are numbers on a scale.
    package var isScale: Bool { self == .tried || self == .kept }
}

/// One person's answers; a question left out is not known.
package struct InterviewAnswers: Hashable, Sendable {
    private var codes: [InterviewQuestion: Int] = [:]

    /// No answer yet.
    package init() {}

    /// The code of an answer; nil where the question was left out. A code that cannot be chosen is not kept.
    package subscript(question: InterviewQuestion) -> Int? {
        get { codes[question] }
        set { codes[question] = newValue.flatMap { question.choices.indices.contains($0) ? $0 : nil } }
    }

    /// Whether nothing was answered.
    package var isEmpty: Bool { codes.isEmpty }

    /// The answers in ten letters, for a link: `a` for the first choice, `-` for none.
    package var text: String {
        InterviewQuestion.allCases.map { question in
            self[question].map { String(UnicodeScalar(UInt8(97 + $0))) } ?? "-"
        }.joined()
    }

    /// The answers of such letters; nil where they cannot be.
    package init?(text: String) {
        let letters = Array(text.utf8)
        guard letters.count == InterviewQuestion.allCases.count else { return nil }
        for (question, letter) in zip(InterviewQuestion.allCases, letters) where letter != 45 {
            guard letter >= 97, question.choices.indices.contains(Int(letter) - 97) else { return nil }
            codes[question] = Int(letter) - 97
        }
    }
}
