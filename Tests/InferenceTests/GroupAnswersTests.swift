import Inference
import Measures
import Testing

@Suite struct `A Poisson rate` {
    @Test func `is the Gamma posterior of half an event in one unit`() {
        let rate = PoissonRate.posterior(events: 12, exposure: 8)
        #expect(close(rate.mean, 12.5 / 9, 1e-15))
        // SciPy: gamma.ppf([.05, .95], 12.5, scale=1/9).
        #expect(close(rate.quantile(0.95), 2.0918046740823764, 1e-10))
        #expect(close(rate.probability(atLeast: rate.quantile(0.3)), 0.7, 1e-10))
        #expect(rate.interval().contains(rate.mean))
    }

    @Test func `is never certain of nothing and narrows with exposure`() {
        let none = PoissonRate.posterior(events: 0, exposure: 0)
        #expect(none.mean == 0.5 && none.interval().high > 1.5)
        #expect(PoissonRate.posterior(events: 0, exposure: 20).interval().high > 0)
        let short = PoissonRate.posterior(events: 5, exposure: 10).interval()
        #expect(PoissonRate.posterior(events: 50, exposure: 100).interval().width < short.width)
        var source = RandomSource(seed: 1)
        let rate = PoissonRate.posterior(events: 5, exposure: 10)
        let mean = (0..<20_000).reduce(0.0) { sum, _ in sum + rate.draw(using: &source) } / 20_000
        #expect(abs(mean - rate.mean) < 0.01)
    }
}

@Suite struct `A share in a finite team` {
    @Test(arguments: [
        (5, 8, 10, 0.6222, 0.50, 0.70, 0.50, 0.70), (5, 8, 20, 0.6167, 0.35, 0.85, 0.25, 0.85),
        (20, 35, 60, 0.5706, 0.4667, 0.6667, 0.3333, 0.75),
    ])
    func `matches the golden values`(
        y: Int, n: Int, size: Int, mean: Double, low: Double, high: Double, least: Double, most: Double
    ) {
        let share = FinitePopulation.share(successes: y, answered: n, of: size)
        #expect(close(share.mean, mean, 5.1e-5))
        #expect(close(share.interval, low, high, 5.1e-5))
        #expect(close(share.bounds, least, most, 5.1e-5))
    }

    @Test func `is exact once everybody answered, and knows nothing once nobody did`() {
        let all = FinitePopulation.share(successes: 3, answered: 7, of: 7)
        #expect(all.mean == 3.0 / 7 && all.interval.width == 0 && all.bounds.width == 0)
        let none = FinitePopulation.share(successes: 0, answered: 0, of: 6)
        #expect(none.mean == 0.5 && none.bounds.low == 0 && none.bounds.high == 1)
    }

    @Test func `lies within its worst cases`() {
        for size in [5, 12, 40] {
            for n in 0...size {
                for y in stride(from: 0, through: n, by: 3) {
                    let share = FinitePopulation.share(successes: y, answered: n, of: size)
                    #expect(
                        share.bounds.low <= share.interval.low && share.interval.high <= share.bounds.high)
                    #expect(share.bounds.contains(share.mean))
                }
            }
        }
    }
}

@Suite struct `Superiority of answers` {
    let x = [5, 4, 5, 4, 3, 5]
    let y = [3, 2, 4, 1, 3, 2, 3, 2, 4, 3, 1, 2]

    @Test func `matches the golden value`() throws {
        let estimate = try #require(Superiority.probability(x, over: y).value)
        #expect(close(estimate.value, 0.916667, 5e-7))
        #expect(close(estimate.cliffsDelta, 0.833333, 5e-7))
        #expect(estimate.first == 6 && estimate.second == 12)
    }

