public import Measures

/// How far one set of ordinal answers lies above another.
public struct SuperiorityEstimate: Hashable, Sendable {
    /// P(X > Y) + ½ P(X = Y) for one answer drawn from each set.
    public let value: Double
    /// Interval of the value; nil where none was asked for.
    public let interval: Interval?
    /// Answers in the first set.
    public let first: Int
    /// Answers in the second set.
    public let second: Int

    /// Cliff's delta, in -1...1.
    public var cliffsDelta: Double { 2 * value - 1 }
}

/// Probability of superiority: the Mann-Whitney statistic as a share.
public enum Superiority {
    /// The probability that an answer from `x` exceeds one from `y`, ties counted half.
    ///
    /// - Returns: `notKnown` (`tooFewAnswers`) where a set is empty.
    /// - Complexity: O(n log n).
    /// - Source: Cliff (1993), doi:10.1037/0033-2909.114.3.494; golden value in Guides/Methods/Ordinal.md.
    public static func probability(_ x: [Int], over y: [Int]) -> Measured<SuperiorityEstimate> {
        let levels = Set(x).union(y).sorted()
        let place = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
        return probability(
            histogram: histogram(x, place, levels.count), over: histogram(y, place, levels.count))
    }

    /// The same from counts per answer, lowest answer first.
    ///
    /// - Parameters: two histograms of the same length, counts ≥ 0.
    /// - Complexity: O(answers offered), whatever the number of people.
    public static func probability(
        histogram x: [Int], over y: [Int]
    ) -> Measured<SuperiorityEstimate> {
        precondition(x.count == y.count, "both histograms must have the same answers")
        let first = x.reduce(0, +)
        let second = y.reduce(0, +)
        guard first > 0, second > 0 else {
            return .notKnown(Reason("tooFewAnswers", "One of the two sets has no answers to compare."))
        }
        return .known(
            SuperiorityEstimate(
                value: value(x.map(Double.init), y.map(Double.init)), interval: nil, first: first,
                second: second))
    }

    /// The same from weights per answer, lowest answer first; nil where a set has no weight.
    public static func probability(weights x: [Double], over y: [Double]) -> Double? {
        precondition(x.count == y.count, "both histograms must have the same answers")
        guard x.reduce(0, +) > 0, y.reduce(0, +) > 0 else { return nil }
        return value(x, y)
    }

    /// The estimate with a percentile bootstrap interval over people.
    ///
    /// - Parameters:
    ///   - replicates: Bootstrap draws, ≥ 1.
    ///   - level: Probability claimed.
    ///   - shifts: What those who did not answer are taken to think, set by set; nil: like those who did.
    /// - Complexity: O(replicates × distinct answers): a resample of a histogram is a multinomial draw.
    public static func probability(
        _ x: [Int], over y: [Int], level: Double = 0.9, replicates: Int = 1000,
        shifts: (first: NonResponseShift, second: NonResponseShift)? = nil,
        using source: inout RandomSource
    ) -> Measured<SuperiorityEstimate> {
        let levels = Set(x).union(y).sorted()
        let place = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
        let first = histogram(x, place, levels.count)
        let second = histogram(y, place, levels.count)
        guard case .known(let estimate) = probability(histogram: first, over: second) else {
            return probability(histogram: first, over: second)
        }
        func superiority(_ x: [Double], _ y: [Double]) -> Double {
            guard let shifts else { return value(x, y) }
            return value(shifts.first.histogram(x), shifts.second.histogram(y))
        }
        var values: [Double] = []
        values.reserveCapacity(replicates)
        for _ in 0..<replicates {
            values.append(superiority(resample(first, &source), resample(second, &source)))
        }
        return .known(
            SuperiorityEstimate(
                value: superiority(first.map(Double.init), second.map(Double.init)),
                interval: Percentiles.interval(values, level: level),
                first: estimate.first, second: estimate.second))
    }

    private static func histogram(_ answers: [Int], _ place: [Int: Int], _ count: Int) -> [Int] {
        var result = [Int](repeating: 0, count: count)
        for answer in answers { result[place[answer] ?? 0] += 1 }
        return result
    }

    private static func value(_ x: [Double], _ y: [Double]) -> Double {
        var below = 0.0
        var sum = 0.0
        for (mine, theirs) in zip(x, y) {
            sum += mine * (below + theirs / 2)
            below += theirs
        }
        return sum / (x.reduce(0, +) * below)
    }

    private static func resample(_ counts: [Int], _ source: inout RandomSource) -> [Double] {
        var remaining = counts.reduce(0, +)
        var pool = remaining
        return counts.map { count in
            let drawn =
                count == pool
                ? remaining : source.binomial(n: remaining, p: Double(count) / Double(max(pool, 1)))
            remaining -= drawn
            pool -= count
            return Double(drawn)
        }
    }
}

/// Percentile intervals from draws.
public enum Percentiles {
    /// The value below which a share `q` of the draws lies, interpolated between neighbours.
    ///
    /// - Precondition: at least one draw; 0 ≤ q ≤ 1.
    /// - Complexity: O(n log n).
    public static func quantile(_ draws: [Double], _ q: Double) -> Double { sorted(draws.sorted(), q) }

    /// The central interval of draws.
    public static func interval(_ draws: [Double], level: Double) -> Interval {
        let ordered = draws.sorted()
        return Interval(
            low: sorted(ordered, (1 - level) / 2), high: sorted(ordered, (1 + level) / 2), level: level)
    }

    static func sorted(_ ordered: [Double], _ q: Double) -> Double {
        precondition(!ordered.isEmpty, "a quantile needs at least one draw")
        let place = q * Double(ordered.count - 1)
        let low = min(ordered.count - 1, Int(place))
        let high = min(ordered.count - 1, low + 1)
        return ordered[low] + (place - Double(low)) * (ordered[high] - ordered[low])
    }
}
