import Inference

/// What numbers of covered sets say about influence, each holding with a given probability.
///
/// - Source: Tang, Tang, Xiao & Yuan (2018), doi:10.1145/3183713.3183749 (OPIM-C), equations 5 and 15.
enum OpimBounds {
    /// A share that the true share of covered sets is not below, with probability 1 − e^(−a).
    static func lower(covered: Double, drawn: Double, a: Double) -> Double {
        let root = (covered + 2 * a / 9).squareRoot() - (a / 2).squareRoot()
        return max(0, root <= 0 ? 0 : root * root - a / 18) / drawn
    }

    /// A share that the true share of covered sets is not above, with probability 1 − e^(−a).
    static func upper(covered: Double, drawn: Double, a: Double) -> Double {
        let root = (covered + a / 2).squareRoot() + (a / 2).squareRoot()
        return min(1, root * root / drawn)
    }

    /// The logarithm of the number of ways to choose k of n.
    static func logChoices(_ n: Int, _ k: Int) -> Double {
        guard k > 0, k < n else { return 0 }
        return Elementary.logGamma(Double(n) + 1) - Elementary.logGamma(Double(k) + 1)
            - Elementary.logGamma(Double(n - k) + 1)
    }
}
