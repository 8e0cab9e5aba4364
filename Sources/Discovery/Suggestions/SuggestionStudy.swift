import Inference
import Rollout

/// How much is lost by each way of suggesting, on people whose chances we know.
package enum SuggestionStudy {
    /// A way of suggesting.
    package enum Policy: String, Hashable, Sendable, CaseIterable {
        case random, mostPopular, thompson, guaranteedThompson
    }

    /// A simulated organisation.
    package struct World: Hashable, Sendable {
        package let name: String
        package let people: Int
        package let roles: Int
        package let pains: Int
        /// Use cases at the start; one more comes every `newEvery` weeks.
        package let useCases: Int
        package let newEvery: Int
        package let weeks: Int
        /// Spread of use cases, of their fit to a role, and of their fit to a pain, in logits.
        package let spread: (useCase: Double, role: Double, pain: Double)

        package init(
            name: String, people: Int, roles: Int, pains: Int, useCases: Int, newEvery: Int, weeks: Int,
            spread: (useCase: Double, role: Double, pain: Double)
        ) {
            self.name = name
            self.people = people
            self.roles = roles
            self.pains = pains
            self.useCases = useCases
            self.newEvery = newEvery
            self.weeks = weeks
            self.spread = spread
        }

        package static func == (left: World, right: World) -> Bool { left.name == right.name }
        package func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// What a policy came to in a world.
    package struct Row: Hashable, Sendable {
        package let policy: Policy
        /// Mean over suggestions of the best chance on offer less the suggested one.
        package let regret: Double
        /// Standard error of the regret, organisations as units.
        package let standardError: Double
        /// Share of suggestions that were kept.
        package let kept: Double
        /// Regret of the last quarter of the weeks.
        package let lateRegret: Double
    }

    /// The worlds of the guide.
    package static let worlds: [World] = [
        World(
            name: "400 people, 5 roles", people: 400, roles: 5, pains: 6, useCases: 12, newEvery: 4,
            weeks: 40,
            spread: (0.7, 0.7, 0.7)),
        World(
            name: "60 people, 4 roles", people: 60, roles: 4, pains: 5, useCases: 10, newEvery: 4, weeks: 40,
            spread: (0.7, 0.7, 0.7)),
        World(
            name: "2000 people, 8 roles", people: 2_000, roles: 8, pains: 8, useCases: 24, newEvery: 2,
            weeks: 40,
            spread: (0.7, 0.7, 0.7)),
        World(
            name: "400 people, use cases alike for all", people: 400, roles: 5, pains: 6, useCases: 12,
            newEvery: 4,
            weeks: 40, spread: (1, 0.1, 0.1)),
        World(
            name: "400 people, all use cases equal", people: 400, roles: 5, pains: 6, useCases: 12,
            newEvery: 4,
            weeks: 40, spread: (0, 0, 0)),
    ]

    /// Share of people who ask for a suggestion in a week, and weeks until the outcome is known.
    static let asking = 0.15
    static let delay = 3

    /// Runs all policies on the same organisations.
    /// - Complexity: replications × policies × weeks × (grid + people).
    package static func run(
        _ world: World, policies: [Policy] = Policy.allCases, replications: Int, minimum: Int = 5,
        seed: UInt64
    ) -> [Row] {
        policies.map { policy in
            var regrets: [Double] = []
            var late = 0.0
            var kept = 0.0
            for replication in 0..<replications {
                // The same organisations for every policy; its own luck for each.
                var nature = RandomSource(seed: seed &+ UInt64(replication), stream: "suggestions.world")
                var luck = RandomSource(
                    seed: seed &+ UInt64(replication), stream: "suggestions.\(policy.rawValue)")
                let history = History(world, policy, minimum: minimum, nature: &nature, luck: &luck)
                regrets.append(history.regret)
                late += history.lateRegret
                kept += history.kept
            }
            let count = Double(replications)
            let mean = regrets.reduce(0, +) / count
            let squares = regrets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Row(
                policy: policy, regret: mean,
                standardError: (squares / max(1, count - 1) / count).squareRoot(),
                kept: kept / count, lateRegret: late / count)
        }
    }
}
