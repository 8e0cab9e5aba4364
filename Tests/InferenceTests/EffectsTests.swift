import Inference
import Measures
import Testing

@Suite struct `A stepped wedge` {
    @Test(arguments: [
        (6, 4, 0.012379488, 0.111, 0.31), (12, 5, 0.004623127, 0.068, 0.19),
        (24, 7, 0.001587114, 0.040, 0.11),
    ])
    func `matches the golden variances`(
        clusters: Int, periods: Int, expected: Double, error: Double, detectable: Double
    ) throws {
        let variance = try SteppedWedge.variance(
            treated: SteppedWedge.design(clusters: clusters, periods: periods), errorVariance: 0.0234375,
            clusterVariance: 0.02)
        #expect(abs(variance - expected) < 5.1e-10)
        #expect(abs(variance.squareRoot() - error) < 5.1e-4)
        #expect(abs(SteppedWedge.detectableEffect(variance: variance) - detectable) < 0.0051)
    }

    @Test func `cannot tell an effect that starts everywhere at once`() {
        let failure = #expect(throws: InferenceFailure.self) {
            try SteppedWedge.variance(
                treated: [[false, true], [false, true]], errorVariance: 0.1, clusterVariance: 0.1)
        }
        #expect(failure?.message == "All clusters start together, so the effect is hidden in the periods.")
    }
}

@Suite struct `Noise for privacy` {
    @Test(arguments: [(0.5, 2.799178), (1, 1.356962), (2, 0.601690)])
    func `has the golden standard deviation`(epsilon: Double, expected: Double) {
        #expect(close(GeometricMechanism.standardDeviation(epsilon: epsilon), expected, 5.1e-7))
        var source = RandomSource(seed: 31)
        var squares = 0.0
        for _ in 0..<100_000 {
            let noise = Double(GeometricMechanism.noise(epsilon: epsilon, using: &source))
            squares += noise * noise
        }
        #expect(abs((squares / 100_000).squareRoot() / expected - 1) < 0.02)
    }
}

@Suite struct `A diffusion curve` {
    @Test(arguments: [
        ("medinnovations", 340.644, 0.088, 0.141, 0.92), ("brfarmers", 1839.218, 0.0037, 0.289, 1.00),
        ("kfamily", 2220.801, 0.085, 0.099, 0.91),
    ])
    func `matches the golden fits`(name: String, expected: Double, p: Double, q: Double, ceiling: Double)
        throws
    {
        guard let rows = SharedTable.rows("diffusion-data/\(name)_nodes.csv") else { return }
        let times = rows.compactMap { $0["time_of_adoption"].flatMap(Int.init) }
        let first = try #require(times.min())
        // The last period is the code of those who had not adopted by the end.
        let last = try #require(times.max())
        let adopters = (first..<last).map { time in times.count { $0 == time } }
        let fit = try Bass.fit(adopters: adopters, rest: times.count { $0 == last })
        #expect(abs(-fit.logLikelihood - expected) < 6e-4)
        #expect(abs(fit.curve.innovation - p) < (p < 0.01 ? 6e-5 : 6e-4))
        #expect(abs(fit.curve.imitation - q) < 6e-4)
        #expect(abs(fit.curve.ceiling - ceiling) < 6e-3)
        if name == "brfarmers" { #expect(abs(fit.curve.peak - 14.9) < 0.06) }
        if name == "medinnovations" {
            let full = try Bass.fit(adopters: adopters, rest: times.count { $0 == last }, ceiling: 1)
            #expect(abs(fit.logLikelihood - full.logLikelihood - 0.8) < 0.06)
        }
    }

    @Test func `rises to its ceiling, fastest at its peak`() {
        let curve = Bass(innovation: 0.03, imitation: 0.38, ceiling: 0.8)
        let shares = (0...60).map { curve.share(by: Double($0)) }
        #expect(shares[0] == 0 && zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
        #expect(close(shares[60], 0.8, 1e-6))
        let steps = zip(shares, shares.dropFirst()).map { $1 - $0 }
        let fastest = steps.indices.max { steps[$0] < steps[$1] }!
        #expect(abs(Double(fastest) + 0.5 - curve.peak) <= 0.5)
        #expect(Bass(innovation: 0.3, imitation: 0.1).peak == 0)
    }

    @Test func `refuses two periods`() {
        let failure = #expect(throws: InferenceFailure.self) { try Bass.fit(adopters: [3, 4], rest: 2) }
        #expect(failure?.message == "A diffusion curve needs three periods and three adopters.")
    }
}

@Suite struct `Effects of a roll-out in waves` {
    private func units(_ effect: (_ cohort: Int, _ lag: Int) -> Double, noise: Double, seed: UInt64)
        -> [StaggeredUnit]
    {
        var source = RandomSource(seed: seed)
        return (0..<120).map { index in
            let start: Int? = [nil, 2, 3, 4][index % 4]
            let level = source.normal()
            return StaggeredUnit(
                start: start,
                outcomes: (0..<6).map { period in
                    let served = start.map { period >= $0 ? effect($0, period - $0) : 0 } ?? 0
                    return level + 0.3 * Double(period) + served + noise * source.normal()
                })
        }
    }

    @Test(arguments: StaggeredEffects.Controls.allCases)
    func `find planted effects exactly where there is no noise`(controls: StaggeredEffects.Controls) throws {
        let effects = try StaggeredEffects(
            units({ Double($0) + 0.5 * Double($1) }, noise: 0, seed: 1), controls: controls)
        for effect in effects.effects {
            let expected =
                effect.period >= effect.cohort
                ? Double(effect.cohort) + 0.5 * Double(effect.period - effect.cohort) : 0
            #expect(close(effect.effect, expected, 1e-12))
        }
        // Cohort 2 has lags 0...3, cohort 3 lags 0...2, cohort 4 lags 0...1.
        #expect(close(effects.simple.value, (11.0 + 10.5 + 8.5) / 9, 1e-12))
        #expect(close(effects.byCohort.value, (2.75 + 3.5 + 4.25) / 3, 1e-12))
        #expect(close(effects.dynamic.value, (3 + 3.5 + 3.5 + 3.5) / 4, 1e-12))
        #expect(close(effects.byPeriod.value, (2 + 2.75 + 3.5 + 4) / 4, 1e-12))
        #expect(close(try #require(effects.sinceStart(-1)).value, 0, 1e-12))
        #expect(effects.sinceStart(9) == nil)
    }

    @Test func `state standard errors that hold over repetitions`() throws {
        var hits = [0, 0, 0, 0]
        for seed in 0..<300 {
            let effects = try StaggeredEffects(
                units({ _, lag in 0.5 + 0.2 * Double(lag) }, noise: 1, seed: UInt64(seed) + 50))
            let truths = [(0.5 * 9 + 0.2 * 10) / 9, (0.8 + 0.7 + 0.6) / 3, 0.8, (0.5 + 0.6 + 0.7 + 0.9) / 4]
            for (place, part) in [effects.simple, effects.byCohort, effects.dynamic, effects.byPeriod]
                .enumerated()
            {
                hits[place] += abs(part.value - truths[place]) < 1.96 * part.standardError ? 1 : 0
            }
        }
        #expect(hits.allSatisfy { (270...297).contains($0) })
    }

    @Test func `say when there is nobody to compare with`() {
        let failure = #expect(throws: InferenceFailure.self) {
            try StaggeredEffects([
                StaggeredUnit(start: 1, outcomes: [0, 1]), StaggeredUnit(start: 1, outcomes: [0, 2]),
            ])
        }
        #expect(failure?.message == "No wave was served while somebody was left to compare it with.")
    }
}
