import RealModule

/// The special functions the methods rest on; none returns NaN for arguments in its domain.
public enum SpecialFunctions {
    /// Logarithm of the beta function.
    ///
    /// Large arguments go through Stirling's remainder, because the difference of three large
    /// log-gammas would lose the digits that matter.
    /// - Parameters: both > 0.
    /// - Complexity: O(1).
    /// - Source: DLMF 5.12 and 5.11.1.
    public static func logBeta(_ first: Double, _ second: Double) -> Double {
        let small = min(first, second)
        let large = max(first, second)
        let share = small / (small + large)
        if small >= 10 {
            let remainder =
                stirlingRemainder(small) + stirlingRemainder(large) - stirlingRemainder(small + large)
            return remainder - 0.5 * .log(large) + halfLogTwoPi + (small - 0.5) * .log(share)
                + large * .log(onePlus: -share)
        }
        if large >= 10 {
            let remainder = stirlingRemainder(large) - stirlingRemainder(small + large)
            return .logGamma(small) + remainder + small - small * .log(small + large)
                + (large - 0.5) * .log(onePlus: -share)
        }
        return .logGamma(small) + .logGamma(large) - .logGamma(small + large)
    }

    static let halfLogTwoPi = 0.918_938_533_204_672_741_78

    /// log Γ(x) less Stirling's main term, for x ≥ 10; error below 1e-15.
    private static func stirlingRemainder(_ x: Double) -> Double {
        let inverse = 1 / x
        let square = inverse * inverse
        let tail = 1.0 / 1188 - square * 691.0 / 360_360
        return inverse
            * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * tail))))
    }

    /// Regularised incomplete beta function: P(X ≤ x) for X ~ Beta(a, b).
    ///
    /// - Parameters:
    ///   - x: Clamped to 0...1.
    ///   - a: First shape, > 0.
    ///   - b: Second shape, > 0.
    /// - Returns: A probability in 0...1.
    /// - Complexity: O(√max(a, b)) at worst.
    /// - Source: DLMF 8.17.22, continued fraction by Lentz's method.
    public static func regularizedIncompleteBeta(_ x: Double, a: Double, b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = Double.exp(a * .log(x) + b * .log(onePlus: -x) - logBeta(a, b))
        if x < (a + 1) / (a + b + 2) {
            return min(1, front * betaFraction(x, a, b) / a)
        }
        return max(0, 1 - front * betaFraction(1 - x, b, a) / b)
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            let change = d * c
            result *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return result
    }

    /// The value below which a Beta(a, b) variable lies with probability `p`.
    ///
    /// - Parameters:
    ///   - p: A probability; 0 gives 0 and 1 gives 1.
    ///   - a: First shape, > 0.
    ///   - b: Second shape, > 0.
    /// - Complexity: about ten evaluations of the distribution function.
    /// - Source: safeguarded Newton from the leading terms of both tails.
    public static func betaQuantile(_ p: Double, a: Double, b: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        let constant = logBeta(a, b)
        var guess = a / (a + b)
        if a <= 1 || b <= 1 {
            let lower = Double.exp((.log(p) + .log(a) + constant) / a)
            let upper = 1 - Double.exp((.log(onePlus: -p) + .log(b) + constant) / b)
            guess = lower < 0.1 ? lower : upper > 0.9 ? upper : guess
        }
        return root(
            guess, in: 0...1, distribution: { regularizedIncompleteBeta($0, a: a, b: b) - p },
            density: { .exp((a - 1) * .log($0) + (b - 1) * .log(onePlus: -$0) - constant) })
    }

    /// Distribution function of the standard normal distribution.
    public static func normalCDF(_ x: Double) -> Double { 0.5 * .erfc(-x / 2.0.squareRoot()) }

    /// Quantile of the standard normal distribution; `p` strictly between 0 and 1.
    ///
    /// - Precondition: 0 < p < 1.
    /// - Source: Abramowitz & Stegun 26.2.23 as a start, then Halley steps to full precision.
    public static func normalQuantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a normal quantile needs a probability strictly between 0 and 1")
        if p == 0.5 { return 0 }
        let tail = min(p, 1 - p)
        let t = (-2 * Double.log(tail)).squareRoot()
        var x =
            -(t - (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
        for _ in 0..<4 {
            let error = (normalCDF(x) - tail) * .exp(x * x / 2 + halfLogTwoPi)
            x -= error / (1 + x * error / 2)
        }
        return p < 0.5 ? x : -x
    }

    /// Two-sided critical value of the standard normal distribution for a level such as 0.95.
    static func criticalValue(_ level: Double) -> Double {
        precondition(level > 0 && level < 1, "a level lies strictly between 0 and 1")
        return normalQuantile(0.5 + level / 2)
    }

    /// Log-odds of a share strictly between 0 and 1; the ends give infinities.
    public static func logit(_ share: Double) -> Double { .log(share) - .log(onePlus: -share) }

    /// The share with the given log-odds; never overflows.
    public static func logistic(_ x: Double) -> Double {
        if x >= 0 { return 1 / (1 + .exp(-x)) }
        let power = Double.exp(x)
        return power / (1 + power)
    }

    /// Regularised lower incomplete gamma function: P(X ≤ x) for X ~ Gamma(shape, rate 1).
    ///
    /// - Parameters:
    ///   - shape: > 0.
    ///   - x: Values ≤ 0 give 0.
    /// - Complexity: O(√shape).
    /// - Source: DLMF 8.7.1 (series) and 8.9.2 (continued fraction).
    public static func regularizedGammaP(shape: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        let front = Double.exp(shape * .log(x) - x - .logGamma(shape))
        if x < shape + 1 {
            var term = 1 / shape
            var sum = term
            var denominator = shape
            while term > sum * 1e-17 {
                denominator += 1
                term *= x / denominator
                sum += term
            }
            return min(1, front * sum)
        }
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var result = d
        for step in 1...20_000 {
            let numerator = -Double(step) * (Double(step) - shape)
            b += 2
            d = 1 / (numerator * d + b)
            c = b + numerator / c
            let change = d * c
            result *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return max(0, 1 - front * result)
    }

    /// The value below which a Gamma(shape, rate) variable lies with probability `p`.
    ///
    /// - Parameters:
    ///   - p: 0 ≤ p < 1; 0 gives 0.
    ///   - shape: > 0.
    ///   - rate: > 0, in events per unit.
    /// - Source: Wilson & Hilferty (1931) as a start, then safeguarded Newton.
    public static func gammaQuantile(_ p: Double, shape: Double, rate: Double = 1) -> Double {
        precondition(p < 1, "a gamma quantile needs a probability below 1")
        if p <= 0 { return 0 }
        let z = normalQuantile(p)
        let cube = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        var guess = shape * cube * cube * cube
        if shape < 1 || cube <= 0.2 { guess = .exp((.log(p) + .logGamma(shape + 1)) / shape) }
        var top = max(guess, shape, 1) * 2
        while regularizedGammaP(shape: shape, top) < p { top *= 2 }
        let constant = Double.logGamma(shape)
        return root(
            guess, in: 0...top, distribution: { regularizedGammaP(shape: shape, $0) - p },
            density: { .exp((shape - 1) * .log($0) - $0 - constant) }) / rate
    }

    /// Probability that a chi-squared variable with the given degrees of freedom exceeds `x`.
    public static func chiSquaredTail(_ x: Double, degreesOfFreedom: Int) -> Double {
        max(0, 1 - regularizedGammaP(shape: Double(degreesOfFreedom) / 2, x / 2))
    }

    /// Newton's method on a rising function, with bisection wherever a step leaves the bracket.
    private static func root(
        _ guess: Double, in range: ClosedRange<Double>, distribution: (Double) -> Double,
        density: (Double) -> Double
    ) -> Double {
        var low = range.lowerBound
        var high = range.upperBound
        var x = guess > low && guess < high ? guess : (low + high) / 2
        for _ in 0..<200 {
            let value = distribution(x)
            if value == 0 { return x }
            if value < 0 { low = x } else { high = x }
            let slope = density(x)
            let step = value / slope
            var next = x - step
            if !next.isFinite || next <= low || next >= high { next = (low + high) / 2 }
            if abs(next - x) <= 4e-16 * x || high - low <= 1e-300 { return next }
            x = next
        }
        return x
    }
}
