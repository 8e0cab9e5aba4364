/// Who is tied to whom: a graph in compressed sparse rows with 32-bit ids.
///
/// Nodes are 0 ..< `nodeCount`. Rows are sorted, loops are dropped, and a tie given twice is one tie
/// (weights add up). An undirected tie is stored in both rows and counts as two arcs.
///
/// Memory: 4 bytes an arc, 8 more with weights.
public struct Graph: Hashable, Sendable {
    /// Nodes.
    public let nodeCount: Int
    /// Whether a tie from a to b says nothing about b to a.
    public let isDirected: Bool
    /// Where each row starts; shape (nodeCount + 1).
    @usableFromInline let starts: [Int]
    /// The far ends, row by row; shape (arcCount).
    @usableFromInline let ends: [UInt32]
    /// Weights in the order of `ends`; nil where every tie weighs one.
    public let weights: [Double]?

    /// A graph without weights.
    ///
    /// - Precondition: ids lie in 0 ..< nodes, nodes < 2³².
    /// - Complexity: O(nodes + arcs).
    public init(nodes: Int, arcs: [(Int, Int)], isDirected: Bool) {
        self.init(nodes: nodes, arcs: arcs, weights: nil, isDirected: isDirected)
    }

    /// An undirected graph, with weights where they are given; a tie given twice has both weights.
    ///
    /// - Precondition: as many weights as edges; ids lie in 0 ..< nodes.
    public init(nodes: Int, undirectedEdges edges: [(Int, Int)], weights: [Double]? = nil) {
        self.init(nodes: nodes, arcs: edges, weights: weights, isDirected: false)
    }

    /// A graph from arcs; for an undirected one each pair needs to be given only once.
    public init(nodes: Int, arcs: [(Int, Int)], weights: [Double]?, isDirected: Bool) {
        precondition(nodes >= 0 && nodes <= Int(UInt32.max), "a graph has fewer than 2³² nodes")
        precondition(weights.map { $0.count == arcs.count } ?? true, "one weight a tie")
        // Two counting sorts, by far end and then by near end, leave every row in order without comparisons.
        var ties: [Tie] = []
        ties.reserveCapacity(isDirected ? arcs.count : 2 * arcs.count)
        for (index, (source, target)) in arcs.enumerated() where source != target {
            precondition(source >= 0 && source < nodes && target >= 0 && target < nodes, "no such node")
            let weight = weights?[index] ?? 1
            ties.append(Tie(source: UInt32(source), end: UInt32(target), weight: weight))
            if !isDirected { ties.append(Tie(source: UInt32(target), end: UInt32(source), weight: weight)) }
        }
        let rows = Self.sorted(Self.sorted(ties, nodes: nodes) { $0.end }, nodes: nodes) { $0.source }
        var starts = [Int](repeating: 0, count: nodes + 1)
        var ends: [UInt32] = []
        ends.reserveCapacity(rows.count)
        var kept: [Double] = []
        var last: Tie?
        for tie in rows {
            if let last, last.source == tie.source, last.end == tie.end {
                if weights != nil { kept[kept.count - 1] += tie.weight }
            } else {
                ends.append(tie.end)
                starts[Int(tie.source) + 1] += 1
                if weights != nil { kept.append(tie.weight) }
            }
            last = tie
        }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        self.nodeCount = nodes
        self.isDirected = isDirected
        self.starts = starts
        self.ends = ends
        self.weights = weights == nil ? nil : kept
    }

