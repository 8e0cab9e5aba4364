import Diagnosis
import Measures
import Rollout
import Testing

/// The index that questions about everybody are asked of, against counting by hand.
@Suite struct `An index of use` {
    private static let monday = Day("2026-01-05")!
    private static let people = 60

    /// A log of pseudo-random lines; the last ten people never use anything.
    private static func log(_ seed: UInt64) -> [(person: Int32, day: Int32, actions: Int32)] {
        var state = seed
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        return (0..<2000).map { _ in
            (Int32(next(people - 10)), monday.number + Int32(next(126)), Int32(1 + next(9)))
        }
    }

    private static func index(_ log: [(person: Int32, day: Int32, actions: Int32)]) -> UseIndex {
        let (persons, days, actions) = (log.map(\.person), log.map(\.day), log.map(\.actions))
        return persons.withUnsafeBufferPointer { persons in
            days.withUnsafeBufferPointer { days in
                actions.withUnsafeBufferPointer { actions in
                    UseIndex(
                        people: people, span: monday...monday.advanced(by: 125), persons: persons,
                        days: days, actions: actions)
                }
            }
        }
    }

    @Test(arguments: [1, 2]) func `adds up who did how much and when`(seed: UInt64) {
        let log = Self.log(seed)
        let index = Self.index(log)
        for person in 0..<Self.people {
            let mine = log.filter { $0.person == Int32(person) }
            #expect(index.totals[person] == mine.reduce(0) { $0 + Int($1.actions) })
            let days = Set(mine.map(\.day))
            for day in 0..<126 {
                let date = Self.monday.advanced(by: day)
                #expect(index.days.contains(date, row: person) == days.contains(date.number))
            }
        }
    }

    @Test func `tells days used by week`() {
        let log = Self.log(3)
        let found = Self.index(log).activeWeeks()
        var expected: [String] = []
        for person in 0..<Int32(Self.people) {
            for week in 0..<18 {
                let days = Set(log.filter { $0.person == person }.map(\.day)).count {
                    Day(number: $0).week == Self.monday.week.advanced(by: week)
                }
                if days > 0 { expected.append("\(person) \(days)") }
            }
        }
        #expect(found.map { "\($0.person) \($0.days)" } == expected)
        // The index begins with its first block, which may lie before the first day.
        let before = Self.index(log).days.span.lowerBound.week.distance(to: Self.monday.week)
        #expect(found.allSatisfy { (before..<before + 18).contains(Int($0.week)) })
    }

    @Test func `counts everybody by days of the last four weeks, idle people too`() {
        let log = Self.log(4)
        let last = Self.monday.advanced(by: 125)
        var expected = [Int](repeating: 0, count: 29)
        for person in 0..<Int32(Self.people) {
            let days = Set(log.filter { $0.person == person }.map(\.day))
            expected[days.count { $0 > last.number - 28 }] += 1
        }
        #expect(Self.index(log).lastFourWeeks(upTo: last) == expected)
        #expect(expected[0] >= 10)
    }

    @Test func `says how uneven use is within groups`() {
        let log = Self.log(5)
        let index = Self.index(log)
        let group = (0..<Self.people).map { $0 * 7 % 12 }
        let found = index.gini(by: group, count: 13)
        for place in 0..<12 {
            let totals = group.indices.filter { group[$0] == place }.map { Double(index.totals[$0]) }
            // Half the mean difference over the mean, from its definition.
            let differences = totals.flatMap { one in totals.map { abs(one - $0) } }.reduce(0, +)
            let n = Double(totals.count)
            let expected = differences / (2 * n * totals.reduce(0, +))
            #expect(abs((found[place] ?? -1) - expected) < 1e-12)
        }
        #expect(found[12] == nil)
    }

    @Test func `of a case holds any use, and days in place of actions where those are not counted`() {
        let small = SmallCase(uses: { team, place, week in (team + place + week) % 3 == 0 })
        let evidence = small.evidence()
        let index = UseIndex(evidence)
        #expect(index.days.rows == evidence.people.count)
        for person in evidence.people.indices {
            let days = evidence.use.rows.filter { $0.person == Int32(person) }
                .reduce(0) { $0 + $1.block.bits.nonzeroBitCount }
            #expect(index.totals[person] == days)
        }
        #expect(index.totals.contains { $0 > 0 })
    }
}
