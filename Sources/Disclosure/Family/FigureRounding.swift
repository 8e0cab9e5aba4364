import Measures

extension Unit {
    /// Whether an estimate's n counts people, so that a small n is a small group.
    var isOfPeople: Bool { self == .share || self == .shareDifference }
}

/// How much of a released figure is printed.
struct FigureRounding: Sendable {
    /// What is said instead of a share of a group, of whatever size, that is all alike or nearly so.
    enum Band: String, Sendable {
        case hardlyAnybody = "hardly anybody"
        case nearlyEverybody = "nearly everybody"
    }

    let policy: DisclosurePolicy
    /// Whether the size of a small denominator is itself not shown.
    let hidesSize: Bool

    /// The band of a count of people; nil where the count may be shown.
    ///
    /// A band covers two counts: none and one, or all and all but one. Said of none alone it would
    /// say of each that they do not.
    static func band(of count: Double, people: Int) -> Band? {
        if count < 1.5 { return .hardlyAnybody }
        if count > Double(people) - 1.5 { return .nearlyEverybody }
        return nil
    }

    /// The figure as measured.
    static func exact(_ estimate: Estimate) -> PublishedEstimate {
        PublishedEstimate(
            value: estimate.value, interval: estimate.interval, n: estimate.n, unit: estimate.unit)
    }

    /// The figure as its group's size allows.
    ///
    /// - Parameters:
    ///   - people: People in the denominator.
    ///   - answers: Answers behind it, where it rests on answers; the fewer of the two counts.
    /// - Returns: A share of a group that is all alike, or all but one, as a band with neither value
    ///   nor interval of its own. Else exact from twenty on; below, shares in steps of five points
    ///   and all else to two significant digits, interval ends rounded outward.
    func rounded(_ estimate: Estimate, people: Int, answers: Int?) -> PublishedEstimate {
        let resting = estimate.unit.isOfPeople ? estimate.n : people
        let size = min(people, answers ?? people, resting)
        let isSmall = size < policy.roundingBelow
        let n = hidesSize && isSmall ? nil : estimate.n
        let unit = estimate.unit
        if unit == .share, let band = FigureRounding.band(of: estimate.value * Double(size), people: size) {
            // The middle of the band, the same whichever of its two counts is true.
            let middle = isSmall ? (10 / Double(size)).rounded() / 20 : 0.5 / Double(size)
            return PublishedEstimate(
                value: band == .hardlyAnybody ? middle : 1 - middle, interval: nil, n: n, unit: unit,
                precision: .band(band.rawValue))
        }
        guard isSmall else { return FigureRounding.exact(estimate) }
        guard unit == .share || unit == .shareDifference else {
            return PublishedEstimate(
                value: FigureRounding.twoDigits(estimate.value, .toNearestOrAwayFromZero),
                interval: estimate.interval.map {
                    Interval(
                        low: FigureRounding.twoDigits($0.low, .down),
                        high: FigureRounding.twoDigits($0.high, .up), level: $0.level)
                }, n: n, unit: unit)
        }
        let least = unit == .share ? 0.0 : -1.0
        func points(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
            // A hair of tolerance keeps 0.15, which is not exactly three twentieths, where it is.
            let steps = value * 20
            let nearest = steps.rounded()
            let whole = abs(steps - nearest) < 1e-9 ? nearest : steps.rounded(rule)
            return min(max(whole / 20, least), 1)
        }
        return PublishedEstimate(
            value: points(estimate.value, .toNearestOrAwayFromZero),
            interval: estimate.interval.map {
                Interval(low: points($0.low, .down), high: points($0.high, .up), level: $0.level)
            }, n: n, unit: unit, precision: .fivePoints)
    }

    /// A number to two significant digits; 0 stays 0.
    static func twoDigits(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
        guard value != 0, value.isFinite else { return value }
        var scale = 1.0
        var size = abs(value)
        while size >= 100 {
            size /= 10
            scale *= 10
        }
        var parts = 1.0
        while size < 10 && parts < 1e12 {
            size *= 10
            parts *= 10
        }
        let digits = value / scale * parts
        let nearest = digits.rounded()
        return (abs(digits - nearest) < 1e-9 ? nearest : digits.rounded(rule)) * scale / parts
    }
}
