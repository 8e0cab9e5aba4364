import Figures

/// A question from a message, with its answers as buttons.
package struct AnswerPageModel: Sendable {
    /// An answer: the field it sends and what stands on the button.
    package struct Choice: Sendable {
        package let name: String
        package let code: String
        package let label: String

        package init(_ name: String, _ code: String, _ label: String) {
            self.name = name
            self.code = code
            self.label = label
        }
    }

    package let title: String
    package let text: String?
    package let link: String
    package let choices: [Choice]
    package let hasChoices: Bool
    /// Whether there are answers that are not shown.
    package let others: Bool
    package let note: String

    package init(
        title: String, text: String? = nil, link: String = "", choices: [Choice] = [], others: Bool = false,
        note: String
    ) {
        self.title = title
        self.text = text
        self.link = Markup.escaped(link)
        self.choices = choices
        hasChoices = !choices.isEmpty
        self.others = others
        self.note = note
    }

    /// How a trial went: minutes to choose from, and what came of it once something was noted.
    ///
    /// - Parameters:
    ///   - minutes: As before first, then less.
    ///   - hasOccasions: Whether something was noted; before that there is nothing to decide.
    ///   - isNotedToday: Whether today is noted already.
    ///   - chosen: The verdict a button of the message named; its answer is then the only one shown.
    package static func trial(
        link: String, minutes: [Double], hasOccasions: Bool, isNotedToday: Bool, chosen: String?
    ) -> AnswerPageModel {
        let verdicts: [Choice] =
            hasOccasions
            ? [
                Choice("verdict", "keep", "I keep it"), Choice("verdict", "drop", "Not for me"),
                Choice("verdict", "notYet", "I can’t say yet"),
            ] : []
        let occasions: [Choice] =
            isNotedToday
            ? []
            : minutes.enumerated().map { place, value in
                let number = DiscoveryWords.number(value)
                return Choice(
                    "minutes", number,
                    place == 0 ? "It took as long as before: \(number) minutes" : "About \(number) minutes")
            }
        let named = verdicts.filter { $0.code == chosen }
        return AnswerPageModel(
            title: "How did it go?",
            text: isNotedToday ? "Today is noted already. If you know what comes of it:" : nil, link: link,
            choices: named.isEmpty ? occasions + verdicts : named, others: !named.isEmpty,
            note: "Only you see the answer. Which task it is stands on your own page, not here.")
    }

    /// Whether somebody watched a colleague.
    package static func watched(link: String, month: String) -> AnswerPageModel {
        AnswerPageModel(
            title: "Did you watch a colleague do their own work in \(month)?", link: link,
            choices: [Choice("watched", "yes", "Yes, I watched"), Choice("watched", "no", "Not this month")],
            note: "Whom and what is not asked and not kept. It is counted with others, from ten people on.")
    }
}

/// What a team decides to try, or tries.
package struct TeamTrialModel: Sendable {
    /// A plan.
    package struct Plan: Sendable {
        package let id: Int64
        package let title: String
        package let text: String
        package let isOpen: Bool
        package let isIn: Bool
        package let own: String
        package let tryHref: String?

        /// - Parameters:
        ///   - closes: The last day of deciding, in words; `until`: the last of trying.
        ///   - isAgreed: Nil while it is open.
        package init(
            id: Int64, useCase: String, closes: String, until: String, isAgreed: Bool?, isIn: Bool,
            tryHref: String
        ) {
            self.id = id
            isOpen = isAgreed == nil
            self.isIn = isIn
            title = isAgreed == nil ? "\(useCase): are you in?" : "Your team is trying: \(useCase)"
            text =
                isAgreed == nil
                ? "Somebody of your team proposes to try it until \(until). You can say so until \(closes); then it is settled."
                : "Until \(until), each on a task of their own. Nobody notes who does."
            own =
                isIn
                ? "You are in. Nobody else sees that, and it is forgotten once it is settled."
                : "Not saying anything is an answer too, and nobody sees which."
            self.tryHref = isAgreed == true ? Markup.escaped(tryHref) : nil
        }
    }

    package let plans: [Plan]
    package let hasPlans: Bool
    /// What the role is known to have kept, or the first few; the others are behind one more tap.
    package let choices: [DiscoveryWords.Choice]
    package let others: [DiscoveryWords.Choice]
    package let hasOthers: Bool
    package let canPropose: Bool
    package let tooSmall: String?
    package let problem: String?

    package init(
        plans: [Plan], choices: [DiscoveryWords.Choice], others: [DiscoveryWords.Choice] = [],
        canAgree: Bool, problem: String? = nil
    ) {
        self.others = others.map { .init(Markup.escaped($0.code), $0.label) }
        hasOthers = !others.isEmpty
        self.plans = plans
        hasPlans = !plans.isEmpty
        self.choices = choices.map { .init(Markup.escaped($0.code), $0.label) }
        canPropose = canAgree && plans.isEmpty && !choices.isEmpty
        tooSmall =
            canAgree
            ? nil
            : "Agreeing is for those who do the work, in teams of six and more: in smaller ones everybody would see who was in."
        self.problem = problem
    }
}

/// Tools, and when they changed.
package struct ToolsModel: Sendable {
    /// A tool.
    package struct Tool: Sendable {
        package let name: String
        package let value: String
        package let note: String

        package init(_ name: String, changed: String?) {
            self.name = name
            value = Markup.escaped(name)
            note = changed.map { "changed on \($0)" } ?? "no change noted"
        }
    }

    package let tools: [Tool]
    package let hasTools: Bool

    package init(_ tools: [Tool]) {
        self.tools = tools
        hasTools = !tools.isEmpty
    }
}

extension Site {
    /// A question from a message.
    package static func answer(_ model: AnswerPageModel, shell: ShellModel) -> String {
        render("answer", title: model.title, page: model, shell: shell)
    }

    /// What a team decides to try.
    package static func teamTrial(_ model: TeamTrialModel, shell: ShellModel) -> String {
        render("team-trial", title: "Try it as a team", page: model, shell: shell)
    }

    /// Tools, and when they changed.
    package static func tools(_ model: ToolsModel, shell: ShellModel) -> String {
        render("tools", title: "Tools that changed", page: model, shell: shell)
    }
}
