import Measures

/// The weeks of a specimen: those that are written down, and twelve that only the truth knows.
struct Season: Sendable {
    /// Weeks only the truth knows.
    static let horizon = 12

    /// Weeks that are written down.
    let observed: Int
    /// All weeks.
    let weeks: Int
    /// Monday of the first week.
    let start: Day
    let calendar: WorkCalendar
    /// Worked days of each week, Monday at bit 0; shape (weeks).
    let workdays: [UInt8]
    /// The week with Christmas Eve in it, 0...51, counted from the first; holidays are taken around it.
    let christmas: Int

    /// - Parameters:
    ///   - observed: Weeks to write down, at least twenty-six.
    ///   - last: The last day written, a Sunday.
    init(observed: Int = 30, last: Day = Day(year: 2026, month: 6, day: 28)!) {
        self.observed = max(26, observed)
        weeks = self.observed + Season.horizon
        let first = last.advanced(by: 1 - 7 * self.observed)
        let work = WorkCalendar(holidays: Season.holidays(from: first, weeks: weeks))
        start = first
        calendar = work
        workdays = (0..<weeks).map { work.workdays(of: Week(number: first.week.number + $0)) }
        let (year, _, _) = first.components
        let eves = [year, year + 1].compactMap { Day(year: $0, month: 12, day: 24) }
        christmas = eves.first { $0 >= first }.map { (first.distance(to: $0)) / 7 % 52 } ?? 0
    }

    /// The last Sunday that is written down.
    var asOf: Day { start.advanced(by: observed * 7 - 1) }

    func monday(_ week: Int) -> Day { start.advanced(by: week * 7) }

    func day(_ week: Int, _ weekday: Int) -> Day { start.advanced(by: week * 7 + weekday) }

    /// The holidays up to the last day written, in order.
    var writtenHolidays: [Day] { calendar.holidays.filter { $0 <= asOf }.sorted() }

    /// Public holidays within a season: fixed days, those around Easter, and the last Monday of August.
    private static func holidays(from first: Day, weeks: Int) -> Set<Day> {
        let (year, _, _) = first.components
        var days: [Day] = []
        for year in year...(year + 2) {
            let easter = easterSunday(of: year)
            days += [-2, 1, 50].map { easter.advanced(by: $0) }
            days += [(12, 24), (12, 25), (12, 26), (1, 1), (5, 1)].compactMap {
                Day(year: year, month: $0.0, day: $0.1)
            }
            days += (25...31).compactMap { Day(year: year, month: 8, day: $0) }.filter { $0.weekday == 1 }
        }
        return Set(days.filter { $0 >= first && $0 < first.advanced(by: 7 * weeks) })
    }

    /// Easter Sunday of a year of the Gregorian calendar.
    ///
    /// - Source: Meeus, Astronomical Algorithms (1991), chapter 8.
    private static func easterSunday(of year: Int) -> Day {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let number = h + l - 7 * m + 114
        return Day(year: year, month: number / 31, day: number % 31 + 1)!
    }
}
