import Inference
import Measures
import Testing

/// Tumours among rats of 71 control groups (Tarone 1982), as facts: successes, trials, repeats.
let ratGroups: [Count] = [
    (0, 20, 7), (0, 19, 4), (0, 18, 2), (0, 17, 1), (1, 20, 4), (1, 19, 2), (1, 18, 2), (2, 25, 1),
    (2, 24, 1),
    (2, 23, 1), (2, 20, 6), (1, 10, 1), (5, 49, 1), (2, 19, 1), (5, 46, 1), (3, 27, 1), (2, 17, 1),
    (7, 49, 1),
    (7, 47, 1), (3, 20, 2), (2, 13, 1), (9, 48, 1), (10, 50, 1), (4, 20, 7), (10, 48, 1), (4, 19, 3),
    (5, 22, 1),
    (11, 46, 1), (12, 49, 1), (5, 20, 2), (6, 23, 1), (5, 19, 1), (6, 22, 1), (6, 20, 3), (16, 52, 1),
    (15, 47, 1),
    (15, 46, 1), (9, 24, 1), (4, 14, 1),
].flatMap { successes, trials, repeats in
    [Count](repeating: Count(successes: successes, trials: trials), count: repeats)
}

@Suite struct `Intervals for one proportion` {
    // statsmodels 0.15.0, six decimals printed.
    @Test(arguments: [
        (0, 6, 0.0, 0.390334), (1, 7, 0.025680, 0.513128), (3, 8, 0.136844, 0.694258),
        (5, 12, 0.193260, 0.680489),
        (40, 120, 0.255317, 0.421689),
    ])
    func `match the golden values of Wilson`(y: Int, n: Int, low: Double, high: Double) {
        #expect(close(Wilson.interval(successes: y, of: n), low, high, 5.1e-7))
        let mirrored = Wilson.interval(successes: n - y, of: n)
        #expect(close(mirrored, 1 - high, 1 - low, 5.1e-7))
    }

    @Test(arguments: [(1, 7, 0.015877, 0.500797), (3, 8, 0.119039, 0.705177)])
    func `match the golden values of Jeffreys`(y: Int, n: Int, low: Double, high: Double) {
        #expect(close(Jeffreys.interval(successes: y, of: n), low, high, 5.1e-7))
    }

    @Test func `end at zero and one where nobody or everybody did`() {
        #expect(Jeffreys.interval(successes: 0, of: 6).low == 0)
        #expect(Jeffreys.interval(successes: 6, of: 6).high == 1)
        #expect(Wilson.interval(successes: 0, of: 6).low == 0)
        #expect(Wilson.interval(successes: 6, of: 6).high == 1)
        #expect(Wilson.interval(successes: 0, of: 0) == Interval(low: 0, high: 1, level: 0.95))
        #expect(Jeffreys.interval(successes: 0, of: 0) == Interval(low: 0, high: 1, level: 0.95))
    }

    @Test func `hold the share and widen with the level`() {
        for n in 1...40 {
            for y in 0...n {
                let narrow = Wilson.interval(successes: y, of: n, level: 0.8)
                let wide = Wilson.interval(successes: y, of: n, level: 0.95)
                #expect(wide.low <= narrow.low && wide.high >= narrow.high)
                #expect(wide.contains(Double(y) / Double(n)))
            }
        }
    }
}

