import Inference

/// Finds seeds by reverse-reachable sets, with a guarantee that comes out of the sets themselves.
///
/// 1. A small first sample names all seeds; every other one of them becomes a sentinel.
/// 2. A second sample, whose sets end where they meet a sentinel, names the others anew. Large sets, on which nearly all
///    time goes, nearly always meet a sentinel at once.
/// 3. The halves change roles, and the sentinels are chosen anew from a third sample.
/// 4. A fourth sample, that had no part in the choice, says from below how far the seeds reach; the second and third say
///    from above how far any could. Where their ratio is 1 − 1/e − ε, that is the answer; else the samples are doubled.
///
/// - Source: Tang, Tang, Xiao & Yuan (2018), doi:10.1145/3183713.3183749 (OPIM-C: bounds and doubling); Guo, Wang, Wei &
///   Chen (2020), doi:10.1145/3318464.3389740 (SUBSIM and HIST: jumping and sentinels). The change of roles is ours.
public enum SeedSearch {
    /// How hard to search.
    public struct Effort: Hashable, Sendable {
        /// The answer reaches at least 1 − 1/e − ε of the best possible, 0 < ε < 1 − 1/e.
        public var epsilon: Double
        /// Probability that this does not hold; nil for 1 / nodes.
        public var delta: Double?

        /// An effort.
        public init(epsilon: Double = 0.1, delta: Double? = nil) {
            precondition(epsilon > 0 && epsilon < 0.63, "epsilon lies between 0 and 1 − 1/e")
            self.epsilon = epsilon
            self.delta = delta
        }
    }

    /// Chooses seeds.
    ///
    /// - Parameter seed: the same seed gives the same seeds, whatever the crew.
    /// - Returns: fewer seeds than asked for where fewer people may be chosen.
    /// - Complexity: expected O((seeds + 1)(nodes + arcs) log(nodes) / ε²) for the cascade, with a small constant.
    public static func choose(
        _ problem: SeedProblem, effort: Effort = Effort(), seed: UInt64, crew: Crew = .alone
    ) -> SeedChoice {
        let eligible = problem.eligible
        let available = eligible.count { $0 }
        let wanted = min(problem.seeds, available)
        guard wanted > 0, problem.targetCount > 0 else {
            return SeedChoice(seeds: [], reach: 0, certainReach: 0, bestPossible: 0, samples: 0)
        }
        var search = Search(problem, eligible: eligible, wanted: wanted, seed: seed, crew: crew)
        return search.run(effort)
    }

    private struct Search {
        let people: Double
        let eligible: [Bool]
        let wanted: Int
        let crew: SamplingCrew

        init(_ problem: SeedProblem, eligible: [Bool], wanted: Int, seed: UInt64, crew: Crew) {
            people = Double(problem.targetCount)
            self.eligible = eligible
            self.wanted = wanted
            self.crew = SamplingCrew(problem, reverse: problem.graph.reversed, seed: seed, crew: crew)
        }

        mutating func run(_ effort: Effort) -> SeedChoice {
            let nodes = eligible.count
            let delta = effort.delta ?? 1 / Double(max(2, nodes))
            let optimum = 1 - 1 / Elementary.exp(1)
            let logChoices = OpimBounds.logChoices(nodes, wanted)
            let tail = Elementary.log(6 / delta)
            let root = optimum * tail.squareRoot() + (optimum * (logChoices + tail)).squareRoot()
            let least = max(256, Int(2 * root * root))
            // Beyond this many sets the ratio holds without looking.
            let most = Double(least) * people / (effort.epsilon * effort.epsilon * Double(wanted))
            var rounds = 1
            while Double(least << rounds) < most, rounds < 24 { rounds += 1 }
            let a = Elementary.log(3 * Double(rounds) / delta)

            let first = crew.keep(2 * least, purpose: "first sets", first: 0)
            let start = MaxCoverage(
                wanted, of: first, counts: crew.counts, eligible: eligible, boundSeeds: wanted)
            var order = start.chosen
            crew.clearCounts()
            let share = Double(start.gains.reduce(0, +)) / Double(first.reduce(0) { $0 + $1.drawn })
            // Settings from this one on reached 99 % of what a million sets gave.
            let covered = 50 / (effort.epsilon * effort.epsilon)
            var size = max(2 * least, Int(min(covered / max(share, 1e-9), most)))
            var round = 0
            while true {
                let sentinels = order.indices.filter { $0 % 2 == 0 }.map { order[$0] }
                let rest = order.indices.filter { $0 % 2 == 1 }.map { order[$0] }
                let firstPass = pass(
                    fixed: sentinels, replace: rest.count, size: size, purpose: "rest", round)
                let secondPass = pass(
                    fixed: firstPass.chosen, replace: sentinels.count, size: size, purpose: "sentinels", round
                )
                order = secondPass.chosen + firstPass.chosen
                crew.setStops(order, true)
                // The ratio holds with room to spare at once: half as many sets settle it.
                let check = crew.hits(size / 2, purpose: "check", first: round << 24)
                crew.setStops(order, false)
                let low = OpimBounds.lower(covered: Double(check.hits), drawn: Double(check.drawn), a: a)
                let high = min(firstPass.high(a), secondPass.high(a))
                let fresh = Double(check.hits) / Double(check.drawn)
                let isDone = low >= (optimum - effort.epsilon) * high
                round += 1
                if isDone || round >= rounds {
                    return SeedChoice(
                        seeds: order, reach: fresh * people, certainReach: low * people,
                        bestPossible: high * people, samples: crew.drawn)
                }
                size *= 2
            }
        }

        /// Nodes chosen beside fixed ones, and what their sample says.
        private struct Pass {
            let chosen: [Int]
            let drawn: Double
            /// Sets that as many nodes could meet at most.
            let bound: Double

            func high(_ a: Double) -> Double { OpimBounds.upper(covered: bound, drawn: drawn, a: a) }
        }

        private func pass(fixed: [Int], replace: Int, size: Int, purpose: String, _ round: Int) -> Pass {
            var mayChoose = eligible
            for node in fixed { mayChoose[node] = false }
            crew.setStops(fixed, true)
            let sets = crew.keep(size, purpose: purpose, first: round << 24)
            let cover = MaxCoverage(
                replace, of: sets, counts: crew.counts, eligible: mayChoose, boundSeeds: wanted)
            crew.clearCounts()
            crew.setStops(fixed, false)
            let drawn = sets.reduce(0) { $0 + $1.drawn }
            let met = drawn - sets.reduce(0) { $0 + $1.bounds.count }
            return Pass(
                chosen: cover.chosen, drawn: Double(drawn),
                bound: Double(met + cover.bound))
        }
    }
}