    /// A directed graph without weights, row by row, at four bytes an arc while it is built.
    ///
    /// - Parameters:
    ///   - arcs: room kept for arcs; more are taken too.
    ///   - row: adds the nodes a node points to to an empty list, in any order; loops and repeats are dropped.
    /// - Precondition: ids lie in 0 ..< nodes, nodes < 2³².
    /// - Complexity: O(nodes + arcs), times log of a row where it does not come in rising order.
    public init(nodes: Int, arcs: Int, row: (_ node: Int, _ ends: inout [UInt32]) -> Void) {
        precondition(nodes >= 0 && nodes <= Int(UInt32.max), "a graph has fewer than 2³² nodes")
        var starts = [0]
        starts.reserveCapacity(nodes + 1)
        var ends: [UInt32] = []
        ends.reserveCapacity(arcs)
        var list: [UInt32] = []
        for node in 0..<nodes {
            list.removeAll(keepingCapacity: true)
            row(node, &list)
            if !zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) { list.sort() }
            var last = UInt32(node)
            for end in list where end != UInt32(node) && end != last {
                precondition(Int(end) < nodes, "no such node")
                ends.append(end)
                last = end
            }
            starts.append(ends.count)
        }
        self.init(checkedRows: starts, ends: ends, isDirected: true)
    }

    /// A graph of rows that are in order, without weights.
    init(checkedRows starts: [Int], ends: [UInt32], isDirected: Bool) {
        nodeCount = starts.count - 1
        self.isDirected = isDirected
        self.starts = starts
        self.ends = ends
        weights = nil
    }

    /// A tie while rows are being sorted.
    private struct Tie {
        let source: UInt32
        let end: UInt32
        let weight: Double
    }

    /// Ties in order of one of their nodes, otherwise in the order given.
    private static func sorted(_ ties: [Tie], nodes: Int, by key: (Tie) -> UInt32) -> [Tie] {
        guard let first = ties.first else { return [] }
        var cursor = [Int](repeating: 0, count: nodes + 1)
        for tie in ties { cursor[Int(key(tie)) + 1] += 1 }
        for node in 0..<nodes { cursor[node + 1] += cursor[node] }
        var result = [Tie](repeating: first, count: ties.count)
        for tie in ties {
            let node = Int(key(tie))
            result[cursor[node]] = tie
            cursor[node] += 1
        }
        return result
    }

    /// Stored arcs; twice the ties of an undirected graph.
    public var arcCount: Int { ends.count }

    /// The nodes a node points to, in rising order.
    @inlinable
    public func neighbours(of node: Int) -> ArraySlice<UInt32> { ends[starts[node]..<starts[node + 1]] }

    /// The positions of a node's arcs, for `end(at:)` in loops that must not build slices.
    @inlinable
    public func arcs(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

    /// The far end of an arc.
    @inlinable
    public func end(at arc: Int) -> Int { Int(ends[arc]) }

    /// How many nodes a node points to.
    @inlinable
    public func degree(of node: Int) -> Int { starts[node + 1] - starts[node] }

    /// Arcs out of each node; shape (nodeCount).
    public var outDegrees: [Int] { (0..<nodeCount).map { degree(of: $0) } }

    /// Arcs into each node; shape (nodeCount).
    public var inDegrees: [Int] {
        var counts = [Int](repeating: 0, count: nodeCount)
        for end in ends { counts[Int(end)] += 1 }
        return counts
    }

    /// Whether a tie from one node to another exists; O(log degree).
    public func contains(_ source: Int, _ target: Int) -> Bool { arc(from: source, to: target) != nil }

    /// The position of a tie, nil where there is none; O(log degree).
    public func arc(from source: Int, to target: Int) -> Int? {
        var low = starts[source]
        var high = starts[source + 1]
        while low < high {
            let middle = (low + high) / 2
            if Int(ends[middle]) < target { low = middle + 1 } else { high = middle }
        }
        return low < starts[source + 1] && Int(ends[low]) == target ? low : nil
    }

    /// Every arc in order of its source, then of its target.
    public var arcList: [(Int, Int)] {
        var list: [(Int, Int)] = []
        list.reserveCapacity(arcCount)
        for node in 0..<nodeCount {
            for arc in arcs(of: node) { list.append((node, Int(ends[arc]))) }
        }
        return list
    }

    /// The same ties pointing the other way; itself when undirected.
    public var reversed: Graph {
        guard isDirected else { return self }
        guard weights != nil else {
            let rows = turnedRows
            return Graph(checkedRows: rows.starts, ends: rows.ends, isDirected: true)
        }
        let arcs = arcList.map { ($0.1, $0.0) }
        return Graph(nodes: nodeCount, arcs: arcs, weights: weights, isDirected: true)
    }

    /// The same ties without direction and without weights.
    public var symmetric: Graph {
        isDirected ? Graph(nodes: nodeCount, arcs: arcList, isDirected: false) : self
    }
}
