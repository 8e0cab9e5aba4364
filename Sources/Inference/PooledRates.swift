public import Measures
import RealModule

/// Mean, median and central interval of a posterior.
public struct PosteriorSummary: Hashable, Sendable {
    /// Posterior mean.
    public let mean: Double
    /// Posterior median.
    public let median: Double
    /// Central interval.
    public let interval: Interval

    /// A summary.
    public init(mean: Double, median: Double, interval: Interval) {
        self.mean = mean
        self.median = median
        self.interval = interval
    }
}

/// The posterior of one group's rate, pooled with the other groups.
public struct PooledRate: Hashable, Sendable {
    /// What the group showed.
    public let count: Count
    /// Central interval of the rate.
    public let interval: Interval
    /// The whole distribution.
    public let posterior: RatePosterior

    /// Posterior mean of the rate.
    public var mean: Double { posterior.mean }

    /// P(rate ≤ p).
    public func cumulative(_ p: Double) -> Double { posterior.cumulative(p) }

    /// The rate below which the group lies with probability `q`.
    public func quantile(_ q: Double) -> Double { posterior.quantile(q) }
}

/// The rates of all groups of one kind, partially pooled over a grid of (mu, rho).
public struct PooledRates: Sendable {
    /// One rate per group, in the order given.
    public let teams: [PooledRate]
    /// Mean rate of groups like these.
    public let mean: PosteriorSummary
    /// Correlation of two members of one group.
    public let rho: PosteriorSummary
    /// Probability that each group's rate lies in the lowest third of the groups, in the order given.
    public let probabilityBottomThird: [Double]
    /// The rate of everybody in the groups together: group rates weighted by trials, moment-matched to a Beta.
    public let overallShare: PosteriorSummary
    /// Probability claimed by every interval.
    public let level: Double

    /// The posterior of the hyperparameters, for drawing.
    let hyperparameters: PooledHyperparameters

    /// Draws the two hyperparameters together.
    ///
    /// - Complexity: O(log cells).
    public func draw(using source: inout RandomSource) -> (mu: Double, rho: Double) {
        hyperparameters.draw(using: &source)
    }

    /// Draws every group's rate together: one pair of hyperparameters, then each group given it.
    ///
    /// - Complexity: O(groups).
    public func drawRates(using source: inout RandomSource) -> [Double] {
        let (a, b) = HyperGrid.shapes(hyperparameters.drawCell(using: &source))
        return teams.map { team in
            source.beta(
                a + Double(team.count.successes), b + Double(team.count.trials - team.count.successes))
        }
    }
}

/// The posterior of (mu, rho) alone, for who draws from it and needs no group's own rate.
public struct PooledHyperparameters: Sendable {
    /// Cells that carry weight and their running total.
    let cells: [Int]
    let runningWeights: [Double]

    init(_ hyper: HyperGrid) {
        cells = hyper.kept
        var running: [Double] = []
        var sum = 0.0
        for cell in hyper.kept {
            sum += hyper.weights[cell]
            running.append(sum)
        }
        runningWeights = running
    }

    /// Draws the two hyperparameters together.
    ///
    /// - Complexity: O(log cells).
    public func draw(using source: inout RandomSource) -> (mu: Double, rho: Double) {
        let cell = drawCell(using: &source)
        return (HyperGrid.mu(cell % HyperGrid.muCount), HyperGrid.rho(cell / HyperGrid.muCount))
    }

    func drawCell(using source: inout RandomSource) -> Int {
        let target = source.uniform() * (runningWeights.last ?? 1)
        var low = 0
        var high = cells.count - 1
        while low < high {
            let middle = (low + high) / 2
            if runningWeights[middle] > target { high = middle } else { low = middle + 1 }
        }
        return cells[low]
    }
}

extension BetaBinomial {
    /// Partially pooled rates of groups, by integrating over a grid of 60 × 40 values of (mu, rho).
    ///
    /// Prior: mu uniform, rho ~ Beta(1, 6). No sampler; same input, same result.
    /// - Parameters:
    ///   - groups: One count per group; groups without trials get the distribution of a new group.
    ///   - level: Probability claimed by the intervals.
    /// - Throws: `tooFewObservations` where no group has trials.
    /// - Complexity: O(cells × distinct counts × knots), whatever the number of groups.
    /// - Source: Gelman et al., Bayesian Data Analysis, 5.3; coverage in Guides/Methods/SmallGroups.md.
    public static func grid(_ groups: [Count], level: Double = 0.9) throws(InferenceFailure) -> PooledRates {
        guard groups.contains(where: { $0.trials > 0 }) else {
            throw InferenceFailure(.tooFewObservations, "Pooled rates need at least one group with trials.")
        }
        let distinct = DistinctCounts(groups)
        let hyper = HyperGrid(distinct)
        let posteriors = GroupPosteriors(distinct, hyper).posteriors
        let rates = zip(distinct.pairs, posteriors).map { pair, posterior in
            PooledRate(count: pair, interval: posterior.interval(level: level), posterior: posterior)
        }
        let thirds = BottomThird.probabilities(distinct, posteriors)
        return PooledRates(
            teams: distinct.index.map { rates[$0] }, mean: hyper.meanSummary(level: level),
            rho: hyper.rhoSummary(level: level),
            probabilityBottomThird: distinct.index.map { thirds[$0] },
            overallShare: hyper.overallShare(distinct, level: level), level: level,
            hyperparameters: PooledHyperparameters(hyper))
    }

    /// The hyperparameters of the same model, without any group's posterior.
    ///
    /// - Throws: `tooFewObservations` where no group has trials.
    /// - Complexity: O(cells × distinct counts): a small part of ``grid(_:level:)``.
    public static func hyperparameters(_ groups: [Count]) throws(InferenceFailure) -> PooledHyperparameters {
        guard groups.contains(where: { $0.trials > 0 }) else {
            throw InferenceFailure(.tooFewObservations, "Pooled rates need at least one group with trials.")
        }
        return PooledHyperparameters(HyperGrid(DistinctCounts(groups)))
    }
}
