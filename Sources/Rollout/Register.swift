package import Measures

/// A use case of the register: something built that a role can use.
package struct UseCase: Hashable, Sendable {
    package let id: String
    package let title: String
    package let tool: String?
    /// Indices into `Evidence.roles`; empty: for every role.
    package let roles: [Int]
    package let builder: PersonID?
    package let idea: Day?
    package let started: Day?
    package let live: Day?
    package let retired: Day?

    package init(
        id: String, title: String, tool: String? = nil, roles: [Int] = [], builder: PersonID? = nil,
        idea: Day? = nil, started: Day? = nil, live: Day? = nil, retired: Day? = nil
    ) {
        self.id = id
        self.title = title
        self.tool = tool
        self.roles = roles
        self.builder = builder
        self.idea = idea
        self.started = started
        self.live = live
        self.retired = retired
    }

    /// Whether its audience can use it on a day.
    package func isLive(on day: Day) -> Bool {
        guard let live, live <= day else { return false }
        return retired.map { day < $0 } ?? true
    }
}

/// A champion's week: hours promised for building, and hours kept.
package struct ChampionWeek: Hashable, Sendable {
    package let person: PersonID
    package let week: Week
    package let promisedHours: Double
    /// Nil: nobody wrote down what was kept.
    package let keptHours: Double?

    package init(person: PersonID, week: Week, promisedHours: Double, keptHours: Double?) {
        self.person = person
        self.week = week
        self.promisedHours = promisedHours
        self.keptHours = keptHours
    }
}

/// A change that lands on people: a reorganisation, a system, a policy.
package struct Change: Hashable, Sendable {
    package let initiative: String
    /// Index into `Evidence.teams`; nil: everybody.
    package let team: Int?
    package let from: Day
    /// Nil: still open.
    package let to: Day?
    /// 1 light to 3 heavy.
    package let weight: Int

    package init(initiative: String, team: Int?, from: Day, to: Day?, weight: Int) {
        self.initiative = initiative
        self.team = team
        self.from = from
        self.to = to
        self.weight = weight
    }
}

/// A message about AI to a layer. Its text is never kept.
package struct Message: Hashable, Sendable {
    /// What a message promises: executives want advantage, managers stability, workers a better day.
    package enum Motive: String, Hashable, Sendable, CaseIterable {
        case advantage, stability, personal

        /// The motive that answers what a layer wants.
        package static func wanted(by layer: Layer) -> Motive {
            switch layer {
            case .executive: .advantage
            case .manager: .stability
            case .contributor: .personal
            }
        }
    }

    package let date: Day
    package let layer: Layer
    package let channel: String?
    package let motive: Motive?
    package let hasExample: Bool?
    package let isOrder: Bool?

    package init(
        date: Day, layer: Layer, channel: String? = nil, motive: Motive?, hasExample: Bool? = nil,
        isOrder: Bool? = nil
    ) {
        self.date = date
        self.layer = layer
        self.channel = channel
        self.motive = motive
        self.hasExample = hasExample
        self.isOrder = isOrder
    }
}

/// Days on which use was ordered or counted.
package struct Mandate: Hashable, Sendable {
    package let from: Day
    package let to: Day
    /// Index into `Evidence.teams`; nil: everybody.
    package let team: Int?
    package let what: String

    package init(from: Day, to: Day, team: Int?, what: String) {
        self.from = from
        self.to = to
        self.team = team
        self.what = what
    }
}

/// Two people who work with each other; `a` < `b`, each pair once.
package struct Tie: Hashable, Sendable {
    package let a: PersonID
    package let b: PersonID
    package let weight: Double

    package init(_ one: PersonID, _ other: PersonID, weight: Double = 1) {
        a = min(one, other)
        b = max(one, other)
        self.weight = weight
    }
}

/// A measured example: a task before and after, kept or not.
package struct Example: Hashable, Sendable {
    /// Index into `Evidence.roles`.
    package let role: Int
    package let task: String
    package let useCase: String
    package let beforeMinutes: Double
    package let afterMinutes: Double
    package let interruptionsBefore: Double?
    package let interruptionsAfter: Double?
    package let stressBefore: Double?
    package let stressAfter: Double?
    package let date: Day
    package let isKept: Bool

    package init(
        role: Int, task: String, useCase: String, beforeMinutes: Double, afterMinutes: Double,
        interruptionsBefore: Double? = nil, interruptionsAfter: Double? = nil,
        stressBefore: Double? = nil, stressAfter: Double? = nil, date: Day, isKept: Bool
    ) {
        self.role = role
        self.task = task
        self.useCase = useCase
        self.beforeMinutes = beforeMinutes
        self.afterMinutes = afterMinutes
        self.interruptionsBefore = interruptionsBefore
        self.interruptionsAfter = interruptionsAfter
        self.stressBefore = stressBefore
        self.stressAfter = stressAfter
        self.date = date
        self.isKept = isKept
    }
}
