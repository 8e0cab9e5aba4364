/// Rows of weeks, one bit each: row-major, week 0 at bit 0 of the row's first word.
///
/// Shape: `rows` × `weeks`.
struct WeekBits: Sendable {
    let rows: Int
    let weeks: Int
    private let stride: Int
    private var words: [UInt64]

    init(rows: Int, weeks: Int) {
        self.rows = rows
        self.weeks = weeks
        stride = max(1, (weeks + 63) / 64)
        words = [UInt64](repeating: 0, count: rows * stride)
    }

    subscript(row: Int, week: Int) -> Bool {
        get {
            week >= 0 && week < weeks
                && words[row * stride + (week >> 6)] >> UInt64(week & 63) & 1 == 1
        }
        set {
            guard week >= 0, week < weeks else { return }
            let place = row * stride + (week >> 6)
            let bit: UInt64 = 1 << UInt64(week & 63)
            if newValue { words[place] |= bit } else { words[place] &= ~bit }
        }
    }

    /// 64 weeks of a row from a week on, that week at bit 0; weeks outside 0 ..< `weeks` are zero.
    func window(row: Int, from week: Int) -> UInt64 {
        if week < 0 { return week > -64 ? window(row: row, from: 0) << UInt64(-week) : 0 }
        let word = week >> 6
        let shift = UInt64(week & 63)
        guard word < stride else { return 0 }
        var bits = words[row * stride + word] >> shift
        if shift > 0, word + 1 < stride { bits |= words[row * stride + word + 1] << (64 - shift) }
        return bits
    }

    /// Marks every week of a row that is marked in a mask, week 0 at bit 0 of its first word.
    mutating func mark(row: Int, mask: [UInt64]) {
        for word in 0..<min(stride, mask.count) { words[row * stride + word] |= mask[word] }
    }

    /// Marked weeks of a row.
    func count(row: Int) -> Int {
        (0..<stride).reduce(0) { $0 + words[row * stride + $1].nonzeroBitCount }
    }

    /// First marked week of a row; nil when none.
    func first(row: Int) -> Int? {
        for word in 0..<stride where words[row * stride + word] != 0 {
            return word * 64 + words[row * stride + word].trailingZeroBitCount
        }
        return nil
    }

    /// Whether any week in a range is marked.
    func hasAny(row: Int, in weeks: Range<Int>) -> Bool {
        guard weeks.count <= 64 else { return weeks.contains { self[row, $0] } }
        let bits = window(row: row, from: weeks.lowerBound)
        return weeks.isEmpty ? false : bits << UInt64(64 - weeks.count) != 0
    }
}
