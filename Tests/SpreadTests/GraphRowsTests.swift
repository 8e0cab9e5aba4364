import Inference
import Spread
import Testing

@Suite struct `Rows at hand` {
    @Test func `make the graph that pairs make`() {
        let arcs = [(0, 1), (0, 2), (2, 0), (3, 1)]
        let graph = Graph(rows: [0, 2, 2, 3, 4], ends: [1, 2, 0, 1])
        #expect(graph == Graph(nodes: 4, arcs: arcs, isDirected: true))
        #expect(graph.reversed == Graph(nodes: 4, arcs: arcs.map { ($0.1, $0.0) }, isDirected: true))
    }

    @Test func `are undirected where every arc has its counterpart, and only there`() {
        let pairs = [(0, 3), (1, 2), (2, 3)]
        let symmetric = Graph(nodes: 4, undirectedEdges: pairs)
        let rows = [0] + (0..<4).map { symmetric.arcs(of: $0).upperBound }
        let ends = (0..<symmetric.arcCount).map { UInt32(symmetric.end(at: $0)) }
        #expect(Graph(rows: rows, ends: ends) == symmetric)
        // One arc less of a pair.
        #expect(Graph(rows: [0, 1, 2, 4, 5], ends: [3, 2, 1, 3, 0]).isDirected)
    }
}

@Suite struct `Parts of a graph` {
    /// Random sparse graphs, some of whose parts are single nodes.
    static func graph(_ seed: UInt64, isDirected: Bool) -> Graph {
        var random = RandomSource(seed: seed)
        let arcs = (0..<30).map { _ in (random.below(40), random.below(40)) }
        return Graph(nodes: 40, arcs: arcs, isDirected: isDirected)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `are what can be reached when ties have no direction`(seed: UInt64) {
        let graph = Self.graph(seed, isDirected: seed % 2 == 0)
        let components = graph.components
        #expect(components.sizes.reduce(0, +) == 40)
        for node in 0..<40 {
            let reached = graph.symmetric.reachable(from: [node])
            #expect(reached.count { $0 } == components.sizes[Int(components.part[node])])
            for other in 0..<40 {
                #expect(reached[other] == (components.part[other] == components.part[node]))
            }
        }
        #expect(components.largest == components.sizes.max())
    }

    @Test func `follow the direction of arcs when reached from a node`() {
        let graph = Graph(nodes: 5, arcs: [(0, 1), (1, 2), (3, 2), (2, 4)], isDirected: true)
        #expect(graph.reachable(from: [1]) == [false, true, true, false, true])
        #expect(graph.reachable(from: [3, 0]) == [true, true, true, true, true])
        #expect(graph.reachable(from: []) == [Bool](repeating: false, count: 5))
    }
}
