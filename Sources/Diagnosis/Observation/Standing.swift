import Measures
import Rollout

/// Where one person stands on the as-of day. Never shown for one person.
struct Standing: Sendable {
    /// On the roster on the as-of day.
    let isPresent: Bool
    /// Showed a sign of work in the last weeks (or no activity is known).
    let isAtWork: Bool
    /// Whether use could be seen lately.
    let canBeSeen: Bool
    /// Used an AI tool firsthand, ever.
    let hasTried: Bool
    /// Weak signs only: review suggestions or marks of an editor.
    let hasOnlyWeakSigns: Bool
    /// A habit off-mandate; nil: too new, or too few weeks seen.
    let habit: Bool?
    /// Firsthand use on two days or more in the last twelve weeks.
    let isUser: Bool

    /// Counted in rates: present, at work and visible.
    var isInFrame: Bool { isPresent && isAtWork && canBeSeen }
}

extension Observation {
    /// Work weeks outside mandates that a habit is judged on.
    static let habitWindow = 10
    /// Fewer such weeks than this: too new.
    static let fewestWeeks = 6
    /// A habit describes the present: weeks older than this are not looked at.
    static let habitLookback = 26
    /// Weeks in which two days of use make a current user.
    static let userWindow = 12

    /// Whether a person has a habit at the end of a week: firsthand use in at least a share of the
    /// last ten work weeks off mandate, with at least six seen.
    ///
    /// - Parameter sag: Weeks left out like mandates; the look back is as much longer.
    /// - Returns: nil where fewer than six such weeks were seen in the last 26.
    /// - Complexity: O(1).
    /// - Source: SCIENCE 2.2 (our outcome H).
    func habit(
        of row: Int, at week: Int, threshold: Double? = nil, without sag: ClosedRange<Int>? = nil
    ) -> Bool? {
        let length = min(64, Observation.habitLookback + (sag?.count ?? 0))
        let from = week - length + 1
        let lookback: UInt64 = length == 64 ? ~0 : 1 << UInt64(length) - 1
        var counted =
            atWork.window(row: row, from: from) & seen.window(row: row, from: from)
            & ~mandated.window(row: people[row].team, from: from) & lookback
        if let sag {
            for index in sag where (from...week).contains(index) { counted &= ~(1 << UInt64(index - from)) }
        }
        // Only the last ten count: the oldest are taken off.
        for _ in 0..<max(0, counted.nonzeroBitCount - Observation.habitWindow) { counted &= counted - 1 }
        let weeksSeen = counted.nonzeroBitCount
        let weeksUsed = (counted & used.window(row: row, from: from)).nonzeroBitCount
        guard weeksSeen >= Observation.fewestWeeks else { return nil }
        // A small tolerance, so that six of ten counts as 60 % whatever the floating point says.
        let needed = (threshold ?? evidence.thresholds.habitWeeks) * Double(weeksSeen) - 1e-9
        return Double(weeksUsed) >= needed
    }

    /// Days of use by person in weeks of which only their number is told, or one where not even that is.
    private func daysOfWeeks(since first: Int) -> [Int] {
        var days = [Int](repeating: 0, count: people.count)
        for use in evidence.weeks where !use.mode.isWeak {
            let (row, week) = (use.person.ordinal, use.week.number - self.first.number)
            if week >= first, usedOnNoDay[row, week] { days[row] += use.activeDays ?? 1 }
        }
        return days
    }

    /// Where everybody stands at the end of a week; the last complete one by default.
    func standings() -> [Standing] {
        let today = evidence.asOf
        let lately = max(0, now - Observation.staleAfterWeeks + 1)..<weeks
        let quarter = max(0, now - Observation.quietAfterWeeks + 1)..<weeks
        let userDays = week(max(0, now - Observation.userWindow + 1)).monday...max(today, week(now).monday)
        let ofWeeks = daysOfWeeks(since: max(0, now - Observation.userWindow + 1))
        return people.indices.map { row in
            let tried = firstUse[row] != nil
            return Standing(
                isPresent: people[row].isPresent(on: today),
                isAtWork: evidence.activity == nil || atWork.hasAny(row: row, in: quarter),
                canBeSeen: seen.hasAny(row: row, in: lately),
                hasTried: tried,
                hasOnlyWeakSigns: !tried
                    && weak.hasAny(row: row, in: weak.span.lowerBound...max(today, weak.span.lowerBound)),
                habit: habit(of: row, at: now),
                isUser: firsthand.count(row: row, in: userDays) + ofWeeks[row] >= 2)
        }
    }
}
