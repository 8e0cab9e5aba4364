/// Shortest paths, counted in steps along the ties' direction.
public enum Geodesics {
    /// A graph of all pairs at most `steps` apart, weighted by one over their distance.
    ///
    /// Pairs further apart or without a path weigh nothing and are left out.
    /// - Complexity: O(nodes · (nodes + arcs)) time; memory for every pair in reach, so for small networks only.
    public static func inverseDistances(graph: Graph, steps: Int = 6) -> Graph {
        precondition(steps >= 1)
        var pairs: [(Int, Int)] = []
        var weights: [Double] = []
        var distance = [Int](repeating: -1, count: graph.nodeCount)
        var queue: [Int] = []
        for source in 0..<graph.nodeCount {
            queue.removeAll(keepingCapacity: true)
            queue.append(source)
            distance[source] = 0
            var head = 0
            while head < queue.count {
                let node = queue[head]
                head += 1
                if distance[node] == steps { continue }
                for arc in graph.arcs(of: node) where distance[graph.end(at: arc)] < 0 {
                    let end = graph.end(at: arc)
                    distance[end] = distance[node] + 1
                    queue.append(end)
                    pairs.append((source, end))
                    weights.append(1 / Double(distance[end]))
                }
            }
            for node in queue { distance[node] = -1 }
        }
        return Graph(nodes: graph.nodeCount, arcs: pairs, weights: weights, isDirected: true)
    }
}
