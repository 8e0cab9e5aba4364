/// How alike rows of weeks are; a row is a word, week 0 at bit 0.
struct Synchrony {
    /// Weeks of a row, 1...63.
    let weeks: Int
    /// The row in which every week is marked.
    let all: UInt64
    /// What phi is divided by, by marked weeks of either row; shape (weeks + 1) × (weeks + 1).
    private let spreads: [Double]

    /// - Precondition: 1...63 weeks.
    init(weeks: Int) {
        self.weeks = weeks
        all = 1 << UInt64(weeks) - 1
        let n = Double(weeks)
        spreads = (0...weeks).flatMap { one in
            (0...weeks).map { other in
                let a = Double(one) / n
                let b = Double(other) / n
                return (a * (1 - a) * b * (1 - b)).squareRoot()
            }
        }
    }

    /// Mean phi over all pairs of rows; rows must vary.
    /// - Complexity: O(rows²).
    func mean(_ rows: [UInt64]) -> Double {
        var sum = 0.0
        var pairs = 0.0
        for place in rows.indices {
            for other in (place + 1)..<max(place + 1, rows.count) {
                sum += phi(rows[place], rows[other])
                pairs += 1
            }
        }
        return pairs > 0 ? sum / pairs : 0
    }

    /// A row begun a number of weeks later, its end brought to the front; 0 ..< weeks.
    func shifted(_ row: UInt64, by shift: Int) -> UInt64 {
        (row >> UInt64(shift) | row << UInt64(weeks - shift)) & all
    }

    /// The phi coefficient of two rows that vary; correlation of two 0/1 variables.
    func phi(_ one: UInt64, _ other: UInt64) -> Double {
        let n = Double(weeks)
        let marked = one.nonzeroBitCount
        let beside = other.nonzeroBitCount
        let a = Double(marked) / n
        let b = Double(beside) / n
        let both = Double((one & other).nonzeroBitCount) / n
        return (both - a * b) / spreads[marked * (weeks + 1) + beside]
    }
}
