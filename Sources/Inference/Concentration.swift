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

    /// Gini expected if everybody had the same propensity: counts independent Poisson with the same mean.
    ///
    /// E|X - Y| of two Poisson(λ) counts is 2λ e^(-2λ) (I₀(2λ) + I₁(2λ)); among n people a share (n-1)/n of
    /// the pairs are two different people.
    /// - Parameters:
    ///   - total: Actions, ≥ 1.
    ///   - people: ≥ 1.
    /// - Complexity: O(1).
    /// - Source: Ramasubban (1958), doi:10.1093/biomet/45.3-4.549 (mean difference of the Poisson).
    public static func giniUnderEqualPropensity(total: Int, people: Int) -> Double {
        precondition(total >= 1 && people >= 1, "the null needs at least one action and one person")
        let mean = Double(total) / Double(people)
        return (scaledBessel(0, 2 * mean) + scaledBessel(1, 2 * mean)) * Double(people - 1) / Double(people)
    }

    /// Gini less its value under equal propensity; near 0 where chance explains the spread.
    public static func giniExcess(_ counts: [Int]) -> Measured<Double> {
        gini(counts).map {
            $0 - giniUnderEqualPropensity(total: counts.reduce(0, +), people: counts.count)
        }
    }

    /// e^(-x) I_v(x) for order 0 or 1: power series (DLMF 10.25.2) or asymptotic series (10.40.1).
    static func scaledBessel(_ order: Int, _ x: Double) -> Double {
        if x < 30 {
            var term = order == 0 ? 1 : x / 2
            var sum = term
            var step = 1.0
            while term > sum * 1e-17 {
                term *= x * x / (4 * step * (step + Double(order)))
                sum += term
                step += 1
            }
            return sum * .exp(-x)
        }
        let squares = Double(4 * order * order)
        var term = 1.0
        var sum = 1.0
        for step in 1...20 {
            let odd = Double(2 * step - 1)
            term *= -(squares - odd * odd) / (Double(step) * 8 * x)
            sum += term
        }
        return sum / (2 * Double.pi * x).squareRoot()
    }
}
