/// Which days are worked: the days of the week, less holidays.
public struct WorkCalendar: Hashable, Sendable {
    /// ISO weekdays that are worked, Monday is 1.
    public let weekdays: Set<Int>
    /// Days off although their weekday is worked.
    public let holidays: Set<Day>

    /// A calendar; Monday to Friday without holidays by default.
    public init(weekdays: Set<Int> = [1, 2, 3, 4, 5], holidays: Set<Day> = []) {
        self.weekdays = weekdays
        self.holidays = holidays
    }

    /// Whether a day is worked.
    public func isWorkday(_ day: Day) -> Bool {
        weekdays.contains(day.weekday) && !holidays.contains(day)
    }

    /// The worked days of a week as bits, Monday at bit 0.
    public func workdays(of week: Week) -> UInt8 {
        var bits: UInt8 = 0
        for offset in 0..<7 where isWorkday(week.monday.advanced(by: offset)) {
            bits |= 1 << UInt8(offset)
        }
        return bits
    }
}
