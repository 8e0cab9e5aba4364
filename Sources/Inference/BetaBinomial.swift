import RealModule

/// Rates of many small groups that differ more than chance explains.
///
/// Model: successes u of n are Binomial(n, p), p is Beta(mu·K, (1-mu)·K) with K = 1/rho - 1;
/// rho is the correlation of two members of one group.
public enum BetaBinomial {
    /// Log-likelihood of (mu, rho), binomial coefficients left out.
    ///
    /// - Parameters:
    ///   - mu: Mean rate, strictly between 0 and 1.
    ///   - rho: Within-group correlation, strictly between 0 and 1.
    /// - Complexity: O(groups).
    public static func logLikelihood(_ groups: [Count], mu: Double, rho: Double) -> Double {
        let size = 1 / rho - 1
        return logLikelihood(groups, alpha: mu * size, beta: (1 - mu) * size)
    }

    static func logLikelihood(_ groups: [Count], alpha: Double, beta: Double) -> Double {
        let prior = SpecialFunctions.logBeta(alpha, beta)
        return groups.reduce(0) { sum, group in
            sum
                + SpecialFunctions.logBeta(
                    alpha + Double(group.successes), beta + Double(group.trials - group.successes)) - prior
        }
    }

    /// Maximum-likelihood fit: for description only, never as a plug-in prior for intervals.
    ///
    /// - Throws: `tooFewObservations` below two groups with trials; `notIdentified` where all
    ///   trials succeed or all fail.
    /// - Complexity: some hundreds of passes over the distinct groups.
    /// - Source: Griffiths (1973); golden values: Tarone (1982), Guides/Methods/SmallGroups.md.
    public static func fitMaximumLikelihood(
        _ groups: [Count]
    ) throws(InferenceFailure) -> BetaBinomialFit {
        let used = groups.filter { $0.trials > 0 }
        guard used.count >= 2 else {
            throw InferenceFailure(
                .tooFewObservations, "A beta-binomial fit needs at least two groups with trials.")
        }
        let successes = used.reduce(0) { $0 + $1.successes }
        let trials = used.reduce(0) { $0 + $1.trials }
        guard successes > 0, successes < trials else {
            throw InferenceFailure(
                .notIdentified,
                "Every trial has the same outcome, so the spread between groups is not determined.")
        }
        let distinct = DistinctCounts(used)
        let start = SpecialFunctions.logit(Double(successes) / Double(trials))
        let lowest = NelderMead.minimize(from: [start, -2], tolerance: 1e-15) { point in
            let rho = SpecialFunctions.logistic(point[1])
            let mu = SpecialFunctions.logistic(point[0])
            guard rho > 1e-9, rho < 1 - 1e-9, mu > 1e-12, mu < 1 - 1e-12 else { return .infinity }
            let size = 1 / rho - 1
            let prior = SpecialFunctions.logBeta(mu * size, (1 - mu) * size)
            var sum = 0.0
            for (pair, multiplicity) in zip(distinct.pairs, distinct.multiplicities) {
                let posterior = SpecialFunctions.logBeta(
                    mu * size + Double(pair.successes), (1 - mu) * size + Double(pair.trials - pair.successes)
                )
                sum += Double(multiplicity) * (posterior - prior)
            }
            return -sum
        }
        let mu = SpecialFunctions.logistic(lowest.point[0])
        let rho = SpecialFunctions.logistic(lowest.point[1])
        let size = 1 / rho - 1
        let ways = zip(distinct.pairs, distinct.multiplicities).reduce(0.0) { sum, entry in
            let n = Double(entry.0.trials)
            let y = Double(entry.0.successes)
            return sum + Double(entry.1) * (.logGamma(n + 1) - .logGamma(y + 1) - .logGamma(n - y + 1))
        }
        return BetaBinomialFit(alpha: mu * size, beta: (1 - mu) * size, logLikelihood: ways - lowest.value)
    }
}

/// A maximum-likelihood fit of the beta-binomial model.
public struct BetaBinomialFit: Hashable, Sendable {
    /// First shape of the distribution of rates.
    public let alpha: Double
    /// Second shape of the distribution of rates.
    public let beta: Double
    /// Log-likelihood at the fit, binomial coefficients included.
    public let logLikelihood: Double

    /// Mean rate.
    public var mean: Double { alpha / (alpha + beta) }
    /// Within-group correlation.
    public var rho: Double { 1 / (alpha + beta + 1) }
}

/// Groups sorted into their distinct (successes, trials) pairs: 10,000 teams have only a few hundred.
struct DistinctCounts {
    /// The distinct pairs, by trials, then successes.
    let pairs: [Count]
    /// How many groups show each pair.
    let multiplicities: [Int]
    /// For each group, the index of its pair.
    let index: [Int]

    init(_ groups: [Count]) {
        let order = groups.indices.sorted { left, right in
            (groups[left].trials, groups[left].successes, left) < (
                groups[right].trials, groups[right].successes, right
            )
        }
        var pairs: [Count] = []
        var multiplicities: [Int] = []
        var index = [Int](repeating: 0, count: groups.count)
        for position in order {
            if pairs.last == groups[position] {
                multiplicities[pairs.count - 1] += 1
            } else {
                pairs.append(groups[position])
                multiplicities.append(1)
            }
            index[position] = pairs.count - 1
        }
        self.pairs = pairs
        self.multiplicities = multiplicities
        self.index = index
    }
}
