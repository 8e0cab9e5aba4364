import Measures
import Rollout

/// Who is listed on which day, in a source that names people whether they used a tool or not.
struct ListedDays {
    private var days: [Day: PeopleSet] = [:]

    var isEmpty: Bool { days.isEmpty }

    /// Notes that a person is listed on a day.
    mutating func insert(_ person: Int, on day: Day) {
        days[day, default: PeopleSet()].insert(PersonID(person))
    }

    /// People and spans without a gap, in the order of their first days.
    var spans: [CoverageSpan] {
        CoverageSpan.joined(days.map { CoverageSpan(people: $0.value, from: $0.key, to: $0.key) })
    }
}

/// People who can be seen from a day to a day.
struct CoverageSpan: Hashable {
    var people: PeopleSet
    var from: Day
    var to: Day

    /// The same people and days in as few spans as they take: what touches or overlaps becomes one.
    ///
    /// A source that comes as a file a day covers whole weeks only once its days are joined.
    /// - Complexity: O(n · g) words for n spans and g groups of people with different spans.
    static func joined(_ spans: [CoverageSpan]) -> [CoverageSpan] {
        var open: [CoverageSpan] = []
        var closed: [CoverageSpan] = []
        for next in spans.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) where !next.people.isEmpty {
            var arriving = next.people
            var still: [CoverageSpan] = []
            for group in open {
                guard group.to.advanced(by: 1) >= next.from else {
                    closed.append(group)
                    continue
                }
                let both = group.people.intersection(arriving)
                guard !both.isEmpty else {
                    still.append(group)
                    continue
                }
                arriving = arriving.subtracting(both)
                let rest = group.people.subtracting(both)
                if !rest.isEmpty { still.append(CoverageSpan(people: rest, from: group.from, to: group.to)) }
                still.append(CoverageSpan(people: both, from: group.from, to: max(group.to, next.to)))
            }
            if !arriving.isEmpty {
                still.append(CoverageSpan(people: arriving, from: next.from, to: next.to))
            }
            open = merged(still)
        }
        return merged(closed + open).sorted { left, right in
            let one = (left.from, left.to, left.people.people.first?.ordinal ?? 0)
            return one < (right.from, right.to, right.people.people.first?.ordinal ?? 0)
        }
    }

    /// Groups with the same days put together.
    private static func merged(_ spans: [CoverageSpan]) -> [CoverageSpan] {
        var result: [CoverageSpan] = []
        for span in spans {
            if let place = result.firstIndex(where: { $0.from == span.from && $0.to == span.to }) {
                result[place].people = result[place].people.union(span.people)
            } else {
                result.append(span)
            }
        }
        return result
    }
}
