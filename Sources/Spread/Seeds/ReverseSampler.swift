import Inference

/// Draws reverse-reachable sets: for a random node, all nodes whose experience would have reached it.
///
/// The live arcs into a node are found by jumping from one to the next, so that a node costs in proportion to its
/// live arcs and not to all. What a visit needs of a node lies in sixteen bytes.
/// - Source: Borgs, Brautbar, Chayes & Lucier (2014), doi:10.1137/1.9781611973402.70; jumping: Guo, Wang, Wei & Chen
///   (2020), doi:10.1145/3318464.3389740 (SUBSIM).
final class ReverseSampler {
    /// What a visit touches of a node.
    struct Cell {
        /// Where the arcs into the node start; they end where those of the next cell start.
        var start: UInt32
        /// The set that met the node last; `stop` where meeting it ends the set.
        var stamp: UInt32
        /// Cascade: reach of a jump. Threshold: 1 / weight of an arc.
        var reach: Float
        /// Sets that hold the node.
        var count: UInt32
    }

    /// The stamp of nodes at which a set ends, covered.
    static let stop = UInt32.max

    private let nodes: Int
    private let cells: UnsafeMutablePointer<Cell>
    private let reverse: Graph
    private let draws = ExponentialDraws()
    private let isThreshold: Bool
    private let roots: [UInt32]?
    private var stamp: UInt32 = 0
    private let queue: UnsafeMutablePointer<UInt32>

    /// A sampler for a graph whose arcs run from a node to those whose experience reaches it.
    init(_ problem: SeedProblem, reverse: Graph, chances: [Double]) {
        nodes = reverse.nodeCount
        precondition(reverse.arcCount < 1 << 32, "a sampler numbers arcs with 32 bits")
        cells = .allocate(capacity: nodes + 1)
        queue = .allocate(capacity: nodes + 1)
        self.reverse = reverse
        isThreshold = problem.model == .linearThreshold
        roots = problem.targets
        for node in 0..<nodes {
            let chance = chances[node]
            let degree = reverse.degree(of: node)
            var reach = ExponentialDraws.reach(chance)
            if isThreshold {
                reach =
                    chance > 0 ? Float(1 / min(chance, 1 / Double(max(1, degree)))) : ExponentialDraws.never
                // Rounded up to a hair above the degree, the last arc would never be drawn less often.
                if chance * Double(degree) >= 1 { reach = Float(degree) }
            }
            cells[node] = Cell(
                start: UInt32(reverse.arcs(of: node).lowerBound), stamp: 0, reach: reach, count: 0)
        }
        cells[nodes] = Cell(start: UInt32(reverse.arcCount), stamp: 0, reach: 0, count: 0)
        for node in problem.users { cells[node].stamp = Self.stop }
    }

    deinit {
        cells.deallocate()
        queue.deallocate()
    }

    /// How many kept sets hold a node.
    func count(_ node: Int) -> UInt32 { cells[node].count }

    /// Adds the counts of some nodes to others.
    func addCounts(of part: Range<Int>, to totals: UnsafeMutablePointer<UInt32>) {
        for node in part { totals[node] &+= cells[node].count }
    }

    /// Forgets all counts.
    func clearCounts() {
        for node in 0..<nodes { cells[node].count = 0 }
    }

    /// Makes nodes end a set, or no longer.
    func setStops(_ list: [Int], _ isStop: Bool) {
        for node in list { cells[node].stamp = isStop ? Self.stop : 0 }
    }

    /// Draws sets and keeps those that end without meeting a stop.
    func keep(_ sets: Int, using random: inout RandomSource) -> ReverseSets {
        var kept = ReverseSets()
        kept.drawn = sets
        reverse.ends.withUnsafeBufferPointer { ends in
            for _ in 0..<sets {
                let size = draw(ends, &random)
                if size == 0 { continue }
                for index in 0..<size { cells[Int(queue[index])].count &+= 1 }
                kept.append(UnsafeBufferPointer(start: queue, count: size))
            }
        }
        return kept
    }

    /// Draws sets and counts those that meet a stop.
    func hits(_ sets: Int, using random: inout RandomSource) -> Int {
        reverse.ends.withUnsafeBufferPointer { ends in
            var hits = 0
            for _ in 0..<sets where draw(ends, &random) == 0 { hits += 1 }
            return hits
        }
    }

    /// One set into the queue: its size, or 0 where it met a stop.
    @inline(__always)
    private func draw(_ ends: UnsafeBufferPointer<UInt32>, _ random: inout RandomSource) -> Int {
        stamp &+= 1
        if stamp >= Self.stop { restamp() }
        let root = roots.map { $0[random.below($0.count)] } ?? UInt32(truncatingIfNeeded: random.below(nodes))
        return isThreshold ? walk(from: root, ends, &random) : search(from: root, ends, &random)
    }

    /// Independent cascade: breadth first along live arcs.
    @inline(__always)
    private func search(
        from root: UInt32, _ ends: UnsafeBufferPointer<UInt32>, _ random: inout RandomSource
    ) -> Int {
        let stamp = stamp
        let cells = cells
        let queue = queue
        let draws = draws
        if cells[Int(root)].stamp == Self.stop { return 0 }
        cells[Int(root)].stamp = stamp
        queue[0] = root
        var size = 1
        var head = 0
        while head < size {
            let node = Int(queue[head])
            head += 1
            let reach = Double(cells[node].reach)
            var arc = Int(cells[node].start)
            let last = Int(cells[node + 1].start)
            while true {
                arc &+= Int(draws.next(&random) * reach)
                if arc >= last { break }
                let far = ends[arc]
                arc &+= 1
                let seen = cells[Int(far)].stamp
                if seen == stamp { continue }
                if seen == Self.stop { return 0 }
                cells[Int(far)].stamp = stamp
                queue[size] = far
                size += 1
            }
        }
        return size
    }

    /// Linear threshold: a walk that chooses at most one arc a node.
    @inline(__always)
    private func walk(
        from root: UInt32, _ ends: UnsafeBufferPointer<UInt32>, _ random: inout RandomSource
    ) -> Int {
        var node = Int(root)
        var size = 0
        while true {
            let seen = cells[node].stamp
            if seen == Self.stop { return 0 }
            if seen == stamp { return size }
            cells[node].stamp = stamp
            queue[size] = UInt32(node)
            size += 1
            let arc = Int(cells[node].start) + Int(random.uniform() * Double(cells[node].reach))
            if arc >= Int(cells[node + 1].start) { return size }
            node = Int(ends[arc])
        }
    }

    /// Begins numbering anew after four thousand million sets.
    private func restamp() {
        for node in 0..<nodes where cells[node].stamp != Self.stop { cells[node].stamp = 0 }
        stamp = 1
    }
}

/// Kept reverse-reachable sets of one block, one after another.
struct ReverseSets {
    /// Nodes set by set.
    private(set) var members: [UInt32] = []
    /// Where each set ends.
    private(set) var bounds: [UInt32] = []
    /// Sets drawn, those included that met a stop and were not kept.
    var drawn = 0

    mutating func append(_ set: UnsafeBufferPointer<UInt32>) {
        members.append(contentsOf: set)
        bounds.append(UInt32(members.count))
    }
}
