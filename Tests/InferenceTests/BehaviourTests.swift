import Inference
import Measures
import Testing

@Suite struct `Concentration of actions` {
    @Test func `matches the golden value and its extremes`() {
        #expect(close(Concentration.gini([0, 0, 1, 2, 3, 10]).value ?? -1, 0.625, 1e-12))
        #expect(Concentration.gini([3, 3, 3]).value == 0)
        #expect(close(Concentration.gini([0, 0, 0, 8]).value ?? -1, 0.75, 1e-12))
        #expect(
            Concentration.gini([0, 0]).reason
                == Reason("noActions", "Concentration needs at least one action."))
        #expect(Concentration.gini([]).reason?.code == "noActions")
    }

    // 200,000 multinomial draws give 0.17556 ± 0.00003 for a thousand actions; 0.17 in print is cut off, not rounded.
    @Test(arguments: [(100, 0.52, 0.005), (300, 0.32, 0.005), (1000, 0.17556, 0.0001)])
    func `expects what chance alone gives to a hundred people`(total: Int, expected: Double, reach: Double) {
        #expect(abs(Concentration.giniUnderEqualPropensity(total: total, people: 100) - expected) < reach)
    }

    @Test(arguments: [(0.2, 30), (1.0, 100), (8, 60), (40, 50)])
    func `leaves no excess where everybody has the same propensity`(mean: Double, people: Int) {
        var source = RandomSource(seed: 12)
        var sum = 0.0
        for _ in 0..<400 {
            sum += Concentration.giniExcess((0..<people).map { _ in source.poisson(mean: mean) }).value ?? 0
        }
        #expect(abs(sum / 400) < 0.005)
    }

    @Test func `expects less and less as counts grow`() {
        var previous = 1.0
        for total in stride(from: 50, through: 4000, by: 50) {
            let value = Concentration.giniUnderEqualPropensity(total: total, people: 100)
            #expect(value < previous && value > 0)
            previous = value
        }
    }

    @Test func `is exact where everything can be counted`() {
        // One action among n people: somebody has all of it. Two among two: 0 or 1/2, evenly.
        #expect(close(Concentration.giniUnderEqualPropensity(total: 1, people: 5), 0.8, 1e-12))
        #expect(close(Concentration.giniUnderEqualPropensity(total: 2, people: 2), 0.25, 1e-12))
        #expect(Concentration.giniUnderEqualPropensity(total: 7, people: 1) == 0)
    }
}

@Suite struct `Rhythm of events` {
    @Test func `matches the golden burstiness`() throws {
        let measure = try #require(Burstiness.measure(gaps: [1, 1, 2, 1, 1, 9, 1, 1, 10, 1]).value)
        #expect(close(measure.plain, 0.092450, 5.1e-7))
        #expect(close(measure.adjusted, 0.204600, 5.1e-7))
    }

    @Test func `is minus one for clockwork and near zero at random`() throws {
        let clockwork = try #require(Burstiness.measure(gaps: [7, 7, 7, 7]).value)
        #expect(close(clockwork.plain, -1, 1e-12) && close(clockwork.adjusted, -1, 1e-12))
        var source = RandomSource(seed: 5)
        let gaps = (0..<20_000).map { _ in source.gamma(shape: 1) }
        #expect(abs(Burstiness.measure(gaps: gaps).value?.adjusted ?? 1) < 0.02)
        #expect(
            Burstiness.measure(gaps: [1, 2]).reason?.sentence == "Burstiness needs at least four events.")
    }

    @Test func `is clumped in one run and not when spread evenly`() throws {
        #expect(abs(Clumpiness.score(events: [5, 10, 15], of: 19).value ?? 1) < 1e-12)
        let clump = try #require(Clumpiness.score(events: [9, 10, 11], of: 19).value)
        #expect(clump > 0.2)
        #expect(Clumpiness.score(events: [11, 9, 10, 9], of: 19).value == clump)
        #expect(Clumpiness.score(events: [], of: 19).reason?.code == "tooFewEvents")
    }

    @Test func `exceeds its critical value as often as claimed`() {
        var source = RandomSource(seed: 6)
        let critical = Clumpiness.criticalValue(events: 6, of: 40, using: &source)
        var hits = 0
        for _ in 0..<2000 {
            var periods = Array(1...40)
            source.shuffle(&periods)
            hits += Clumpiness.score(events: Array(periods.prefix(6)), of: 40).value ?? 0 > critical ? 1 : 0
        }
        #expect(abs(Double(hits) / 2000 - 0.05) < 0.025)
    }
}

