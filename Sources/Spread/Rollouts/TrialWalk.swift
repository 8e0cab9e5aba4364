public import Inference

/// How the chance of a first try wandered from week to week, and how far it may wander on.
///
/// Counts of a stable chance scatter by luck alone. Where those of an organisation scatter more, something moves all chances
/// together that nobody has in a file: a new model, a busy quarter, a departmental head; or those who are left are less ready than
/// those who have gone before. The level of each week is a state that nobody sees, a random walk that slowly forgets; how far
/// it steps, and where it stands now, follow from the counts, with all their uncertainty.
/// - Source: non-Gaussian state space by integration on a grid: Kitagawa (1987), doi:10.1080/01621459.1987.10478534; counts
///   that scatter more than Poisson's: negative binomial.
public struct TrialWalk: Hashable, Sendable {
    /// What stays of a deviation from week to week: half of it after 23.
    static let memory = 0.97
    /// Steps a week that are weighed, on the scale of logarithms.
    private static let steps = [0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.45, 0.65, 0.9]
    /// Scatter of single weeks beside the walk, as the variance of a week's level.
    private static let scatters = [0.0, 0.1, 0.3, 0.8]
    /// Half a normal: before anything is seen a step is believed to be of about this size.
    private static let usualStep = 0.35
    /// How far the level can lie from the mean of the past, in steps of the grid.
    private static let reach = 40
    private static let width = 0.1

    /// The probability of each step and scatter; shape (steps × scatters).
    private let weights: [Double]
    /// Where the level stands now, for each; shape (steps × scatters × levels).
    private let levels: [[Double]]

    /// Reads the wandering off the past.
    ///
    /// - Parameter weeks: Person-weeks and first tries of each week, by users in sight; shape (weeks × 3). None: nothing but what
    ///   is believed of any organisation.
    /// - Complexity: O(weeks · levels² · steps).
    public init(_ weeks: [[RolloutHistory.Tally]]) {
        let count = 2 * Self.reach + 1
        var pooled = [Double](repeating: 0, count: 3)
        for sight in 0..<3 {
            let all = weeks.reduce(into: (0, 0)) {
                $0.0 += $1[sight].weeks
                $0.1 += $1[sight].moves
            }
            pooled[sight] =
                (RolloutHistory.trialPrior.moves + Double(all.1))
                / (RolloutHistory.trialPrior.moves + RolloutHistory.trialPrior.stays + Double(all.0))
        }
        let seen = weeks.map { week in
            (
                expected: (0..<3).reduce(0.0) { $0 + Double(week[$1].weeks) * pooled[$1] },
                moves: week.reduce(0) { $0 + $1.moves }
            )
        }
        var (logs, ends): ([Double], [[Double]]) = ([], [])
        for (place, step) in Self.steps.enumerated() {
            // Beside its memory a level takes a step; the grid holds it.
            var walk = [[Double]](repeating: [], count: count)
            for from in 0..<count {
                let middle = Self.memory * Self.value(from)
                var row = (0..<count).map { to -> Double in
                    let z = (Self.value(to) - middle) / max(step, 0.4 * Self.width)
                    return z * z > 60 ? 0 : Elementary.exp(-0.5 * z * z)
                }
                let sum = row.reduce(0, +)
                for to in 0..<count { row[to] /= sum }
                walk[from] = row
            }
            for scatter in Self.scatters {
                var level = (0..<count).map { place -> Double in
                    let z = Self.value(place) / 0.5
                    return Elementary.exp(-0.5 * z * z)
                }
                // The grid is finer where steps are small: each stands for as much as lies around it.
                let (below, above) = (
                    place == 0 ? 0 : Self.steps[place - 1],
                    place + 1 < Self.steps.count ? Self.steps[place + 1] : 1.2
                )
                var log =
                    Elementary.log((above - below) / 2)
                    - 0.5 * (step / Self.usualStep) * (step / Self.usualStep)
                Self.normalise(&level)
                for week in seen {
                    var next = [Double](repeating: 0, count: count)
                    for from in 0..<count where level[from] > 1e-12 {
                        for to in 0..<count { next[to] += level[from] * walk[from][to] }
                    }
                    if week.expected > 0 {
                        for place in 0..<count {
                            next[place] *= Elementary.exp(
                                Self.logChance(
                                    week.moves, mean: week.expected * Elementary.exp(Self.value(place)),
                                    scatter: scatter))
                        }
                    }
                    log += Elementary.log(max(1e-300, Self.normalise(&next)))
                    level = next
                }
                logs.append(log)
                ends.append(level)
            }
        }
        let top = logs.max() ?? 0
        var weights = logs.map { Elementary.exp($0 - top) }
        Self.normalise(&weights)
        self.weights = weights
        levels = ends
    }

    /// The step a week in the mean of what the past allows, on the scale of logarithms.
    public var step: Double {
        weights.indices.reduce(0) { $0 + weights[$1] * Self.steps[$1 / Self.scatters.count] }
    }

    /// What the chances of the coming weeks are multiplied with, drawn with the probability the past gives it; shape (weeks).
    ///
    /// - Complexity: O(weeks + levels).
    public func multipliers(weeks: Int, using random: inout RandomSource) -> [Double] {
        let chosen = random.categorical(weights: weights)
        let step = Self.steps[chosen / Self.scatters.count]
        let place = random.categorical(weights: levels[chosen])
        var level = Self.value(place) + (random.uniform() - 0.5) * Self.width
        return (0..<weeks).map { _ in
            level = Self.memory * level + step * random.normal()
            return Elementary.exp(min(4, max(-4, level)))
        }
    }

    private static func value(_ place: Int) -> Double { Double(place - reach) * width }

    @discardableResult
    private static func normalise(_ values: inout [Double]) -> Double {
        let sum = values.reduce(0, +)
        guard sum > 0 else { return 0 }
        for index in values.indices { values[index] /= sum }
        return sum
    }

    /// The log probability of a count: negative binomial of variance mean + scatter · mean².
    private static func logChance(_ count: Int, mean: Double, scatter: Double) -> Double {
        let k = Double(count)
        if scatter == 0 {
            return k * Elementary.log(mean) - mean - Elementary.logGamma(k + 1)
        }
        let size = 1 / scatter
        return Elementary.logGamma(k + size) - Elementary.logGamma(size) - Elementary.logGamma(k + 1)
            + size * Elementary.log(size / (size + mean)) + k * Elementary.log(mean / (size + mean))
    }
}
