public import Measures
import RealModule

/// The posterior distribution of one group's rate, tabulated on the log-odds scale.
public struct RatePosterior: Hashable, Sendable {
    /// Mean of the rate.
    public let mean: Double
    /// Standard deviation of the rate.
    public let standardDeviation: Double
    /// Ascending log-odds at which the distribution is known.
    let knots: [Double]
    /// P(rate ≤ knot); the first holds the lower tail, the last leaves the upper tail.
    let cumulative: [Double]
    /// Density in log-odds at each knot.
    let density: [Double]

    /// Tabulates a density that is known up to a factor.
    ///
    /// - Parameters:
    ///   - first: Log-odds of the first knot; knots are evenly spaced.
    ///   - density: Density in log-odds at each knot, up to a common factor.
    ///   - tails: Mass below the first knot and above the last, in the same factor.
    init(
        first: Double, step: Double, density raw: [Double], tails: (lower: Double, upper: Double),
        mean: Double, standardDeviation: Double
    ) {
        self.mean = mean
        self.standardDeviation = standardDeviation
        let last = raw.count - 1
        knots = (0...last).map { first + Double($0) * step }
        // Trapezoids with the Euler-Maclaurin correction at both ends of every step: error O(step⁴).
        let slopes = (0...last).map { index in
            let right = min(index + 1, last)
            let left = max(index - 1, 0)
            return (raw[right] - raw[left]) / (Double(right - left) * step)
        }
        var sums = [tails.lower]
        sums.reserveCapacity(raw.count)
        for index in 1...last {
            let trapezoid = step / 2 * (raw[index - 1] + raw[index])
            let correction = step * step / 12 * (slopes[index] - slopes[index - 1])
            sums.append(sums[index - 1] + max(0, trapezoid - correction))
        }
        let total = sums[last] + tails.upper
        cumulative = sums.map { $0 / total }
        density = raw.map { $0 / total }
    }

    /// P(rate ≤ p).
    ///
    /// - Complexity: O(log knots).
    public func cumulative(_ p: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        let x = SpecialFunctions.logit(p)
        let last = knots.count - 1
        if x <= knots[0] {
            return cumulative[0] * .exp(lowerPower * (x - knots[0]))
        }
        if x >= knots[last] {
            return 1 - (1 - cumulative[last]) * .exp(-upperPower * (x - knots[last]))
        }
        let step = knots[1] - knots[0]
        let segment = min(last - 1, Int((x - knots[0]) / step))
        return between(segment, (x - knots[segment]) / step, step)
    }

    /// The rate below which the group lies with probability `q`.
    ///
    /// - Parameter q: strictly between 0 and 1.
    /// - Complexity: O(log knots).
    public func quantile(_ q: Double) -> Double {
        precondition(q > 0 && q < 1, "a quantile needs a probability strictly between 0 and 1")
        let last = knots.count - 1
        if q <= cumulative[0] {
            return SpecialFunctions.logistic(knots[0] + Double.log(q / cumulative[0]) / lowerPower)
        }
        if q >= cumulative[last] {
            return SpecialFunctions.logistic(
                knots[last] - Double.log((1 - q) / (1 - cumulative[last])) / upperPower)
        }
        var low = 0
        var high = last
        while high - low > 1 {
            let middle = (low + high) / 2
            if cumulative[middle] <= q { low = middle } else { high = middle }
        }
        let step = knots[1] - knots[0]
        var from = 0.0
        var to = 1.0
        for _ in 0..<40 {
            let middle = (from + to) / 2
            if between(low, middle, step) <= q { from = middle } else { to = middle }
        }
        return SpecialFunctions.logistic(knots[low] + (from + to) / 2 * step)
    }

    /// The central interval with the given probability.
    public func interval(level: Double) -> Interval {
        Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), level: level)
    }

    /// Hermite's cubic through the distribution function at both ends of a step.
    private func between(_ segment: Int, _ t: Double, _ step: Double) -> Double {
        let low = cumulative[segment]
        let rise = cumulative[segment + 1] - low
        let a = density[segment] * step
        let b = density[segment + 1] * step
        // The cubic is rising wherever both slopes are at most three times the rise.
        let value = low + t * (a + t * (3 * rise - 2 * a - b + t * (a + b - 2 * rise)))
        return min(max(value, low), low + rise)
    }

    /// Below the first knot the mass falls like exp(power · log-odds).
    private var lowerPower: Double { cumulative[0] > 0 ? max(1e-6, density[0] / cumulative[0]) : 1 }
    private var upperPower: Double {
        let rest = 1 - cumulative[cumulative.count - 1]
        return rest > 0 ? max(1e-6, density[density.count - 1] / rest) : 1
    }
}
