import Inference
import Spread
import Testing

@Suite struct `Contagion that takes several contacts` {
    /// The plain twin: sweeps over everybody until nothing changes.
    private static func plain(_ graph: Graph, _ rule: ContactRule, _ seeds: [Int]) -> [Bool] {
        let into = graph.reversed
        var isReached = [Bool](repeating: false, count: graph.nodeCount)
        for seed in seeds { isReached[seed] = true }
        var changed = true
        while changed {
            changed = false
            for node in 0..<graph.nodeCount where !isReached[node] {
                let contacts = into.neighbours(of: node)
                let moved = contacts.count { isReached[Int($0)] }
                if moved >= rule.needed(of: contacts.count) {
                    isReached[node] = true
                    changed = true
                }
            }
        }
        return isReached
    }

    private static func graph(_ seed: UInt64, nodes: Int, ties: Int, isDirected: Bool) -> Graph {
        var random = RandomSource(seed: seed, stream: "clusters")
        let arcs = (0..<ties).map { _ in (random.below(nodes), random.below(nodes)) }
        return Graph(nodes: nodes, arcs: arcs, isDirected: isDirected)
    }

    @Test(arguments: 0..<12 as Range<UInt64>, [ContactRule.atLeast(2), .share(0.34), .share(1)])
    func `reaches whom plain sweeps reach`(seed: UInt64, rule: ContactRule) {
        let graph = Self.graph(seed, nodes: 60, ties: 150, isDirected: seed % 2 == 0)
        var state = ComplexContagion(graph: graph, rule: rule)
        state.add([3, 9])
        state.add([21, 40, 3])
        #expect(state.isReached == Self.plain(graph, rule, [3, 9, 21, 40]))
        #expect(state.count == state.isReached.count { $0 })
    }

    @Test func `needs contacts by number or by share`() {
        #expect(ContactRule.atLeast(2).needed(of: 9) == 2)
        #expect(ContactRule.share(1.0 / 3).needed(of: 3) == 1)
        #expect(ContactRule.share(0.34).needed(of: 3) == 2)
        #expect(ContactRule.share(0.1).needed(of: 0) == 1)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `is seeded close to the best pair, and bounded by what no pair exceeds`(seed: UInt64) {
        let graph = Self.graph(seed, nodes: 24, ties: 48, isDirected: seed % 2 == 0)
        let rule = ContactRule.atLeast(2)
        let search = ClusterSearch(graph: graph, rule: rule, seeds: 2)
        var best = 0
        for one in 0..<24 {
            for other in (one + 1)..<24 {
                best = max(best, Self.plain(graph, rule, [one, other]).count { $0 })
            }
        }
        #expect(search.seeds.count == 2)
        #expect(search.reach == Self.plain(graph, rule, search.seeds).count { $0 })
        #expect(search.upperBound >= best)
        #expect(Double(search.reach) >= 0.6 * Double(best))
    }

    @Test func `is seeded in pairs where single people are blind`() {
        // A hub with many leaves moves nobody; two neighbours in a ladder move all of it.
        let hub = (1...12).map { (0, $0) }
        let ladder = (20..<38).flatMap { [($0, $0 + 1), ($0, $0 + 2)] }
        let graph = Graph(nodes: 40, undirectedEdges: hub + ladder)
        let search = ClusterSearch(graph: graph, rule: .atLeast(2), seeds: 2)
        // The last of the ladder has a single tie and cannot be moved.
        #expect(search.reach == 19)
        #expect(search.seeds.allSatisfy { $0 >= 20 })
    }

    @Test func `starts from users and asks only those who may be asked`() {
        let ladder = (0..<18).flatMap { [($0, $0 + 1), ($0, $0 + 2)] }
        let graph = Graph(nodes: 20, undirectedEdges: ladder)
        let search = ClusterSearch(
            graph: graph, rule: .atLeast(2), seeds: 1, users: [5], candidates: (0..<20).map { $0 > 5 })
        #expect(search.seeds.count == 1)
        #expect(search.seeds[0] > 5)
        // The last of the ladder has a single tie and cannot be moved.
        #expect(search.reach == 19)
    }
}
