/// Whether groups differ in how soon the event comes.
public struct LogRank: Hashable, Sendable {
    /// Chi-squared statistic.
    public let statistic: Double
    /// Groups less one.
    public let degreesOfFreedom: Int
    /// Probability of at least this statistic if the groups are alike.
    public let pValue: Double

    /// Compares two or more groups.
    ///
    /// - Parameter groups: Spells by group; each group needs at least one.
    /// - Throws: `tooFewObservations` below two groups or with an empty one; `notIdentified` where no event
    ///   happens while two groups are under observation.
    /// - Complexity: O(times × n).
    /// - Source: Mantel (1966); Peto & Peto (1972), doi:10.2307/2344317.
    public init(_ groups: [[Spell]]) throws(InferenceFailure) {
        guard groups.count >= 2, groups.allSatisfy({ !$0.isEmpty }) else {
            throw InferenceFailure(
                .tooFewObservations, "A log-rank test needs at least two groups with somebody in each.")
        }
        let order = groups.count - 1
        var surplus = [Double](repeating: 0, count: order)
        var covariance = [Double](repeating: 0, count: order * order)
        let times = Set(groups.flatMap { $0.filter(\.event).map(\.time) }).sorted()
        for time in times {
            let atRisk = groups.map { group in Double(group.count { $0.entry < time && $0.time >= time }) }
            let events = groups.map { group in Double(group.count { $0.time == time && $0.event }) }
            let all = atRisk.reduce(0, +)
            let happened = events.reduce(0, +)
            guard all > 1 else { continue }
            let factor = happened * (all - happened) / (all - 1)
            for first in 0..<order {
                let share = atRisk[first] / all
                surplus[first] += events[first] - happened * share
                for second in 0..<order {
                    covariance[first * order + second] +=
                        factor * share * ((first == second ? 1 : 0) - atRisk[second] / all)
                }
            }
        }
        guard let factor = CholeskyFactor(covariance, order: order) else {
            throw InferenceFailure(
                .notIdentified, "No event happened while two groups were under observation.")
        }
        statistic = zip(surplus, factor.solve(surplus)).reduce(0) { $0 + $1.0 * $1.1 }
        degreesOfFreedom = order
        pValue = SpecialFunctions.chiSquaredTail(statistic, degreesOfFreedom: order)
    }
}
