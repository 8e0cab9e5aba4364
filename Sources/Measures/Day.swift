/// A calendar day of the proleptic Gregorian calendar, without time or time zone.
///
/// Stored as days since 1970-01-01. Arithmetic is plain integer arithmetic; no clock is ever read.
public struct Day: Hashable, Comparable, Sendable, Strideable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int32

    /// A day by its number of days since 1970-01-01.
    @inlinable
    public init(number: Int32) { self.number = number }

    /// A day by its number of days since 1970-01-01; values beyond 32 bits are clamped.
    @inlinable
    public init(number: Int) { self.number = Int32(clamping: number) }

    /// A day by year, month and day of the month; nil where no such date exists.
    ///
    /// - Source: Howard Hinnant's `days_from_civil`, derived anew from the 400-year cycle.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// A day from `yyyy-mm-dd`; nil where the text is anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
        func value(_ range: Range<Int>) -> Int? {
            var result = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                result = result * 10 + Int(byte - 48)
            }
            return result
        }
        guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Year, month and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// ISO weekday: Monday is 1, Sunday is 7.
    @inlinable
    public var weekday: Int {
        let shifted = (Int(number) + 3) % 7
        return (shifted < 0 ? shifted + 7 : shifted) + 1
    }

    /// The ISO week this day lies in.
    @inlinable
    public var week: Week { Week(containing: self) }

    /// Whether one day is earlier than another.
    @inlinable
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Days from this day to another.
    @inlinable
    public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

    /// The day a number of days later.
    @inlinable
    public func advanced(by days: Int) -> Day { Day(number: Int(number) + days) }
}

extension Day: CustomStringConvertible {
    /// The day as `yyyy-mm-dd`.
    public var description: String {
        let (year, month, day) = components
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The day as people write it, for example `28 June 2026`.
    public var long: String {
        let (year, month, day) = components
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// The day without its year, for example `28 Jun`.
    public var short: String {
        let (_, month, day) = components
        return "\(day) \(Day.monthNames[month - 1].prefix(3))"
    }

    static let monthNames: [String] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
