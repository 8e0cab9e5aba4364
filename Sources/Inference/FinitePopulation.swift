public import Measures
import RealModule

/// What is known about the share in a team of known size when only some answered.
public enum FinitePopulation {
    /// The share among all members: answers as given, the silent ones BetaBinomial(N - n, y + ½, n - y + ½).
    ///
    /// - Parameters:
    ///   - successes: y, 0...answered.
    ///   - answered: n, 0...size.
    ///   - size: N ≥ 1.
    ///   - level: Probability claimed by the interval.
    /// - Complexity: O(N - n).
    /// - Source: Gelman et al., Bayesian Data Analysis, 8.3; golden values in Guides/Methods/SmallGroups.md.
    public static func share(
        successes: Int, answered: Int, of size: Int, level: Double = 0.95
    ) -> FiniteShare {
        precondition(
            size >= 1 && answered >= 0 && answered <= size && successes >= 0 && successes <= answered,
            "successes, answers and size must be ordered: 0 ≤ successes ≤ answered ≤ size, size ≥ 1")
        let silent = size - answered
        let a = Double(successes) + 0.5
        let b = Double(answered - successes) + 0.5
        let base = SpecialFunctions.logBeta(a, b)
        var masses: [Double] = []
        masses.reserveCapacity(silent + 1)
        for more in 0...silent {
            let ways =
                Double.logGamma(Double(silent + 1)) - .logGamma(Double(more + 1))
                - .logGamma(Double(silent - more + 1))
            masses.append(
                .exp(ways + SpecialFunctions.logBeta(a + Double(more), b + Double(silent - more)) - base))
        }
        let total = masses.reduce(0, +)
        func quantile(_ q: Double) -> Double {
            var below = 0.0
            for (more, mass) in masses.enumerated() {
                below += mass / total
                if below >= q - 1e-12 { return Double(successes + more) / Double(size) }
            }
            return Double(successes + silent) / Double(size)
        }
        let mean = (Double(successes) + Double(silent) * a / (a + b)) / Double(size)
        return FiniteShare(
            mean: mean,
            interval: Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), level: level),
            bounds: Interval(
                low: Double(successes) / Double(size), high: Double(successes + silent) / Double(size),
                level: 1),
            answered: answered, size: size)
    }
}

/// The share in a finite team.
public struct FiniteShare: Hashable, Sendable {
    /// Posterior mean of the share among all members.
    public let mean: Double
    /// Central interval; its ends are shares that whole people can make up.
    public let interval: Interval
    /// The share if every silent member said no, and if every one said yes.
    public let bounds: Interval
    /// Members who answered.
    public let answered: Int
    /// All members.
    public let size: Int
}
