import RealModule

/// Exponential decay in half-lives.
public enum Exponential {
    /// What is left of one after a number of half-lives, 2^(−h).
    ///
    /// - Parameter halfLives: Any finite number; negative gives growth.
    public static func halving(_ halfLives: Double) -> Double { Double.exp2(-halfLives) }
}
