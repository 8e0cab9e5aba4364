import Inference
import Spread
import Testing

@Suite struct `A rollout played forward` {
    /// Ten teams of eight round a ring, everybody seen by the team and by one person of the next.
    static let ground: RolloutGround = {
        var arcs: [(Int, Int)] = []
        for team in 0..<10 {
            for one in 0..<8 {
                for other in 0..<8 where one < other { arcs.append((team * 8 + one, team * 8 + other)) }
            }
            arcs.append((team * 8, (team * 8 + 9) % 80))
        }
        var places = [RolloutPlace](repeating: .unaware, count: 80)
        for person in 0..<6 { places[person] = person < 4 ? .habit : .tried }
        places[9] = .lapsed
        return RolloutGround(
            seenBy: Graph(nodes: 80, undirectedEdges: arcs), places: places, team: (0..<80).map { $0 / 8 },
            teams: 10)
    }()

    static let rates: RolloutRates = {
        var rates = RolloutRates(
            trial: [0.01, 0.03, 0.09], ordered: 0.1, keep: 0.12, drop: 0.08, lose: 0.03, again: 0.05,
            advocate: 0.4, shows: 0.3, accepts: 0.6, trained: 0.3)
        // A level that wanders, and stays at one from week 15 on.
        rates.trialLevels = [1, 1.5, 2, 2.5, 2, 1, 0.5, 0.2, 1, 1, 0.7, 1.3, 3, 2, 0.1]
        return rates
    }()

    static let plan: RolloutPlan = {
        var plan = RolloutPlan(weeks: 20)
        plan.invited = [0: [40, 41], 3: [42]]
        plan.trained = [2: Array(60..<70)]
        plan.ordered = [5: [], 6: [3, 4]]
        plan.off = [8, 9]
        return plan
    }()

