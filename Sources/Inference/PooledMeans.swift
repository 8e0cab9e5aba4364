import RealModule

/// The mean of one group as it was measured: its value and the variance of that mean.
public struct GroupMean: Hashable, Sendable {
    /// The group's own mean.
    public let value: Double
    /// Variance of the mean, > 0; infinite where the group has no observation.
    public let variance: Double

    /// A measured mean.
    /// - Precondition: the value is finite and the variance above zero.
    public init(_ value: Double, variance: Double) {
        precondition(value.isFinite && variance > 0, "a group's mean is finite and has a variance above zero")
        self.value = value
        self.variance = variance
    }

    /// A group without observations: all that is known of it is what the others are like.
    public static let unknown: GroupMean = GroupMean(0, variance: .infinity)
}

/// Means of many small groups, each drawn toward the others as far as the groups are alike.
///
/// y_t ~ N(θ_t, v_t), θ_t ~ N(μ, τ²), μ flat, τ even on (0, `largestSpread`]; τ is integrated over a grid
/// and μ in closed form, so nothing is plugged in.
/// - Source: Gelman et al., Bayesian Data Analysis, 5.4; the eight schools of its table 5.2 are a test.
public struct PooledMeans: Hashable, Sendable {
    /// Posterior mean and standard deviation of one group's true mean.
    public struct Group: Hashable, Sendable {
        /// Posterior mean.
        public let mean: Double
        /// Posterior standard deviation.
        public let deviation: Double

        /// Probability that the true mean lies below a value, by a normal of the same two moments.
        public func probability(below value: Double) -> Double {
            SpecialFunctions.normalCDF((value - mean) / deviation)
        }
    }

    /// One group a mean given, in the same order.
    public let groups: [Group]
    /// Posterior mean of the spread τ between groups.
    public let spread: Double

    /// Steps of the grid over τ.
    private static let steps = 60

    /// Pools group means.
    ///
    /// - Parameters:
    ///   - means: One a group; groups without observations are `unknown`.
    ///   - largestSpread: The largest τ thought possible, on the scale of the means.
    /// - Throws: `tooFewObservations` with fewer than three measured groups: their spread is then anybody's guess.
    /// - Complexity: O(steps × groups).
    public static func pool(
        _ means: [GroupMean], largestSpread: Double
    ) throws(InferenceFailure) -> PooledMeans {
        let measured = means.filter { $0.variance.isFinite }
        guard measured.count >= 3 else {
            throw InferenceFailure(
                .tooFewObservations, "Pooling means needs at least three groups with observations.")
        }
        precondition(largestSpread > 0, "the largest spread lies above zero")
        var cells: [Cell] = []
        cells.reserveCapacity(steps)
        for step in 0..<steps {
            // Midpoints: τ = 0 itself would only repeat complete pooling.
            cells.append(Cell(measured, spread: (Double(step) + 0.5) / Double(steps) * largestSpread))
        }
        let top = cells.reduce(-Double.infinity) { max($0, $1.logDensity) }
        let weights = cells.map { Double.exp($0.logDensity - top) }
        let sum = weights.reduce(0, +)
        let groups = means.map { one in
            var mean = 0.0
            var square = 0.0
            for (cell, weight) in zip(cells, weights) {
                let (centre, variance) = cell.group(one)
                mean += weight * centre
                square += weight * (variance + centre * centre)
            }
            mean /= sum
            return Group(mean: mean, deviation: max(1e-9, square / sum - mean * mean).squareRoot())
        }
        let spread = zip(cells, weights).reduce(0.0) { $0 + $1.0.spread * $1.1 } / sum
        return PooledMeans(groups: groups, spread: spread)
    }

    /// Everything that follows from one value of τ.
    private struct Cell {
        let spread: Double
        /// log p(τ | y), up to a constant.
        let logDensity: Double
        private let centre: Double
        private let centreVariance: Double

        init(_ means: [GroupMean], spread: Double) {
            let own = spread * spread
            var precision = 0.0
            var sum = 0.0
            var log = 0.0
            for mean in means {
                precision += 1 / (mean.variance + own)
                sum += mean.value / (mean.variance + own)
                log -= 0.5 * .log(mean.variance + own)
            }
            let centre = sum / precision
            for mean in means {
                log -= (mean.value - centre) * (mean.value - centre) / (2 * (mean.variance + own))
            }
            self.spread = spread
            self.centre = centre
            centreVariance = 1 / precision
            logDensity = log - 0.5 * .log(precision)
        }

        /// Mean and variance of a group's true mean given τ, μ integrated out.
        func group(_ mean: GroupMean) -> (centre: Double, variance: Double) {
            let own = spread * spread
            guard mean.variance.isFinite else { return (centre, own + centreVariance) }
            let precision = 1 / mean.variance + 1 / own
            let pull = (1 / own) / precision
            return (
                (1 - pull) * mean.value + pull * centre, 1 / precision + pull * pull * centreVariance
            )
        }
    }
}

/// Which of several uncertain quantities is the lowest.
public enum Lowest {
    /// The probability that each lies lowest of all and below a ceiling; what is left over is that none does.
    ///
    /// P(k) = ∫ up to the ceiling of f_k(x) ∏ (1 − F_j(x)) dx, by Simpson's rule over ten deviations.
    /// - Parameters:
    ///   - groups: Independent posteriors.
    ///   - ceiling: Above it nothing counts as low.
    /// - Returns: One probability a group, in 0...1, adding up to at most 1.
    /// - Complexity: O(400 × groups²).
    public static func probabilities(_ groups: [PooledMeans.Group], below ceiling: Double) -> [Double] {
        let steps = 400
        return groups.indices.map { place in
            let own = groups[place]
            let low = own.mean - 10 * own.deviation
            let high = min(ceiling, own.mean + 10 * own.deviation)
            guard high > low else { return 0 }
            let width = (high - low) / Double(steps)
            var sum = 0.0
            for step in 0...steps {
                let x = low + Double(step) * width
                let z = (x - own.mean) / own.deviation
                var value = Double.exp(-z * z / 2)
                for other in groups.indices where other != place {
                    value *= 1 - groups[other].probability(below: x)
                }
                sum += value * (step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2)
            }
            return min(1, max(0, sum * width / 3 / (own.deviation * (2 * Double.pi).squareRoot())))
        }
    }
}
