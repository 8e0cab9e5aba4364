import Inference
import Testing

@Suite struct `Ranked probability score` {
    @Test func `is the absolute error of a single number`() {
        #expect(RankedProbability.score(draws: [3], outcome: 5) == 2)
        #expect(RankedProbability.score(draws: [3, 3, 3], outcome: 1) == 2)
    }

    @Test func `agrees with the definition over all pairs`() {
        let draws = [0.5, 2, 2, 7, -1, 3.25]
        for outcome in [-3.0, 0.5, 2.2, 9] {
            let error = draws.reduce(0) { $0 + abs($1 - outcome) } / 6
            let pairs = draws.flatMap { one in draws.map { abs(one - $0) } }.reduce(0, +) / 36
            #expect(
                abs(RankedProbability.score(draws: draws, outcome: outcome) - (error - pairs / 2)) < 1e-12)
        }
    }

    @Test func `of two draws about the outcome, by hand`() {
        // Means: |0 − 1| and |2 − 1| are 1; half of the mean of 0, 2, 2, 0 is a half.
        #expect(RankedProbability.score(draws: [0, 2], outcome: 1) == 0.5)
    }

    @Test func `rewards the sharper of two forecasts that are both right`() {
        #expect(
            RankedProbability.score(draws: [9, 10, 11], outcome: 10)
                < RankedProbability.score(draws: [0, 10, 20], outcome: 10))
    }
}
