import Spread
import Testing

@Suite struct `A search for seeds` {
    /// The best reach of any two seeds, by trying all pairs on every possible world.
    private static func best(_ problem: SeedProblem) -> Double {
        let nodes = problem.graph.nodeCount
        var best = 0.0
        for one in 0..<nodes {
            for other in (one + 1)..<nodes {
                best = max(best, exact(problem, [one, other]))
            }
        }
        return best
    }

    private static func exact(_ problem: SeedProblem, _ seeds: [Int]) -> Double {
        PlainCascade.exact(problem.graph, problem.model, problem.chance, seeds: seeds)
    }

    @Test(arguments: CascadeModel.allCases, 0..<5 as Range<UInt64>)
    func `comes close to the best pair, and never claims more than there is`(
        model: CascadeModel, seed: UInt64
    ) {
        let graph = PlainCascade.smallGraph(seed)
        let problem = SeedProblem(graph: graph, model: model, chance: .uniform(0.4), seeds: 2)
        let choice = SeedSearch.choose(problem, seed: seed)
        let best = Self.best(problem)
        let reached = Self.exact(problem, choice.seeds)
        #expect(choice.seeds.count == 2)
        #expect(reached >= 0.95 * best)
        #expect(choice.certainReach <= reached)
        #expect(choice.bestPossible >= best)
        #expect(choice.certifiedShare >= 1 - 0.3679 - 0.1)
        #expect(abs(choice.reach - reached) < 0.05 * reached)
    }

    @Test func `starts from today's users and asks only those who may be asked`() {
        // Two stars: the first belongs to a user already, the hub of the second may not be asked.
        let arcs = (1...9).map { (0, $0) } + (11...19).map { (10, $0) } + [(20, 21), (20, 22)]
        var problem = SeedProblem(
            graph: Graph(nodes: 23, arcs: arcs, isDirected: true), model: .independentCascade,
            chance: .uniform(0.9), seeds: 1)
        #expect(SeedSearch.choose(problem, seed: 1).seeds == [0])
        problem.users = [0]
        #expect(SeedSearch.choose(problem, seed: 1).seeds == [10])
        problem.candidates = (0..<23).map { $0 != 10 }
        let choice = SeedSearch.choose(problem, seed: 1)
        #expect(choice.seeds == [20])
        // The user's own star counts as reached: 1 + 9 × 0.9, and 1 + 2 × 0.9 beside.
        #expect(abs(choice.reach - 11.9) < 0.6)
    }

    @Test func `counts only those who matter`() {
        let arcs = (1...9).map { (0, $0) } + [(10, 11), (10, 12)]
        var problem = SeedProblem(
            graph: Graph(nodes: 13, arcs: arcs, isDirected: true), model: .independentCascade,
            chance: .uniform(1), seeds: 1)
        problem.targets = [11, 12]
        let choice = SeedSearch.choose(problem, seed: 1)
        #expect(choice.seeds == [10])
        #expect(choice.reach == 2)
    }

    @Test func `gives the same answer whoever does the work`() {
        let graph = HashedGraph.organization(people: 2_000, seed: 5)
        let problem = SeedProblem(
            graph: graph, model: .independentCascade, chance: .weightedCascade, seeds: 8)
        let backwards = Crew(workers: 3) { count, work in
            for part in (0..<count).reversed() { work(part) }
        }
        let choice = SeedSearch.choose(problem, seed: 2)
        #expect(choice == SeedSearch.choose(problem, seed: 2, crew: backwards))
    }

    @Test func `agrees with the runs forward, which share no code with it`() throws {
        let graph = HashedGraph.organization(people: 5_000, seed: 1)
        for model in CascadeModel.allCases {
            let problem = SeedProblem(graph: graph, model: model, chance: .weightedCascade, seeds: 10)
            let choice = SeedSearch.choose(problem, seed: 4)
            let forward = ReachEstimate.simulate(
                graph: graph, model: model, chance: .weightedCascade, seeds: choice.seeds, runs: 4_000,
                seed: 5)
            #expect(abs(choice.reach - forward.mean) < 0.06 * forward.mean)
            #expect(choice.certainReach < forward.mean && forward.mean < choice.bestPossible)
        }
    }

    @Test func `chooses nobody where nobody may be asked`() {
        var problem = SeedProblem(
            graph: Graph(nodes: 3, arcs: [(0, 1)], isDirected: true), model: .independentCascade,
            chance: .weightedCascade, seeds: 2)
        problem.candidates = [false, false, false]
        #expect(SeedSearch.choose(problem, seed: 1).seeds.isEmpty)
        problem.candidates = [true, false, false]
        #expect(SeedSearch.choose(problem, seed: 1).seeds == [0])
    }
}
