import Measures

/// How often the intervals of pooled team rates hold the truth, on teams whose rates we know.
public enum CoverageStudy {
    /// One planted world: so many teams of 5 to 12, their rates Beta with this mean and correlation.
    public struct World: Hashable, Sendable {
        /// Teams.
        public let teams: Int
        /// Planted mean rate.
        public let mean: Double
        /// Planted within-team correlation.
        public let rho: Double

        /// A world.
        public init(teams: Int, mean: Double, rho: Double) {
            self.teams = teams
            self.mean = mean
            self.rho = rho
        }
    }

    /// What was measured in one world.
    public struct Row: Hashable, Sendable {
        /// The world.
        public let world: World
        /// Organisations drawn.
        public let replications: Int
        /// Share of pooled intervals that hold the team's true rate.
        public let coverage: Double
        /// Standard error of the coverage, organisations as units.
        public let standardError: Double
        /// Mean width of the pooled intervals.
        public let width: Double
        /// Coverage of Wilson's interval, each team alone.
        public let wilsonCoverage: Double
        /// Mean width of Wilson's interval.
        public let wilsonWidth: Double
        /// Root mean squared error of the pooled means.
        public let pooledError: Double
        /// Root mean squared error of the plain shares.
        public let plainError: Double
    }

    /// The seven worlds of the method page.
    public static let worlds: [World] = [
        World(teams: 8, mean: 0.25, rho: 0.10), World(teams: 12, mean: 0.25, rho: 0.10),
        World(teams: 20, mean: 0.25, rho: 0.10), World(teams: 40, mean: 0.25, rho: 0.10),
        World(teams: 12, mean: 0.25, rho: 0.02), World(teams: 20, mean: 0.10, rho: 0.20),
        World(teams: 40, mean: 0.50, rho: 0.05),
    ]

    /// Draws organisations from each world and counts.
    ///
    /// - Parameters:
    ///   - replications: Organisations per world, ≥ 2.
    ///   - level: Probability the intervals claim.
    /// - Throws: what ``BetaBinomial/grid(_:level:)`` throws.
    /// - Complexity: worlds × replications grids, some milliseconds each.
    public static func pooledTeams(
        _ worlds: [World] = worlds, replications: Int = 300, level: Double = 0.95,
        using source: inout RandomSource
    ) throws(InferenceFailure) -> [Row] {
        var rows: [Row] = []
        for world in worlds {
            rows.append(try row(world, replications, level, &source))
        }
        return rows
    }

    private static func row(
        _ world: World, _ replications: Int, _ level: Double, _ source: inout RandomSource
    ) throws(InferenceFailure) -> Row {
        let size = 1 / world.rho - 1
        var shares: [Double] = []
        var width = 0.0
        var wilsonHits = 0
        var wilsonWidth = 0.0
        var pooledSquares = 0.0
        var plainSquares = 0.0
        for _ in 0..<replications {
            let truths = (0..<world.teams).map { _ in source.beta(world.mean * size, (1 - world.mean) * size)
            }
            let counts = truths.map { rate in
                let trials = 5 + source.below(8)
                return Count(successes: source.binomial(n: trials, p: rate), trials: trials)
            }
            let rates = try BetaBinomial.grid(counts, level: level)
            var hits = 0
            for (truth, team) in zip(truths, rates.teams) {
                let alone = Wilson.interval(
                    successes: team.count.successes, of: team.count.trials, level: level)
                hits += team.interval.contains(truth) ? 1 : 0
                width += team.interval.width
                wilsonHits += alone.contains(truth) ? 1 : 0
                wilsonWidth += alone.width
                pooledSquares += (team.mean - truth) * (team.mean - truth)
                let plain = (team.count.share ?? 0) - truth
                plainSquares += plain * plain
            }
            shares.append(Double(hits) / Double(world.teams))
        }
        let intervals = Double(replications * world.teams)
        let coverage = shares.reduce(0, +) / Double(replications)
        let spread = shares.reduce(0) { $0 + ($1 - coverage) * ($1 - coverage) } / Double(replications - 1)
        return Row(
            world: world, replications: replications, coverage: coverage,
            standardError: (spread / Double(replications)).squareRoot(), width: width / intervals,
            wilsonCoverage: Double(wilsonHits) / intervals, wilsonWidth: wilsonWidth / intervals,
            pooledError: (pooledSquares / intervals).squareRoot(),
            plainError: (plainSquares / intervals).squareRoot())
    }
}
