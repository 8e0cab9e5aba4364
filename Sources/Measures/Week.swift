/// An ISO week: seven days from Monday to Sunday.
///
/// Stored as whole weeks since the week that contains 1970-01-01 (Monday 1969-12-29 is week 0).
public struct Week: Hashable, Comparable, Sendable, Strideable {
    /// Weeks since the week of 1970-01-01; negative before it.
    public let number: Int

    /// A week by its number.
    @inlinable
    public init(number: Int) { self.number = number }

    /// The week a day lies in.
    @inlinable
    public init(containing day: Day) {
        let shifted = Int(day.number) + 3
        number = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }

    /// The Monday the week begins with.
    @inlinable
    public var monday: Day { Day(number: number * 7 - 3) }

    /// The Sunday the week ends with.
    @inlinable
    public var sunday: Day { Day(number: number * 7 + 3) }

    /// The seven days from Monday to Sunday.
    public var days: ClosedRange<Day> { monday...sunday }

    /// Whether one week is earlier than another.
    @inlinable
    public static func < (left: Week, right: Week) -> Bool { left.number < right.number }

    /// Weeks from this week to another.
    @inlinable
    public func distance(to other: Week) -> Int { other.number - number }

    /// The week a number of weeks later.
    @inlinable
    public func advanced(by weeks: Int) -> Week { Week(number: number + weeks) }
}