@Suite struct `A ratio of rates` {
    @Test func `inverts the exact binomial interval`() throws {
        let estimate = try #require(
            RateRatio.conditional(eventsIn: 12, exposureIn: 4, eventsOut: 10, exposureOut: 16, level: 0.95)
                .value)
        #expect(close(try #require(estimate.ratio), 4.8, 1e-12))
        let low = estimate.low / 4
        let high = try #require(estimate.high) / 4
        func atLeast12(_ share: Double) -> Double {
            SpecialFunctions.regularizedIncompleteBeta(share, a: 12, b: 11)
        }
        #expect(close(atLeast12(low / (1 + low)), 0.025, 1e-9))
        #expect(
            close(
                1 - SpecialFunctions.regularizedIncompleteBeta(high / (1 + high), a: 13, b: 10), 0.025, 1e-9))
    }

    @Test func `covers at least as often as claimed`() {
        var source = RandomSource(seed: 7)
        var hits = 0
        var known = 0
        for _ in 0..<3000 {
            guard
                let estimate = RateRatio.conditional(
                    eventsIn: source.poisson(mean: 6), exposureIn: 2, eventsOut: source.poisson(mean: 8),
                    exposureOut: 8
                ).value
            else { continue }
            known += 1
            hits += estimate.low <= 3 && 3 <= estimate.high ?? .infinity ? 1 : 0
        }
        #expect(Double(hits) / Double(known) >= 0.89)
    }

    @Test func `keeps what is known at the edges`() throws {
        let none = try #require(
            RateRatio.conditional(eventsIn: 0, exposureIn: 1, eventsOut: 5, exposureOut: 1).value)
        #expect(none.ratio == 0 && none.low == 0 && (none.high ?? 9) < 1)
        let only = try #require(
            RateRatio.conditional(eventsIn: 5, exposureIn: 1, eventsOut: 0, exposureOut: 1).value)
        #expect(only.ratio == nil && only.high == nil && only.interval == nil && only.low > 1)
        #expect(
            RateRatio.conditional(eventsIn: 0, exposureIn: 1, eventsOut: 0, exposureOut: 1).reason?.sentence
                == "A rate ratio needs at least one event.")
        #expect(
            RateRatio.conditional(eventsIn: 3, exposureIn: 0, eventsOut: 1, exposureOut: 1).reason?.code
                == "noExposure")
    }
}

/// Weekly records of 11,104 donors over six years: active, last, people (Fader, Hardie & Shang 2010, table 1).
private let donors: [WeeklyRecord] = [
    (0, 0, 3464), (1, 1, 1091), (1, 2, 277), (1, 3, 129), (1, 4, 78), (1, 5, 119), (1, 6, 129), (2, 2, 613),
    (2, 3, 255), (2, 4, 155), (2, 5, 173), (2, 6, 234), (3, 3, 322), (3, 4, 181), (3, 5, 225), (3, 6, 357),
    (4, 4, 240), (4, 5, 284), (4, 6, 512), (5, 5, 335), (5, 6, 728), (6, 6, 1203),
].map { WeeklyRecord(active: $0, last: $1, seen: 6, people: $2) }

