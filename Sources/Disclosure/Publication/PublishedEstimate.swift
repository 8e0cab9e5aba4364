package import Measures

/// A number as it may be printed, with how exactly it is given.
package struct PublishedEstimate: Hashable, Sendable {
    /// How much of the figure is shown.
    package enum Precision: Hashable, Sendable {
        /// As measured.
        case exact
        /// A share of fewer than twenty people, rounded to five points.
        case fivePoints
        /// Everybody or nobody in a group, or all but one: only "nearly everybody" or "hardly anybody" is said.
        case band(String)
    }

    package let value: Double
    package let interval: Interval?
    /// People (or the counted thing) in the denominator; nil where even that is not shown.
    package let n: Int?
    package let unit: Unit
    package let precision: Precision

    package init(
        value: Double, interval: Interval?, n: Int?, unit: Unit, precision: Precision = .exact
    ) {
        self.value = value
        self.interval = interval
        self.n = n
        self.unit = unit
        self.precision = precision
    }
}
