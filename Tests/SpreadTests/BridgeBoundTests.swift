import Inference
import Spread
import Testing

@Suite struct `What no choice of invitations exceeds` {
    typealias Tally = RolloutHistory.Tally

    /// A small organisation of random ties, and a past in which the second user in sight adds most.
    private static func organisation(_ seed: UInt64) -> (ground: RolloutGround, history: RolloutHistory) {
        var random = RandomSource(seed: seed, stream: "small organisation")
        let people = 16
        let ties = (0..<26).map { _ in (random.below(people), random.below(people)) }.filter { $0.0 != $0.1 }
        var places = [RolloutPlace](repeating: .unaware, count: people)
        for person in 0..<3 { places[person] = [.habit, .lapsed, .tried][person] }
        var history = RolloutHistory()
        let tries = [random.below(3), 2 + random.below(6), 20 + random.below(40)]
        for week in 0..<26 {
            history.addTrials(
                (0..<3).map {
                    Tally(weeks: 40, moves: week < 20 ? tries[$0] / 20 + (week < tries[$0] % 20 ? 1 : 0) : 0)
                })
        }
        history.kept = Tally(weeks: 200, moves: 40)
        history.dropped = Tally(weeks: 200, moves: 10)
        history.again = Tally(weeks: 100, moves: 5)
        history.advocates = Tally(weeks: 20, moves: 12)
        history.hours = Tally(weeks: 40, moves: 30)
        return (
            RolloutGround(
                seenBy: Graph(nodes: people, undirectedEdges: ties), places: places,
                team: (0..<people).map { $0 / 4 }, teams: 4), history
        )
    }

    private static func reach(
        _ people: [Int], _ ground: RolloutGround, _ history: RolloutHistory, weeks: Int, off: Set<Int>,
        runs: Int
    ) -> Double {
        var plan = RolloutPlan(weeks: weeks)
        plan.off = off
        plan.invited = [0: people]
        return RolloutForecast(ground, history: history, plan: plan, runs: runs, seed: 7).band(.everTried)
            .mean
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func `lies above every pair that could be invited`(seed: UInt64) {
        let (ground, history) = Self.organisation(seed)
        let off: Set<Int> = [2, 3]
        let open = (0..<ground.count).filter { !ground.places[$0].hasTried }
        var best = (reach: 0.0, pair: [Int]())
        for one in open {
            for other in open where one < other {
                let reach = Self.reach([one, other], ground, history, weeks: 12, off: off, runs: 200)
                if reach > best.reach { best = (reach, [one, other]) }
            }
        }
        // Played again with other runs than those that made it the best, so that luck is not counted.
        let fair = Self.reach(best.pair, ground, history, weeks: 12, off: off, runs: 4_000)
        let bound = BridgeBound(
            ground, history: history, wanted: 2, candidates: [Bool](repeating: true, count: ground.count),
            most: [4, 4, 4, 4], known: best.pair, weeks: 12, off: off, seed: 99)
        #expect(bound.reach >= fair - 0.1, "\(bound) \(fair)")
        #expect(bound.samples == 32)
    }

    @Test func `is met where nobody sees anybody`() {
        // Twenty people without ties, all chances known: ten invitations bring six tries on top of those who come by themselves.
        var history = RolloutHistory()
        for _ in 0..<26 {
            history.addTrials([Tally(weeks: 1_000_000, moves: 10_000), Tally(), Tally()])
        }
        var places = [RolloutPlace](repeating: .unaware, count: 40)
        places[0] = .habit
        let ground = RolloutGround(
            seenBy: Graph(nodes: 40, undirectedEdges: []), places: places,
            team: [Int](repeating: 0, count: 40), teams: 1)
        let invited = Array(1...10)
        let bound = BridgeBound(
            ground, history: history, wanted: 10, candidates: [Bool](repeating: true, count: 40), most: [40],
            known: invited, weeks: 10, accepts: 0.6, seed: 3)
        let reach = {
            var plan = RolloutPlan(weeks: 10)
            plan.accepts = 0.6
            plan.invited = [0: invited]
            return RolloutForecast(ground, history: history, plan: plan, runs: 8_000, seed: 7)
                .band(.everTried).mean
        }()
        // Sixty-four worlds flatter the ten who took it up most often by about two people of forty.
        #expect(bound.mean >= reach && bound.mean < reach + 2.5, "\(bound) \(reach)")
        #expect(bound.reach < 40)
    }

    @Test func `is lower where fewer may be invited, and the same whatever the crew`() {
        let (ground, history) = Self.organisation(1)
        func bound(_ wanted: Int, most: [Int], crew: Crew = .alone) -> BridgeBound {
            BridgeBound(
                ground, history: history, wanted: wanted,
                candidates: [Bool](repeating: true, count: ground.count), most: most, known: [], weeks: 12,
                seed: 5, crew: crew)
        }
        let all = bound(4, most: [4, 4, 4, 4])
        #expect(bound(2, most: [4, 4, 4, 4]).mean < all.mean)
        #expect(bound(4, most: [0, 1, 0, 1]).mean < all.mean)
        let backwards = Crew(workers: 3) { count, work in for part in (0..<count).reversed() { work(part) } }
        #expect(bound(4, most: [4, 4, 4, 4], crew: backwards) == all)
    }
}
