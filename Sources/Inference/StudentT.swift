import RealModule

/// Student's t distribution.
public enum StudentT {
    /// Two-sided critical value: |T| stays below it with probability `level`.
    ///
    /// - Parameters:
    ///   - level: Strictly between 0 and 1.
    ///   - degreesOfFreedom: At least 1.
    /// - Complexity: one quantile of the Beta distribution.
    /// - Source: T² / (T² + ν) is Beta(1/2, ν/2) distributed; checked against scipy in References/paired_differences.py.
    public static func criticalValue(_ level: Double, degreesOfFreedom: Int) -> Double {
        precondition(level > 0 && level < 1, "a level lies strictly between 0 and 1")
        precondition(degreesOfFreedom >= 1, "Student's t needs at least one degree of freedom")
        let freedom = Double(degreesOfFreedom)
        // The tail is taken, because 1 − x would lose digits where the level is high.
        let tail = SpecialFunctions.betaQuantile(1 - level, a: freedom / 2, b: 0.5)
        return (freedom * (1 - tail) / tail).squareRoot()
    }
}
