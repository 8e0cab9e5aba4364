public import Measures

/// Whether events come in bursts: -1 clockwork, 0 as if at random, towards 1 in bursts.
public struct Burstiness: Hashable, Sendable {
    /// Goh and Barabási's B, biased in short series.
    public let plain: Double
    /// Kim and Jo's A_n, free of that bias.
    public let adjusted: Double

    /// Burstiness of the gaps between successive events.
    ///
    /// - Parameter gaps: Times between events, ≥ 0, in any unit; n events have n - 1 gaps.
    /// - Returns: `notKnown` below three gaps (four events), or where all gaps are zero.
    /// - Complexity: O(n).
    /// - Source: Goh & Barabási (2008), doi:10.1209/0295-5075/81/48002; Kim & Jo (2016),
    ///   doi:10.1103/PhysRevE.94.032311, equation 22.
    public static func measure(gaps: [Double]) -> Measured<Burstiness> {
        precondition(gaps.allSatisfy { $0 >= 0 && $0.isFinite }, "gaps are finite and at least zero")
        guard gaps.count >= 3, gaps.contains(where: { $0 > 0 }) else {
            return .notKnown(Reason("tooFewEvents", "Burstiness needs at least four events."))
        }
        let count = Double(gaps.count)
        let mean = gaps.reduce(0, +) / count
        let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let ratio = variance.squareRoot() / mean
        let more = (count + 2).squareRoot()
        let less = count.squareRoot()
        return .known(
            Burstiness(
                plain: (ratio - 1) / (ratio + 1),
                adjusted: (more * ratio - less) / ((more - 2) * ratio + less)))
    }
}
