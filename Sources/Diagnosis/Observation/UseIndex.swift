import Inference
package import Measures
package import Rollout

/// Who used anything on which day, and how much in all: what questions about many people are asked of.
///
/// Eight bytes a person and block of 56 days, and eight a person for the total. Never shown for one person.
package struct UseIndex: Sendable {
    /// Person × day: any use.
    package private(set) var days: DayMatrix
    /// Actions of each person; days of use where actions are not counted.
    package private(set) var totals: [Int]

    /// The index of a case.
    /// - Complexity: O(people × blocks + rows of the ledger).
    package init(_ evidence: Evidence) {
        let span = evidence.use.span ?? evidence.asOf...evidence.asOf
        days = DayMatrix(rows: evidence.people.count, days: span)
        totals = [Int](repeating: 0, count: evidence.people.count)
        for row in evidence.use.rows { days.merge(row.block, row: Int(row.person)) }
        if let depth = evidence.depth {
            for tally in depth { totals[tally.person.ordinal] += tally.actions }
        } else {
            for person in totals.indices { totals[person] = days.count(row: person, in: span) }
        }
    }

    /// The index of a log in memory: three columns of one length.
    ///
    /// - Parameters:
    ///   - people: Number of people.
    ///   - span: First and last day.
    ///   - persons: Who, each within 0 ..< `people`.
    ///   - days: When, in days since 1970-01-01.
    ///   - actions: How much.
    /// - Complexity: O(log), two writes a line of it.
    package init(
        people: Int, span: ClosedRange<Day>, persons: UnsafeBufferPointer<Int32>,
        days when: UnsafeBufferPointer<Int32>, actions: UnsafeBufferPointer<Int32>
    ) {
        precondition(persons.count == actions.count, "there is a count for every line")
        days = DayMatrix(rows: people, days: span)
        days.insert(rows: persons, days: when)
        var totals = [Int](repeating: 0, count: people)
        totals.withUnsafeMutableBufferPointer { totals in
            for line in 0..<persons.count { totals[Int(persons[line])] &+= Int(actions[line]) }
        }
        self.totals = totals
    }

    /// One person's week with any use.
    package struct ActiveWeek: Hashable, Sendable {
        package let person: Int32
        /// Weeks since the first week of the index.
        package let week: Int16
        /// Days used, 1 to 7.
        package let days: Int16
    }

    /// Days used by person and week, where there are any, in ascending order.
    /// - Complexity: O(people × blocks + result).
    package func activeWeeks() -> [ActiveWeek] {
        var result: [ActiveWeek] = []
        let first = days.span.lowerBound.week.number
        result.reserveCapacity(days.rows * 8)
        days.forEachActiveWeek { row, week, bits in
            result.append(
                ActiveWeek(
                    person: Int32(truncatingIfNeeded: row), week: Int16(truncatingIfNeeded: week - first),
                    days: Int16(bits.nonzeroBitCount)))
        }
        return result
    }

    /// People by the number of days used in the 28 up to a day.
    /// - Complexity: O(people).
    package func lastFourWeeks(upTo day: Day) -> [Int] {
        days.histogram(of: 0..<days.rows, in: day.advanced(by: -27)...day)
    }

    /// How unevenly actions are spread within each group; nil where a group has none.
    ///
    /// - Parameters:
    ///   - group: The group of each person.
    ///   - count: Number of groups.
    /// - Complexity: O(people log people).
    package func gini(by group: [Int], count: Int) -> [Double?] {
        var members = [Int](repeating: 0, count: count + 1)
        for place in group { members[place + 1] += 1 }
        for place in 0..<count { members[place + 1] += members[place] }
        var next = members
        var sorted = [Int](repeating: 0, count: group.count)
        for (person, place) in group.enumerated() {
            sorted[next[place]] = totals[person]
            next[place] += 1
        }
        return (0..<count).map { place in
            Concentration.gini(Array(sorted[members[place]..<members[place + 1]])).value
        }
    }
}
