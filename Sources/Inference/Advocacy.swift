public import Measures

/// Willingness to recommend, from answers of 0 to 10.
public enum Advocacy {
    /// Below this many answers a difference of shares is too noisy to show.
    public static let smallestForDifference = 30

    /// Share of answers of 9 or 10 less share of 0 to 6; below 30 answers, the share of 8 and above.
    ///
    /// - Parameters:
    ///   - answers: Whole answers in 0...10.
    ///   - level: Probability claimed by the interval.
    /// - Returns: `notKnown` without answers.
    /// - Complexity: O(n).
    /// - Source: variance [pP + pD - (pP - pD)²]/n of a multinomial difference; the share by Wilson (1927).
    public static func estimate(_ answers: [Int], level: Double = 0.9) -> Measured<AdvocacyEstimate> {
        precondition(answers.allSatisfy { (0...10).contains($0) }, "answers lie between 0 and 10")
        guard !answers.isEmpty else {
            return .notKnown(Reason("tooFewAnswers", "Nobody answered how likely they are to recommend it."))
        }
        let n = answers.count
        guard n >= smallestForDifference else {
            let likely = answers.count { $0 >= 8 }
            return .known(
                AdvocacyEstimate(
                    kind: .likelyShare, value: Double(likely) / Double(n),
                    interval: Wilson.interval(successes: likely, of: n, level: level), answers: n))
        }
        let promoters = Double(answers.count { $0 >= 9 }) / Double(n)
        let detractors = Double(answers.count { $0 <= 6 }) / Double(n)
        let value = promoters - detractors
        let deviation = variance(promoters: promoters, detractors: detractors, n: n).squareRoot()
        let half = SpecialFunctions.criticalValue(level) * deviation
        return .known(
            AdvocacyEstimate(
                kind: .promotersLessDetractors, value: value,
                interval: Interval(low: max(-1, value - half), high: min(1, value + half), level: level),
                answers: n))
    }

    /// Sampling variance of the difference of two shares of one sample.
    public static func variance(promoters: Double, detractors: Double, n: Int) -> Double {
        let difference = promoters - detractors
        return max(0, promoters + detractors - difference * difference) / Double(n)
    }
}

/// Willingness to recommend, and which of its two forms the number is.
public struct AdvocacyEstimate: Hashable, Sendable {
    /// The two forms.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Share of 9 and 10 less share of 0 to 6, in -1...1.
        case promotersLessDetractors
        /// Share of 8 and above, in 0...1.
        case likelyShare
    }

    /// Which form the value has.
    public let kind: Kind
    /// The estimate.
    public let value: Double
    /// Its interval.
    public let interval: Interval
    /// Answers it rests on.
    public let answers: Int
}
