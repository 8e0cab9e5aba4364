import Inference
import Measures
import Spread
import Testing

@Suite struct `Scores on ties` {
    /// Two triangles with one tie between them.
    static let twoTriangles = Graph(
        nodes: 6, undirectedEdges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
    static let left = [true, true, true, false, false, false]

    static func value(_ measure: TieMeasure, _ graph: Graph, _ believers: [Bool]) -> Double? {
        TieMeasures.value(measure, graph: graph, believers: believers)
    }

    @Test func `two triangles with one tie between them, by hand`() throws {
        let graph = Self.twoTriangles
        func check(_ measure: TieMeasure, _ expected: Double) throws {
            let value = try #require(Self.value(measure, graph, Self.left))
            #expect(abs(value - expected) < 1e-12, "\(measure)")
        }
        try check(.externalInternal, (1.0 - 6) / 7)
        // Seven arcs sent, six inside, 7 × 2/5 expected.
        try check(.colemanBelievers, (6 - 2.8) / (7 - 2.8))
        try check(.colemanOthers, (6 - 2.8) / (7 - 2.8))
        try check(.assortativity, (12.0 / 14 - 0.5) / 0.5)
        try check(.inbreedingBelievers, (6.0 / 7 - 0.5) / 0.5)
        try check(.exposureOfOthers, (1.0 / 3) / 3)
        try check(.exposureOfBelievers, (1 + 1 + 2.0 / 3) / 3)
        try check(.unexposedOthers, 2.0 / 3)
        try check(.fewerThanTwo, 1)
        #expect(TieMeasures.externalInternal(graph: graph, groups: [7, 7, 7, 2, 2, 2]) == (1.0 - 6) / 7)
    }

    @Test func `the odds ratio compares ties inside with ties across`() throws {
        // Inside: 5 of 6 possible ties; across: 1 of 9.
        let graph = Graph(nodes: 6, undirectedEdges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (2, 3)])
        let value = try #require(Self.value(.oddsRatio, graph, Self.left))
        #expect(abs(value - 5 / (1.0 / 8)) < 1e-12)
        #expect(Self.value(.oddsRatio, Self.twoTriangles, Self.left) == nil)
    }

