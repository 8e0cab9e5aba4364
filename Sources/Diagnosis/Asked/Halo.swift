import Rollout

/// How much of each item a person's general mood, or habit of agreeing, explains.
///
/// People who like the tool score everything high, and some people agree with everything: the first
/// lowers a reversed item, the second raises it. Which of the two it is, the answers themselves tell:
/// the share is the slope of the item on the mean of the person's other items, drawn toward one half.
/// - Source: SCIENCE 1.2 (halo, share ½), estimated instead of assumed.
struct Halo: Sendable {
    /// The share that is assumed before any answer is seen.
    static let start = 0.5
    /// What the start is worth in answers.
    static let worth = 30.0

    /// Shares by item; shape (10) in the order of `PulseItem.allCases`.
    private let shares: [Double]

    /// Estimates the shares.
    /// - Complexity: O(respondents × items²).
    init(_ respondents: [Respondent]) {
        var shares = [Double](repeating: Halo.start, count: PulseItem.allCases.count)
        for item in PulseItem.scored {
            let pairs = respondents.compactMap { one -> (own: Double, others: Double)? in
                guard one.layer != .executive, let own = one.score(item), let others = one.mood(besides: item)
                else { return nil }
                return (own, others)
            }
            shares[item.place] = Halo.slope(pairs)
        }
        self.shares = shares
    }

    /// The share of an item.
    subscript(item: PulseItem) -> Double { shares[item.place] }

    /// Slope of own on others, drawn toward the start; between −1 and 1.
    private static func slope(_ pairs: [(own: Double, others: Double)]) -> Double {
        guard pairs.count >= 2 else { return start }
        let n = Double(pairs.count)
        let own = pairs.reduce(0) { $0 + $1.own } / n
        let others = pairs.reduce(0) { $0 + $1.others } / n
        var cross = 0.0
        var square = 0.0
        for pair in pairs {
            cross += (pair.own - own) * (pair.others - others)
            square += (pair.others - others) * (pair.others - others)
        }
        // Others' spread sets what one answer is worth; without any spread nothing is learned.
        guard square > 0 else { return start }
        let typical = square / n
        return min(1, max(-1, (cross + start * worth * typical) / (square + worth * typical)))
    }
}
