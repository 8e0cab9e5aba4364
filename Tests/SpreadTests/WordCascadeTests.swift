import Inference
import Spread
import Testing

@Suite struct `Sixty-four cascades at once` {
    @Test(arguments: `Cascades played forward`.chances)
    func `reach on average what counting every possible world gives`(chance: ArcChance) throws {
        for seed in 0..<4 as Range<UInt64> {
            let graph = PlainCascade.smallGraph(seed)
            let exact = PlainCascade.exactCascade(graph, chance, seeds: [1, 4])
            let estimate = ReachEstimate.simulateTogether(
                graph: graph, chance: chance, seeds: [1, 4], runs: 20_000, seed: seed)
            // Four standard errors and a half: one false alarm in 150,000.
            let width = try #require(estimate.halfWidth) / 1.96 * 4.5
            #expect(abs(estimate.mean - exact) <= width + 1e-9)
        }
    }

    /// Small chances jump, large ones throw words of coins, few runs at a person go one by one: all of it is met here.
    @Test(arguments: [ArcChance.weightedCascade, .uniform(0.03), .uniform(0.08), .uniform(0.4)])
    func `have the mean and the spread of cascades one at a time`(chance: ArcChance) throws {
        let graph = HashedGraph.organization(people: 2_000, seed: 5)
        // So many seeds that no run dies out early: rare runs of another kind would make deviations of deviations.
        let seeds = Array(stride(from: 0, to: 2_000, by: 40))
        let together = ReachEstimate.simulateTogether(
            graph: graph, chance: chance, seeds: seeds, runs: 6_400, seed: 3)
        let single = ReachEstimate.simulate(
            graph: graph, model: .independentCascade, chance: chance, seeds: seeds, runs: 6_400, seed: 4)
        let (one, other) = (try #require(together.halfWidth), try #require(single.halfWidth))
        // Five standard errors of the difference of the means; the deviations' own error is 1/√(2·runs) of them, and
        // runs of a word must not hang together, which would show in the error of the mean, not in the deviation.
        #expect(abs(together.mean - single.mean) <= (one * one + other * other).squareRoot() / 1.96 * 5)
        let (mine, theirs) = (try #require(together.deviation), try #require(single.deviation))
        #expect(abs(mine / theirs - 1) < 0.08)
        #expect(together.runs == 6_400)
        // The work counted is that of a plain simulation: the same in the mean for both.
        let visits = Double(together.arcVisits) / Double(single.arcVisits)
        #expect(abs(visits - together.mean / single.mean) < 0.05)
    }

    @Test func `are as independent as runs one at a time`() throws {
        let graph = HashedGraph.organization(people: 500, seed: 5)
        let simulator = WordCascade(graph: graph, chance: .uniform(0.08))
        var random = RandomSource(seed: 8, stream: "words")
        // Means of words of 64 independent runs scatter with the deviation of a run over eight.
        var (means, all): ([Double], [Double]) = ([], [])
        for _ in 0..<400 {
            let sizes = simulator.run(from: [3, 250], using: &random).map(Double.init)
            #expect(sizes.allSatisfy { $0 >= 2 })
            means.append(sizes.reduce(0, +) / 64)
            all += sizes
        }
        func variance(_ values: [Double]) -> Double {
            let mean = values.reduce(0, +) / Double(values.count)
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        }
        let ratio = variance(means) * 64 / variance(all)
        // 400 means give their variance within 7 %: four of these.
        #expect(abs(ratio - 1) < 0.28)
    }

    @Test func `agree to the person where nothing is random`() {
        for chance in [ArcChance.uniform(1), .uniform(0)] {
            let graph = HashedGraph.organization(people: 700, seed: 9)
            let together = ReachEstimate.simulateTogether(
                graph: graph, chance: chance, seeds: [4, 4, 99], runs: 64, seed: 1)
            let single = ReachEstimate.simulate(
                graph: graph, model: .independentCascade, chance: chance, seeds: [4, 4, 99], runs: 64, seed: 1
            )
            #expect(together.mean == single.mean)
            #expect(together.deviation == 0)
            #expect(together.arcVisits == single.arcVisits)
        }
    }

    @Test func `do not depend on who plays them`() {
        let graph = HashedGraph.organization(people: 800, seed: 3)
        func estimate(_ crew: Crew) -> ReachEstimate {
            ReachEstimate.simulateTogether(
                graph: graph, chance: .weightedCascade, seeds: [5, 77, 300], runs: 320, seed: 11, crew: crew)
        }
        let backwards = Crew(workers: 3) { count, work in
            for part in (0..<count).reversed() { work(part) }
        }
        #expect(estimate(.alone) == estimate(backwards))
        #expect(estimate(.alone).mean > 3)
    }
}
