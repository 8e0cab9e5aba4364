import RealModule

/// The probability that a group's rate lies in the lowest third of its fellows.
///
/// Of T groups the lowest third are the max(1, ⌊T/3⌋) lowest; a group belongs to them when fewer than that
/// many others lie below it. Groups are taken as independent given their own posteriors.
enum BottomThird {
    /// Above this many groups the number of others below is taken as normal.
    static let exactLimit = 40
    private static let pieces = 64

    /// One probability per distinct count.
    ///
    /// - Complexity: O(distinct × groups × third) per piece below the limit, O(distinct) per piece above it.
    static func probabilities(_ distinct: DistinctCounts, _ posteriors: [RatePosterior]) -> [Double] {
        let groups = distinct.multiplicities.reduce(0, +)
        guard groups > 1 else { return posteriors.map { _ in 1 } }
        let third = max(1, groups / 3)
        return posteriors.indices.map { own in
            var sum = 0.0
            for piece in 0..<pieces {
                let rate = posteriors[own].quantile((Double(piece) + 0.5) / Double(pieces))
                let below = posteriors.map { $0.cumulative(rate) }
                sum +=
                    groups <= exactLimit
                    ? exact(below, distinct.multiplicities, own, third)
                    : normal(below, distinct.multiplicities, own, third)
            }
            return sum / Double(pieces)
        }
    }

    /// P(fewer than `third` of the others lie below), by adding one group after another.
    private static func exact(_ below: [Double], _ multiplicities: [Int], _ own: Int, _ third: Int) -> Double
    {
        var mass = [Double](repeating: 0, count: third)
        mass[0] = 1
        for (index, p) in below.enumerated() {
            for _ in 0..<(multiplicities[index] - (index == own ? 1 : 0)) {
                for count in stride(from: third - 1, to: 0, by: -1) {
                    mass[count] = mass[count] * (1 - p) + mass[count - 1] * p
                }
                mass[0] *= 1 - p
            }
        }
        return mass.reduce(0, +)
    }

    private static func normal(_ below: [Double], _ multiplicities: [Int], _ own: Int, _ third: Int) -> Double
    {
        var mean = 0.0
        var variance = 0.0
        for (index, p) in below.enumerated() {
            let others = Double(multiplicities[index] - (index == own ? 1 : 0))
            mean += others * p
            variance += others * p * (1 - p)
        }
        let edge = Double(third) - 0.5 - mean
        guard variance > 1e-12 else { return edge > 0 ? 1 : 0 }
        return SpecialFunctions.normalCDF(edge / variance.squareRoot())
    }
}
