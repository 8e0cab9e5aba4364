package import Measures
package import Rollout

/// The waves of the pulse.
package struct PulsePageModel: Sendable {
    /// One wave.
    package struct Wave: Sendable {
        package let id: Int64
        package let span: String
        package let invited: Int
        package let answered: String
        package let minimum: Int
        package let isOpen: Bool

        package init(id: Int64, span: String, invited: Int, answered: String, minimum: Int, isOpen: Bool) {
            self.id = id
            self.span = span
            self.invited = invited
            self.answered = answered
            self.minimum = minimum
            self.isOpen = isOpen
        }
    }

    package let title: String
    package let waves: [Wave]
    package let hasWaves: Bool
    package let problem: String?

    package init(waves: [Wave], problem: String? = nil) {
        self.waves = waves
        hasWaves = !waves.isEmpty
        title =
            waves.isEmpty
            ? "Nobody has been asked yet" : waves.count == 1 ? "One wave" : "\(waves.count) waves"
        self.problem = problem
    }
}

/// A question with its answers.
package struct QuestionModel: Sendable {
    /// One answer that can be chosen.
    package struct Answer: Sendable {
        package let code: String
        package let label: String
        package let isChosen: Bool
    }

    package let id: String
    package let number: Int
    package let text: String
    /// `list` for words, `scale` for numbers.
    package let shape: String
    package let answers: [Answer]

    package init(
        id: String, number: Int, text: String, shape: String, answers: [(code: String, label: String)],
        chosen: String? = nil
    ) {
        self.id = id
        self.number = number
        self.text = text
        self.shape = shape
        self.answers = answers.map { Answer(code: $0.code, label: $0.label, isChosen: $0.code == chosen) }
    }
}

/// The questions of the pulse in our own wording (SCIENCE 1.2).
package enum PulseWording {
    private static let agreement = [
        (code: "1", label: "Strongly disagree"), (code: "2", label: "Disagree"),
        (code: "3", label: "Neither"), (code: "4", label: "Agree"), (code: "5", label: "Strongly agree"),
    ]
    private static let unsure = (code: "?", label: "Cannot say")

    /// The questions in their order.
    /// - Parameters:
    ///   - form: Which form of Q3 is asked: a or b.
    ///   - asksBelief: Whether the leaders' and managers' question is asked too.
    ///   - chosen: Answers already chosen, by item.
    package static func questions(
        form: Character, asksBelief: Bool, chosen: [String: String] = [:]
    ) -> [QuestionModel] {
        PulseItem.allCases.filter { $0 != .believed || asksBelief }.enumerated().map { place, item in
            QuestionModel(
                id: item.rawValue, number: place + 1, text: text(item, form: form), shape: shape(item),
                answers: answers(item), chosen: chosen[item.rawValue])
        }
    }

    private static func shape(_ item: PulseItem) -> String {
        item == .advocacy || item == .believed ? "scale" : "list"
    }

    /// What is asked. Who has no experience yet reads questions two and three as what they expect.
    package static func text(_ item: PulseItem, form: Character) -> String {
        switch item {
        case .experience: "In the past four weeks, did you use an AI tool on your own real work?"
        case .tedium:
            "AI has taken dull or repetitive work off my hands. (Not used it yet? Then: AI could take it off my hands.)"
        case .interruptionsOrStress:
            form == "a"
                ? "Because of AI I am pulled out of my work less often. (Not used it yet? Then: I could be.)"
                : "Because of AI my working day is less stressful. (Not used it yet? Then: it could be.)"
        case .time: "Even in a busy week I get time to try AI on my own work."
        case .managerSupport: "My manager helps me make AI fit my job."
        case .clarity: "I know what AI is meant to change for someone in my job."
        case .changeLoad: "Right now I am asked to take on more changes than I can absorb."
        case .choice: "When it comes to using AI, what moves me is …"
        case .advocacy:
            "How likely are you to suggest to a colleague with a job like yours that they try AI in their work?"
        case .believed:
            "Out of ten people in your area, how many would say AI has made their own work better?"
        }
    }

    private static func answers(_ item: PulseItem) -> [(code: String, label: String)] {
        switch item {
        case .experience:
            return [
                ("0", "No, and I have not watched a colleague do it"),
                ("1", "No, but I have watched a colleague"), ("2", "Once or twice"),
                ("3", "In most weeks"), ("4", "On most days"),
            ]
        case .choice:
            return [
                ("1", "Only that it is expected of me"), ("2", "Mostly that it is expected"),
                ("3", "Both alike"), ("4", "Mostly that I want to"), ("5", "Only that I want to"), unsure,
            ]
        case .advocacy, .believed:
            return (0...10).map { (String($0), String($0)) } + [unsure]
        default: return agreement + [unsure]
        }
    }
}

/// The page on which somebody answers.
package struct BallotModel: Sendable {
    package let secret: String
    package let minimum: Int
    package let closes: String
    package let questions: [QuestionModel]

    package init(secret: String, minimum: Int, closes: Day, questions: [QuestionModel]) {
        self.secret = secret
        self.minimum = minimum
        self.closes = closes.long
        self.questions = questions
    }
}

extension Site {
    /// The waves of the pulse.
    package static func pulse(_ model: PulsePageModel, shell: ShellModel) -> String {
        render("pulse", title: "Pulse", page: model, shell: shell)
    }

    /// The page on which somebody answers.
    package static func ballot(_ model: BallotModel) -> String {
        render("ballot", title: "Nine questions", page: model, shell: .stranger)
    }
}
