import Foundation
import Intake
package import Spread

/// Seeds on a graph file: read, chosen, and checked by cascades played forward.
package struct GraphPlan: Sendable {
    /// How experience passes in a graph file.
    package enum Passing: Hashable, Sendable {
        /// At random along arcs; the choice has a guarantee.
        case cascade(CascadeModel, ArcChance)
        /// Once enough contacts have it; the choice has none.
        case contacts(ContactRule)
    }

    package let seeds: [Int]
    /// Nodes reached in the mean, and the half width of its 95 % interval.
    package let reach: Double
    package let halfWidth: Double
    /// Reverse-reachable sets drawn, or groups tried.
    package let samples: Int
    /// CPU seconds of the choice alone.
    package let cpuSeconds: Double
    /// What no choice can exceed, at the confidence of the choice.
    package let bestPossible: Double
    /// The share of the best possible that is guaranteed; nil where the model allows no guarantee.
    package let guaranteed: Double?

    /// A graph as this file holds it.
    ///
    /// - Throws: `IntakeFailure` where the file is no graph.
    package static func read(_ path: String) throws -> Graph {
        let text = try GraphText(reading: CaseFile(atPath: path))
        return Graph(rows: text.starts, ends: text.ends)
    }

    /// Chooses seeds and checks them.
    ///
    /// - Parameters:
    ///   - runs: Cascades played forward for the check.
    ///   - threads: Threads; the answer does not depend on it.
    package init(
        _ graph: Graph, passing: Passing, seeds wanted: Int, epsilon: Double, runs: Int, randomSeed: UInt64,
        threads: Int
    ) {
        let crew = Crew.threads(threads)
        let before = GraphPlan.cpuSeconds
        switch passing {
        case .cascade(let model, let chance):
            let choice = SeedSearch.choose(
                SeedProblem(graph: graph, model: model, chance: chance, seeds: wanted),
                effort: .init(epsilon: epsilon), seed: randomSeed, crew: crew)
            cpuSeconds = GraphPlan.cpuSeconds - before
            // Another stream than that of the choice: a check must not share its luck.
            let forward = ReachEstimate.simulate(
                graph: graph, model: model, chance: chance, seeds: choice.seeds, runs: runs,
                seed: randomSeed ^ 0x5DEE_CE66, crew: crew)
            seeds = choice.seeds
            reach = forward.mean
            halfWidth = forward.halfWidth ?? 0
            samples = choice.samples
            bestPossible = choice.bestPossible
            guaranteed = choice.certifiedShare
        case .contacts(let rule):
            let search = ClusterSearch(graph: graph, rule: rule, seeds: wanted)
            cpuSeconds = GraphPlan.cpuSeconds - before
            var forward = ComplexContagion(graph: graph, rule: rule)
            forward.add(search.seeds)
            seeds = search.seeds
            reach = Double(forward.count)
            halfWidth = 0
            samples = search.trials
            bestPossible = Double(search.upperBound)
            guaranteed = nil
        }
    }

    /// CPU seconds of this process so far, all threads together.
    private static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
