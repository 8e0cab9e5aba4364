/// What a stepped wedge of teams can show, before it starts.
public enum SteppedWedge {
    /// Variance of the estimated effect.
    ///
    /// - Parameters:
    ///   - treated: Whether each cluster is served in each period, shape (clusters × periods).
    ///   - errorVariance: Variance of a cluster-period mean given its cluster, > 0.
    ///   - clusterVariance: Variance between clusters, ≥ 0.
    /// - Throws: `shapeMismatch` for a ragged design; `notIdentified` where the effect cannot be told apart
    ///   from the periods.
    /// - Complexity: O(clusters × periods).
    /// - Source: Hussey & Hughes (2007), doi:10.1016/j.cct.2006.05.007, equation 8.
    public static func variance(
        treated: [[Bool]], errorVariance: Double, clusterVariance: Double
    ) throws(InferenceFailure) -> Double {
        precondition(errorVariance > 0 && clusterVariance >= 0, "variances must be positive")
        guard let periods = treated.first?.count, periods > 0, treated.allSatisfy({ $0.count == periods })
        else {
            throw InferenceFailure(.shapeMismatch, "Every cluster needs the same number of periods.")
        }
        let clusters = Double(treated.count)
        let times = Double(periods)
        let bySum = treated.map { row in Double(row.count { $0 }) }
        let u = bySum.reduce(0, +)
        let v = bySum.reduce(0) { $0 + $1 * $1 }
        let w = (0..<periods).reduce(0.0) { sum, period in
            let on = Double(treated.count { $0[period] })
            return sum + on * on
        }
        let s = errorVariance
        let t = clusterVariance
        let bracket = u * u + clusters * times * u - times * w - clusters * v
        let denominator = (clusters * u - w) * s + bracket * t
        guard denominator > 1e-12 * s else {
            throw InferenceFailure(
                .notIdentified, "All clusters start together, so the effect is hidden in the periods.")
        }
        return clusters * s * (s + times * t) / denominator
    }

    /// The design in which cluster i belongs to wave i mod (periods - 1) and is served from the next period on.
    public static func design(clusters: Int, periods: Int) -> [[Bool]] {
        precondition(
            periods >= 2 && clusters >= 1, "a stepped wedge has at least two periods and one cluster")
        return (0..<clusters).map { cluster in (0..<periods).map { $0 > cluster % (periods - 1) } }
    }

    /// The smallest true effect found with the given power by a two-sided test.
    public static func detectableEffect(variance: Double, power: Double = 0.8, level: Double = 0.95) -> Double
    {
        (SpecialFunctions.criticalValue(level) + SpecialFunctions.normalQuantile(power))
            * variance.squareRoot()
    }
}
