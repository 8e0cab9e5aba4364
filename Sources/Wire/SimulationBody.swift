package import Disclosure
import Measures

/// Ways to go on, played forward, as JSON; of the organisation as a whole.
package struct SimulationBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.simulation/1"

    /// What becomes of one scenario.
    package struct Scenario: Codable, Hashable, Sendable {
        package var name: String
        /// Share with a habit at the end of each week.
        package var habit: [FigureBody]
        /// Share with firsthand experience at the end of each week.
        package var tried: [FigureBody]
        /// Shares at the end by state: `unaware`, `aware`, `tried`, `habit`, `advocate`, `lapsed`.
        package var ends: [String: FigureBody]
        /// Habits at the end beyond those of the first scenario.
        package var gain: FigureBody
        /// The share of runs in which it ends with more habits than the first.
        package var betterProbability: Double
    }

    package var schema: String
    package var product: String
    package var name: String
    package var asOf: String
    package var protected: Bool
    package var seed: UInt64
    package var people: Int
    /// The Monday of the first week played.
    package var firstWeek: String
    package var weeks: Int
    package var runs: Int
    package var stopped: Bool
    package var scenarios: [Scenario]
    /// Scenarios that cannot be told from the first, as sentences.
    package var undecided: [String]
    /// What the evidence cannot tell, as sentences.
    package var unknown: [String]

    /// Scenarios that may be shown.
    package init(_ simulation: ScenarioPublication, product: String) {
        schema = Self.schemaName
        self.product = product
        name = simulation.name
        asOf = simulation.asOf.description
        protected = simulation.isProtected
        seed = simulation.seed
        people = simulation.people
        firstWeek = simulation.firstWeek.monday.description
        weeks = simulation.weeks
        runs = simulation.runs
        stopped = simulation.wasStopped
        scenarios = simulation.lines.map { line in
            Scenario(
                name: line.name, habit: line.habit.map { FigureBody($0) },
                tried: line.tried.map { FigureBody($0) },
                ends: Dictionary(
                    line.ends.map { ($0.code, FigureBody($0.share)) }, uniquingKeysWith: { first, _ in first }
                ),
                gain: FigureBody(line.gain), betterProbability: Rounding.short(line.betterProbability))
        }
        undecided = simulation.undecided
        unknown = simulation.unknowns
    }
}
