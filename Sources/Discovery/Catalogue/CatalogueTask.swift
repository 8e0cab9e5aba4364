/// A task people in a kind of job often name, in our own words: somewhere to begin instead of an empty page.
package struct CatalogueTask: Hashable, Sendable {
    /// Lasting id; never reused and never renamed.
    package let id: String
    /// The task as it is shown and chosen.
    package let title: String
    /// What it mostly does to people; a person who chooses it may say otherwise.
    package let kind: PainKind
    /// Other words people use for it, for the grouping.
    package let otherWords: String

    /// The theme of statements that mean this task.
    package var key: ThemeKey { .task(id) }

    init(_ id: String, _ title: String, _ kind: PainKind = .tedious, also otherWords: String = "") {
        self.id = id
        self.title = title
        self.kind = kind
        self.otherWords = otherWords
    }

    /// The words a statement is compared with.
    var words: StatementWords { StatementWords(title + " " + otherWords) }
}

/// A group of occupations: the first two digits of the Standard Occupational Classification.
package struct OccupationGroup: Hashable, Sendable {
    /// Two digits, for example "43"; "00" for tasks of nearly every job.
    package let code: String
    /// The group in plain words.
    package let title: String
    /// Tasks in ten with which, judged from descriptions alone, a language model could help; nil where nobody judged.
    ///
    /// A hint where to look and nothing more: over 873 occupations it hardly goes with how repetitive the work is
    /// (rank correlation 0.07), and it says nothing of what people would like to be rid of.
    /// - Source: mean of "beta" over occupations, Eloundou et al. (2023), openai/GPTs-are-GPTs, MIT.
    package let tasksInTen: Int?
    package let tasks: [CatalogueTask]

    init(_ code: String, _ title: String, _ tasksInTen: Int?, _ tasks: [CatalogueTask]) {
        self.code = code
        self.title = title
        self.tasksInTen = tasksInTen
        self.tasks = tasks
    }
}

/// Tasks by occupation, to choose from.
package enum TaskCatalogue {
    /// Every group, the general one first, then by code.
    package static let groups: [OccupationGroup] = [general] + office + services + hands

    /// Tasks for a job: those of its group first, then those of nearly every job.
    ///
    /// - Parameter occupation: A SOC code such as "43-4051"; nil or one of an unknown group gives the general tasks.
    /// - Complexity: O(groups).
    package static func tasks(forOccupation occupation: String?) -> [CatalogueTask] {
        (group(ofOccupation: occupation)?.tasks ?? []) + general.tasks
    }

    /// The group of an occupation; nil where its first two digits name none.
    package static func group(ofOccupation occupation: String?) -> OccupationGroup? {
        guard let code = occupation?.prefix(2), code.count == 2 else { return nil }
        return groups.first { $0.code == code && $0.code != general.code }
    }

    /// A task by its id.
    package static func task(_ id: String) -> CatalogueTask? { byID[id] }

    private static let byID: [String: CatalogueTask] = Dictionary(
        groups.flatMap(\.tasks).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    static let general = OccupationGroup(
        "00", "nearly every job", nil,
        [
            CatalogueTask(
                "minutes", "Writing up meetings", also: "minutes notes protocol recap action points"),
            CatalogueTask(
                "mailbox", "Answering the same e-mails again", also: "inbox reply replies standard messages"),
            CatalogueTask(
                "status", "Putting status reports together", also: "progress update slides weekly report boss"
            ),
            CatalogueTask(
                "search", "Searching for a document or an answer", .interrupts,
                also: "look up policy file where intranet find"),
            CatalogueTask(
                "timesheets", "Filling in timesheets and expenses",
                also: "hours receipts claims travel claim booking"),
            CatalogueTask(
                "copying", "Copying data from one system to another",
                also: "retype type enter twice paste fields spreadsheet"),
            CatalogueTask(
                "chat", "Chat messages that want an answer at once", .interrupts,
                also: "pings notifications teams slack message"),
            CatalogueTask(
                "reading", "Reading long documents for a few facts",
                also: "summarise pages manual contract paper"),
            CatalogueTask("forms", "Filling in forms", also: "form paperwork request template fields"),
            CatalogueTask(
                "scheduling", "Finding a date that suits everybody", .interrupts,
                also: "schedule appointment calendar arrange meeting reschedule"),
            CatalogueTask(
                "onboarding", "Explaining the same things to new colleagues", .interrupts,
                also: "newcomers train how to question starters"),
            CatalogueTask(
                "tone", "Writing to somebody who is upset", .stresses,
                also: "angry complaint difficult letter wording careful"),
        ])
}
