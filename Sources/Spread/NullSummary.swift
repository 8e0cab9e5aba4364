/// An observed score beside what a null model gives for it.
public struct NullSummary: Hashable, Sendable {
    /// The score of the real data.
    public let observed: Double
    /// Mean of the null draws.
    public let mean: Double
    /// Standard deviation of the null draws (divisor draws − 1; zero with a single draw).
    public let sd: Double
    /// Median of the null draws.
    public let median: Double
    /// 95th percentile of the null draws.
    public let percentile95: Double
    /// (1 + draws at or above the observed score) / (1 + draws): small when the score is high.
    public let p: Double
    /// (1 + draws at or below the observed score) / (1 + draws): small when the score is low.
    public let pLower: Double
    /// Draws in which the score was defined.
    public let draws: Int

    /// The summary of null draws; nil where there are none or the observed score is not finite.
    ///
    /// Draws within one part in 10¹² of the observed score count as equal to it, so that the order of a
    /// floating-point sum never decides a test. Percentiles interpolate between order statistics.
    /// - Complexity: O(draws · log draws).
    public init?(observed: Double, draws values: [Double]) {
        guard !values.isEmpty, observed.isFinite else { return nil }
        let count = Double(values.count)
        var sum = 0.0
        for value in values { sum += value }
        let mean = sum / count
        var squares = 0.0
        var above = 0
        var below = 0
        let slack = 1e-12 * max(1, abs(observed))
        for value in values {
            squares += (value - mean) * (value - mean)
            if value >= observed - slack { above += 1 }
            if value <= observed + slack { below += 1 }
        }
        let sorted = values.sorted()
        self.observed = observed
        self.mean = mean
        self.sd = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
        self.median = quantile(0.5, ofSorted: sorted)
        self.percentile95 = quantile(0.95, ofSorted: sorted)
        self.p = Double(1 + above) / (1 + count)
        self.pLower = Double(1 + below) / (1 + count)
        self.draws = values.count
    }

    /// The score less its null mean: the only form in which a score on ties should be shown.
    public var excess: Double { observed - mean }

    /// The score less the null's median.
    public var excessOverMedian: Double { observed - median }

    /// The excess in null standard deviations; nil where the null does not vary.
    public var z: Double? { sd > 1e-12 ? excess / sd : nil }

    /// Twice the smaller tail, at most one.
    public var pTwoSided: Double { min(1, 2 * min(p, pLower)) }
}

/// The quantile of values in rising order, interpolated (Hyndman & Fan's type 7).
///
/// - Precondition: at least one value; 0 ≤ share ≤ 1.
func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return values[values.count - 1] }
    return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
}
