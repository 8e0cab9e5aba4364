import Inference
import Testing

@Suite struct `A seeded source` {
    private func moments(_ count: Int, _ draw: () -> Double) -> (mean: Double, variance: Double) {
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<count {
            let value = draw()
            sum += value
            squares += value * value
        }
        let mean = sum / Double(count)
        return (mean, squares / Double(count) - mean * mean)
    }

    /// Mean and variance within five standard errors of the truth; kurtosis bounds the error of the variance.
    private func agrees(
        _ observed: (mean: Double, variance: Double), _ mean: Double, _ variance: Double, excess: Double,
        _ n: Int
    ) -> Bool {
        let meanError = (variance / Double(n)).squareRoot()
        let varianceError = variance * ((2 + excess) / Double(n)).squareRoot()
        return abs(observed.mean - mean) < 5 * meanError
            && abs(observed.variance - variance) < 5 * varianceError
    }

    @Test func `repeats itself for a seed and differs between streams`() {
        var a = RandomSource(seed: 7, stream: "x")
        var b = RandomSource(seed: 7, stream: "x")
        var c = RandomSource(seed: 7, stream: "y")
        let first = (0..<20).map { _ in a.gamma(shape: 1.3) }
        #expect(first == (0..<20).map { _ in b.gamma(shape: 1.3) })
        #expect(first != (0..<20).map { _ in c.gamma(shape: 1.3) })
    }

    @Test func `draws standard normal numbers`() {
        var source = RandomSource(seed: 1)
        var inside = 0
        let n = 200_000
        let observed = moments(n) {
            let z = source.normal()
            inside += abs(z) < 1.959963984540054 ? 1 : 0
            return z
        }
        #expect(agrees(observed, 0, 1, excess: 0, n))
        #expect(abs(Double(inside) / Double(n) - 0.95) < 5 * (0.95 * 0.05 / Double(n)).squareRoot())
    }

    @Test(arguments: [0.05, 0.5, 1, 2.5, 40]) func `draws gamma numbers`(shape: Double) {
        var source = RandomSource(seed: 2)
        let n = 200_000
        #expect(agrees(moments(n) { source.gamma(shape: shape) }, shape, shape, excess: 6 / shape, n))
    }

    @Test(arguments: [(0.01, 0.02), (0.5, 0.5), (2, 5), (0.3, 8), (90, 30)])
    func `draws beta numbers`(a: Double, b: Double) {
        var source = RandomSource(seed: 3)
        let n = 100_000
        let mean = a / (a + b)
        #expect(
            agrees(
                moments(n) { source.beta(a, b) }, mean, mean * (1 - mean) / (a + b + 1),
                excess: 30 * b / (a + b), n))
    }

    @Test(arguments: [0.0, 0.3, 4, 9.99, 10, 37.5, 1200]) func `draws Poisson counts`(mean: Double) {
        var source = RandomSource(seed: 4)
        let n = 200_000
        let observed = moments(n) { Double(source.poisson(mean: mean)) }
        if mean == 0 {
            #expect(observed.mean == 0)
        } else {
            #expect(agrees(observed, mean, mean, excess: 1 / mean, n))
        }
    }

    @Test(arguments: [
        (1, 0.3), (12, 0.25), (40, 0.9), (100, 0.1), (101, 0.45), (5000, 0.7), (10, 0.0), (10, 1.0),
    ])
    func `draws binomial counts`(trials: Int, p: Double) {
        var source = RandomSource(seed: 5)
        let n = 200_000
        var outside = 0
        let observed = moments(n) {
            let count = source.binomial(n: trials, p: p)
            outside += (0...trials).contains(count) ? 0 : 1
            return Double(count)
        }
        #expect(outside == 0)
        let mean = Double(trials) * p
        let variance = mean * (1 - p)
        if variance == 0 {
            #expect(observed.mean == mean)
        } else {
            #expect(agrees(observed, mean, variance, excess: 1 / variance, n))
        }
    }

    @Test func `matches the binomial distribution itself, not only its moments`() {
        // Chi-squared of 31 cells of Binomial(30, 0.4), drawn by rejection; 5 % of seeds would exceed 43.8.
        var source = RandomSource(seed: 6)
        let n = 100_000
        var counts = [Int](repeating: 0, count: 31)
        for _ in 0..<n { counts[source.binomial(n: 30, p: 0.4)] += 1 }
        var statistic = 0.0
        var mass = 1.0
        for _ in 0..<30 { mass *= 0.6 }
        for k in 0...30 {
            let expected = mass * Double(n)
            if expected >= 5 {
                statistic += (Double(counts[k]) - expected) * (Double(counts[k]) - expected) / expected
            }
            mass *= Double(30 - k) / Double(k + 1) * 0.4 / 0.6
        }
        #expect(statistic < 60)
    }

    @Test func `draws indices in proportion to weights`() {
        var source = RandomSource(seed: 8)
        var counts = [0, 0, 0, 0]
        for _ in 0..<100_000 { counts[source.categorical(weights: [1, 0, 3, 0])] += 1 }
        #expect(counts[1] == 0 && counts[3] == 0)
        #expect(abs(counts[0] - 25_000) < 700)
        var hits = 0
        for _ in 0..<100_000 where source.bernoulli(0.2) { hits += 1 }
        #expect(abs(hits - 20_000) < 650)
    }

    @Test func `shuffles evenly and draws below a bound`() {
        var source = RandomSource(seed: 9)
        var firsts = [Int](repeating: 0, count: 5)
        for _ in 0..<50_000 {
            var cards = [0, 1, 2, 3, 4]
            source.shuffle(&cards)
            #expect(cards.sorted() == [0, 1, 2, 3, 4])
            firsts[cards[0]] += 1
        }
        #expect(firsts.allSatisfy { abs($0 - 10_000) < 450 })
        #expect((0..<1000).allSatisfy { _ in (0..<3).contains(source.below(3)) })
    }
}
