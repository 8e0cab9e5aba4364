import Inference
import Spread
import Testing

@Suite struct `The walk of the level of first tries` {
    typealias Tally = RolloutHistory.Tally

    /// Weeks of an organisation whose level walks with steps of a known size.
    private static func weeks(_ count: Int, people: Int, step: Double, seed: UInt64) -> [[Tally]] {
        var random = RandomSource(seed: seed, stream: "walking weeks")
        var level = 0.0
        return (0..<count).map { _ in
            level = 0.97 * level + step * random.normal()
            let chance = min(1, 0.02 * Elementary.exp(level))
            return [
                Tally(weeks: people, moves: random.binomial(n: people, p: chance)),
                Tally(weeks: people / 2, moves: random.binomial(n: people / 2, p: min(1, 2 * chance))),
                Tally(),
            ]
        }
    }

    @Test func `is small where chances were steady, and large where they were not`() {
        let steady = (0..<5).map { TrialWalk(Self.weeks(26, people: 4_000, step: 0, seed: $0)).step }
        let moved = (0..<5).map { TrialWalk(Self.weeks(26, people: 4_000, step: 0.4, seed: $0)).step }
        #expect(steady.max()! < 0.08, "\(steady)")
        // Of 26 weeks a single walk may look half as lively as it is; none may look steady.
        #expect(moved.min()! > 1.5 * steady.max()!, "\(moved)")
        #expect(abs(moved.reduce(0, +) / 5 - 0.4) < 0.15, "\(moved)")
    }

    @Test func `starts where the last weeks stood, not at the mean of all`() {
        var weeks = (0..<20).map { _ in [Tally(weeks: 5_000, moves: 50), Tally(), Tally()] }
        weeks += (0..<6).map { _ in [Tally(weeks: 5_000, moves: 200), Tally(), Tally()] }
        let walk = TrialWalk(weeks)
        var random = RandomSource(seed: 1, stream: "draws")
        let firsts = (0..<2_000).map { _ in walk.multipliers(weeks: 1, using: &random)[0] }
        let mean = firsts.reduce(0, +) / 2_000
        // The mean of all weeks is 84.6 of 5,000; the last ones stand at 200, that is 2.4 times as much.
        #expect(mean > 1.9 && mean < 2.8, "\(mean)")
    }

    @Test func `widens with the horizon, and is wide where nothing is known`() {
        var random = RandomSource(seed: 1, stream: "draws")
        func deviation(_ walk: TrialWalk, week: Int) -> Double {
            let logs = (0..<2_000).map { _ in
                Elementary.log(walk.multipliers(weeks: 26, using: &random)[week])
            }
            let mean = logs.reduce(0, +) / 2_000
            return (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2_000).squareRoot()
        }
        let known = TrialWalk(Self.weeks(26, people: 4_000, step: 0.1, seed: 3))
        #expect(deviation(known, week: 25) > 1.3 * deviation(known, week: 0))
        #expect(deviation(TrialWalk([]), week: 25) > deviation(known, week: 25))
    }

    @Test func `holds nine tenths of futures drawn from its own model`() {
        var inside = 0
        let organisations = 120
        for seed in 0..<UInt64(organisations) {
            let all = Self.weeks(38, people: 1_500, step: 0.15, seed: 100 + seed)
            let (past, future) = (Array(all.prefix(26)), all.suffix(12))
            let walk = TrialWalk(past)
            let pooled = Double(past.reduce(0) { $0 + $1[0].moves + $1[1].moves }) / Double(26 * 3_000)
            var random = RandomSource(seed: seed, stream: "draws")
            let draws = (0..<400).map { _ -> Double in
                walk.multipliers(weeks: 12, using: &random).reduce(0) {
                    $0 + Double(random.poisson(mean: 3_000 * pooled * $1))
                }
            }.sorted()
            let happened = Double(future.reduce(0) { $0 + $1[0].moves + $1[1].moves })
            if happened >= draws[20], happened <= draws[379] { inside += 1 }
        }
        // Nine of ten, within three standard errors; steps are believed larger than these, so a little more is no surprise.
        let share = Double(inside) / Double(organisations)
        #expect(share > 0.9 - 3 * (0.09 / Double(organisations)).squareRoot(), "\(share)")
        #expect(share < 1)
    }

    @Test func `adds weeks up to the tallies of all of them`() {
        var history = RolloutHistory()
        history.addTrials([Tally(weeks: 5, moves: 1), Tally(weeks: 3, moves: 0), Tally(weeks: 2, moves: 2)])
        history.addTrials([Tally(weeks: 4, moves: 0), Tally(weeks: 3, moves: 1), Tally()])
        #expect(
            history.trial == [
                Tally(weeks: 9, moves: 1), Tally(weeks: 6, moves: 1), Tally(weeks: 2, moves: 2),
            ])
        #expect(history.trialByWeek.count == 2)
    }

    @Test func `multiplies hazards, week by week`() {
        var rates = RolloutRates(trial: [0, 0.2, 1], keep: 0, drop: 0, lose: 0, again: 0)
        rates.trialLevels = [1, 2, 0]
        #expect(abs(rates.trial(in: 0)[1] - 0.2) < 1e-12)
        // Twice the hazard is two weeks in one: 1 − 0.8².
        #expect(abs(rates.trial(in: 1)[1] - 0.36) < 1e-12)
        #expect(rates.trial(in: 2)[1] == 0)
        #expect(rates.trial(in: 1)[0] == 0 && rates.trial(in: 1)[2] == 1)
        #expect(rates.trial(in: 9) == rates.trial)
    }
}
