/// The part of a person's own page that is about finding out: one next step, then what there is.
package struct ForMeDiscovery: Sendable {
    /// A line with a link.
    package struct Line: Sendable {
        package let text: String
        package let note: String
        package let href: String

        package init(_ text: String, note: String, href: String) {
            self.text = text
            self.note = note
            self.href = href
        }
    }

    package let nextTitle: String
    package let nextText: String
    package let nextHref: String
    package let nextLabel: String
    package let pains: [Line]
    package let hasPains: Bool
    package let running: [Line]
    package let hasRunning: Bool
    package let finished: [Line]
    package let hasFinished: Bool
    package let ledgerTitle: String
    /// Whether "did you watch?" is asked, and of which month.
    package let watchMonth: String?
    package let hasLeft: Bool
    /// What the person's team decides or tries together.
    package let teamPlans: [TeamTrialModel.Plan]

    /// - Parameters:
    ///   - pains: What bothers the person.
    ///   - running: Trials without a verdict, the latest first.
    ///   - finished: Trials with one.
    ///   - fresh: The latest pain nothing was tried on yet.
    ///   - kept: How many were kept, and how many of them stand on the shelf.
    package init(
        pains: [Line], running: [Line], finished: [Line], kept: Int, shown: Int, watchMonth: String?,
        fresh: Line? = nil, teamPlans: [TeamTrialModel.Plan] = []
    ) {
        self.teamPlans = teamPlans
        self.pains = pains
        hasPains = !pains.isEmpty
        self.running = running
        hasRunning = !running.isEmpty
        self.finished = finished
        hasFinished = !finished.isEmpty
        self.watchMonth = watchMonth
        hasLeft = pains.isEmpty && running.isEmpty && finished.isEmpty
        ledgerTitle =
            kept == 0
            ? "What you tried"
            : kept == 1 ? "One thing you kept" : "\(kept) things you kept"
        if let trial = running.first {
            nextTitle = "How did it go?"
            nextText = "\(trial.text). \(trial.note)"
            nextHref = trial.href
            nextLabel = "Note it: thirty seconds"
        } else if kept > 0, shown < kept {
            nextTitle = "Show a colleague what you found"
            nextText =
                "You kept something. People believe a colleague before they believe a slide. You choose who sees it, and you can take it back."
            nextHref = "/for-me/show"
            nextLabel = "Show a colleague"
        } else if let pain = fresh {
            nextTitle = "See what helped others with it"
            nextText = "You named “\(pain.text)”."
            nextHref = pain.href
            nextLabel = "See a suggestion"
        } else if kept > 0 {
            nextTitle = "Show it to one colleague"
            nextText =
                "What you found is on the shelf. A link from you to one person does more than a shelf. Or name the next thing that bothers you, below."
            nextHref = "/for-me/show"
            nextLabel = "Make a link"
        } else if !pains.isEmpty {
            nextTitle = "What else bothers you?"
            nextText =
                "You have tried something on all you named. Name another dull, interrupting or stressful piece of your work, and get one suggestion for it."
            nextHref = "/for-me/pains"
            nextLabel = "Name it"
        } else {
            nextTitle = "What bothers you most about your work?"
            nextText =
                "Name one dull, interrupting or stressful piece of it. You get one suggestion and what it did for others, and try it on your own work if you like. One tap is enough."
            nextHref = "/for-me/pains"
            nextLabel = "Name it"
        }
    }
}

