import Measures
import Rollout

/// The evidence as a diagnosis looks at it: people by weeks, with what can be seen and what cannot.
///
/// Everything later than the as-of day is left out. Week indices run from 0 (`first`) to `now`.
struct Observation: Sendable {
    /// Weeks looked back at most: two years, and the window of the oldest forecast check.
    static let longestWindow = 112
    /// A person without a sign of work for this many weeks is not asked about at all.
    static let quietAfterWeeks = 12
    /// A person unseen for this many weeks cannot be seen now, whatever was seen before.
    static let staleAfterWeeks = 4

    let evidence: Evidence
    /// Week of index 0.
    let first: Week
    /// Number of weeks looked at; the last one is `now`.
    let weeks: Int
    /// Days of firsthand use: assist or agent.
    let firsthand: DayMatrix
    /// Days of weak signs only: review or editor.
    let weak: DayMatrix
    /// Person × week: firsthand use.
    let used: WeekBits
    /// Person × week: firsthand use of which no day is told.
    let usedOnNoDay: WeekBits
    /// Person × week: use could be seen, had there been any.
    let seen: WeekBits
    /// Person × week: a work week at work.
    let atWork: WeekBits
    /// Team × week: use was ordered or counted.
    let mandated: WeekBits
    /// Index of the first week of firsthand use in the whole ledger, which may lie before the window.
    let firstUse: [Int?]

    /// Index of the last complete week.
    var now: Int { weeks - 1 }

    var people: [Person] { evidence.people }

    /// A week by its index.
    func week(_ index: Int) -> Week { first.advanced(by: index) }

    /// Looks at the evidence.
    /// - Complexity: O(people × weeks + ledger rows).
    init(_ evidence: Evidence) {
        self.evidence = evidence
        let now = Observation.lastCompleteWeek(asOf: evidence.asOf, calendar: evidence.calendar)
        let start = Observation.start(of: evidence, now: now)
        first = start
        weeks = now.number - start.number + 1
        let people = evidence.people
        let span = evidence.use.span
        let from = min(span?.lowerBound ?? start.monday, start.monday)
        var firsthand = DayMatrix(rows: people.count, days: from...max(now.sunday, from))
        var weak = firsthand
        for row in evidence.use.rows {
            if evidence.use.keys[Int(row.key)].mode.isWeak {
                weak.merge(row.block, row: Int(row.person))
            } else {
                firsthand.merge(row.block, row: Int(row.person))
            }
        }
        self.firsthand = firsthand
        self.weak = weak
        var used = WeekBits(rows: people.count, weeks: weeks)
        var firstUse = [Int?](repeating: nil, count: people.count)
        for row in people.indices {
            firstUse[row] = firsthand.first(row: row).flatMap {
                $0 <= evidence.asOf ? $0.week.number - start.number : nil
            }
        }
        // Weeks outside the window are passed over.
        firsthand.forEachActiveWeek { row, week, _ in used[row, week - start.number] = true }
        var usedOnNoDay = WeekBits(rows: people.count, weeks: weeks)
        for use in evidence.weeks where !use.mode.isWeak && use.week.monday <= evidence.asOf {
            let (row, week) = (use.person.ordinal, use.week.number - start.number)
            firstUse[row] = min(firstUse[row] ?? week, week)
            if week >= 0, week < weeks, !used[row, week] { usedOnNoDay[row, week] = true }
        }
        for row in people.indices {
            for week in 0..<weeks where usedOnNoDay[row, week] { used[row, week] = true }
        }
        self.used = used
        self.usedOnNoDay = usedOnNoDay
        self.firstUse = firstUse
        seen = Observation.seenWeeks(evidence, first: start, weeks: weeks)
        atWork = Observation.workWeeks(evidence, first: start, weeks: weeks)
        mandated = Observation.mandateWeeks(evidence, first: start, weeks: weeks)
    }

