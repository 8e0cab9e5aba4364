import Measures
import Rollout

extension UseAccumulator {
    /// Actions by person and week, in ascending order; nil where no source counts them.
    /// - Complexity: O(people × days with a row of totals + n) for n other person-days with a count.
    func depth() -> [DepthTally]? {
        guard state.pointee.hasCounts else { return nil }
        let planes = totals?.days ?? []
        let weeks = planes.map { UseAccumulator.week(of: $0.day) }
        var result: [DepthTally] = []
        var apart = 0
        for person in 0..<people {
            var week = WeekOfActions()
            var place = 0
            var other = dayApart(apart, of: person)
            while true {
                // The next day of this person, from either side.
                while place < planes.count, planes[place].day < other, planes[place].totals[person] == 0 {
                    place += 1
                }
                let mine = place < planes.count ? planes[place].day : .max
                let day = min(mine, other)
                if day == .max { break }
                var total = 0
                var number = 0
                if mine == day {
                    total += Int(planes[place].totals[person])
                    number = weeks[place]
                    place += 1
                } else {
                    number = UseAccumulator.week(of: day)
                }
                while other == day {
                    total += Int(clamping: earlierCounts[apart].value)
                    apart += 1
                    other = dayApart(apart, of: person)
                }
                if number != week.number { week.end(person, into: &result, next: number) }
                week.add(total)
            }
            week.end(person, into: &result, next: 0)
        }
        return result
    }

    /// The day of a count that is kept by tool, if it is this person's; otherwise the greatest number.
    @inline(__always)
    private func dayApart(_ place: Int, of person: Int) -> Int {
        guard place < earlierCounts.count else { return .max }
        let personDay = earlierCounts[place].key >> UseAccumulator.toolBits
        guard personDay >> UseAccumulator.dayBits == UInt64(person) else { return .max }
        return Int(personDay & UseAccumulator.dayMask)
    }

    private static func week(of day: Int) -> Int {
        Day(number: Int(firstDay) + day).week.number
    }
}

/// What a person did in a week, while its days come in.
private struct WeekOfActions {
    var number = 0
    private var actions = 0
    private var activeDays = 0
    private var singleActionDays = 0

    /// Adds a day's actions; none is no day.
    mutating func add(_ total: Int) {
        guard total > 0 else { return }
        actions += total
        activeDays += 1
        if total == 1 { singleActionDays += 1 }
    }

    /// Keeps the week if anything was done in it, and begins another.
    mutating func end(_ person: Int, into result: inout [DepthTally], next: Int) {
        if activeDays > 0 {
            result.append(
                DepthTally(
                    person: PersonID(person), week: Week(number: number), actions: actions,
                    activeDays: activeDays, singleActionDays: singleActionDays))
        }
        self = WeekOfActions()
        number = next
    }
}
