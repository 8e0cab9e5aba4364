import Measures

/// Days by the ten bytes that write them, so that a date is read once and then looked up.
final class DateMemo {
    /// One date; the sixteen bytes are those of the cell and zeros.
    struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        /// Days since 2000-01-01; negative where the slot is empty.
        var day: Int32 = -1
    }

    static let size = 1024
    let slots: UnsafeMutablePointer<Slot>

    init() {
        slots = .allocate(capacity: DateMemo.size)
        slots.initialize(repeating: Slot(), count: DateMemo.size)
    }

    deinit { slots.deallocate() }

    /// Where a date stands if it stands anywhere.
    @inline(__always)
    static func place(_ low: UInt64, _ high: UInt64) -> Int {
        // Day and month, in whatever order, and the last digit of the year are enough.
        Int(truncatingIfNeeded: ((low ^ (high &<< 24)) &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    }

    /// The day a cell writes, as days since 2000-01-01; negative where that takes more than the cell.
    @inline(never)
    static func day(_ cell: UnsafeRawBufferPointer, style: DateStyle?) -> Int32 {
        switch CellDate.read(cell) {
        case .day(let day): return day.number - CellDate.range.lowerBound.number
        case .slashed(let first, let second, let year):
            guard let style else { return -1 }
            let date =
                style == .dayFirst
                ? CellDate.make(year: year, month: second, day: first)
                : CellDate.make(year: year, month: first, day: second)
            guard case .day(let day) = date else { return -1 }
            return day.number - CellDate.range.lowerBound.number
        case .absent, .malformed, .outOfRange: return -1
        }
    }
}
