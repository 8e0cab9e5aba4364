import RealModule

/// The posterior of each distinct count: a mixture of Beta distributions over the cells of the grid.
///
/// The density of a small group is p^u (1-p)^(n-u) times a mixture of the cells' own densities.
/// Those are tabulated once for all groups; a large group gets a table of its own, fine enough for it.
struct GroupPosteriors {
    let posteriors: [RatePosterior]

    /// Knots of the shared table: log-odds of 1e-4 to 1 - 1e-4.
    static let knotCount = 257
    static let edge = 9.210_240_366_975_849
    static let step = 2 * edge / Double(knotCount - 1)
    /// Up to this many trials the shared table is fine enough.
    static let sharedLimit = 100

    init(_ distinct: DistinctCounts, _ hyper: HyperGrid) {
        let shared = SharedDensities(hyper)
        posteriors = distinct.pairs.indices.map { index in
            let pair = distinct.pairs[index]
            let moments = GroupPosteriors.moments(pair, hyper)
            return pair.trials <= GroupPosteriors.sharedLimit
                ? shared.posterior(pair, index, distinct.pairs.count, hyper, moments)
                : GroupPosteriors.own(pair, index, distinct.pairs.count, hyper, moments)
        }
    }

    /// Exact mean and standard deviation of a group's rate.
    static func moments(_ pair: Count, _ hyper: HyperGrid) -> (mean: Double, deviation: Double) {
        var total = 0.0
        var first = 0.0
        var second = 0.0
        for cell in hyper.kept {
            let (a, b) = HyperGrid.shapes(cell)
            let size = a + b + Double(pair.trials)
            let rate = (a + Double(pair.successes)) / size
            let weight = hyper.weights[cell]
            total += weight
            first += weight * rate
            second += weight * (rate * rate + rate * (1 - rate) / (size + 1))
        }
        let mean = first / total
        return (mean, max(0, second / total - mean * mean).squareRoot())
    }

    /// A table of its own for a group of many trials.
    private static func own(
        _ pair: Count, _ index: Int, _ stride: Int, _ hyper: HyperGrid,
        _ moments: (mean: Double, deviation: Double)
    ) -> RatePosterior {
        let count = 193
        let (mean, deviation) = moments
        let lowest = SpecialFunctions.logit(max(mean - 10 * deviation, mean * 1e-4))
        let highest = -SpecialFunctions.logit(max(1 - mean - 10 * deviation, (1 - mean) * 1e-4))
        let step = (highest - lowest) / Double(count - 1)
        let logs = (0..<count).map { knot in
            let x = lowest + Double(knot) * step
            return (yes: -softplus(-x), no: -softplus(x))
        }
        var density = [Double](repeating: 0, count: count)
        var tails = (lower: 0.0, upper: 0.0)
        for (place, cell) in hyper.kept.enumerated() {
            let (a, b) = HyperGrid.shapes(cell)
            let first = a + Double(pair.successes)
            let second = b + Double(pair.trials - pair.successes)
            let constant = Double.log(hyper.weights[cell]) - hyper.logPosteriors[place * stride + index]
            for knot in 0..<count {
                density[knot] += Double.exp(constant + first * logs[knot].yes + second * logs[knot].no)
            }
            tails.lower += Double.exp(constant + first * logs[0].yes + second * logs[0].no) / first
            tails.upper +=
                Double.exp(constant + first * logs[count - 1].yes + second * logs[count - 1].no) / second
        }
        return RatePosterior(
            first: lowest, step: step, density: density, tails: tails, mean: mean,
            standardDeviation: deviation)
    }

    static func softplus(_ x: Double) -> Double { max(x, 0) + .log(onePlus: .exp(-abs(x))) }
}

/// The cells' own densities over the shared knots, each scaled to a peak of one.
private struct SharedDensities {
    /// Shape kept × knotCount.
    let values: [Double]
    /// Logarithm of each kept cell's peak.
    let logPeaks: [Double]
    let logYes: [Double]
    let logNo: [Double]

    init(_ hyper: HyperGrid) {
        let knots = GroupPosteriors.knotCount
        logYes = (0..<knots).map {
            -GroupPosteriors.softplus(GroupPosteriors.edge - Double($0) * GroupPosteriors.step)
        }
        logNo = (0..<knots).map {
            -GroupPosteriors.softplus(Double($0) * GroupPosteriors.step - GroupPosteriors.edge)
        }
        var values = [Double](repeating: 0, count: hyper.kept.count * knots)
        var logPeaks: [Double] = []
        for (place, cell) in hyper.kept.enumerated() {
            let (a, b) = HyperGrid.shapes(cell)
            let mu = HyperGrid.mu(cell % HyperGrid.muCount)
            let peak = a * .log(mu) + b * .log(onePlus: -mu)
            logPeaks.append(peak)
            for knot in 0..<knots {
                values[place * knots + knot] = Double.exp(a * logYes[knot] + b * logNo[knot] - peak)
            }
        }
        self.values = values
        self.logPeaks = logPeaks
    }

    func posterior(
        _ pair: Count, _ index: Int, _ stride: Int, _ hyper: HyperGrid,
        _ moments: (mean: Double, deviation: Double)
    ) -> RatePosterior {
        let knots = GroupPosteriors.knotCount
        let yes = Double(pair.successes)
        let no = Double(pair.trials - pair.successes)
        let n = yes + no
        let own = (yes > 0 ? yes * .log(yes / n) : 0) + (no > 0 ? no * .log(no / n) : 0)
        let factors = hyper.kept.indices.map { place in
            hyper.weights[hyper.kept[place]]
                * Double.exp(logPeaks[place] + own - hyper.logPosteriors[place * stride + index])
        }
        var mixture = [Double](repeating: 0, count: knots)
        values.withUnsafeBufferPointer { values in
            mixture.withUnsafeMutableBufferPointer { mixture in
                for (place, factor) in factors.enumerated() {
                    let start = place * knots
                    for knot in 0..<knots { mixture[knot] += factor * values[start + knot] }
                }
            }
        }
        let likelihood = (0..<knots).map { Double.exp(yes * logYes[$0] + no * logNo[$0] - own) }
        var tails = (lower: 0.0, upper: 0.0)
        for (place, cell) in hyper.kept.enumerated() {
            let (a, b) = HyperGrid.shapes(cell)
            tails.lower += factors[place] * values[place * knots] / (a + yes)
            tails.upper += factors[place] * values[place * knots + knots - 1] / (b + no)
        }
        tails.lower *= likelihood[0]
        tails.upper *= likelihood[knots - 1]
        return RatePosterior(
            first: -GroupPosteriors.edge, step: GroupPosteriors.step,
            density: (0..<knots).map { mixture[$0] * likelihood[$0] }, tails: tails,
            mean: moments.mean, standardDeviation: moments.deviation)
    }
}
