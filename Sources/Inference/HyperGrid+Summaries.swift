import Measures
import RealModule

extension HyperGrid {
    /// Posterior of mu: each point stands for the step around it.
    func meanSummary(level: Double) -> PosteriorSummary {
        var masses = [Double](repeating: 0, count: Self.muCount)
        for cell in weights.indices { masses[cell % Self.muCount] += weights[cell] }
        let mean = masses.indices.reduce(0) { $0 + masses[$1] * Self.mu($1) }
        func at(_ q: Double) -> Double {
            min(1, max(0, Self.muLow + Self.position(of: q, in: masses) * Self.muStep))
        }
        return PosteriorSummary(
            mean: mean, median: at(0.5),
            interval: Interval(low: at((1 - level) / 2), high: at((1 + level) / 2), level: level))
    }

    /// Posterior of rho: each point stands for the step around it, in log rho.
    func rhoSummary(level: Double) -> PosteriorSummary {
        var masses = [Double](repeating: 0, count: Self.rhoCount)
        for cell in weights.indices { masses[cell / Self.muCount] += weights[cell] }
        let mean = masses.indices.reduce(0) { $0 + masses[$1] * Self.rho($1) }
        func at(_ q: Double) -> Double {
            min(1, Double.exp(Self.logRhoLow + Self.position(of: q, in: masses) * Self.logRhoStep))
        }
        return PosteriorSummary(
            mean: mean, median: at(0.5),
            interval: Interval(low: at((1 - level) / 2), high: at((1 + level) / 2), level: level))
    }

    /// Where, in steps from the first point, a share `q` of the mass is reached.
    private static func position(of q: Double, in masses: [Double]) -> Double {
        var below = 0.0
        for (index, mass) in masses.enumerated() where mass > 0 {
            if below + mass >= q { return Double(index) - 0.5 + (q - below) / mass }
            below += mass
        }
        return Double(masses.count) - 0.5
    }

    /// Posterior of the trial-weighted mean of the groups' rates, matched to a Beta by mean and variance.
    ///
    /// Given a cell the groups are independent, so both moments are exact sums.
    func overallShare(_ distinct: DistinctCounts, level: Double) -> PosteriorSummary {
        let everybody = zip(distinct.pairs, distinct.multiplicities)
            .reduce(0.0) { $0 + Double($1.0.trials * $1.1) }
        var total = 0.0
        var first = 0.0
        var second = 0.0
        for cell in kept {
            let (a, b) = Self.shapes(cell)
            var mean = 0.0
            var variance = 0.0
            for (pair, multiplicity) in zip(distinct.pairs, distinct.multiplicities) where pair.trials > 0 {
                let n = Double(pair.trials)
                let size = a + b + n
                let rate = (a + Double(pair.successes)) / size
                let weight = n / everybody
                mean += Double(multiplicity) * weight * rate
                variance += Double(multiplicity) * weight * weight * rate * (1 - rate) / (size + 1)
            }
            total += weights[cell]
            first += weights[cell] * mean
            second += weights[cell] * (variance + mean * mean)
        }
        let mean = first / total
        let variance = max(1e-18, second / total - mean * mean)
        let size = max(1e-3, mean * (1 - mean) / variance - 1)
        func at(_ q: Double) -> Double {
            SpecialFunctions.betaQuantile(q, a: mean * size, b: (1 - mean) * size)
        }
        return PosteriorSummary(
            mean: mean, median: at(0.5),
            interval: Interval(low: at((1 - level) / 2), high: at((1 + level) / 2), level: level))
    }
}
