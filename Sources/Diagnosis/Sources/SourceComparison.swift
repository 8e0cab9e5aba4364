import Inference
package import Measures
package import Rollout

/// How far two files that speak of the same tool agree, over the people and days both speak of.
///
/// Nothing in it may be shown before Disclosure has been through it.
package struct SourceComparison: Sendable {
    /// One week of the overlap.
    package struct WeekCount: Hashable, Sendable {
        package let week: Week
        let table: BinaryAgreement

        /// Person-days that either marks.
        package var marked: Int { table.either }
        /// Of these, the share that both mark.
        package var share: Measured<Double> { table.jaccard }
    }

    package let first: SourceUse
    package let second: SourceUse
    /// The days both speak of.
    package let from: Day
    package let to: Day
    /// The people both speak of.
    package let people: PeopleSet
    /// Whether each lists people the other does not; false where it does not list at all.
    package let firstListsOthers: Bool
    package let secondListsOthers: Bool
    /// Person-days: marked by both, by one, and worked days marked by neither.
    let table: BinaryAgreement
    /// The same by week, ascending; days off are counted where somebody used it on them.
    package let weeks: [WeekCount]
    /// The same with the second file's days a day later and a day earlier.
    let shifted: (later: BinaryAgreement, earlier: BinaryAgreement)

    /// Of the person-days that either marks, the share that both mark.
    package var agreement: Measured<Double> { table.jaccard }
    /// Agreement beyond chance over worked days.
    package var kappa: Measured<Double> { table.kappa }
    /// Of the first file's person-days, the share the second has too.
    package var secondHasOfFirst: Measured<Double> { table.secondGivenFirst }
    /// Of the second file's person-days, the share the first has too.
    package var firstHasOfSecond: Measured<Double> { table.firstGivenSecond }
    /// Person-days marked by both and by one alone.
    package var personDays: (both: Int, onlyFirst: Int, onlySecond: Int) {
        (table.both, table.onlyFirst, table.onlySecond)
    }

    /// Compares two files; nil where they speak of different tools, or share no day or nobody.
    ///
    /// - Parameter calendar: Which days are worked: only on those can both say "not used".
    /// - Complexity: O(rows + people × weeks).
    package init?(_ first: SourceUse, _ second: SourceUse, calendar: WorkCalendar) {
        guard first.tool == second.tool, max(first.from, second.from) <= min(first.to, second.to) else {
            return nil
        }
        from = max(first.from, second.from)
        to = min(first.to, second.to)
        self.first = first
        self.second = second
        func named(_ source: SourceUse) -> PeopleSet {
            PeopleSet(Set(source.rows.map(\.person)).map { PersonID(Int($0)) })
        }
        // Who lists nobody speaks of everybody; of those, the users are all that can be told apart.
        let users = named(first).union(named(second))
        people = (first.listed ?? users).intersection(second.listed ?? users)
        guard !people.isEmpty else { return nil }
        firstListsOthers = first.listed.map { !$0.isSubset(of: second.listed ?? users) } ?? false
        secondListsOthers = second.listed.map { !$0.isSubset(of: first.listed ?? users) } ?? false
        let grid = DayGrid(people: people, from: from, to: to)
        let (one, other) = (grid.marks(first.rows), grid.marks(second.rows))
        let worked = grid.mask { calendar.isWorkday($0) }
        let all = grid.mask { _ in true }
        weeks = grid.weeks.map { week, column, bits in
            WeekCount(
                week: week,
                table: grid.table(
                    one, other, columns: column...column, within: { $0 == column ? all[$0] & bits : 0 },
                    worked: worked))
        }
        table = weeks.reduce(BinaryAgreement()) { $0 + $1.table }
        func moved(by days: Int) -> BinaryAgreement {
            grid.table(
                one, grid.marks(second.rows, shiftedBy: days), columns: 0...max(0, grid.columns - 1),
                within: { all[$0] }, worked: worked)
        }
        shifted = (moved(by: 1), moved(by: -1))
    }

    /// The pairs of a list of files that can be compared, in the order of the list.
    package static func pairs(_ sources: [SourceUse], calendar: WorkCalendar) -> [SourceComparison] {
        sources.indices.flatMap { place in
            sources[(place + 1)...].compactMap {
                SourceComparison(sources[place], $0, calendar: calendar)
            }
        }
    }
}

/// Marks of days by person over a span, in columns of 56 days.
private struct DayGrid {
    let from: Day
    let to: Day
    let firstBlock: Int32
    let columns: Int
    private let place: [Int32: Int]

    init(people: PeopleSet, from: Day, to: Day) {
        self.from = from
        self.to = to
        firstBlock = DaySet.position(of: from).block
        columns = Int(DaySet.position(of: to).block - firstBlock) + 1
        place = Dictionary(
            uniqueKeysWithValues: people.people.enumerated().map { (Int32($1.ordinal), $0) })
    }

    /// The days of the span that satisfy a test, by column.
    func mask(_ holds: (Day) -> Bool) -> [UInt64] {
        var mask = [UInt64](repeating: 0, count: columns)
        for day in from...to where holds(day) {
            let (block, bit) = DaySet.position(of: day)
            mask[Int(block - firstBlock)] |= 1 << UInt64(bit)
        }
        return mask
    }

    /// The weeks of the span with their column and bits.
    var weeks: [(week: Week, column: Int, bits: UInt64)] {
        (from.week...to.week).map { week in
            let (block, bit) = DaySet.position(of: week.monday)
            return (week, Int(block - firstBlock), 0x7F << UInt64(bit))
        }
    }

    /// Marks of the people of the grid; shape (people × columns).
    func marks(_ rows: [SourceUse.Row], shiftedBy days: Int = 0) -> [UInt64] {
        var marks = [UInt64](repeating: 0, count: place.count * columns)
        func add(_ row: Int, _ block: Int32, _ bits: UInt64) {
            let column = Int(block - firstBlock)
            if bits != 0, (0..<columns).contains(column) { marks[row * columns + column] |= bits }
        }
        let whole: UInt64 = (1 << UInt64(DaySet.daysInBlock)) - 1
        for entry in rows {
            guard let row = place[entry.person] else { continue }
            let (block, bits) = (entry.block.index, entry.block.bits)
            switch days {
            case 1:
                add(row, block, bits << 1 & whole)
                add(row, block + 1, bits >> UInt64(DaySet.daysInBlock - 1))
            case -1:
                add(row, block, bits >> 1)
                add(row, block - 1, (bits & 1) << UInt64(DaySet.daysInBlock - 1))
            default: add(row, block, bits)
            }
        }
        return marks
    }

    /// Person-days of the columns, on the days allowed.
    func table(
        _ one: [UInt64], _ other: [UInt64], columns chosen: ClosedRange<Int>, within: (Int) -> UInt64,
        worked: [UInt64]
    ) -> BinaryAgreement {
        var (both, onlyOne, onlyOther, neither) = (0, 0, 0, 0)
        for column in chosen where column < columns {
            let allowed = within(column)
            let working = worked[column] & allowed
            for row in 0..<place.count {
                let (a, b) = (one[row * columns + column] & allowed, other[row * columns + column] & allowed)
                both += (a & b).nonzeroBitCount
                onlyOne += (a & ~b).nonzeroBitCount
                onlyOther += (b & ~a).nonzeroBitCount
                neither += (working & ~(a | b)).nonzeroBitCount
            }
        }
        return BinaryAgreement(both: both, onlyFirst: onlyOne, onlySecond: onlyOther, neither: neither)
    }
}