    @Test func `agrees with one that asks everybody every week`() {
        var random = RandomSource(seed: 5, stream: "plain rollout")
        var plain = PlainRollout(Self.ground, plan: Self.plan)
        let runs = 4_000
        let slow = (0..<runs).map { _ in Double(plain.run(Self.rates, using: &random)) }
        let fast = RolloutForecast(Self.ground, plan: Self.plan, runs: runs, seed: 9) { _ in Self.rates }
            .people(.everTried, week: 19)
        func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return (mean, (squares / Double(values.count - 1)).squareRoot())
        }
        let (one, other) = (moments(slow), moments(fast))
        // Five standard errors of the difference of two means, and of two deviations.
        let error = (one.deviation * one.deviation * 2 / Double(runs)).squareRoot()
        #expect(abs(one.mean - other.mean) < 5 * error, "\(one.mean) against \(other.mean)")
        #expect(abs(one.deviation - other.deviation) < 5 * error / 2.0.squareRoot())
        #expect(one.deviation > 3)
    }

    @Test func `keeps everybody somewhere, whatever happens`() {
        let forecast = RolloutForecast(Self.ground, plan: Self.plan, runs: 64, seed: 1) { _ in Self.rates }
        for week in 0..<20 {
            let parts: [RolloutForecast.Measure] = [.unaware, .aware, .tried, .habit, .advocate, .lapsed]
            let columns = parts.map { forecast.people($0, week: week) }
            for run in 0..<64 { #expect(columns.reduce(0) { $0 + $1[run] } == 80) }
        }
        #expect(forecast.teamSums.reduce(0, +) == Int(forecast.people(.everTried, week: 19).reduce(0, +)))
    }

    @Test func `stands still where nothing may happen, and in weeks off`() {
        let still = RolloutRates(trial: [0, 0, 0], keep: 0, drop: 0, lose: 0, again: 0)
        let forecast = RolloutForecast(Self.ground, plan: RolloutPlan(weeks: 5), runs: 8, seed: 1) { _ in
            still
        }
        #expect(forecast.band(.everTried) == forecast.band(.everTried, week: 0))
        #expect(forecast.band(.everTried).mean == 7)
        #expect(forecast.band(.habit).mean == 4)
        var off = RolloutPlan(weeks: 5)
        off.off = Set(0..<5)
        let closed = RolloutForecast(Self.ground, plan: off, runs: 8, seed: 1) { _ in Self.rates }
        #expect(closed.band(.everTried).mean == 7)
        let certain = RolloutRates(trial: [1, 1, 1], keep: 0, drop: 0, lose: 0, again: 0)
        let all = RolloutForecast(Self.ground, plan: RolloutPlan(weeks: 1), runs: 8, seed: 1) { _ in certain }
        #expect(all.band(.everTried).mean == 80)
    }

    @Test func `is the same for a seed, however the work is shared out`() {
        let backwards = Crew(workers: 3) { count, work in
            for part in (0..<count).reversed() { work(part) }
        }
        let alone = RolloutForecast(Self.ground, plan: Self.plan, runs: 300, seed: 4) { _ in Self.rates }
        let shared = RolloutForecast(Self.ground, plan: Self.plan, runs: 300, seed: 4, crew: backwards) { _ in
            Self.rates
        }
        #expect(alone.people(.everTried, week: 19) == shared.people(.everTried, week: 19))
        #expect(alone.teamSums == shared.teamSums)
        let other = RolloutForecast(Self.ground, plan: Self.plan, runs: 300, seed: 5) { _ in Self.rates }
        #expect(alone.people(.everTried, week: 19) != other.people(.everTried, week: 19))
    }

    @Test func `can be stopped, and what has been played is a forecast`() {
        var asked = 0
        let forecast = RolloutForecast(
            Self.ground, plan: Self.plan, runs: 1_000, seed: 4,
            goesOn: { _ in
                asked += 1
                return asked < 3
            }, rates: { _ in Self.rates })
        #expect(forecast.runs < forecast.runsWanted)
        let whole = RolloutForecast(Self.ground, plan: Self.plan, runs: 1_000, seed: 4) { _ in Self.rates }
        #expect(
            forecast.people(.everTried, week: 19)
                == Array(whole.people(.everTried, week: 19).prefix(forecast.runs)))
    }

    @Test func `finds the chances again that made a history`() {
        // A long history of one person's weeks a place, drawn from known chances.
        var random = RandomSource(seed: 2, stream: "history")
        var history = RolloutHistory()
        for _ in 0..<20_000 {
            for place in 0..<3 {
                history.trial[place].add(random.uniform() < Self.rates.trial[place])
                let all = 1 - (1 - Self.rates.trial[place]) * (1 - Self.rates.ordered)
                history.ordered[place].add(random.uniform() < all)
            }
            let u = random.uniform()
            history.kept.add(u < Self.rates.keep)
            history.dropped.add(u >= Self.rates.keep && u < Self.rates.keep + Self.rates.drop)
            history.lost.add(random.uniform() < Self.rates.lose)
            history.again.add(random.uniform() < Self.rates.again)
        }
        let draws = (0..<400).map { _ in history.rates(using: &random) }
        func mean(_ value: (RolloutRates) -> Double) -> Double { draws.map(value).reduce(0, +) / 400 }
        // Five standard deviations of a chance of a tenth over 20,000 weeks.
        let tolerance = 5 * (0.1 * 0.9 / 20_000).squareRoot()
        for place in 0..<3 { #expect(abs(mean { $0.trial[place] } - Self.rates.trial[place]) < tolerance) }
        #expect(abs(mean { $0.ordered } - 0.1) < tolerance)
        #expect(abs(mean { $0.keep } - 0.12) < tolerance)
        #expect(abs(mean { $0.drop } - 0.08) < tolerance)
        #expect(abs(mean { $0.lose } - 0.03) < tolerance)
        #expect(abs(mean { $0.again } - 0.05) < tolerance)
        #expect(history.complexProbability(seed: 1) > 0.99)
    }

    @Test func `never takes contact to do harm`() {
        var history = RolloutHistory()
        history.trial = [
            RolloutHistory.Tally(weeks: 200, moves: 40), RolloutHistory.Tally(weeks: 200, moves: 5),
            RolloutHistory.Tally(),
        ]
        var random = RandomSource(seed: 2, stream: "history")
        for _ in 0..<200 {
            let trial = history.rates(using: &random).trial
            #expect(trial == trial.sorted())
        }
    }
}
