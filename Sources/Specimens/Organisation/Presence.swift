import Inference

/// Who is at work on which day: leave, sick days and part-time weeks over the whole season.
struct Presence: Sendable {
    /// Days at work of a member in a week, Monday at bit 0; shape (members × 42), row by row.
    private let bits: [UInt8]
    private let weeks: Int

    /// The days at work of a member in a week.
    func days(_ member: Int, _ week: Int) -> UInt8 { bits[member * weeks + week] }

    /// Whether a week counts as a work week: at least two days at work.
    func isWorkWeek(_ member: Int, _ week: Int) -> Bool { days(member, week).nonzeroBitCount >= 2 }

    /// Whether somebody belongs to the organisation in any part of a week.
    static func belongs(_ member: Staff.Member, _ week: Int) -> Bool {
        (member.from.map { $0 < week * 7 + 5 } ?? true) && (member.to.map { $0 >= week * 7 } ?? true)
    }

    /// Draws leave, illness and part-time weeks.
    ///
    /// - Complexity: O(members × 42).
    init(staff: Staff, season: Season, using random: inout RandomSource) {
        var bits = [UInt8](repeating: 0, count: staff.count * season.weeks)
        for member in staff.members.indices {
            let person = staff.members[member]
            let isAwayAtChristmas = random.drawBernoulli(0.6)
            let springWeek = random.drawBernoulli(0.7) ? (season.christmas + 5 + random.below(16)) % 52 : -1
            let summerWeek = random.drawBernoulli(0.85) ? (season.christmas + 27 + random.below(10)) % 52 : -9
            let freeDay: UInt8 = random.drawBernoulli(0.1) ? 1 << UInt8(random.below(5)) : 0
            for week in 0..<season.weeks {
                var days = season.workdays[week] & ~freeDay
                for weekday in 0..<5 where random.uniform() < 0.04 { days &= ~(1 << UInt8(weekday)) }
                if isAwayAtChristmas, week == season.christmas || week == season.christmas + 1 { days = 0 }
                if week == springWeek || week == summerWeek || week == summerWeek + 1 { days = 0 }
                for weekday in 0..<5 {
                    let day = week * 7 + weekday
                    if let from = person.from, day < from { days &= ~(1 << UInt8(weekday)) }
                    if let to = person.to, day > to { days &= ~(1 << UInt8(weekday)) }
                }
                bits[member * season.weeks + week] = days
            }
        }
        self.bits = bits
        weeks = season.weeks
    }
}