    static func lastCompleteWeek(asOf: Day, calendar: WorkCalendar) -> Week {
        let week = asOf.week
        let lastWorkday = (0..<7).last { calendar.isWorkday(week.monday.advanced(by: $0)) } ?? 4
        return week.monday.advanced(by: lastWorkday) <= asOf ? week : week.advanced(by: -1)
    }

    private static func start(of evidence: Evidence, now: Week) -> Week {
        var earliest = now
        for coverage in evidence.coverage where coverage.absence == .notUsed {
            earliest = min(earliest, coverage.from.week)
        }
        if let span = evidence.use.span { earliest = min(earliest, span.lowerBound.week) }
        if let week = evidence.weeks.map(\.week).min() { earliest = min(earliest, week) }
        return max(earliest, now.advanced(by: 1 - longestWindow))
    }

    /// A week counts as seen where a source covers it from Tuesday to Thursday at least: exports begin
    /// and end in the middle of a week, and two days more or less do not hide a habit.
    static func seenWeeks(_ evidence: Evidence, first: Week, weeks: Int) -> WeekBits {
        var seen = WeekBits(rows: evidence.people.count, weeks: weeks)
        // Coverage without any source of use is a promise nobody kept: nothing was seen.
        guard evidence.sources.contains(.use) else { return seen }
        let members = Dictionary(grouping: evidence.people.indices) { evidence.people[$0].team }
        for coverage in evidence.coverage where coverage.absence == .notUsed {
            let rows: [Int] =
                if let listed = coverage.people {
                    listed.people.map(\.ordinal)
                } else if let team = coverage.team {
                    members[team] ?? []
                } else {
                    Array(evidence.people.indices)
                }
            let fully = (0..<weeks).filter { index in
                let week = first.advanced(by: index)
                return coverage.from <= week.monday.advanced(by: 1)
                    && coverage.to >= week.monday.advanced(by: 3)
            }
            for row in rows { for week in fully { seen[row, week] = true } }
        }
        for coverage in evidence.coverage where coverage.absence == .unknown {
            guard let team = coverage.team else { continue }
            let from = coverage.from.week.number - first.number
            let to = coverage.to.week.number - first.number
            guard from <= to else { continue }
            for row in members[team] ?? [] { for week in from...to { seen[row, week] = false } }
        }
        return seen
    }

    /// SCIENCE 2: at least two worked days; with activity, weeks with any other sign of work.
    private static func workWeeks(_ evidence: Evidence, first: Week, weeks: Int) -> WeekBits {
        var atWork = WeekBits(rows: evidence.people.count, weeks: weeks)
        let workdays = (0..<weeks).map { evidence.calendar.workdays(of: first.advanced(by: $0)) }
        for (row, person) in evidence.people.enumerated() {
            for index in 0..<weeks {
                let week = first.advanced(by: index)
                if let activity = evidence.activity {
                    atWork[row, index] = activity.week(week, row: row) != 0
                    continue
                }
                guard workdays[index].nonzeroBitCount >= 2 else { continue }
                if (person.from.map { $0 <= week.monday } ?? true),
                    (person.to.map { $0 >= week.sunday } ?? true)
                {
                    atWork[row, index] = true
                    continue
                }
                let present = (0..<7).filter { offset in
                    workdays[index] >> UInt8(offset) & 1 == 1
                        && person.isPresent(on: week.monday.advanced(by: offset))
                }
                atWork[row, index] = present.count >= 2
            }
        }
        return atWork
    }

    private static func mandateWeeks(_ evidence: Evidence, first: Week, weeks: Int) -> WeekBits {
        var mandated = WeekBits(rows: max(1, evidence.teams.count), weeks: weeks)
        for mandate in evidence.mandates {
            for index in 0..<weeks {
                let days = first.advanced(by: index)
                let touches = (0..<7).contains { offset in
                    let day = days.monday.advanced(by: offset)
                    return day >= mandate.from && day <= mandate.to && evidence.calendar.isWorkday(day)
                }
                guard touches else { continue }
                if let team = mandate.team {
                    mandated[team, index] = true
                } else {
                    for team in evidence.teams.indices { mandated[team, index] = true }
                }
            }
        }
        return mandated
    }
}
