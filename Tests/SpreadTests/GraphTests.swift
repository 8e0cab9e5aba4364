import Spread
import Testing

@Suite struct `A graph of ties` {
    @Test func `rows are sorted, loops are dropped and a tie given twice is one tie`() {
        let graph = Graph(nodes: 4, arcs: [(0, 3), (0, 1), (0, 1), (2, 2), (3, 0)], isDirected: true)
        #expect(graph.arcCount == 3)
        #expect(Array(graph.neighbours(of: 0)) == [1, 3])
        #expect(graph.neighbours(of: 2).isEmpty)
        #expect(graph.outDegrees == [2, 0, 0, 1])
        #expect(graph.inDegrees == [1, 1, 0, 1])
        #expect(graph.contains(0, 3) && !graph.contains(1, 0) && !graph.contains(2, 2))
    }

    @Test func `an undirected tie is stored both ways, whichever way round it is given`() {
        let graph = Graph(nodes: 3, undirectedEdges: [(0, 1), (1, 0), (2, 1)])
        #expect(graph.arcCount == 4)
        #expect(Array(graph.neighbours(of: 1)) == [0, 2])
        #expect(graph.outDegrees == graph.inDegrees)
        #expect(graph.reversed == graph)
    }

    @Test func `weights of a tie given twice add up`() {
        let graph = Graph(nodes: 3, undirectedEdges: [(0, 1), (1, 0), (1, 2)], weights: [1, 2, 5])
        #expect(graph.weights == [3, 3, 5, 5])
    }

    @Test func `reversing twice gives the same graph`() {
        var arcs: [(Int, Int)] = []
        for source in 0..<7 {
            for target in 0..<7 where (source * 3 + target * 5) % 4 == 1 { arcs.append((source, target)) }
        }
        let graph = Graph(nodes: 7, arcs: arcs, isDirected: true)
        #expect(graph.reversed.reversed == graph)
        #expect(graph.reversed.outDegrees == graph.inDegrees)
        for (source, target) in graph.arcList { #expect(graph.reversed.contains(target, source)) }
    }

    @Test func `a graph without nodes is a graph`() {
        let graph = Graph(nodes: 0, arcs: [], isDirected: false)
        #expect(graph.arcCount == 0)
        #expect(graph.outDegrees.isEmpty)
    }
}
