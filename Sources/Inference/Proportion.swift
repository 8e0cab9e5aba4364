public import Measures

/// Wilson's score interval for one proportion: for single numbers on screen.
public enum Wilson {
    /// The interval for a proportion.
    ///
    /// - Parameters:
    ///   - successes: 0...trials.
    ///   - trials: ≥ 0; without trials the interval is 0...1, which is all that is known.
    ///   - level: Probability claimed, strictly between 0 and 1.
    /// - Complexity: O(1).
    /// - Source: Wilson (1927); golden values in Guides/Methods/SmallGroups.md.
    public static func interval(successes: Int, of trials: Int, level: Double = 0.95) -> Interval {
        precondition(
            trials >= 0 && (0...max(trials, 0)).contains(successes),
            "successes must lie between 0 and the trials")
        guard trials > 0 else { return Interval(low: 0, high: 1, level: level) }
        let z = SpecialFunctions.criticalValue(level)
        let n = Double(trials)
        let share = Double(successes) / n
        let scale = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / scale
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / scale
        return Interval(
            low: successes == 0 ? 0 : max(0, centre - half),
            high: successes == trials ? 1 : min(1, centre + half), level: level)
    }
}

/// Jeffreys' interval for one proportion: for use inside Bayesian code.
public enum Jeffreys {
    /// The interval for a proportion: Beta(y + ½, n - y + ½) quantiles, with the end fixed at 0 for y = 0 and at 1 for y = n.
    ///
    /// - Parameters:
    ///   - successes: 0...trials.
    ///   - trials: ≥ 0; without trials the interval is 0...1.
    ///   - level: Probability claimed, strictly between 0 and 1.
    /// - Source: Brown, Cai & DasGupta (2001), doi:10.1214/ss/1009213286.
    public static func interval(successes: Int, of trials: Int, level: Double = 0.95) -> Interval {
        precondition(
            trials >= 0 && (0...max(trials, 0)).contains(successes),
            "successes must lie between 0 and the trials")
        let a = Double(successes) + 0.5
        let b = Double(trials - successes) + 0.5
        let tail = (1 - level) / 2
        return Interval(
            low: successes == 0 ? 0 : SpecialFunctions.betaQuantile(tail, a: a, b: b),
            high: successes == trials ? 1 : SpecialFunctions.betaQuantile(1 - tail, a: a, b: b), level: level)
    }
}
