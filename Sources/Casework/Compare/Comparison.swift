package import Diagnosis
package import Disclosure
import Inference
import Measures
package import Rollout

/// What changed between two readings, beyond noise.
package struct Comparison: Sendable {
    /// One measure of one scope, before and after.
    package struct Change: Sendable {
        package let scope: Scope
        package let code: MeasureCode
        package let before: PublishedEstimate
        package let after: PublishedEstimate
        /// Two-sided p of "no change", from the two intervals taken as independent.
        package let p: Double
        /// Benjamini–Hochberg adjusted over all compared measures.
        package let adjusted: Double

        /// Whether the change is more than noise at a false-discovery rate of one in ten.
        package var isBeyondNoise: Bool { adjusted <= 0.1 }
    }

    package let before: Publication
    package let after: Publication
    /// Every measure known on both sides with intervals, surest change first.
    package let changes: [Change]
    /// Measures known on one side only, as sentences.
    package let notComparable: [String]

    /// Compares two publications scope by scope.
    ///
    /// Intervals are turned into standard errors on the scale of the figure; the same people on both
    /// sides make the test conservative, since what they share cancels and is not counted.
    package init(before: Publication, after: Publication) {
        self.before = before
        self.after = after
        var found: [(Scope, MeasureCode, PublishedEstimate, PublishedEstimate, Double)] = []
        var lost: [String] = []
        for scope in after.scopes {
            guard let earlier = before.scopes.first(where: { Comparison.same($0.scope, scope.scope) }) else {
                continue
            }
            for measure in scope.measures {
                let one = earlier[measure.code]?.shown?.value
                let other = measure.value.shown?.value
                if let one, let other, one.unit == other.unit, let p = Comparison.pValue(one, other) {
                    found.append((scope.scope, measure.code, one, other, p))
                } else if scope.scope.kind == .organization, (one == nil) != (other == nil) {
                    lost.append(
                        "\(measure.code.rawValue) is known only \(one == nil ? "after" : "before"): nothing can be compared."
                    )
                }
            }
        }
        let adjusted = MultipleComparisons.benjaminiHochberg(found.map(\.4))
        changes = zip(found, adjusted).map {
            Change(scope: $0.0, code: $0.1, before: $0.2, after: $0.3, p: $0.4, adjusted: $1)
        }.sorted {
            ($0.adjusted, $0.p, $0.scope, $0.code.rawValue) < ($1.adjusted, $1.p, $1.scope, $1.code.rawValue)
        }
        notComparable = lost
    }

    /// An organisation is the same whatever the folder is called.
    private static func same(_ one: Scope, _ other: Scope) -> Bool {
        one == other || (one.kind == .organization && other.kind == .organization)
    }

    private static func pValue(_ one: PublishedEstimate, _ other: PublishedEstimate) -> Double? {
        guard let first = one.interval, let second = other.interval, one.precision == .exact,
            other.precision == .exact
        else { return nil }
        func error(_ interval: Interval) -> Double {
            interval.width / (2 * SpecialFunctions.normalQuantile(0.5 + interval.level / 2))
        }
        let spread = (error(first) * error(first) + error(second) * error(second)).squareRoot()
        guard spread > 0 else { return nil }
        return 2 * (1 - SpecialFunctions.normalCDF(abs(other.value - one.value) / spread))
    }
}
