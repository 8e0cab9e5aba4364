package import Measures

/// Everything an organisation has to show, read and cleaned: the input of the diagnosis.
package struct Evidence: Sendable {
    /// The files of a case folder; what a missing one makes unknowable is said by the diagnosis.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        case people, use, coverage, activity, useCases, champions, pulse, changes, messages, mandates
        case ties, examples

        /// The file's name in a case folder.
        package var file: String { self == .useCases ? "use-cases.csv" : "\(rawValue).csv" }
    }

    package var name: String = "Organisation"
    /// The day the diagnosis speaks of; nothing later is looked at.
    package var asOf: Day
    package var calendar = WorkCalendar()
    package var thresholds = Thresholds()
    /// Which files were there (an empty file counts as there).
    package var sources: Set<Source> = []

    /// The roster; `people[i].id.ordinal == i`.
    package var people: [Person] = []
    package var teams: [Team] = []
    /// Role names; `Person.role` points here.
    package var roles: [String] = []

    package var use = UseLedger(keys: [], rows: [])
    /// Weeks of use of which no day is told, by person, tool, mode and week, each once, in ascending order.
    package var weeks: [WeekUse] = []
    /// Weekly depth; nil where no source counts actions.
    package var depth: [DepthTally]?
    package var coverage: [Coverage] = []
    /// Days at work; nil where no activity is known.
    package var activity: DayMatrix?
    package var useCases: [UseCase] = []
    package var champions: [ChampionWeek] = []
    package var pulse: [PulseAnswer] = []
    package var changes: [Change] = []
    package var messages: [Message] = []
    package var mandates: [Mandate] = []
    package var ties: [Tie] = []
    package var examples: [Example] = []
    /// What people let be counted on their own pages; nil where there are no such pages.
    package var testimony: Testimony?

    package init(asOf: Day) { self.asOf = asOf }

    /// Whether any use is told of, by day or by week.
    package var hasUse: Bool { !use.rows.isEmpty || !weeks.isEmpty }
}