    @Test func `equals the count over all pairs, and adds up to one with its mirror`() throws {
        var source = RandomSource(seed: 3)
        for _ in 0..<50 {
            let a = (0..<(1 + source.below(20))).map { _ in source.below(11) }
            let b = (0..<(1 + source.below(20))).map { _ in source.below(11) }
            var sum = 0.0
            for one in a { for other in b { sum += one > other ? 1 : one == other ? 0.5 : 0 } }
            let value = try #require(Superiority.probability(a, over: b).value?.value)
            #expect(close(value, sum / Double(a.count * b.count), 1e-12))
            #expect(close(value + (Superiority.probability(b, over: a).value?.value ?? 0), 1, 1e-12))
        }
    }

    @Test func `has a bootstrap interval around it and a reason where a set is empty`() throws {
        var source = RandomSource(seed: 4)
        let estimate = try #require(Superiority.probability(x, over: y, using: &source).value)
        let interval = try #require(estimate.interval)
        #expect(interval.contains(estimate.value) && interval.low > 0.7 && interval.width > 0.05)
        #expect(
            Superiority.probability([], over: y).reason
                == Reason("tooFewAnswers", "One of the two sets has no answers to compare."))
        #expect(Superiority.probability(weights: [0, 2], over: [2, 0]) == 1)
        #expect(Superiority.probability(weights: [0, 0], over: [2, 0]) == nil)
    }
}

@Suite struct `Agreement within teams` {
    @Test func `is one where all agree, and zero where answers are as spread as chance`() throws {
        #expect(Agreement.rwg([4, 4, 4]).value == 1)
        // Variance 2 is the uniform variance of five points.
        #expect(
            close(try #require(Agreement.rwg([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 3]).value), 1 - 2.0 / 2, 1e-12))
        #expect(Agreement.rwg([3]).reason?.code == "tooFewAnswers")
    }

    @Test func `gives the intraclass correlations of Shrout and Fleiss' table`() throws {
        // Six targets rated by four judges: ICC(1) .17, ICC(1,4) .44 in the paper; .1657 and .4428 to four digits.
        let table: [[Double]] = [
            [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
        ]
        let icc = try #require(Agreement.intraclass(table).value)
        #expect(close(icc.icc1, 0.1657, 5e-5))
        #expect(close(icc.icc2, 0.4428, 5e-5))
        #expect(icc.groupSize == 4 && icc.groups == 6 && icc.answers == 24)
        #expect(Agreement.icc1(table).value == icc.icc1 && Agreement.icc2(table).value == icc.icc2)
    }

    @Test func `is not known without a second team or a second answer`() {
        #expect(Agreement.icc1([[1, 2, 3]]).reason?.code == "tooFewAnswers")
        #expect(Agreement.icc1([[1], [2], [3]]).reason?.code == "tooFewAnswers")
        #expect(Agreement.icc1([[2, 2], [2, 2]]).reason?.code == "noVariance")
    }
}

@Suite struct `Willingness to recommend` {
    @Test func `is a difference of shares from thirty answers on`() throws {
        let answers =
            [Int](repeating: 10, count: 20) + [Int](repeating: 7, count: 10) + [Int](repeating: 3, count: 10)
        let estimate = try #require(Advocacy.estimate(answers, level: 0.95).value)
        #expect(estimate.kind == .promotersLessDetractors && estimate.answers == 40)
        #expect(close(estimate.value, 0.25, 1e-12))
        #expect(close(estimate.interval.width / 2, 1.959964 * ((0.75 - 0.0625) / 40).squareRoot(), 1e-6))
    }

    @Test func `is the share of eight and above below thirty answers`() throws {
        let estimate = try #require(Advocacy.estimate([8, 9, 7, 2, 10, 8]).value)
        #expect(estimate.kind == .likelyShare && close(estimate.value, 4.0 / 6, 1e-12))
        #expect(estimate.interval == Wilson.interval(successes: 4, of: 6, level: 0.9))
        #expect(
            Advocacy.estimate([]).reason?.sentence == "Nobody answered how likely they are to recommend it.")
    }

    @Test func `has a standard error near 0.28 at eight answers`() {
        #expect(close(Advocacy.variance(promoters: 0.4, detractors: 0.3, n: 8).squareRoot(), 0.29, 0.01))
    }
}
