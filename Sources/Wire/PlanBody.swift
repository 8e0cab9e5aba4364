import Diagnosis
package import Disclosure
import Measures

/// A plan of invitations as JSON: teams and numbers, nobody's place in it.
package struct PlanBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.plan/1"

    /// Invitations from one team into another.
    package struct Bridge: Codable, Hashable, Sendable {
        package var from: String
        package var to: String
        package var invitations: Int
    }

    /// A way to spend the invitations: `nothing`, `plan`, `mostCentral`, `mostEnthusiastic`, `atRandom`, `onePerTeam`.
    package struct Outcome: Codable, Hashable, Sendable {
        package var code: String
        package var reach: FigureBody
        /// What it brings beyond doing nothing.
        package var gain: FigureBody
    }

    /// What so many invitations bring.
    package struct CurvePoint: Codable, Hashable, Sendable {
        package var invitations: Int
        package var reach: FigureBody
    }

    /// A team today and at the end.
    package struct TeamRow: Codable, Hashable, Sendable {
        package var team: String
        package var people: Int
        package var today: FigureBody
        package var nothing: FigureBody
        package var plan: FigureBody
    }

    package var schema: String
    package var product: String
    package var name: String
    package var asOf: String
    package var protected: Bool
    package var seed: UInt64
    package var people: Int
    package var weeks: Int
    package var runs: Int
    package var stopped: Bool
    package var goal: String
    package var acrossTeams: Bool
    package var invitations: Int
    package var placed: Int
    package var intoSmallTeams: Int
    /// Demonstrations the invitations make.
    package var demonstrations: Int
    /// Hours of guests and of those who show it.
    package var hours: Int
    package var complexProbability: Double
    package var inPairs: Bool
    package var today: FigureBody
    package var bridges: [Bridge]
    package var outcomes: [Outcome]
    /// What no choice of as many invitations exceeds; absent where nobody is invited.
    package var upperBound: FigureBody?
    package var curve: [CurvePoint]
    /// Where the curve bends; null where it does not.
    package var knee: Int?
    package var teams: [TeamRow]
    package var teamsNotShown: Int
    package var overloaded: [String]
    /// Whether most teams carry much other change.
    package var loadedEverywhere: Bool
    /// What the evidence cannot tell, as sentences.
    package var unknown: [String]

    /// A plan that may be shown.
    package init(_ plan: PlanPublication, product: String) {
        schema = Self.schemaName
        self.product = product
        name = plan.name
        asOf = plan.asOf.description
        protected = plan.isProtected
        seed = plan.request.seed
        people = plan.people
        weeks = plan.request.weeks
        runs = plan.runs
        stopped = plan.wasStopped
        goal = plan.request.goalCode
        acrossTeams = plan.request.acrossTeams
        invitations = plan.request.invitations
        placed = plan.placed
        intoSmallTeams = plan.intoSmallTeams
        demonstrations = plan.cost.demonstrations
        hours = plan.cost.hours
        complexProbability = Rounding.short(plan.complexProbability)
        inPairs = plan.inPairs
        today = FigureBody(plan.today)
        bridges = plan.bridges.map { Bridge(from: $0.from, to: $0.to, invitations: $0.invitations) }
        outcomes = plan.outcomes.map {
            Outcome(code: $0.code, reach: FigureBody($0.reach), gain: FigureBody($0.gain))
        }
        upperBound = plan.bound.map { FigureBody($0) }
        curve = plan.curve.map { CurvePoint(invitations: $0.invitations, reach: FigureBody($0.reach)) }
        knee = plan.knee
        teams = plan.teams.map {
            TeamRow(
                team: $0.team, people: $0.people, today: FigureBody($0.today),
                nothing: FigureBody($0.nothing),
                plan: FigureBody($0.plan))
        }
        teamsNotShown = plan.teamsNotShown
        overloaded = plan.overloaded
        loadedEverywhere = plan.isLoadedEverywhere
        unknown = plan.unknowns
    }
}
