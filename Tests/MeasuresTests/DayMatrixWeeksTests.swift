import Measures
import Testing

/// Questions a whole matrix of days answers at once, against one day at a time.
@Suite struct `A whole matrix of days` {
    private static let first = Day(year: 2026, month: 1, day: 8)!
    private static let last = Day(year: 2026, month: 8, day: 20)!

    /// Days of rows in no order, some twice, a few outside the span.
    private static func columns(rows: Int, count: Int, seed: UInt64) -> (rows: [Int32], days: [Int32]) {
        var state = seed
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let span = first.distance(to: last) + 1
        // The last row has no day at all.
        let pairs = (0..<count).map { _ in
            (Int32(next(rows - 1)), first.number + Int32(next(span) + (next(50) == 0 ? 400 : 0)))
        }
        return (pairs.map(\.0), pairs.map(\.1))
    }

    private static func matrix(rows: Int, count: Int, seed: UInt64) -> (matrix: DayMatrix, sets: [DaySet]) {
        let (who, when) = columns(rows: rows, count: count, seed: seed)
        var matrix = DayMatrix(rows: rows, days: first...last)
        who.withUnsafeBufferPointer { who in
            when.withUnsafeBufferPointer { when in matrix.insert(rows: who, days: when) }
        }
        var sets = [DaySet](repeating: DaySet(), count: rows)
        for (row, day) in zip(who, when) where matrix.span.contains(Day(number: day)) {
            sets[Int(row)].insert(Day(number: day))
        }
        return (matrix, sets)
    }

    @Test(arguments: [1, 2, 3]) func `is filled from two columns as from one day at a time`(seed: UInt64) {
        let (matrix, sets) = Self.matrix(rows: 40, count: 3000, seed: seed)
        for (row, set) in sets.enumerated() {
            let days = (0..<400).map { Self.first.advanced(by: $0 - 60) }
                .filter { matrix.contains($0, row: row) }
            #expect(days == set.days)
        }
    }

    @Test(arguments: [4, 5]) func `shows every week with a day once and in order`(seed: UInt64) {
        let (matrix, sets) = Self.matrix(rows: 30, count: 900, seed: seed)
        var found: [String] = []
        matrix.forEachActiveWeek { row, week, days in
            found.append("\(row) \(week) \(days.nonzeroBitCount) \(days.trailingZeroBitCount)")
        }
        let expected = sets.enumerated().flatMap { row, set in
            Dictionary(grouping: set.days, by: \.week).sorted { $0.key < $1.key }.map { week, days in
                "\(row) \(week.number) \(days.count) \(week.monday.distance(to: days[0]))"
            }
        }
        #expect(found == expected)
        #expect(!found.isEmpty)
    }

    @Test func `counts rows by their days in a range, those without any too`() {
        let (matrix, sets) = Self.matrix(rows: 200, count: 4000, seed: 6)
        let range = Self.last.advanced(by: -27)...Self.last
        var expected = [Int](repeating: 0, count: 29)
        for set in sets { expected[set.days.count { range.contains($0) }] += 1 }
        #expect(matrix.histogram(of: 0..<200, in: range) == expected)
        #expect(expected[0] >= 1)
        #expect(matrix.histogram(of: [7, 7], in: range).reduce(0, +) == 2)
    }

    @Test(arguments: [0, 8]) func `follows rows from the week of their first day`(weeks: Int) {
        let (matrix, sets) = Self.matrix(rows: 300, count: 2500, seed: 7)
        var expected: [Week: [Int]] = [:]
        for set in sets {
            guard let start = set.days.first?.week else { continue }
            for ahead in Set(set.days.map { start.distance(to: $0.week) }) where ahead <= weeks {
                expected[start, default: [Int](repeating: 0, count: weeks + 1)][ahead] += 1
            }
        }
        let found = matrix.cohorts(weeks: weeks)
        #expect(found.map(\.week) == expected.keys.sorted())
        #expect(found.map(\.active) == expected.sorted { $0.key < $1.key }.map(\.value))
        #expect(found.reduce(0) { $0 + $1.active[0] } == sets.count { !$0.isEmpty })
    }

    @Test func `without a day answers with nothing`() {
        let matrix = DayMatrix(rows: 3, days: Self.first...Self.last)
        #expect(matrix.cohorts(weeks: 8).isEmpty)
        #expect(matrix.histogram(of: 0..<3, in: Self.first...Self.first) == [3, 0])
        matrix.forEachActiveWeek { _, _, _ in Issue.record("no week has a day") }
    }
}
