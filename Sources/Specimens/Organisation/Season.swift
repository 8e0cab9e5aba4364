import Measures

/// The forty-two weeks of a specimen: thirty that are written down, twelve that only the truth knows.
struct Season: Sendable {
    static let weeks = 42
    static let observed = 30

    /// Monday of the first week.
    let start: Day
    let calendar: WorkCalendar
    /// Worked days of each week, Monday at bit 0; shape (42).
    let workdays: [UInt8]

    init() {
        let first = Day(year: 2025, month: 12, day: 1)!
        let holidays = [
            "2025-12-24", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06",
            "2026-05-01", "2026-05-25", "2026-08-31",
        ].compactMap { Day($0) }
        let work = WorkCalendar(holidays: Set(holidays))
        start = first
        calendar = work
        workdays = (0..<Season.weeks).map { work.workdays(of: Week(number: first.week.number + $0)) }
    }

    /// The last Sunday that is written down.
    var asOf: Day { start.advanced(by: Season.observed * 7 - 1) }

    func monday(_ week: Int) -> Day { start.advanced(by: week * 7) }

    func day(_ week: Int, _ weekday: Int) -> Day { start.advanced(by: week * 7 + weekday) }

    /// The holidays up to the last day written, in order.
    var writtenHolidays: [Day] { calendar.holidays.filter { $0 <= asOf }.sorted() }
}
