/// A range that is claimed to hold a quantity with a stated probability.
public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let low: Double
    /// The upper end, never below the lower one.
    public let high: Double
    /// The probability claimed, in 0...1.
    public let level: Double

    /// An interval; ends given the wrong way round are swapped.
    /// - Precondition: both ends are finite, so that no NaN can travel on.
    public init(low: Double, high: Double, level: Double) {
        precondition(low.isFinite && high.isFinite, "an interval needs finite ends")
        self.low = min(low, high)
        self.high = max(low, high)
        self.level = level
    }

    /// Distance between the ends.
    public var width: Double { high - low }

    /// Whether a value lies inside, ends included.
    public func contains(_ value: Double) -> Bool { value >= low && value <= high }
}

/// What an estimate's number means.
public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// A share in 0...1.
    case share
    /// A difference of two shares, in -1...1.
    case shareDifference
    /// Use cases per champion-week.
    case perChampionWeek
    /// A proportion of things that are not people (messages, days, pairs), or a probability, in 0...1.
    case proportion
    /// A ratio without a unit.
    case ratio
    /// A change on the logit scale.
    case logit
    /// A correlation, in -1...1.
    case correlation
    /// A score on its own scale, stated by the measure.
    case score
    /// Counted people.
    case people
    /// Whole days.
    case days
}

/// A number with its uncertainty and the size of what it rests on.
public struct Estimate: Hashable, Sendable {
    /// The point estimate, finite.
    public let value: Double
    /// The interval around it; nil where the number is exact.
    public let interval: Interval?
    /// People (or the counted thing) in the denominator.
    public let n: Int
    /// What the number means.
    public let unit: Unit

    /// An estimate.
    /// - Precondition: the value is finite, so that no NaN can travel on.
    public init(_ value: Double, interval: Interval? = nil, n: Int, unit: Unit) {
        precondition(value.isFinite, "an estimate needs a finite value; use notKnown instead")
        self.value = value
        self.interval = interval
        self.n = n
        self.unit = unit
    }
}
