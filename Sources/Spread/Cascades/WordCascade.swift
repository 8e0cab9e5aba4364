public import Inference

/// Plays sixty-four independent cascades at once, one bit a run.
///
/// A person is visited with all runs in which the experience has just arrived, so that one read of a row, and of what is known
/// of its far ends, serves all of them. It pays where most people are reached in most runs; where few are, runs seldom
/// meet at a person and `CascadeSimulator` is as fast. Every arc gets one try a run, as the model has it, so both have the same
/// distribution.
/// - Source: bit-parallel traversal of many sources: Then et al. (2014), doi:10.14778/2735496.2735507; coins of a given
///   probability for a whole word by comparing bit by bit with its binary digits: Knuth & Yao (1976).
public final class WordCascade {
    /// Runs played at once.
    public static let runs = 64

    private let graph: Graph
    private let nodes: Int
    /// Runs in which each person is reached; shape (nodes).
    private let reached: UnsafeMutablePointer<UInt64>
    /// Runs in which the experience has arrived and not been passed on yet; shape (nodes).
    private let fresh: UnsafeMutablePointer<UInt64>
    /// The chance of the arcs into each person in units of 2⁻³²; shape (nodes).
    private let chances: UnsafeMutablePointer<UInt64>
    /// The largest of them along each row, as a share and as the reach of a jump; shape (nodes).
    private let rows: UnsafeMutablePointer<(peak: Float, reach: Float)>
    private let queue: UnsafeMutablePointer<UInt32>
    private var touched: [UInt32] = []
    private let draws = ExponentialDraws()
    /// Arcs out of everybody reached, over all runs: the work a plain simulation would do.
    public private(set) var arcVisits = 0

    /// Below this chance jumping from one success to the next takes fewer random numbers than a word of coins.
    static let fewCoins: Float = 0.045
    /// From so many runs at a person on, a row is passed once for all of them.
    static let together = 6

    /// A simulator on a graph.
    /// - Complexity: O(nodes + arcs) once; 36 bytes a node.
    public init(graph: Graph, chance: ArcChance) {
        self.graph = graph
        nodes = graph.nodeCount
        reached = .allocate(capacity: nodes + 1)
        fresh = .allocate(capacity: nodes + 1)
        chances = .allocate(capacity: nodes + 1)
        rows = .allocate(capacity: nodes + 1)
        queue = .allocate(capacity: nodes + 1)
        reached.initialize(repeating: 0, count: nodes + 1)
        fresh.initialize(repeating: 0, count: nodes + 1)
        let given = chance.byNode(of: graph)
        for node in 0..<nodes { chances[node] = UInt64((given[node] * 0x1.0p32).rounded()) }
        for node in 0..<nodes {
            var peak: UInt64 = 0
            for arc in graph.arcs(of: node) { peak = max(peak, chances[graph.end(at: arc)]) }
            let share = Double(peak) * 0x1.0p-32
            rows[node] = (Float(share), ExponentialDraws.reach(share))
        }
    }

    deinit {
        reached.deallocate()
        fresh.deallocate()
        chances.deallocate()
        rows.deallocate()
        queue.deallocate()
    }

    /// Runs in which a person is reached after the last `run`, one bit each.
    public func runs(reaching node: Int) -> UInt64 { reached[node] }

    /// Sixty-four runs: how many people are reached in each, the seeds included; shape (64).
    public func run(from seeds: [Int], using random: inout RandomSource) -> [Int] {
        for node in touched { reached[Int(node)] = 0 }
        touched.removeAll(keepingCapacity: true)
        // A ring: a person stands in it once at most, whatever the runs.
        var (head, size) = (0, 0)
        for seed in seeds where reached[seed] == 0 {
            reached[seed] = ~0
            fresh[seed] = ~0
            touched.append(UInt32(seed))
            queue[size] = UInt32(seed)
            size += 1
        }
        graph.ends.withUnsafeBufferPointer { ends in
            while size > 0 {
                let node = Int(queue[head])
                head = head + 1 == nodes ? 0 : head + 1
                size -= 1
                let live = fresh[node]
                fresh[node] = 0
                let row = graph.arcs(of: node)
                arcVisits &+= row.count &* live.nonzeroBitCount
                if live.nonzeroBitCount < Self.together {
                    oneByOne(row, live, rows[node], ends, head, &size, &random)
                } else if rows[node].peak < Self.fewCoins {
                    jumping(row, live, rows[node], ends, head, &size, &random)
                } else {
                    withCoins(row, live, ends, head, &size, &random)
                }
            }
        }
        var counts = [Int](repeating: 0, count: Self.runs)
        counts.withUnsafeMutableBufferPointer { counts in
            for node in touched {
                var word = reached[Int(node)]
                while word != 0 {
                    counts[word.trailingZeroBitCount] += 1
                    word &= word - 1
                }
            }
        }
        return counts
    }

    /// Gives somebody the experience in some runs.
    @inline(__always)
    private func arrive(_ far: Int, _ new: UInt64, _ head: Int, _ size: inout Int) {
        let before = reached[far]
        let arrived = new & ~before
        if arrived == 0 { return }
        if before == 0 { touched.append(UInt32(far)) }
        reached[far] = before | arrived
        if fresh[far] == 0 {
            var place = head + size
            if place >= nodes { place -= nodes }
            queue[place] = UInt32(far)
            size += 1
        }
        fresh[far] |= arrived
    }

