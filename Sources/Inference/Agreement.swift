public import Measures

/// Whether members of a team agree enough for a team score to mean something.
public enum Agreement {
    /// Within-group agreement on one item: 1 - s² / uniform variance.
    ///
    /// - Parameters:
    ///   - answers: Answers of one team, whole points of the scale.
    ///   - options: Points on the scale, ≥ 2; the uniform variance is (options² - 1)/12.
    /// - Returns: At most 1; negative where answers are more spread than chance. `notKnown` below two answers.
    /// - Source: James, Demaree & Wolf (1984), doi:10.1037/0021-9010.69.1.85.
    public static func rwg(_ answers: [Int], options: Int = 5) -> Measured<Double> {
        precondition(options >= 2, "a scale has at least two points")
        guard answers.count >= 2 else {
            return .notKnown(Reason("tooFewAnswers", "Agreement within a team needs at least two answers."))
        }
        let n = Double(answers.count)
        let mean = Double(answers.reduce(0, +)) / n
        let variance = answers.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / (n - 1)
        return .known(1 - variance / (Double(options * options - 1) / 12))
    }

    /// Share of the variance that lies between teams, for one member's answer and for a team's mean.
    ///
    /// - Parameter groups: Answers by team; empty teams are left out.
    /// - Returns: `notKnown` below two teams, without a second member anywhere, or without any variance.
    /// - Complexity: O(answers).
    /// - Source: Shrout & Fleiss (1979), ICC(1) and ICC(1,k); unequal sizes by the usual mean size
    ///   (N - Σn²/N)/(G - 1).
    public static func intraclass(_ groups: [[Double]]) -> Measured<IntraclassCorrelation> {
        let used = groups.filter { !$0.isEmpty }
        let total = used.reduce(0) { $0 + $1.count }
        guard used.count >= 2, total > used.count else {
            return .notKnown(
                Reason(
                    "tooFewAnswers",
                    "Comparing teams needs two teams and a second answer in at least one of them."))
        }
        let n = Double(total)
        let grand = used.reduce(0) { $0 + $1.reduce(0, +) } / n
        var between = 0.0
        var within = 0.0
        for group in used {
            let mean = group.reduce(0, +) / Double(group.count)
            between += Double(group.count) * (mean - grand) * (mean - grand)
            within += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        let groupCount = Double(used.count)
        let meanSquareBetween = between / (groupCount - 1)
        let meanSquareWithin = within / (n - groupCount)
        let squares = used.reduce(0) { $0 + Double($1.count * $1.count) }
        let size = (n - squares / n) / (groupCount - 1)
        let denominator = meanSquareBetween + (size - 1) * meanSquareWithin
        guard denominator > 0, meanSquareBetween > 0 else {
            return .notKnown(
                Reason("noVariance", "Every team has the same mean, so no share of variance can be told."))
        }
        return .known(
            IntraclassCorrelation(
                icc1: (meanSquareBetween - meanSquareWithin) / denominator,
                icc2: (meanSquareBetween - meanSquareWithin) / meanSquareBetween,
                groupSize: size, groups: used.count, answers: total))
    }

    /// ICC(1) alone.
    public static func icc1(_ groups: [[Double]]) -> Measured<Double> { intraclass(groups).map(\.icc1) }

    /// ICC(2) alone.
    public static func icc2(_ groups: [[Double]]) -> Measured<Double> { intraclass(groups).map(\.icc2) }
}

/// Share of the variance of answers that lies between teams.
public struct IntraclassCorrelation: Hashable, Sendable {
    /// For a single answer; below 0.05, opinions differ within teams more than between them.
    public let icc1: Double
    /// For a team's mean.
    public let icc2: Double
    /// Team size the formula used.
    public let groupSize: Double
    /// Teams with answers.
    public let groups: Int
    /// Answers in all.
    public let answers: Int
}
