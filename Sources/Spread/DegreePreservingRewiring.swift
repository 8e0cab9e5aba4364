public import Inference

/// A random graph in which everybody keeps their number of ties, reached by swapping the ends of pairs of ties.
///
/// A swap turns a→b, c→d into a→d, c→b unless that makes a loop or a second tie between the same two; for an
/// undirected graph the second tie is turned round first half of the time. A refused swap counts as a step, which
/// makes the chain uniform over all such graphs in the long run.
/// - Source: Maslov & Sneppen (2002), doi:10.1126/science.1065103; holding on refusal: Milo et al. (2003),
///   arXiv:cond-mat/0312028.
public struct DegreePreservingRewiring: Sendable {
    private let nodeCount: Int
    private let isDirected: Bool
    private var ties: [(UInt32, UInt32)]
    private var present: TieSet

    /// A chain that starts at a graph; weights are not kept.
    public init(_ graph: Graph) {
        nodeCount = graph.nodeCount
        isDirected = graph.isDirected
        ties = graph.arcList.filter { graph.isDirected || $0.0 < $0.1 }.map { (UInt32($0.0), UInt32($0.1)) }
        present = TieSet(capacity: ties.count + 1)
        for tie in ties { present.insert(key(tie.0, tie.1)) }
    }

    /// The ties as they stand.
    public var graph: Graph {
        Graph(nodes: nodeCount, arcs: ties.map { (Int($0.0), Int($0.1)) }, isDirected: isDirected)
    }

    /// Tries a number of swaps.
    ///
    /// - Returns: swaps made.
    /// - Complexity: O(swaps).
    @discardableResult
    public mutating func swap(tries: Int, using random: inout RandomSource) -> Int {
        guard ties.count > 1 else { return 0 }
        var made = 0
        for _ in 0..<tries {
            let first = random.below(ties.count)
            let second = random.below(ties.count)
            if first == second { continue }
            let (a, b) = ties[first]
            var (c, d) = ties[second]
            if !isDirected && random.next() & 1 == 1 { (c, d) = (d, c) }
            if a == d || c == b || present.contains(key(a, d)) || present.contains(key(c, b)) { continue }
            present.remove(key(a, b))
            present.remove(key(c, d))
            present.insert(key(a, d))
            present.insert(key(c, b))
            ties[first] = (a, d)
            ties[second] = (c, b)
            made += 1
        }
        return made
    }

    /// One number for a tie; the same both ways when undirected.
    private func key(_ one: UInt32, _ other: UInt32) -> UInt64 {
        let (low, high) = isDirected || one < other ? (one, other) : (other, one)
        return UInt64(low) << 32 | UInt64(high)
    }
}
