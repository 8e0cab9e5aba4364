import Measures
import Rollout

/// Looks whether the day a case is taken to speak of can be meant.
///
/// Where nobody says, it is the last day any file tells of. One date such as 2062 for 2026, or a coverage that
/// is written to end in 2099, would have the whole diagnosis speak of a time in which nobody did anything.
enum AsOfCheck {
    /// Days before the as-of day in which a case has use.
    private static let window: Int32 = 182
    /// One person-day in so many counts as hardly any, and so do two.
    private static let hardlyAny = 1000

    /// Reports an as-of day before which there is hardly any use, although there is use earlier.
    /// - Complexity: O(n) for n blocks of use.
    static func report(_ evidence: Evidence, to book: NoticeBook) {
        let first = Day(number: evidence.asOf.number - window)
        let (border, bit) = DaySet.position(of: first)
        var (inside, all) = (0, 0)
        for row in evidence.use.rows {
            let days = row.block.bits.nonzeroBitCount
            all += days
            if row.block.index > border {
                inside += days
            } else if row.block.index == border {
                inside += (row.block.bits >> UInt64(bit)).nonzeroBitCount
            }
        }
        guard all > inside, inside <= 2 || inside * hardlyAny < all else { return }
        book.add(
            .asOfWithoutUse, file: nil,
            "The case speaks of \(evidence.asOf.long), the last day any file tells of, and in the half year before it there is hardly any use. If a date is wrong, correct it; otherwise set `asOf` in case.yaml to the day you mean."
        )
    }
}
