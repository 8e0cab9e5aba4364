/// The continuous ranked probability score: how far a forecast's distribution lies from what happened, in its own unit.
///
/// 0 is perfect; of a single number it is the absolute error, so forecasts with and without uncertainty compare.
/// - Source: Gneiting & Raftery (2007), doi:10.1198/016214506000001437, equation 21.
public enum RankedProbability {
    /// The score of draws against an outcome: E|X − y| − ½ E|X − X′|.
    ///
    /// - Parameter draws: At least one; all pairs are compared, each draw with itself too.
    /// - Complexity: O(n · log n).
    public static func score(draws: [Double], outcome: Double) -> Double {
        precondition(!draws.isEmpty, "a forecast has at least one draw")
        let sorted = draws.sorted()
        let count = Double(sorted.count)
        var error = 0.0
        var spread = 0.0
        for (rank, value) in sorted.enumerated() {
            error += abs(value - outcome)
            // Σ over pairs of |x − x′| is Σ (2·rank + 1 − n)·x, twice.
            spread += (2 * Double(rank) + 1 - count) * value
        }
        return error / count - spread / (count * count)
    }
}
