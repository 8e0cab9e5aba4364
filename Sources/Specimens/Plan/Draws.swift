import Inference

/// The few draws a specimen needs; prefixed, so that they never stand in the way of Inference's own.
extension RandomSource {
    /// A standard normal number.
    ///
    /// - Source: Marsaglia's polar method (1964), doi:10.1137/1006063; the second number is thrown away so
    ///   that the stream has no hidden state.
    mutating func drawNormal() -> Double {
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * Elementary.log(square) / square).squareRoot() }
        }
    }

    /// A number drawn evenly between two bounds.
    mutating func draw(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// True with a probability.
    mutating func drawBernoulli(_ probability: Double) -> Bool { uniform() < probability }

    /// A whole number drawn evenly from a closed range.
    mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A Poisson count.
    mutating func drawPoisson(_ mean: Double) -> Int { poissonQuantile(uniform(), mean: mean) }

    /// A gamma number of unit scale.
    ///
    /// - Source: Marsaglia & Tsang (2000), doi:10.1145/358407.358414; shape ≥ 1 only.
    mutating func drawGamma(_ shape: Double) -> Double {
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let normal = drawNormal()
            let cube = (1 + c * normal) * (1 + c * normal) * (1 + c * normal)
            guard cube > 0 else { continue }
            if Elementary.log(1 - uniform()) < 0.5 * normal * normal + d - d * cube + d * Elementary.log(cube)
            {
                return d * cube
            }
        }
    }

    /// A beta number; both shapes ≥ 1.
    mutating func drawBeta(_ first: Double, _ second: Double) -> Double {
        let one = drawGamma(first)
        return one / (one + drawGamma(second))
    }
}

/// The Poisson count at a quantile: the same uniform number gives comparable counts under two means.
///
/// - Parameters:
///   - uniform: In [0, 1).
///   - mean: Not negative; meant for small means.
/// - Complexity: O(count).
func poissonQuantile(_ uniform: Double, mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    var term = Elementary.exp(-mean)
    var sum = term
    var count = 0
    while uniform >= sum, count < 200 {
        count += 1
        term *= mean / Double(count)
        sum += term
    }
    return count
}

/// The logistic curve.
func logistic(_ logit: Double) -> Double { 1 / (1 + Elementary.exp(-logit)) }

/// A number held within bounds.
func clip(_ value: Double, _ low: Double = 0, _ high: Double = 1) -> Double { min(max(value, low), high) }

/// e to a power; the one place where this room reaches for the system's mathematics.
func exponential(_ power: Double) -> Double { Elementary.exp(power) }