@Suite struct `Use that may have stopped` {
    @Test func `matches the golden fit of the donors`() throws {
        #expect(donors.reduce(0) { $0 + $1.people } == 11_104)
        let fit = try BetaGeometric.fit(donors)
        // Parameters as published to three digits; lifetimes stops a little short of the maximum.
        #expect(close(fit.model.alpha, 1.204, 1e-3) && close(fit.model.beta, 0.750, 1e-3))
        #expect(close(fit.model.gamma, 0.657, 1e-3) && close(fit.model.delta, 2.783, 2e-3))
        #expect(abs(fit.logLikelihood + 33225.58) < 0.01)
    }

    @Test func `gives every possible record a probability, and all of them one`() {
        let model = BetaGeometric(alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8)
        let n = 5
        var sum = 0.0
        var uses = 0.0
        for pattern in 0..<(1 << n) {
            let active = pattern.nonzeroBitCount
            let last = active == 0 ? 0 : Int.bitWidth - pattern.leadingZeroBitCount
            let probability = exponential(
                model.logLikelihood(WeeklyRecord(active: active, last: last, seen: n)))
            sum += probability
            uses += probability * Double(active)
        }
        #expect(close(sum, 1, 1e-12))
        #expect(close(uses, model.expectedActiveWeeks(n), 1e-12))
    }

    @Test func `expects of a record what its continuations hold`() {
        let model = BetaGeometric(alpha: 1.2, beta: 0.75, gamma: 1, delta: 2.8)
        let (seen, ahead) = (5, 4)
        // Active in weeks 1 and 3 of five: all sixteen continuations, each with its probability.
        let record = WeeklyRecord(active: 2, last: 3, seen: seen)
        let base = exponential(model.logLikelihood(record))
        var expected = 0.0
        for pattern in 0..<(1 << ahead) {
            let active = pattern.nonzeroBitCount
            let last = active == 0 ? 3 : seen + Int.bitWidth - pattern.leadingZeroBitCount
            let whole = WeeklyRecord(active: 2 + active, last: last, seen: seen + ahead)
            expected += Double(active) * exponential(model.logLikelihood(whole)) / base
        }
        #expect(close(model.expectedActiveWeeks(ahead, after: record), expected, 1e-12))
        #expect(
            close(
                model.expectedActiveWeeks(6, after: WeeklyRecord(active: 0, last: 0, seen: 0)),
                model.expectedActiveWeeks(6), 1e-12))
    }

    @Test func `sums many records as it does one`() {
        let model = BetaGeometric(alpha: 0.7, beta: 1.9, gamma: 0.4, delta: 3.3)
        let records = [
            WeeklyRecord(active: 0, last: 0, seen: 7), WeeklyRecord(active: 3, last: 9, seen: 9, people: 4),
            WeeklyRecord(active: 5, last: 8, seen: 20, people: 2), WeeklyRecord(active: 1, last: 1, seen: 1),
        ]
        let sum = records.reduce(0.0) { $0 + Double($1.people) * model.logLikelihood($1) }
        #expect(close(model.logLikelihood(records), sum, 1e-10))
    }

    @Test func `believes in life the more, the later the last use`() {
        let model = BetaGeometric(alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8)
        let alive = (2...6).map { model.probabilityAlive(WeeklyRecord(active: 2, last: $0, seen: 6)) }
        #expect(zip(alive, alive.dropFirst()).allSatisfy { $0 < $1 })
        #expect(alive.allSatisfy { $0 > 0 && $0 < 1 })
        let failure = #expect(throws: InferenceFailure.self) {
            try BetaGeometric.fit([WeeklyRecord(active: 0, last: 0, seen: 4, people: 50)])
        }
        #expect(failure?.message == "Weekly use needs at least ten people, one of them ever active.")
    }

    private func exponential(_ x: Double) -> Double {
        // From the room's own logistic: e^x = p / (1 - p).
        let p = SpecialFunctions.logistic(x)
        return p / (1 - p)
    }
}
