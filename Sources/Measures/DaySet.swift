/// A set of days, stored as blocks of 56 days (8 ISO weeks) of one 64-bit word each.
///
/// Union is the whole of importing: adding the same days twice, or in another order, gives the same set.
public struct DaySet: Hashable, Sendable {
    /// Days in a block: eight whole ISO weeks, Monday first.
    public static let daysInBlock = 56

    /// One block: its index and the days set in it, Monday of its first week at bit 0.
    public struct Block: Hashable, Sendable {
        /// Blocks since the one that begins on Monday 1969-12-29.
        public var index: Int32
        /// One bit a day; bits 56 to 63 are never set.
        public var bits: UInt64

        /// A block by its index and bits.
        @inlinable
        public init(index: Int32, bits: UInt64) {
            self.index = index
            self.bits = bits
        }
    }

    /// The blocks that hold at least one day, in ascending order.
    public private(set) var blocks: [Block] = []

    /// The empty set.
    public init() {}

    /// The set of the days given; repeats are harmless.
    public init(_ days: some Sequence<Day>) {
        for day in days { insert(day) }
    }

    /// The block a day lies in and its bit there.
    @inlinable
    public static func position(of day: Day) -> (block: Int32, bit: Int) {
        let shifted = Int(day.number) + 3
        let block = shifted >= 0 ? shifted / daysInBlock : (shifted - daysInBlock + 1) / daysInBlock
        return (Int32(block), shifted - block * daysInBlock)
    }

    /// The day at a bit of a block.
    @inlinable
    public static func day(block: Int32, bit: Int) -> Day {
        Day(number: Int(block) * daysInBlock + bit - 3)
    }

    /// Adds a day.
    /// - Complexity: O(blocks) at worst, O(1) when days come in ascending order.
    public mutating func insert(_ day: Day) {
        let (block, bit) = DaySet.position(of: day)
        merge(Block(index: block, bits: 1 << UInt64(bit)))
    }

    /// Adds every day of a block.
    public mutating func merge(_ block: Block) {
        guard block.bits != 0 else { return }
        if let last = blocks.last, last.index < block.index {
            blocks.append(block)
            return
        }
        let place = blocks.partitioningIndex { $0.index >= block.index }
        if place < blocks.count, blocks[place].index == block.index {
            blocks[place].bits |= block.bits
        } else {
            blocks.insert(block, at: place)
        }
    }

    /// Adds every day of another set.
    public mutating func formUnion(_ other: DaySet) {
        for block in other.blocks { merge(block) }
    }

    /// This set and another together.
    public func union(_ other: DaySet) -> DaySet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// Whether a day is in the set.
    public func contains(_ day: Day) -> Bool {
        let (block, bit) = DaySet.position(of: day)
        let place = blocks.partitioningIndex { $0.index >= block }
        return place < blocks.count && blocks[place].index == block
            && blocks[place].bits >> UInt64(bit) & 1 == 1
    }

    /// Number of days in the set.
    public var count: Int { blocks.reduce(0) { $0 + $1.bits.nonzeroBitCount } }

    /// Whether no day is in the set.
    public var isEmpty: Bool { blocks.isEmpty }

    /// The earliest day; nil when empty.
    public var first: Day? {
        blocks.first.map { DaySet.day(block: $0.index, bit: $0.bits.trailingZeroBitCount) }
    }

    /// The latest day; nil when empty.
    public var last: Day? {
        blocks.last.map { DaySet.day(block: $0.index, bit: 63 - $0.bits.leadingZeroBitCount) }
    }

    /// All days in ascending order.
    public var days: [Day] {
        blocks.flatMap { block in
            (0..<DaySet.daysInBlock).compactMap { bit in
                block.bits >> UInt64(bit) & 1 == 1 ? DaySet.day(block: block.index, bit: bit) : nil
            }
        }
    }
}

extension Array {
    /// The first index whose element satisfies a predicate that is false, then true.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
