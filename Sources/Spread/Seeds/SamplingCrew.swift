import Inference

/// Draws reverse-reachable sets in blocks on all workers of a crew; what is drawn depends on the seed alone.
final class SamplingCrew {
    /// Sets in a block, each block with a random stream of its own.
    static let block = 256

    private let samplers: [ReverseSampler]
    private let crew: Crew
    private let seed: UInt64
    private let reverse: Graph
    private let nodes: Int

    /// Sets drawn so far, kept or not.
    private(set) var drawn = 0

    init(_ problem: SeedProblem, reverse: Graph, seed: UInt64, crew: Crew) {
        self.crew = crew
        self.seed = seed
        self.reverse = reverse
        nodes = reverse.nodeCount
        let chances = problem.chance.byNode(of: problem.graph)
        // Each worker lays out its own: on a million people that is a quarter of the work.
        var made = [ReverseSampler?](repeating: nil, count: crew.workers)
        made.withUnsafeMutableBufferPointer { made in
            crew.each(crew.workers) { worker in
                made[worker] = ReverseSampler(problem, reverse: reverse, chances: chances)
            }
        }
        samplers = made.compactMap { $0 }
    }

    /// Makes nodes end every set that meets them, or no longer.
    func setStops(_ list: [Int], _ isStop: Bool) {
        for sampler in samplers { sampler.setStops(list, isStop) }
    }

    /// Draws at least so many sets and keeps those that meet no stop.
    ///
    /// - Parameter first: the number of the first block; a block of one number and purpose is always the same.
    func keep(_ sets: Int, purpose: String, first: Int) -> [ReverseSets] {
        let blocks = (sets + Self.block - 1) / Self.block
        var kept = [ReverseSets](repeating: ReverseSets(), count: blocks)
        kept.withUnsafeMutableBufferPointer { kept in
            crew.each(samplers.count) { worker in
                for block in stride(from: worker, to: blocks, by: samplers.count) {
                    var random = source(purpose, first + block)
                    kept[block] = samplers[worker].keep(Self.block, using: &random)
                }
            }
        }
        drawn += blocks * Self.block
        return kept
    }

    /// Draws at least so many sets: how many there were, and how many of them met a stop.
    func hits(_ sets: Int, purpose: String, first: Int) -> (drawn: Int, hits: Int) {
        let blocks = (sets + Self.block - 1) / Self.block
        var found = [Int](repeating: 0, count: samplers.count)
        found.withUnsafeMutableBufferPointer { found in
            crew.each(samplers.count) { worker in
                var hits = 0
                for block in stride(from: worker, to: blocks, by: samplers.count) {
                    var random = source(purpose, first + block)
                    hits += samplers[worker].hits(Self.block, using: &random)
                }
                found[worker] = hits
            }
        }
        drawn += blocks * Self.block
        return (blocks * Self.block, found.reduce(0, +))
    }

    /// Kept sets that hold each node, all samplers together; shape (nodes).
    var counts: [UInt32] {
        var totals = [UInt32](repeating: 0, count: nodes)
        totals.withUnsafeMutableBufferPointer { totals in
            guard let base = totals.baseAddress else { return }
            // Parts of the nodes, so that no two workers add to the same count.
            crew.each(samplers.count) { worker in
                let part = nodes * worker / samplers.count..<nodes * (worker + 1) / samplers.count
                for sampler in samplers { sampler.addCounts(of: part, to: base) }
            }
        }
        return totals
    }

    /// Forgets the counts.
    func clearCounts() {
        crew.each(samplers.count) { samplers[$0].clearCounts() }
    }

    private func source(_ purpose: String, _ block: Int) -> RandomSource {
        RandomSource(seed: seed &+ UInt64(block) &* 0x9E37_79B9_7F4A_7C15, stream: purpose)
    }
}
