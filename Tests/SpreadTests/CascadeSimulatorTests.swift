import Spread
import Testing

@Suite struct `Cascades played forward` {
    static let chances: [ArcChance] = [
        .weightedCascade, .uniform(0.3), .uniform(0), .uniform(1),
        .byTarget([0.1, 0.9, 0.5, 0.2, 0.7, 1, 0]),
    ]

    @Test(arguments: CascadeModel.allCases, chances)
    func `reach on average what counting every possible world gives`(
        model: CascadeModel, chance: ArcChance
    ) throws {
        for seed in 0..<4 as Range<UInt64> {
            let graph = PlainCascade.smallGraph(seed)
            let exact = PlainCascade.exact(graph, model, chance, seeds: [1, 4])
            let estimate = ReachEstimate.simulate(
                graph: graph, model: model, chance: chance, seeds: [1, 4], runs: 20_000, seed: seed)
            // Four standard errors and a half: one false alarm in 150,000.
            let width = try #require(estimate.halfWidth) / 1.96 * 4.5
            #expect(abs(estimate.mean - exact) <= width + 1e-9)
        }
    }

    @Test func `do not depend on who plays them`() {
        let graph = HashedGraph.organization(people: 800, seed: 3)
        let seeds = [5, 77, 300]
        func estimate(_ crew: Crew) -> ReachEstimate {
            ReachEstimate.simulate(
                graph: graph, model: .independentCascade, chance: .weightedCascade, seeds: seeds, runs: 320,
                seed: 11, crew: crew)
        }
        let backwards = Crew(workers: 3) { count, work in
            for part in (0..<count).reversed() { work(part) }
        }
        #expect(estimate(.alone) == estimate(backwards))
        #expect(estimate(.alone).mean > 3)
    }

    @Test func `count the arcs out of everybody reached`() {
        let graph = Graph(nodes: 4, arcs: [(0, 1), (0, 2), (1, 3)], isDirected: true)
        let estimate = ReachEstimate.simulate(
            graph: graph, model: .independentCascade, chance: .uniform(1), seeds: [0], runs: 16, seed: 1)
        #expect(estimate.mean == 4)
        #expect(estimate.deviation == 0)
        #expect(estimate.arcVisits == 16 * 3)
    }

    @Test func `count a seed named twice once`() {
        let graph = Graph(nodes: 3, arcs: [(0, 1)], isDirected: true)
        let estimate = ReachEstimate.simulate(
            graph: graph, model: .linearThreshold, chance: .uniform(0), seeds: [0, 0, 2], runs: 1, seed: 1)
        #expect(estimate.mean == 2)
    }
}
