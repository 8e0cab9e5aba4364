/// How rarely a walk along ties that ends among the best-connected of one side began on the other.
///
/// Walks start on either side with equal chance, at a node drawn evenly, and end at the first of the k
/// best-connected nodes of either side. With P_AB = P(began in A | ended in B) the score is
/// P_11 P_00 − P_10 P_01: 1 when no walk crosses, about 0 when sides mix.
/// High also on random graphs, so that only its excess over a null says anything.
/// - Source: Garimella, De Francisci Morales, Gionis & Mathioudakis (2018), doi:10.1145/3140565; the warning: Salloum,
///   Chen & Kivelä (2022), doi:10.1145/3512962.
public enum RandomWalkControversy {
    /// The score, from absorption probabilities rather than simulated walks.
    ///
    /// Ties are taken without direction. Nodes without a path to an end node are left out. Ties in degree go to the
    /// lower node.
    /// - Parameter ends: k, end nodes a side; at most half a side's nodes with ties, at least one.
    /// - Returns: nil where a side has no node with ties, or no walk reaches one of the sides.
    /// - Complexity: O(arcs · sweeps), sweeps until changes fall under 10⁻¹⁰.
    public static func value(graph: Graph, believers: [Bool], ends k: Int = 10) -> Double? {
        precondition(believers.count == graph.nodeCount && k >= 1)
        let graph = graph.symmetric
        var isEnd = [Bool](repeating: false, count: graph.nodeCount)
        for side in [false, true] {
            let own = (0..<graph.nodeCount).filter { believers[$0] == side && graph.degree(of: $0) > 0 }
            guard !own.isEmpty else { return nil }
            let best = own.sorted { (-graph.degree(of: $0), $0) < (-graph.degree(of: $1), $1) }
            for node in best.prefix(max(1, min(k, own.count / 2))) { isEnd[node] = true }
        }
        let reaches = reachable(graph: graph, from: isEnd)
        let hit = absorption(graph: graph, ends: isEnd, believers: believers, reaches: reaches)
        // Chance that a walk from each side ends on the believers' side.
        var sums = [0.0, 0.0]
        var counts = [0.0, 0.0]
        for node in 0..<graph.nodeCount where reaches[node] {
            let side = believers[node] ? 1 : 0
            sums[side] += hit[node]
            counts[side] += 1
        }
        guard counts[0] > 0, counts[1] > 0 else { return nil }
        let toBelievers = [sums[0] / counts[0], sums[1] / counts[1]]
        let endBelievers = toBelievers[0] + toBelievers[1]
        let endOthers = 2 - endBelievers
        guard endBelievers > 1e-12, endOthers > 1e-12 else { return nil }
        let p11 = toBelievers[1] / endBelievers
        let p01 = toBelievers[0] / endBelievers
        let p00 = (1 - toBelievers[0]) / endOthers
        let p10 = (1 - toBelievers[1]) / endOthers
        return p11 * p00 - p10 * p01
    }

    /// Nodes with a path to an end node.
    private static func reachable(graph: Graph, from ends: [Bool]) -> [Bool] {
        var found = ends
        var queue = ends.indices.filter { ends[$0] }
        while let node = queue.popLast() {
            for arc in graph.arcs(of: node) where !found[graph.end(at: arc)] {
                found[graph.end(at: arc)] = true
                queue.append(graph.end(at: arc))
            }
        }
        return found
    }

    /// For each node the chance that a walk from it ends at a believer, by Gauss–Seidel sweeps.
    private static func absorption(
        graph: Graph, ends: [Bool], believers: [Bool], reaches: [Bool]
    ) -> [Double] {
        var hit = ends.indices.map { ends[$0] ? (believers[$0] ? 1.0 : 0.0) : 0.5 }
        let inner = ends.indices.filter { reaches[$0] && !ends[$0] }
        for _ in 0..<10_000 {
            var change = 0.0
            for node in inner {
                var sum = 0.0
                for arc in graph.arcs(of: node) { sum += hit[graph.end(at: arc)] }
                let mean = sum / Double(graph.degree(of: node))
                change = max(change, abs(mean - hit[node]))
                hit[node] = mean
            }
            if change < 1e-10 { break }
        }
        return hit
    }
}
