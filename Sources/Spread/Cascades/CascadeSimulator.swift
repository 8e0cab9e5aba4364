public import Inference

/// Plays cascades forward, one at a time, to see how many people given seeds reach.
///
/// It shares no code with the choice of seeds, so that it can check it.
/// - Source: Kempe, Kleinberg & Tardos (2003), doi:10.1145/956750.956769. Jumping over failed arcs by thinning: a row is
///   sampled at its largest chance and each find kept with the ratio of its own chance to that one.
public final class CascadeSimulator {
    private struct Cell {
        /// Where the arcs out of the node start.
        var start: UInt32
        /// The run that reached the node last.
        var stamp: UInt32
        /// Cascade: chance of the arcs into the node. Threshold: 1 / their weight.
        var chance: Float
        /// Cascade: largest chance among the arcs out of the node. Threshold: contacts still needed.
        var peak: Float
    }

    private let graph: Graph
    private let model: CascadeModel
    private let nodes: Int
    private let cells: UnsafeMutablePointer<Cell>
    /// Reach of a jump along each row; not used for thresholds.
    private let jumps: UnsafeMutablePointer<Float>
    private let queue: UnsafeMutablePointer<UInt32>
    /// Thresholds: the run that touched a node last, and contacts it still lacks; eight bytes, so that twice as many lie near.
    private let lacking: UnsafeMutablePointer<(stamp: UInt32, left: Float)>
    private let draws = ExponentialDraws()
    private var stamp: UInt32 = 0
    /// Arcs out of everybody reached, over all runs: the work a plain simulation would do.
    public private(set) var arcVisits = 0

    /// A simulator of a model on a graph.
    ///
    /// - Complexity: O(nodes + arcs) once; 24 bytes a node.
    public init(graph: Graph, model: CascadeModel, chance: ArcChance) {
        precondition(graph.arcCount < 1 << 32, "a simulator numbers arcs with 32 bits")
        self.graph = graph
        self.model = model
        nodes = graph.nodeCount
        cells = .allocate(capacity: nodes + 1)
        jumps = .allocate(capacity: nodes + 1)
        queue = .allocate(capacity: nodes + 1)
        lacking = .allocate(capacity: nodes + 1)
        lacking.initialize(repeating: (0, 0), count: nodes + 1)
        let chances = chance.byNode(of: graph)
        let degrees = model == .linearThreshold ? (graph.isDirected ? graph.inDegrees : graph.outDegrees) : []
        for node in 0..<nodes {
            let row = graph.arcs(of: node)
            var cell = Cell(start: UInt32(row.lowerBound), stamp: 0, chance: 0, peak: 0)
            switch model {
            case .independentCascade:
                cell.chance = Float(chances[node])
                for arc in row { cell.peak = max(cell.peak, Float(chances[graph.end(at: arc)])) }
                jumps[node] = ExponentialDraws.reach(Double(cell.peak))
            case .linearThreshold:
                let degree = Double(max(1, degrees[node]))
                cell.chance =
                    chances[node] * degree >= 1
                    ? Float(degree) : chances[node] > 0 ? Float(1 / chances[node]) : ExponentialDraws.never
                jumps[node] = 0
            }
            cells[node] = cell
        }
        cells[nodes] = Cell(start: UInt32(graph.arcCount), stamp: 0, chance: 0, peak: 0)
    }

    deinit {
        cells.deallocate()
        jumps.deallocate()
        queue.deallocate()
        lacking.deallocate()
    }

    /// One run: how many people are reached, the seeds included. Who they are stands in `reached` until the next run.
    public func run(from seeds: [Int], using random: inout RandomSource) -> Int {
        // Thresholds need two marks a run: touched, and reached.
        if stamp > UInt32.max - 4 { restamp() }
        stamp += 2
        var size = 0
        for seed in seeds where cells[seed].stamp != stamp {
            cells[seed].stamp = stamp
            lacking[seed].stamp = stamp
            queue[size] = UInt32(seed)
            size += 1
        }
        size = graph.ends.withUnsafeBufferPointer { ends in
            model == .independentCascade
                ? cascade(size, ends, &random) : thresholds(size, ends, &random)
        }
        lastSize = size
        return size
    }

    private var lastSize = 0
    /// The people reached in the last run.
    public var reached: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: queue, count: lastSize) }

    private func cascade(
        _ begin: Int, _ ends: UnsafeBufferPointer<UInt32>, _ random: inout RandomSource
    ) -> Int {
        let stamp = stamp
        let cells = cells
        let queue = queue
        let draws = draws
        var size = begin
        var head = 0
        var visits = 0
        while head < size {
            let node = Int(queue[head])
            head += 1
            let reach = Double(jumps[node])
            let peak = cells[node].peak
            var arc = Int(cells[node].start)
            let last = Int(cells[node + 1].start)
            visits &+= last &- arc
            while true {
                arc &+= Int(draws.next(&random) * reach)
                if arc >= last { break }
                let far = ends[arc]
                arc &+= 1
                if cells[Int(far)].stamp == stamp { continue }
                let chance = cells[Int(far)].chance
                if chance < peak, Float(random.next() >> 40) * 0x1.0p-24 * peak >= chance { continue }
                cells[Int(far)].stamp = stamp
                queue[size] = far
                size += 1
            }
        }
        arcVisits += visits
        return size
    }

    private func thresholds(
        _ begin: Int, _ ends: UnsafeBufferPointer<UInt32>, _ random: inout RandomSource
    ) -> Int {
        let stamp = stamp
        let touched = stamp - 1
        let cells = cells
        let queue = queue
        let lacking = lacking
        var size = begin
        var head = 0
        var visits = 0
        while head < size {
            let node = Int(queue[head])
            head += 1
            let first = Int(cells[node].start)
            let last = Int(cells[node + 1].start)
            visits &+= last &- first
            for arc in first..<last {
                let far = Int(ends[arc])
                var mark = lacking[far]
                if mark.stamp == stamp { continue }
                if mark.stamp != touched {
                    // A threshold θ in (0, 1] is met by ⌈θ / weight⌉ contacts.
                    mark = (touched, (1 - Float(random.next() >> 40) * 0x1.0p-24) * cells[far].chance)
                }
                mark.left -= 1
                if mark.left <= 0 { mark.stamp = stamp }
                lacking[far] = mark
                if mark.stamp == stamp {
                    queue[size] = UInt32(far)
                    size += 1
                }
            }
        }
        arcVisits += visits
        return size
    }

    private func restamp() {
        for node in 0..<nodes {
            cells[node].stamp = 0
            lacking[node].stamp = 0
        }
        stamp = 0
    }
}
