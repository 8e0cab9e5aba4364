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
    /// - Complexity: O(nodes + arcs · log(longest row)).
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
        var sizes = [Int](repeating: 0, count: nodes + 1)
        for (source, target) in arcs where source != target {
            precondition(source >= 0 && source < nodes && target >= 0 && target < nodes, "no such node")
            sizes[source + 1] += 1
            if !isDirected { sizes[target + 1] += 1 }
        }
        for node in 0..<nodes { sizes[node + 1] += sizes[node] }
        var filled = [Entry](repeating: Entry(end: 0, weight: 1), count: sizes[nodes])
        var cursor = sizes
        for (index, (source, target)) in arcs.enumerated() where source != target {
            let weight = weights?[index] ?? 1
            filled[cursor[source]] = Entry(end: UInt32(target), weight: weight)
            cursor[source] += 1
            if !isDirected {
                filled[cursor[target]] = Entry(end: UInt32(source), weight: weight)
                cursor[target] += 1
            }
        }
        var starts = [0]
        starts.reserveCapacity(nodes + 1)
        var ends: [UInt32] = []
        ends.reserveCapacity(filled.count)
        var kept: [Double] = []
        for node in 0..<nodes {
            let rowStart = ends.count
            for entry in filled[sizes[node]..<sizes[node + 1]].sorted(by: { $0.end < $1.end }) {
                if ends.count > rowStart, ends[ends.count - 1] == entry.end {
                    if weights != nil { kept[kept.count - 1] += entry.weight }
                } else {
                    ends.append(entry.end)
                    if weights != nil { kept.append(entry.weight) }
                }
            }
            starts.append(ends.count)
        }
        self.nodeCount = nodes
        self.isDirected = isDirected
        self.starts = starts
        self.ends = ends
        self.weights = weights == nil ? nil : kept
    }

    /// A far end and its weight while rows are being sorted.
    private struct Entry {
        let end: UInt32
        let weight: Double
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
        let arcs = arcList.map { ($0.1, $0.0) }
        return Graph(nodes: nodeCount, arcs: arcs, weights: weights, isDirected: true)
    }

    /// The same ties without direction and without weights.
    public var symmetric: Graph {
        isDirected ? Graph(nodes: nodeCount, arcs: arcList, isDirected: false) : self
    }
}
