package import Measures

/// Ways to go on with a rollout, as somebody wrote them down for `firsthand simulate`.
package struct ScenarioFile: Hashable, Sendable {
    /// One way to go on.
    package struct Scenario: Hashable, Sendable {
        package var name: String
        /// Waves of training, in the order given.
        package var train: [Wave] = []
        /// Stretches of days in which use is ordered.
        package var order: [Stretch] = []
        /// Invitations across teams, chosen by the planner; nil for none.
        package var invite: Invitations?
        /// The share of champions' time that is kept for showing it, 0...1; nil: as the past has it.
        package var championTime: Double?

        package init(name: String) { self.name = name }
    }

    /// A wave of training.
    package struct Wave: Hashable, Sendable {
        /// The first day; nil: the first week played.
        package var from: Day?
        /// Names of teams; empty for everybody.
        package var teams: [String] = []
        /// How many can be trained in a week; nil for all at once.
        package var perWeek: Int?
        /// The chance that somebody trained tries it; nil: as little as is known.
        package var tries: Double?
    }

    /// Days in which something holds.
    package struct Stretch: Hashable, Sendable {
        package var from: Day?
        package var to: Day?
        /// Names of teams; empty for everybody.
        package var teams: [String] = []
    }

    /// Invitations to a firsthand experience.
    package struct Invitations: Hashable, Sendable {
        package var people: Int
        package var from: Day?
        /// How many can be hosted in a week; nil: a quarter of all.
        package var perWeek: Int?
        package var acrossTeams = true
        /// The chance that somebody invited tries it; nil: as little as is known.
        package var tries: Double?
    }

    /// Weeks played; nil: a year.
    package var weeks: Int?
    /// Days on which nobody works, beside the case's own.
    package var holidays: [Day] = []
    package var scenarios: [Scenario] = []

    package init() {}

    /// What is played where nothing was written down: the five ways that are usually argued about.
    ///
    /// - Parameter people: Everybody who is played.
    package static func usual(people: Int) -> ScenarioFile {
        var file = ScenarioFile()
        let nothing = Scenario(name: "Do nothing")
        var train = Scenario(name: "Train everybody")
        train.train = [Wave(perWeek: max(1, (people + 11) / 12))]
        var order = Scenario(name: "Order it")
        order.order = [Stretch()]
        var seed = Scenario(name: "Seed discovery across teams")
        seed.invite = Invitations(people: max(2, people / 10))
        var protect = Scenario(name: "Protect champions' time")
        protect.championTime = 1
        file.scenarios = [nothing, train, order, seed, protect]
        return file
    }
}
