import Inference
import Spread
import Testing

/// Rewiring keeps its ties in a table of its own; what a plain set would hold must be there after any swaps.
@Suite struct `The ties of a rewired graph` {
    @Test(arguments: [UInt64(1), 2, 3]) func `stay simple, keep every degree and are as many as before`(
        seed: UInt64
    ) {
        var random = RandomSource(seed: seed)
        var arcs: Set<[Int]> = []
        while arcs.count < 4_000 {
            let pair = [random.below(300), random.below(300)]
            if pair[0] != pair[1] { arcs.insert(pair) }
        }
        let directed = Graph(
            nodes: 300, arcs: arcs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }, isDirected: true)
        var chain = DegreePreservingRewiring(directed)
        let made = chain.swap(tries: 200_000, using: &random)
        let after = chain.graph
        #expect(made > 100_000)
        #expect(after.arcCount == 4_000)
        #expect(after.outDegrees == directed.outDegrees && after.inDegrees == directed.inDegrees)
        #expect(after != directed)
    }

    @Test func `refuse no swap that a plain set would allow`() {
        // A dense graph: most swaps would make a second tie, so asking the table matters.
        var random = RandomSource(seed: 9)
        var arcs: [(Int, Int)] = []
        for one in 0..<30 {
            for other in 0..<30 where one != other && (one + other) % 3 != 0 { arcs.append((one, other)) }
        }
        let dense = Graph(nodes: 30, arcs: arcs, isDirected: true)
        var chain = DegreePreservingRewiring(dense)
        var plain = PlainRewiring(ties: dense.arcList)
        var same = RandomSource(seed: 9)
        let made = chain.swap(tries: 50_000, using: &random)
        #expect(made == plain.swap(tries: 50_000, using: &same))
        #expect(Set(chain.graph.arcList.map { [$0.0, $0.1] }) == Set(plain.ties.map { [$0.0, $0.1] }))
    }
}

/// The same chain with a set of the library: slow and obviously right.
private struct PlainRewiring {
    var ties: [(Int, Int)]

    mutating func swap(tries: Int, using random: inout RandomSource) -> Int {
        var present = Set(ties.map { [$0.0, $0.1] })
        var made = 0
        for _ in 0..<tries {
            let first = random.below(ties.count)
            let second = random.below(ties.count)
            if first == second { continue }
            let ((a, b), (c, d)) = (ties[first], ties[second])
            if a == d || c == b || present.contains([a, d]) || present.contains([c, b]) { continue }
            present.subtract([[a, b], [c, d]])
            present.formUnion([[a, d], [c, b]])
            (ties[first], ties[second]) = ((a, d), (c, b))
            made += 1
        }
        return made
    }
}