@Suite struct `A beta-binomial fit` {
    @Test func `matches the golden fit of the rat tumours`() throws {
        #expect(ratGroups.count == 71)
        #expect(
            ratGroups.reduce(0) { $0 + $1.successes } == 267 && ratGroups.reduce(0) { $0 + $1.trials } == 1739
        )
        let fit = try BetaBinomial.fitMaximumLikelihood(ratGroups)
        // The likelihood is flat at its top: parameters to five digits, the value itself to all printed ones.
        #expect(close(fit.alpha, 2.341615, 2e-5))
        #expect(close(fit.beta, 14.114806, 2e-5))
        #expect(close(fit.mean, 0.142292, 1e-6))
        #expect(close(fit.rho, 0.057286, 1e-6))
        #expect(close(fit.logLikelihood, -156.568930, 1e-6))
        let a = fit.alpha + 4
        let b = fit.beta + 10
        #expect(close(a / (a + b), 0.208219, 1e-6))
        #expect(close(SpecialFunctions.betaQuantile(0.025, a: a, b: b), 0.086216, 2e-6))
        #expect(close(SpecialFunctions.betaQuantile(0.975, a: a, b: b), 0.366352, 2e-6))
    }

    @Test func `refuses what does not determine it`() {
        let few = #expect(throws: InferenceFailure.self) {
            try BetaBinomial.fitMaximumLikelihood([
                Count(successes: 1, trials: 4), Count(successes: 0, trials: 0),
            ])
        }
        #expect(few?.code == .tooFewObservations)
        #expect(few?.message == "A beta-binomial fit needs at least two groups with trials.")
        let same = #expect(throws: InferenceFailure.self) {
            try BetaBinomial.fitMaximumLikelihood([
                Count(successes: 0, trials: 4), Count(successes: 0, trials: 9),
            ])
        }
        #expect(same?.code == .notIdentified)
        #expect(
            same?.message
                == "Every trial has the same outcome, so the spread between groups is not determined.")
    }
}

@Suite struct `Pooled rates` {
    let groups = zip([0, 3, 7, 1, 40, 2], [8, 9, 10, 6, 160, 5]).map { Count(successes: $0, trials: $1) }

    @Test func `match the same mixture integrated with SciPy`() throws {
        // References/pooled_rates.py: quantiles by bisection on the mixture of incomplete beta functions.
        // Tolerance: cells below 1e-7 of the heaviest are dropped, and the table interpolates.
        let rates = try BetaBinomial.grid(groups)
        let expected = [
            (0.15785394788696558, 0.011914673512291536, 0.3467643683725348),
            (0.32455659696653805, 0.14919165079845226, 0.5317062653648159),
            (0.525106839965293, 0.29641690684386296, 0.767957719391405),
            (0.25057923237262986, 0.06882879563379439, 0.4648835540211885),
            (0.2540857630882985, 0.2002562680946623, 0.3111232885363972),
            (0.3499956392788846, 0.14346609749015515, 0.6040796655381448),
        ]
        for (team, (mean, low, high)) in zip(rates.teams, expected) {
            #expect(close(team.mean, mean, 2e-6))
            #expect(close(team.interval, low, high, 5e-5))
        }
        #expect(close(rates.mean.mean, 0.3218689479683451, 1e-6))
        #expect(close(rates.rho.mean, 0.13700822338932786, 1e-6))
    }