/// Choosing or wording a pain.
package struct PainPageModel: Sendable {
    package let group: String
    package let tasks: [DiscoveryWords.Choice]
    package let others: [DiscoveryWords.Choice]
    package let kinds: [DiscoveryWords.Choice]
    package let problem: String?
    /// What is known of such jobs from outside, as a hint; nil where nobody judged them.
    package let hint: String?

    /// - Parameters:
    ///   - tasksInTen: Tasks in ten of such jobs with which a language model could help, judged from descriptions; nil: nobody judged.
    package init(
        group: String, tasks: [DiscoveryWords.Choice], others: [DiscoveryWords.Choice],
        kinds: [DiscoveryWords.Choice], tasksInTen: Int? = nil, problem: String? = nil
    ) {
        hint = tasksInTen.map {
            "Judged from job descriptions alone, a language model could help with about \($0) in 10 tasks of such jobs. That says where to look, not what bothers you: over 873 occupations it hardly goes with how repetitive the work is."
        }
        self.group = group
        self.tasks = tasks
        self.others = others
        self.kinds = kinds
        self.problem = problem
    }
}

/// An example as a page shows it.
package struct ShelfLine: Sendable {
    package let href: String
    package let task: String
    package let useCase: String
    /// Whose it is: a name, a role, or neither.
    package let whose: String
    package let sentence: String
    /// What it depends on, or why it did not help.
    package let conditions: String?
    package let reused: String?
    package let expired: String?
    package let isKept: Bool
    package let tryHref: String?

    package init(
        href: String, task: String, useCase: String, whose: String, sentence: String, conditions: String?,
        reused: String?, expired: String?, isKept: Bool, tryHref: String?
    ) {
        self.href = href
        self.task = task
        self.useCase = useCase
        self.whose = whose
        self.sentence = sentence
        self.conditions = conditions
        self.reused = reused
        self.expired = expired
        self.isKept = isKept
        self.tryHref = tryHref
    }
}

/// A pain with what could be tried for it.
package struct SuggestionPageModel: Sendable {
    /// What most of the role kept, beside something about which little is known.
    package struct Proven: Sendable {
        /// What stands before its title.
        package let provenLabel: String
        package let provenTitle: String
        package let provenBecause: String
        package let provenHref: String

        package init(
            title: String, because: String, href: String, label: String = "Or what others in your role kept"
        ) {
            provenLabel = label
            provenTitle = title
            provenBecause = because
            provenHref = href
        }
    }

    /// What is suggested.
    package struct Suggested: Sendable {
        package let title: String
        package let tool: String?
        package let because: String
        package let depends: [String]
        package let examples: [ShelfLine]
        package let hasExamples: Bool
        package let tryHref: String
        package let otherHref: String?
        package let proven: Proven?

        package init(
            title: String, tool: String?, because: String, depends: [String], examples: [ShelfLine],
            tryHref: String, otherHref: String?, proven: Proven? = nil
        ) {
            self.proven = proven
            self.title = title
            self.tool = tool
            self.because = because
            self.depends = depends
            self.examples = examples
            hasExamples = !examples.isEmpty
            self.tryHref = tryHref
            self.otherHref = otherHref
        }
    }

    package let id: Int64
    package let text: String
    package let kind: String
    /// With whom it is counted: the theme's name.
    package let theme: String
    package let tasks: [DiscoveryWords.Choice]
    /// Themes others of the role named in their own words, to be counted with.
    package let themes: [DiscoveryWords.Choice]
    package let hasThemes: Bool
    package let suggested: Suggested?
    package let ownHref: String

    package init(
        id: Int64, text: String, kind: String, theme: String, tasks: [DiscoveryWords.Choice],
        themes: [DiscoveryWords.Choice], suggested: Suggested?, ownHref: String
    ) {
        self.id = id
        self.text = text
        self.kind = kind
        self.theme = theme
        self.tasks = tasks
        self.themes = themes
        hasThemes = !themes.isEmpty
        self.suggested = suggested
        self.ownHref = ownHref
    }
}

extension Site {
    /// Choosing or wording a pain.
    package static func pains(_ model: PainPageModel, shell: ShellModel) -> String {
        render("pains", title: "What bothers you?", page: model, shell: shell)
    }

    /// A pain with what could be tried for it.
    package static func suggestion(_ model: SuggestionPageModel, shell: ShellModel) -> String {
        render("suggestion", title: model.text, page: model, shell: shell)
    }
}
