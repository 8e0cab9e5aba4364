import Inference
package import Measures

/// The mean of paired differences with an interval that allows for rounding.
///
/// People note minutes in steps of five and strain in whole points, so ten equal differences do not mean certainty: the variance
/// is never taken below that of rounding both numbers of a pair.
/// - Source: Student's interval; the variance of rounding to a step u is u²/12 (Sheppard). Coverage measured in
///   Guides/Discovery/Trials.md by `Benchmarks trials`.
package enum PairedDifferences {
    /// What pairs come to.
    package struct Summary: Hashable, Sendable {
        /// Mean of before less after; above zero: it got less.
        package let mean: Double
        package let interval: Interval
        /// Pairs.
        package let n: Int
        /// Mean before and mean after.
        package let before: Double
        package let after: Double

        /// Whether the interval leaves no room for "no change" and for the other direction.
        package var isClear: Bool { interval.low > 0 || interval.high < 0 }
    }

    /// The mean difference of pairs.
    ///
    /// - Parameters:
    ///   - before: Values before; shape (n), finite.
    ///   - after: Values after, in the same order; shape (n), finite.
    ///   - step: What people round to; nil: five where every value is a multiple of five, else one.
    /// - Returns: Not known below five pairs.
    /// - Complexity: O(n).
    package static func summary(
        before: [Double], after: [Double], step: Double? = nil, level: Double = 0.9
    ) -> Measured<Summary> {
        precondition(before.count == after.count, "pairs have two values each")
        let n = before.count
        guard n >= Trial.fewestForInterval else { return .notKnown(tooFew(n)) }
        let differences = zip(before, after).map { $0 - $1 }
        let mean = differences.reduce(0, +) / Double(n)
        let squares = differences.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
        let unit = step ?? roundingStep(before + after)
        // Twice u²/12; where the differences vary, the rounding is in them already.
        let variance = max(squares / Double(n - 1), unit * unit / 6)
        let half =
            StudentT.criticalValue(level, degreesOfFreedom: n - 1) * (variance / Double(n)).squareRoot()
        return .known(
            Summary(
                mean: mean, interval: Interval(low: mean - half, high: mean + half, level: level), n: n,
                before: before.reduce(0, +) / Double(n), after: after.reduce(0, +) / Double(n)))
    }

    /// What people seem to have rounded to.
    static func roundingStep(_ values: [Double]) -> Double {
        values.allSatisfy { $0.truncatingRemainder(dividingBy: 5) == 0 } ? 5 : 1
    }

    static func tooFew(_ n: Int) -> Reason {
        let words = ["no occasion", "one occasion", "two occasions", "three occasions", "four occasions"]
        return Reason(
            "tooFewOccasions",
            "Too few to say: \(words[min(n, 4)]) so far, and five are the least that can tell luck from gain."
        )
    }
}
