/// Person by day, one bit each: row-major blocks of 56 days, dense over a span of blocks.
///
/// Shape: `rows` × `blocks`. Every habit measure is shifts and popcounts over this matrix.
public struct DayMatrix: Hashable, Sendable {
    /// Number of rows (people).
    public let rows: Int
    /// Index of the first block covered.
    public let firstBlock: Int32
    /// Number of blocks a row has.
    public let blocks: Int
    /// The words, row after row.
    public private(set) var words: [UInt64]

    /// An empty matrix that covers every day of a range.
    ///
    /// - Parameters:
    ///   - rows: Number of people, ≥ 0.
    ///   - days: First and last day to cover; the span is widened to whole blocks.
    /// - Complexity: O(rows × blocks) memory, eight bytes a block.
    public init(rows: Int, days: ClosedRange<Day>) {
        self.rows = rows
        firstBlock = DaySet.position(of: days.lowerBound).block
        blocks = Int(DaySet.position(of: days.upperBound).block - firstBlock) + 1
        words = [UInt64](repeating: 0, count: rows * blocks)
    }

    /// The days covered, whole blocks.
    public var span: ClosedRange<Day> {
        let first = DaySet.day(block: firstBlock, bit: 0)
        return first...first.advanced(by: blocks * DaySet.daysInBlock - 1)
    }

    /// Marks a day of a row; a day outside the span is ignored.
    @inlinable
    public mutating func insert(_ day: Day, row: Int) {
        let (block, bit) = DaySet.position(of: day)
        merge(DaySet.Block(index: block, bits: 1 << UInt64(bit)), row: row)
    }

    /// Adds all days of a block to a row; a block outside the span is ignored.
    public mutating func merge(_ block: DaySet.Block, row: Int) {
        let column = Int(block.index) - Int(firstBlock)
        guard column >= 0, column < blocks else { return }
        words[row * blocks + column] |= block.bits
    }

    /// Lets the words be written where they lie.
    mutating func withWords(_ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
        words.withUnsafeMutableBufferPointer { body($0) }
    }

    /// Whether a day of a row is marked.
    public func contains(_ day: Day, row: Int) -> Bool {
        let (block, bit) = DaySet.position(of: day)
        let column = Int(block) - Int(firstBlock)
        guard column >= 0, column < blocks else { return false }
        return words[row * blocks + column] >> UInt64(bit) & 1 == 1
    }

    /// The seven days of a week as bits, Monday at bit 0; zero outside the span.
    @inlinable
    public func week(_ week: Week, row: Int) -> UInt8 {
        let number = week.number
        let block = number >= 0 ? number / 8 : (number - 7) / 8
        let column = block - Int(firstBlock)
        guard column >= 0, column < blocks else { return 0 }
        let shift = UInt64((number - block * 8) * 7)
        return UInt8(truncatingIfNeeded: words[row * blocks + column] >> shift & 0x7F)
    }

    /// Marked days of a row within a range of days, both ends included.
    public func count(row: Int, in days: ClosedRange<Day>) -> Int {
        var total = 0
        forEachMasked(row: row, in: days) { _, bits in total += bits.nonzeroBitCount }
        return total
    }

    /// Whether a row has any marked day within a range, both ends included.
    public func hasAny(row: Int, in days: ClosedRange<Day>) -> Bool {
        var any = false
        forEachMasked(row: row, in: days) { _, bits in any = any || bits != 0 }
        return any
    }

    /// First marked day of a row; nil when none.
    public func first(row: Int) -> Day? {
        for column in 0..<blocks where words[row * blocks + column] != 0 {
            let bits = words[row * blocks + column]
            return DaySet.day(block: firstBlock + Int32(column), bit: bits.trailingZeroBitCount)
        }
        return nil
    }

    /// Last marked day of a row up to and with a day; nil when none.
    public func last(row: Int, upTo day: Day) -> Day? {
        var result: Day?
        forEachMasked(row: row, in: min(span.lowerBound, day)...day) { column, bits in
            if bits != 0 {
                result = DaySet.day(block: firstBlock + Int32(column), bit: 63 - bits.leadingZeroBitCount)
            }
        }
        return result
    }

    private func forEachMasked(
        row: Int, in days: ClosedRange<Day>, _ visit: (_ column: Int, _ bits: UInt64) -> Void
    ) {
        let covered = span
        let from = max(days.lowerBound, covered.lowerBound)
        let to = min(days.upperBound, covered.upperBound)
        guard rows > 0, from <= to else { return }
        let (firstIndex, firstBit) = DaySet.position(of: from)
        let (lastIndex, lastBit) = DaySet.position(of: to)
        for index in firstIndex...lastIndex {
            var bits = words[row * blocks + Int(index - firstBlock)]
            if index == firstIndex { bits &= ~0 << UInt64(firstBit) }
            if index == lastIndex { bits &= ~0 >> UInt64(63 - lastBit) }
            visit(Int(index - firstBlock), bits)
        }
    }
}