    /// Few runs: each jumps along the row for itself.
    @inline(__always)
    private func oneByOne(
        _ row: Range<Int>, _ live: UInt64, _ shape: (peak: Float, reach: Float),
        _ ends: UnsafeBufferPointer<UInt32>, _ head: Int, _ size: inout Int, _ random: inout RandomSource
    ) {
        let reach = Double(shape.reach)
        let peak = UInt64(shape.peak * 0x1.0p32)
        var left = live
        while left != 0 {
            let bit = left & (0 &- left)
            left &= left - 1
            var arc = row.lowerBound
            while true {
                arc &+= Int(draws.next(&random) * reach)
                if arc >= row.upperBound { break }
                let far = Int(ends[arc])
                arc &+= 1
                if reached[far] & bit != 0 || thinned(far, peak, &random) { continue }
                arrive(far, bit, head, &size)
            }
        }
    }

    /// Many runs, small chances: one jump after another over all arcs of all sixty-four runs.
    @inline(__always)
    private func jumping(
        _ row: Range<Int>, _ live: UInt64, _ shape: (peak: Float, reach: Float),
        _ ends: UnsafeBufferPointer<UInt32>, _ head: Int, _ size: inout Int, _ random: inout RandomSource
    ) {
        let reach = Double(shape.reach)
        let peak = UInt64(shape.peak * 0x1.0p32)
        var coin = row.lowerBound << 6
        let last = row.upperBound << 6
        while true {
            coin &+= Int(draws.next(&random) * reach)
            if coin >= last { break }
            let far = Int(ends[coin >> 6])
            let bit = UInt64(1) << UInt64(coin & 63) & live
            coin &+= 1
            if bit & ~reached[far] == 0 || thinned(far, peak, &random) { continue }
            arrive(far, bit, head, &size)
        }
    }

    /// Many runs, large chances: a word of coins for each arc.
    @inline(__always)
    private func withCoins(
        _ row: Range<Int>, _ live: UInt64, _ ends: UnsafeBufferPointer<UInt32>, _ head: Int,
        _ size: inout Int, _ random: inout RandomSource
    ) {
        for arc in row {
            let far = Int(ends[arc])
            let open = live & ~reached[far]
            if open == 0 { continue }
            let new = Self.coins(chances[far], among: open, &random)
            if new != 0 { arrive(far, new, head, &size) }
        }
    }

    /// Whether a success at the row's largest chance is none at the arc's own.
    @inline(__always)
    private func thinned(_ far: Int, _ peak: UInt64, _ random: inout RandomSource) -> Bool {
        let chance = chances[far]
        return chance < peak && Double(random.next() >> 11) * 0x1.0p-53 * Double(peak) >= Double(chance)
    }

    /// Coins of one probability for the bits asked for: each is compared with the probability digit by digit, all at once,
    /// until every one has differed.
    ///
    /// - Parameter chance: In units of 2⁻³², at most 2³².
    @inline(__always)
    static func coins(_ chance: UInt64, among asked: UInt64, _ random: inout RandomSource) -> UInt64 {
        if chance >> 32 != 0 { return asked }
        var (open, heads) = (asked, UInt64(0))
        var digits = chance << 32
        while open != 0, digits != 0 {
            let word = random.next()
            if digits >> 63 == 1 {
                // Below the digit: the number drawn is the smaller one.
                heads |= open & ~word
                open &= word
            } else {
                open &= ~word
            }
            digits <<= 1
        }
        return heads
    }
}

extension ReachEstimate {
    /// Plays independent cascades forward, sixty-four at a time.
    ///
    /// The same distribution as `simulate`, other draws.
    /// - Parameters:
    ///   - runs: at least 1; rounded up to whole words of 64.
    ///   - seed: the same seed gives the same estimate, whatever the crew.
    public static func simulateTogether(
        graph: Graph, chance: ArcChance, seeds: [Int], runs: Int, seed: UInt64, crew: Crew = .alone
    ) -> ReachEstimate {
        precondition(runs >= 1, "make at least one run")
        let words = (runs + WordCascade.runs - 1) / WordCascade.runs
        var sums = [(reached: Int, squares: Int, visits: Int)](repeating: (0, 0, 0), count: crew.workers)
        sums.withUnsafeMutableBufferPointer { sums in
            crew.each(crew.workers) { worker in
                let simulator = WordCascade(graph: graph, chance: chance)
                for word in stride(from: worker, to: words, by: crew.workers) {
                    var random = RandomSource(
                        seed: seed &+ UInt64(word) &* 0x9E37_79B9_7F4A_7C15, stream: "runs together")
                    for size in simulator.run(from: seeds, using: &random) {
                        sums[worker].reached += size
                        sums[worker].squares += size * size
                    }
                }
                sums[worker].visits = simulator.arcVisits
            }
        }
        let total = sums.reduce(into: (reached: 0, squares: 0, visits: 0)) { total, part in
            total.reached += part.reached
            total.squares += part.squares
            total.visits += part.visits
        }
        return ReachEstimate(
            runs: words * WordCascade.runs, reached: total.reached, squares: total.squares,
            arcVisits: total.visits)
    }
}