    @Test func `shrink towards each other and never past the group's own share`() throws {
        let rates = try BetaBinomial.grid(groups)
        for team in rates.teams {
            let share = team.count.share!
            #expect(
                min(share, rates.mean.mean) - 0.05 < team.mean
                    && team.mean < max(share, rates.mean.mean) + 0.05)
            #expect(team.interval.contains(team.mean))
            #expect(close(team.cumulative(team.quantile(0.3)), 0.3, 1e-9))
        }
        #expect(rates.teams[4].interval.width < rates.teams[5].interval.width)
    }

    @Test func `do not depend on the order of the groups`() throws {
        let forward = try BetaBinomial.grid(groups)
        let backward = try BetaBinomial.grid(Array(groups.reversed()))
        #expect(forward.teams == backward.teams.reversed())
        #expect(forward.probabilityBottomThird == backward.probabilityBottomThird.reversed())
        #expect(forward.overallShare == backward.overallShare)
    }

    @Test(arguments: [3, 7, 12, 30, 41, 200]) func `put a third of the groups in the bottom third`(count: Int)
        throws
    {
        var source = RandomSource(seed: UInt64(count))
        let groups = (0..<count).map { _ in
            let n = 5 + source.below(8)
            return Count(successes: source.binomial(n: n, p: source.beta(2, 6)), trials: n)
        }
        let rates = try BetaBinomial.grid(groups)
        let sum = rates.probabilityBottomThird.reduce(0, +)
        // 64 pieces a group, and a normal number of others above 40 groups.
        #expect(abs(sum - Double(count / 3)) < 0.01 * Double(count))
        #expect(rates.probabilityBottomThird.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test func `rank the groups as their rates lie`() throws {
        let rates = try BetaBinomial.grid([
            Count(successes: 1, trials: 40), Count(successes: 10, trials: 40),
            Count(successes: 30, trials: 40),
        ])
        #expect(rates.probabilityBottomThird[0] > 0.98)
        #expect(rates.probabilityBottomThird[2] < 0.001)
    }

    @Test func `agree with draws from their own posterior`() throws {
        let rates = try BetaBinomial.grid(groups)
        var source = RandomSource(seed: 11)
        let draws = (0..<20_000).map { _ in rates.drawRates(using: &source) }
        for (index, team) in rates.teams.enumerated() {
            let values = draws.map { $0[index] }
            #expect(
                abs(values.reduce(0, +) / 20_000 - team.mean) < 5 * team.posterior.standardDeviation / 141)
            #expect(abs(Double(values.count { $0 <= team.interval.low }) / 20_000 - 0.05) < 0.008)
            #expect(abs(Double(values.count { $0 <= team.interval.high }) / 20_000 - 0.95) < 0.008)
        }
        let total = 198.0
        let overall = draws.map { row in
            zip(row, groups).reduce(0) { $0 + $1.0 * Double($1.1.trials) } / total
        }
        #expect(abs(overall.reduce(0, +) / 20_000 - rates.overallShare.mean) < 0.001)
        #expect(abs(Percentiles.quantile(overall, 0.05) - rates.overallShare.interval.low) < 0.003)
        #expect(abs(Percentiles.quantile(overall, 0.95) - rates.overallShare.interval.high) < 0.003)
        var mu = 0.0
        var rho = 0.0
        for _ in 0..<20_000 {
            let draw = rates.draw(using: &source)
            mu += draw.mu / 20_000
            rho += draw.rho / 20_000
        }
        #expect(abs(mu - rates.mean.mean) < 0.005 && abs(rho - rates.rho.mean) < 0.005)
    }

    @Test func `hold at the edges: nobody, everybody, no trials, one group, thousands of people`() throws {
        for groups in [
            [Count(successes: 0, trials: 5)],
            [Count(successes: 9, trials: 9), Count(successes: 4, trials: 4)],
            [Count(successes: 0, trials: 0), Count(successes: 2, trials: 7)],
            [
                Count(successes: 0, trials: 4000), Count(successes: 3100, trials: 9000),
                Count(successes: 2, trials: 2),
            ],
        ] {
            let rates = try BetaBinomial.grid(groups, level: 0.95)
            for team in rates.teams {
                #expect(team.interval.low >= 0 && team.interval.high <= 1 && team.mean > 0 && team.mean < 1)
                #expect(team.interval.low < team.mean && team.mean < team.interval.high)
            }
        }
        let failure = #expect(throws: InferenceFailure.self) {
            try BetaBinomial.grid([Count(successes: 0, trials: 0)])
        }
        #expect(failure?.message == "Pooled rates need at least one group with trials.")
    }

    @Test func `give a large group what its own Beta would give it`() throws {
        let rates = try BetaBinomial.grid(
            [Count(successes: 3100, trials: 9000), Count(successes: 2, trials: 9)], level: 0.95)
        let alone = Jeffreys.interval(successes: 3100, of: 9000)
        #expect(close(rates.teams[0].interval, alone.low, alone.high, 2e-4))
    }
}