    @Test func `swapping the sides leaves symmetric scores as they are and swaps the others`() throws {
        var random = RandomSource(seed: 3)
        let arcs = (0..<120).map { _ in (random.below(30), random.below(30)) }
        let graph = Graph(nodes: 30, arcs: arcs, isDirected: true)
        let believers = (0..<30).map { _ in random.below(3) == 0 }
        let others = believers.map { !$0 }
        for measure in [TieMeasure.externalInternal, .assortativity, .oddsRatio, .controversy] {
            let one = try #require(Self.value(measure, graph, believers))
            let two = try #require(Self.value(measure, graph, others))
            #expect(abs(one - two) < 1e-9, "\(measure)")
        }
        #expect(Self.value(.colemanBelievers, graph, believers) == Self.value(.colemanOthers, graph, others))
        #expect(
            Self.value(.inbreedingBelievers, graph, believers) == Self.value(.inbreedingOthers, graph, others)
        )
    }

    @Test func `the expected E-I index is its mean over all labellings`() {
        let graph = Graph(nodes: 7, arcs: [(0, 1), (0, 2), (0, 3), (4, 0), (5, 6), (6, 5)], isDirected: true)
        var sum = 0.0
        var count = 0.0
        for mask in 0..<128 where mask.nonzeroBitCount == 3 {
            sum += Self.value(.externalInternal, graph, (0..<7).map { mask >> $0 & 1 == 1 })!
            count += 1
        }
        let expected = TieMeasures.expectedExternalInternal(people: 7, believers: 3)!
        #expect(abs(sum / count - expected) < 1e-12)
    }

    @Test func `nothing is defined on a graph without ties`() {
        let graph = Graph(nodes: 4, arcs: [], isDirected: true)
        for measure in TieMeasure.allCases {
            #expect(Self.value(measure, graph, [true, false, true, false]) == nil, "\(measure)")
        }
    }

    @Test func `walks cross two joined triangles rarely and a complete graph freely`() throws {
        let apart = try #require(RandomWalkControversy.value(graph: Self.twoTriangles, believers: Self.left))
        var edges: [(Int, Int)] = []
        for one in 0..<12 { for other in 0..<one { edges.append((one, other)) } }
        let complete = Graph(nodes: 12, undirectedEdges: edges)
        let mixed = try #require(
            RandomWalkControversy.value(graph: complete, believers: (0..<12).map { $0 % 2 == 0 }, ends: 2))
        let alone = Graph(nodes: 6, undirectedEdges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)])
        let split = try #require(RandomWalkControversy.value(graph: alone, believers: Self.left))
        #expect(abs(split - 1) < 1e-9)
        #expect(apart > 0.4 && apart < 1)
        // Two of six nodes a side are ends, and walks that begin there stay: a third of the walks remember.
        #expect(mixed > 0 && mixed < 0.4)
    }

    @Test func `absorption probabilities are those of simulated walks`() throws {
        var random = RandomSource(seed: 9)
        let graph = Graph(
            nodes: 24, undirectedEdges: (0..<60).map { _ in (random.below(24), random.below(24)) })
        let believers = (0..<24).map { $0 < 10 }
        let exact = try #require(RandomWalkControversy.value(graph: graph, believers: believers, ends: 2))
        var isEnd = [Bool](repeating: false, count: 24)
        for side in [true, false] {
            let own = (0..<24).filter { believers[$0] == side && graph.degree(of: $0) > 0 }
            let best = own.sorted { (-graph.degree(of: $0), $0) < (-graph.degree(of: $1), $1) }
            for node in best.prefix(2) { isEnd[node] = true }
        }
        var ended = [[0.0, 0.0], [0.0, 0.0]]
        let starts = [false, true].map { side in
            (0..<24).filter { believers[$0] == side && graph.degree(of: $0) > 0 }
        }
        for walk in 0..<200_000 {
            let side = walk % 2
            var node = starts[side][random.below(starts[side].count)]
            while !isEnd[node] {
                let row = graph.neighbours(of: node)
                node = Int(row[row.startIndex + random.below(row.count)])
            }
            ended[side][believers[node] ? 1 : 0] += 1
        }
        let ends = [ended[0][0] + ended[1][0], ended[0][1] + ended[1][1]]
        let simulated =
            ended[1][1] / ends[1] * ended[0][0] / ends[0] - ended[1][0] / ends[0] * ended[0][1] / ends[1]
        #expect(abs(exact - simulated) < 0.01)
    }

    @Test func `the Medical Innovation indices`() throws {
        guard let data = ClassicData("medinnovations") else { return }
        let adopters = data.history.adopted(by: 5)
        #expect(adopters.filter { $0 }.count == 62)
        // Coleman asks who names whom; the others were computed on the 240 ties without direction.
        let ties = data.graph.symmetric
        #expect(ties.arcCount == 480)
        func value(_ measure: TieMeasure, _ graph: Graph) throws -> Double {
            try #require(Self.value(measure, graph, adopters))
        }
        #expect(try value(.externalInternal, ties) == 0)
        #expect(abs(try value(.colemanBelievers, data.graph) - 0.2430) < 5e-5)
        #expect(abs(try value(.colemanOthers, data.graph) - -0.2754) < 5e-5)
        #expect(abs(try value(.assortativity, ties) - -0.025714082) < 5e-10)
        #expect(abs(try value(.exposureOfOthers, ties) - 0.5801) < 5e-5)
        #expect(abs(try value(.exposureOfBelievers, ties) - 0.5900) < 5e-5)
    }

    @Test func `the Medical Innovation nulls say popular early adopters, not an echo chamber`() throws {
        guard let data = ClassicData("medinnovations") else { return }
        let adopters = data.history.adopted(by: 5)
        var random = RandomSource(seed: 6)
        let none = [Int](repeating: 0, count: 125)
        func scores(_ measures: [TieMeasure], _ graph: Graph, stratum: [Int], draws: Int) -> [TieScore] {
            TieMeasures.test(
                measures, graph: graph, believers: adopters,
                population: Population(team: none, stratum: stratum), draws: draws, using: &random)
        }
        let coleman: [TieMeasure] = [.colemanBelievers, .colemanOthers]
        let named = scores(coleman, data.graph, stratum: none, draws: 4000)
        let towns = scores(coleman, data.graph, stratum: data.groups, draws: 4000)
        let tied = scores(
            [.externalInternal, .assortativity, .exposureOfOthers, .exposureOfBelievers],
            data.graph.symmetric,
            stratum: none, draws: 4000)
        func z(_ score: TieScore) throws -> Double { try #require(score.free?.z) }
        #expect(abs(try z(named[0]) - 1.8) < 0.1)
        #expect(abs(try z(named[1]) - -2.0) < 0.1)
        #expect(abs(try z(towns[0]) - 2.0) < 0.15)
        #expect(abs(try z(tied[1]) - -0.2) < 0.1)
        #expect(abs(try z(tied[2]) - 1.4) < 0.1)
        #expect(abs(try #require(tied[2].free).mean - 0.501) < 0.004)
        #expect(abs(try #require(tied[3].free).mean - 0.493) < 0.004)
        #expect((named + tied).allSatisfy { $0.rewired != nil && $0.activityKeeping == nil })
        #expect(named.allSatisfy { abs($0.rewired?.z ?? 9) < 1 })
        let expected = try #require(TieMeasures.expectedExternalInternal(people: 125, believers: 62))
        #expect(abs(try #require(tied[0].free).mean - expected) < 0.005)
    }

    @Test func `the bootstrap interval holds the score and narrows with the network`() throws {
        var random = RandomSource(seed: 21)
        func interval(nodes: Int) throws -> (value: Double, low: Double, high: Double) {
            let believers = (0..<nodes).map { $0 % 2 == 0 }
            let edges = (0..<(4 * nodes)).map { _ -> (Int, Int) in
                let one = random.below(nodes)
                let same = random.below(4) > 0
                let other = (random.below(nodes / 2) * 2 + (same ? one % 2 : 1 - one % 2)) % nodes
                return (one, other)
            }
            let graph = Graph(nodes: nodes, undirectedEdges: edges)
            let value = try #require(Self.value(.assortativity, graph, believers))
            let bounds = try #require(
                TieMeasures.bootstrap(
                    [.assortativity], graph: graph, believers: believers, draws: 200, using: &random)[0])
            return (value, bounds.low, bounds.high)
        }
        let small = try interval(nodes: 40)
        let large = try interval(nodes: 400)
        #expect(small.low < small.value && small.value < small.high)
        #expect(large.low < large.value && large.value < large.high)
        #expect(large.high - large.low < 0.6 * (small.high - small.low))
    }
}

