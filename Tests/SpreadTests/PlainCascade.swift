import Inference
import Spread

/// The twin of the fast engines: cascades over all live arcs, plain, slow and obviously right.
enum PlainCascade {
    /// The exact mean reach of an independent cascade: every subset of live arcs, weighted by its probability.
    static func exactCascade(_ graph: Graph, _ chance: ArcChance, seeds: [Int]) -> Double {
        let arcs = graph.arcList
        let chances = chance.byNode(of: graph)
        var sum = 0.0
        for world in 0..<(1 << arcs.count) {
            var probability = 1.0
            var live: [(Int, Int)] = []
            for (index, arc) in arcs.enumerated() {
                let isLive = world >> index & 1 == 1
                probability *= isLive ? chances[arc.1] : 1 - chances[arc.1]
                if isLive { live.append(arc) }
            }
            if probability == 0 { continue }
            let reached = Graph(nodes: graph.nodeCount, arcs: live, isDirected: true).reachable(from: seeds)
            sum += probability * Double(reached.count { $0 })
        }
        return sum
    }

    /// The exact mean reach of a linear threshold: every choice of at most one live arc into each node.
    ///
    /// Kempe, Kleinberg & Tardos (2003), claim 2.6: the two are the same in distribution.
    static func exactThreshold(_ graph: Graph, _ chance: ArcChance, seeds: [Int]) -> Double {
        let into = graph.reversed
        let chances = chance.byNode(of: graph)
        func mean(_ node: Int, _ live: [(Int, Int)]) -> Double {
            if node == graph.nodeCount {
                let world = Graph(nodes: graph.nodeCount, arcs: live, isDirected: true)
                return Double(world.reachable(from: seeds).count { $0 })
            }
            let sources = into.neighbours(of: node)
            let weight = sources.isEmpty ? 0 : min(chances[node], 1 / Double(sources.count))
            var sum = 0.0
            let none = 1 - weight * Double(sources.count)
            if none > 1e-12 { sum += none * mean(node + 1, live) }
            for source in sources where weight > 0 {
                sum += weight * mean(node + 1, live + [(Int(source), node)])
            }
            return sum
        }
        return mean(0, [])
    }

    static func exact(_ graph: Graph, _ model: CascadeModel, _ chance: ArcChance, seeds: [Int]) -> Double {
        model == .independentCascade
            ? exactCascade(graph, chance, seeds: seeds) : exactThreshold(graph, chance, seeds: seeds)
    }

    /// A small graph with arcs in all sorts of places.
    static func smallGraph(_ seed: UInt64, nodes: Int = 7, arcs: Int = 11) -> Graph {
        var random = RandomSource(seed: seed, stream: "small graphs")
        let pairs = (0..<arcs).map { _ in (random.below(nodes), random.below(nodes)) }
        return Graph(nodes: nodes, arcs: pairs, isDirected: true)
    }
}
