import Measures
import Testing

/// A small repeatable stream of days, so that the laws are tried on many sets.
private func someDays(_ seed: UInt64, count: Int, around centre: Int = 0, spread: Int = 400) -> [Day] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Day(number: centre - spread + Int(state >> 33) % (2 * spread))
    }
}

@Suite struct `A set of days` {
    @Test(arguments: 1...20) func `holds what an ordinary set holds`(seed: UInt64) {
        let days = someDays(seed, count: 60)
        let set = DaySet(days)
        let ordinary = Set(days)
        #expect(set.count == ordinary.count)
        #expect(set.days == ordinary.sorted())
        #expect(set.first == ordinary.min())
        #expect(set.last == ordinary.max())
        for number in -420...420 {
            #expect(set.contains(Day(number: number)) == ordinary.contains(Day(number: number)))
        }
    }

    @Test(arguments: 1...20) func `merges alike in any order and any number of times`(seed: UInt64) {
        let a = DaySet(someDays(seed, count: 40))
        let b = DaySet(someDays(seed + 100, count: 40))
        let c = DaySet(someDays(seed + 200, count: 3, spread: 3000))
        #expect(a.union(b) == b.union(a))
        #expect(a.union(b).union(c) == a.union(b.union(c)))
        #expect(a.union(a) == a)
        #expect(a.union(b).union(b) == a.union(b))
        #expect(a.union(DaySet()) == a)
        #expect(DaySet(a.days.reversed()) == a)
        #expect(Set(a.union(c).days) == Set(a.days).union(c.days))
    }

    @Test func `begins its blocks on a Monday and never uses the eight highest bits`() {
        for number in -200...200 {
            let day = Day(number: number)
            let (block, bit) = DaySet.position(of: day)
            #expect((0..<56).contains(bit))
            #expect(DaySet.day(block: block, bit: bit) == day)
            #expect(DaySet.day(block: block, bit: 0).weekday == 1)
        }
        let set = DaySet((-200...200).map { Day(number: $0) })
        #expect(set.blocks.allSatisfy { $0.bits >> 56 == 0 })
        #expect(zip(set.blocks, set.blocks.dropFirst()).allSatisfy { $0.index < $1.index })
    }

    @Test func `is empty without days`() {
        #expect(DaySet().isEmpty)
        #expect(DaySet().first == nil && DaySet().last == nil && DaySet().count == 0)
        var set = DaySet()
        set.merge(DaySet.Block(index: 3, bits: 0))
        #expect(set.isEmpty)
    }
}

@Suite struct `A matrix of days` {
    @Test(arguments: 1...12) func `answers as one set per row would`(seed: UInt64) {
        let range = Day(number: -300)...Day(number: 300)
        var matrix = DayMatrix(rows: 3, days: range)
        var sets = [Set<Day>](repeating: [], count: 3)
        for row in 0..<3 {
            for day in someDays(seed * 7 + UInt64(row), count: 50, spread: 300) {
                matrix.insert(day, row: row)
                sets[row].insert(day)
            }
        }
        let edges = [-310, -300, -57, -56, -3, 0, 52, 53, 54, 109, 300, 310].map { Day(number: $0) }
        for row in 0..<3 {
            for from in edges {
                for to in edges where from <= to {
                    let inside = sets[row].filter { (from...to).contains($0) }
                    #expect(matrix.count(row: row, in: from...to) == inside.count)
                    #expect(matrix.hasAny(row: row, in: from...to) == !inside.isEmpty)
                }
                #expect(matrix.last(row: row, upTo: from) == sets[row].filter { $0 <= from }.max())
            }
            #expect(matrix.first(row: row) == sets[row].min())
            for number in -45...44 {
                let week = Week(number: number)
                let bits = week.days.enumerated().reduce(UInt8(0)) {
                    $0 | (sets[row].contains($1.element) ? 1 << UInt8($1.offset) : 0)
                }
                #expect(matrix.week(week, row: row) == bits)
                for day in week.days { #expect(matrix.contains(day, row: row) == sets[row].contains(day)) }
            }
        }
    }

    @Test func `ignores what lies outside its span`() {
        var matrix = DayMatrix(rows: 1, days: Day(number: 10)...Day(number: 20))
        let span = matrix.span
        #expect(span.contains(Day(number: 10)) && span.contains(Day(number: 20)))
        #expect(span.lowerBound.weekday == 1)
        matrix.insert(span.lowerBound.advanced(by: -1), row: 0)
        matrix.insert(span.upperBound.advanced(by: 1), row: 0)
        #expect(matrix.words.allSatisfy { $0 == 0 })
        #expect(!matrix.contains(span.upperBound.advanced(by: 1), row: 0))
        #expect(matrix.week(span.upperBound.advanced(by: 1).week, row: 0) == 0)
        #expect(matrix.count(row: 0, in: Day(number: -500)...Day(number: -400)) == 0)
        #expect(matrix.last(row: 0, upTo: Day(number: -400)) == nil)
        #expect(matrix.first(row: 0) == nil)
    }

    @Test func `takes whole blocks of a set`() {
        let days = someDays(5, count: 80, spread: 150)
        var matrix = DayMatrix(rows: 2, days: Day(number: -150)...Day(number: 150))
        for block in DaySet(days).blocks { matrix.merge(block, row: 1) }
        #expect(matrix.count(row: 1, in: matrix.span) == Set(days).count)
        #expect(matrix.count(row: 0, in: matrix.span) == 0)
        #expect(DayMatrix(rows: 0, days: Day(number: 0)...Day(number: 1)).words.isEmpty)
    }
}
