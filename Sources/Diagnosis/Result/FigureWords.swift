/// Numbers inside sentences that speak of a whole organisation's null model, never of people.
enum FigureWords {
    /// A share as a percentage; very small ones as "under 1 %".
    static func share(_ value: Double) -> String {
        value < 0.01 ? "under 1 %" : "\(Int((value * 100).rounded())) %"
    }

    /// A difference of shares in percentage points.
    static func points(_ value: Double) -> String {
        let points = Int((value * 100).rounded())
        return "\(points) \(abs(points) == 1 ? "point" : "points")"
    }
}
