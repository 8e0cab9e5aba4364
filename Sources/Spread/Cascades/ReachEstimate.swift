import Inference

/// How many people seeds reach in the mean, from runs forward, with an interval.
public struct ReachEstimate: Hashable, Sendable {
    /// Runs made.
    public let runs: Int
    /// Mean people reached, the seeds included.
    public let mean: Double
    /// Standard deviation between runs; nil for a single run.
    public let deviation: Double?
    /// Arcs out of everybody reached, over all runs.
    public let arcVisits: Int

    /// Runs in a block; each block has a random stream of its own.
    static let block = 16

    /// Half the width of the 95 % interval of the mean; nil for a single run.
    public var halfWidth: Double? { deviation.map { 1.959963984540054 * $0 / Double(runs).squareRoot() } }

    /// Plays runs forward on all workers of a crew.
    ///
    /// - Parameters:
    ///   - runs: at least 1; rounded up to whole blocks of 16.
    ///   - seed: the same seed gives the same estimate, whatever the crew.
    /// - Complexity: O(runs · arcs out of those reached), less what jumping saves.
    public static func simulate(
        graph: Graph, model: CascadeModel, chance: ArcChance, seeds: [Int], runs: Int, seed: UInt64,
        crew: Crew = .alone
    ) -> ReachEstimate {
        precondition(runs >= 1, "make at least one run")
        let blocks = (runs + block - 1) / block
        // Whole numbers add up to the same sums in any order.
        var sums = [Sums](repeating: Sums(), count: crew.workers)
        sums.withUnsafeMutableBufferPointer { sums in
            crew.each(crew.workers) { worker in
                let simulator = CascadeSimulator(graph: graph, model: model, chance: chance)
                for number in stride(from: worker, to: blocks, by: crew.workers) {
                    var random = RandomSource(
                        seed: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15, stream: "forward runs")
                    for _ in 0..<block { sums[worker].add(simulator.run(from: seeds, using: &random)) }
                }
                sums[worker].visits = simulator.arcVisits
            }
        }
        let total = sums.reduce(into: Sums()) { total, part in
            total.reached += part.reached
            total.squares += part.squares
            total.visits += part.visits
        }
        return ReachEstimate(
            runs: blocks * block, reached: total.reached, squares: total.squares, arcVisits: total.visits)
    }

    private struct Sums {
        var reached = 0
        var squares = 0
        var visits = 0

        mutating func add(_ size: Int) {
            reached += size
            squares += size * size
        }
    }

    init(runs: Int, reached: Int, squares: Int, arcVisits: Int) {
        self.runs = runs
        let count = Double(runs)
        let mean = Double(reached) / count
        self.mean = mean
        deviation =
            runs > 1
            ? max(0, (Double(squares) - Double(reached) * mean) / (count - 1)).squareRoot() : nil
        self.arcVisits = arcVisits
    }
}