@Suite struct `Degree-preserving rewiring` {
    @Test(arguments: [true, false])
    func `keeps every degree, makes no loop and no second tie`(_ isDirected: Bool) {
        var random = RandomSource(seed: 2)
        let arcs = (0..<150).map { _ in (random.below(40), random.below(40)) }
        let graph = Graph(nodes: 40, arcs: arcs, isDirected: isDirected)
        var chain = DegreePreservingRewiring(graph)
        let made = chain.swap(tries: 2000, using: &random)
        let rewired = chain.graph
        #expect(made > 500)
        #expect(rewired != graph)
        #expect(rewired.arcCount == graph.arcCount)
        #expect(rewired.outDegrees == graph.outDegrees)
        #expect(rewired.inDegrees == graph.inDegrees)
    }

    @Test func `visits all graphs of the same degrees equally often`() {
        // Degrees 1, 1, 1, 1 on four nodes: three perfect matchings.
        var random = RandomSource(seed: 7)
        var chain = DegreePreservingRewiring(Graph(nodes: 4, undirectedEdges: [(0, 1), (2, 3)]))
        var visits = [0, 0, 0]
        for _ in 0..<6000 {
            chain.swap(tries: 3, using: &random)
            visits[Int(chain.graph.neighbours(of: 0).first!) - 1] += 1
        }
        for count in visits { #expect(abs(count - 2000) < 200) }
    }

    @Test func `a graph with fewer than two ties stays as it is`() {
        var random = RandomSource(seed: 7)
        var chain = DegreePreservingRewiring(Graph(nodes: 3, undirectedEdges: [(0, 1)]))
        #expect(chain.swap(tries: 10, using: &random) == 0)
    }
}
