import Figures

/// The beginning of a trial: the task, and what it is like now.
package struct BeginTrialModel: Sendable {
    /// Escaped for an attribute.
    package let taskValue: String
    /// The number of the pain it is for; empty: none.
    package let pain: String
    package let useCase: String
    package let useCaseTitle: String?
    package let example: String
    package let points: [DiscoveryWords.Choice]
    package let problem: String?

    package init(
        task: String, pain: String, useCase: String, useCaseTitle: String?, example: String,
        problem: String? = nil
    ) {
        taskValue = Markup.escaped(task)
        self.pain = Markup.escaped(pain)
        self.useCase = Markup.escaped(useCase)
        self.useCaseTitle = useCaseTitle
        self.example = example
        points = DiscoveryWords.points
        self.problem = problem
    }
}

/// A trial of one's own.
package struct TrialPageModel: Sendable {
    /// One occasion that was noted.
    package struct Noted: Sendable {
        package let number: Int
        package let when: String
        package let what: String

        package init(number: Int, when: String, what: String) {
            self.number = number
            self.when = when
            self.what = what
        }
    }

    package let id: Int64
    package let task: String
    package let useCase: String
    package let before: String
    package let title: String
    package let isOpen: Bool
    package let points: [DiscoveryWords.Choice]
    package let asksStrain: Bool
    package let asksInterruptions: Bool
    package let asksTedium: Bool
    package let noted: [Noted]
    package let hasNoted: Bool
    package let results: [String]
    package let hasResults: Bool
    /// Whether there is an interval to explain.
    package let hasInterval: Bool
    /// Whether a verdict can be given.
    package let canDecide: Bool
    package let decided: String?
    package let pro: [DiscoveryWords.Choice]
    package let against: [DiscoveryWords.Choice]
    /// Whether sharing is offered, and how far it goes now.
    package let canShare: Bool
    package let shared: String?
    package let isOnShelf: Bool
    package let consents: [DiscoveryWords.Choice]
    package let conditions: [DiscoveryWords.Choice]
    package let toolValue: String
    package let problems: [String]
    package let hasProblems: Bool

    package init(
        id: Int64, task: String, useCase: String, before: String, isOpen: Bool, asksStrain: Bool,
        asksInterruptions: Bool, asksTedium: Bool, noted: [Noted], most: Int, results: [String],
        decided: String?, canShare: Bool, shared: String?, isOnShelf: Bool,
        consents: [DiscoveryWords.Choice], conditions: [DiscoveryWords.Choice], tool: String,
        problems: [String] = []
    ) {
        self.id = id
        self.task = task
        self.useCase = useCase
        self.before = before
        self.isOpen = isOpen
        self.asksStrain = asksStrain
        self.asksInterruptions = asksInterruptions
        self.asksTedium = asksTedium
        self.noted = noted
        hasNoted = !noted.isEmpty
        self.results = results
        hasResults = !results.isEmpty
        hasInterval = noted.count >= 5
        self.decided = decided
        canDecide = !noted.isEmpty
        title =
            decided
            ?? (noted.isEmpty
                ? "Try it the next time the task comes up"
                : noted.count == 1 ? "One time so far" : "\(noted.count) times so far, of ten at most")
        points = DiscoveryWords.points
        pro = DiscoveryWords.whys(DiscoveryWords.pro)
        against = DiscoveryWords.whys(DiscoveryWords.against)
        self.canShare = canShare
        self.shared = shared
        self.isOnShelf = isOnShelf
        self.consents = consents
        self.conditions = conditions
        toolValue = Markup.escaped(tool)
        self.problems = problems
        hasProblems = !problems.isEmpty
    }
}

extension Site {
    /// The beginning of a trial.
    package static func beginTrial(_ model: BeginTrialModel, shell: ShellModel) -> String {
        render("trial-begin", title: "Try it", page: model, shell: shell)
    }

    /// A trial of one's own.
    package static func trial(_ model: TrialPageModel, shell: ShellModel) -> String {
        render("trial", title: model.task, page: model, shell: shell)
    }
}
