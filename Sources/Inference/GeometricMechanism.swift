import RealModule

/// Two-sided geometric noise on counts, the discrete mechanism of differential privacy.
public enum GeometricMechanism {
    /// Standard deviation of the noise for a privacy loss ε > 0: √(2α)/(1-α), α = e^(-ε).
    ///
    /// - Source: Ghosh, Roughgarden & Sundararajan (2012), doi:10.1137/09076828X.
    public static func standardDeviation(epsilon: Double) -> Double {
        precondition(epsilon > 0, "a privacy loss is above zero")
        let alpha = Double.exp(-epsilon)
        return (2 * alpha).squareRoot() / (1 - alpha)
    }

    /// Draws the noise: the difference of two geometric numbers.
    public static func noise(epsilon: Double, using source: inout RandomSource) -> Int {
        precondition(epsilon > 0, "a privacy loss is above zero")
        func geometric() -> Int { Int((Double.log(source.openUniform()) / -epsilon).rounded(.down)) }
        let up = geometric()
        return up - geometric()
    }
}
