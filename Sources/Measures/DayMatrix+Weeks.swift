/// Questions a whole matrix answers in one walk over its words.
extension DayMatrix {
    /// Marks one day of one row for each pair of two columns of the same length: the index, from memory.
    ///
    /// - Parameters:
    ///   - rows: Rows, each within 0 ..< `self.rows`.
    ///   - days: Days since 1970-01-01; those outside the span are ignored.
    /// - Complexity: O(pairs), one write each.
    public mutating func insert(rows: UnsafeBufferPointer<Int32>, days: UnsafeBufferPointer<Int32>) {
        precondition(rows.count == days.count, "there is a day for every row")
        let first = Int32(clamping: Int(firstBlock) * DaySet.daysInBlock - 3)
        let places = (0..<blocks * DaySet.daysInBlock).map { day in
            (word: day / DaySet.daysInBlock, bit: UInt64(1) << UInt64(day % DaySet.daysInBlock))
        }
        let (limit, blocks) = (UInt32(self.rows), blocks)
        withWords { words in
            places.withUnsafeBufferPointer { places in
                for index in 0..<rows.count {
                    let row = UInt32(bitPattern: rows[index])
                    precondition(row < limit, "a row lies within the matrix")
                    let day = Int(days[index] &- first)
                    guard day >= 0, day < places.count else { continue }
                    words[Int(row) &* blocks &+ places[day].word] |= places[day].bit
                }
            }
        }
    }

    /// Visits every week with a marked day, row after row and in ascending order.
    ///
    /// - Parameter visit: Is given the row, the week's number and its days as bits, Monday at bit 0.
    /// - Complexity: O(rows × blocks + weeks with a day).
    @inlinable
    public func forEachActiveWeek(_ visit: (_ row: Int, _ week: Int, _ days: UInt8) -> Void) {
        words.withUnsafeBufferPointer { words in
            for row in 0..<rows {
                for column in 0..<blocks {
                    var bits = words[row &* blocks &+ column]
                    var week = (Int(firstBlock) &+ column) &* 8
                    while bits != 0 {
                        let days = UInt8(truncatingIfNeeded: bits & 0x7F)
                        if days != 0 { visit(row, week, days) }
                        bits &>>= 7
                        week &+= 1
                    }
                }
            }
        }
    }

    /// How many rows have 0, 1, 2 … marked days within a range, both ends included.
    ///
    /// - Parameter rows: The rows that are counted, each as often as it is named.
    /// - Returns: One count for each number of days from 0 to the length of the range.
    /// - Complexity: O(rows × blocks of the range).
    public func histogram(of rows: some Sequence<Int>, in days: ClosedRange<Day>) -> [Int] {
        var counts = [Int](repeating: 0, count: days.lowerBound.distance(to: days.upperBound) + 2)
        for row in rows { counts[count(row: row, in: days)] += 1 }
        return counts
    }

    /// Rows by the week of their first marked day, and how many of them have a day in that week and in each
    /// of the weeks after it.
    ///
    /// - Parameter weeks: Weeks after the first that are looked at, ≥ 0.
    /// - Returns: The cohorts with any row, in the order of weeks; `active[k]` is how many have a day k weeks later.
    /// - Complexity: O(rows × blocks + weeks with a day).
    public func cohorts(weeks: Int) -> [Cohort] {
        let first = Int(firstBlock) * 8
        var counts = [Int](repeating: 0, count: blocks * 8 * (weeks + 1))
        var (row, start) = (-1, 0)
        forEachActiveWeek { current, week, _ in
            if current != row { (row, start) = (current, week) }
            if week - start <= weeks { counts[(start - first) * (weeks + 1) + week - start] += 1 }
        }
        return (0..<blocks * 8).compactMap { place in
            let active = counts[place * (weeks + 1)..<(place + 1) * (weeks + 1)]
            return active[active.startIndex] > 0
                ? Cohort(week: Week(number: first + place), active: Array(active)) : nil
        }
    }

    /// Rows whose first marked day lies in one week.
    public struct Cohort: Hashable, Sendable {
        /// The week of the first day.
        public let week: Week
        /// Rows with a day in that week, a week later and so on.
        public let active: [Int]
    }
}
