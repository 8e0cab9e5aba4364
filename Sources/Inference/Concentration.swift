public import Measures
import RealModule

/// How unevenly actions are spread over people, and how much of that is chance.
public enum Concentration {
    /// Gini coefficient of counts, people without actions included.
    ///
    /// - Returns: 0 (all equal) up to (n-1)/n (one has all); `notKnown` without people or without actions.
    /// - Complexity: O(n log n).
    public static func gini(_ counts: [Int]) -> Measured<Double> {
        precondition(counts.allSatisfy { $0 >= 0 }, "counts are at least zero")
        let total = counts.reduce(0, +)
        guard total > 0 else {
            return .notKnown(Reason("noActions", "Concentration needs at least one action."))
        }
        let n = counts.count
        var sum = 0.0
        for (rank, count) in counts.sorted().enumerated() { sum += Double(2 * rank + 1 - n) * Double(count) }
        return .known(sum / (Double(n) * Double(total)))
    }

    /// Gini expected if everybody had the same propensity: the actions fall on people evenly at random.
    ///
    /// Given the total T, two people's actions together are S ~ Binomial(T, 2/n), and their difference is a
    /// fair walk of S steps: E|X − Y| = Σ P(S = s)·s·C(s−1, ⌊(s−1)/2⌋)/2^(s−1). The Gini is linear in these
    /// differences once T is fixed, so (n−1)·E|X − Y|/(2T) is exact for every n and T.
    /// - Parameters:
    ///   - total: Actions, ≥ 1.
    ///   - people: ≥ 1.
    /// - Complexity: O(√(total/people)) terms around the mean of S.
    /// - Source: the mean absolute position of a fair walk; checked against simulation.
    public static func giniUnderEqualPropensity(total: Int, people: Int) -> Double {
        precondition(total >= 1 && people >= 1, "the null needs at least one action and one person")
        guard people > 1 else { return 0 }
        let share = 2 / Double(people)
        let mean = Double(total) * share
        let reach = 12 * mean.squareRoot() + 40
        let first = max(1, Int(mean - reach))
        let last = min(total, Int(mean + reach))
        guard first <= last else { return 0 }
        var difference = 0.0
        for steps in first...last {
            let weight: Double =
                if people == 2 {
                    steps == total ? 0 : -.infinity
                } else {
                    logChoose(total, steps) + Double(steps) * .log(share)
                        + Double(total - steps) * .log(onePlus: -share)
                }
            let walk =
                .log(Double(steps)) + logChoose(steps - 1, (steps - 1) / 2) - Double(steps - 1) * .log(2)
            difference += .exp(weight + walk)
        }
        return Double(people - 1) * difference / (2 * Double(total))
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        .logGamma(Double(n + 1)) - .logGamma(Double(k + 1)) - .logGamma(Double(n - k + 1))
    }

    /// Gini less its value under equal propensity; near 0 where chance explains the spread.
    public static func giniExcess(_ counts: [Int]) -> Measured<Double> {
        gini(counts).map {
            $0 - giniUnderEqualPropensity(total: counts.reduce(0, +), people: counts.count)
        }
    }
}
