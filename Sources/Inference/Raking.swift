/// Weights that make those who answered look like everybody.
public struct SurveyWeights: Hashable, Sendable {
    /// One weight per respondent, mean 1.
    public let weights: [Double]
    /// Respondents whose weight was cut to the cap.
    public let capped: Int
    /// Whether every margin was met within tolerance before the cap.
    public let converged: Bool

    /// Kish's design effect 1 + cv(w)²: by how much the variance of a mean is inflated.
    public var designEffect: Double {
        let n = Double(weights.count)
        let sum = weights.reduce(0, +)
        return weights.reduce(0) { $0 + $1 * $1 } * n / (sum * sum)
    }

    /// Respondents the weighted answers are worth.
    public var effectiveSize: Double { Double(weights.count) / designEffect }

    /// Weighted mean of answers, shape (n).
    public func mean(_ answers: [Double]) -> Double {
        precondition(answers.count == weights.count, "one answer per weight")
        return zip(weights, answers).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }

    /// Caps at a multiple of the median and scales to mean 1.
    init(raw: [Double], cap: Double, converged: Bool) {
        let ordered = raw.sorted()
        let middle = ordered.count / 2
        let median = ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
        let limit = cap * median
        capped = raw.count { $0 > limit * (1 + 1e-12) }
        let cut = raw.map { min($0, limit) }
        let scale = Double(raw.count) / cut.reduce(0, +)
        weights = cut.map { $0 * scale }
        self.converged = converged
    }
}

/// Weighting by cells whose true sizes are known.
public enum PostStratification {
    /// Weight of each respondent: people in the cell / respondents in the cell.
    ///
    /// - Parameters:
    ///   - cells: Cell of each respondent, an index into `population`; shape (n).
    ///   - population: People in each cell. Merge cells with fewer than five people or without respondents first.
    ///   - cap: Largest weight, as a multiple of the median.
    /// - Throws: `tooFewObservations` without respondents; `outOfRange` for a cell outside the population or
    ///   with respondents but without people; `notIdentified` where a cell has people and no respondent.
    /// - Complexity: O(n log n).
    /// - Source: Holt & Smith (1979), doi:10.2307/2344652; Kish (1965) for the design effect.
    public static func weights(
        cells: [Int], population: [Int], cap: Double = 3
    ) throws(InferenceFailure) -> SurveyWeights {
        guard !cells.isEmpty else {
            throw InferenceFailure(.tooFewObservations, "Weights need at least one respondent.")
        }
        var respondents = [Int](repeating: 0, count: population.count)
        for cell in cells {
            guard population.indices.contains(cell), population[cell] > 0 else {
                throw InferenceFailure(
                    .outOfRange, "A respondent belongs to cell \(cell), in which the roster has nobody.")
            }
            respondents[cell] += 1
        }
        for cell in population.indices where population[cell] > 0 && respondents[cell] == 0 {
            throw InferenceFailure(
                .notIdentified,
                "Cell \(cell) has \(population[cell]) people and no respondent; merge it with a neighbour.")
        }
        return SurveyWeights(
            raw: cells.map { Double(population[$0]) / Double(respondents[$0]) }, cap: cap, converged: true)
    }
}

/// One margin to rake to: a category of each respondent and the true size of each category.
public struct RakingMargin: Hashable, Sendable {
    /// Category of each respondent, an index into `targets`; shape (n).
    public let categories: [Int]
    /// True size of each category, people or shares; shape (categories).
    public let targets: [Double]

    /// A margin.
    public init(categories: [Int], targets: [Double]) {
        self.categories = categories
        self.targets = targets
    }
}

/// Weighting by margins where the cells of their cross table are too small.
public enum Raking {
    /// Weights that reproduce every margin, by iterative proportional fitting.
    ///
    /// - Parameters:
    ///   - margins: One or more, each with the same respondents; targets are scaled to shares.
    ///   - cap: Largest weight, as a multiple of the median, applied at the end.
    ///   - tolerance: Largest miss of any share at which the fitting stops.
    ///   - rounds: Passes over the margins at most.
    /// - Throws: `tooFewObservations`, `shapeMismatch`, `outOfRange` or `notIdentified` as the sentences say.
    /// - Complexity: O(rounds × margins × n).
    /// - Source: Deming & Stephan (1940), doi:10.1214/aoms/1177731829.
    public static func weights(
        margins: [RakingMargin], cap: Double = 3, tolerance: Double = 1e-10, rounds: Int = 500
    ) throws(InferenceFailure) -> SurveyWeights {
        guard let count = margins.first?.categories.count, count > 0 else {
            throw InferenceFailure(
                .tooFewObservations, "Raking needs at least one margin and one respondent.")
        }
        var shares: [[Double]] = []
        for (index, margin) in margins.enumerated() {
            guard margin.categories.count == count else {
                throw InferenceFailure(.shapeMismatch, "Margin \(index) does not cover every respondent.")
            }
            var seen = [Bool](repeating: false, count: margin.targets.count)
            for category in margin.categories {
                guard margin.targets.indices.contains(category), margin.targets[category] > 0 else {
                    throw InferenceFailure(
                        .outOfRange,
                        "Margin \(index) has a respondent in category \(category), which has no target.")
                }
                seen[category] = true
            }
            for category in margin.targets.indices where margin.targets[category] > 0 && !seen[category] {
                throw InferenceFailure(
                    .notIdentified,
                    "Category \(category) of margin \(index) has no respondent; merge it with a neighbour.")
            }
            let total = margin.targets.reduce(0, +)
            shares.append(margin.targets.map { $0 / total })
        }
        var weights = [Double](repeating: 1 / Double(count), count: count)
        var miss = Double.infinity
        var round = 0
        while miss > tolerance, round < rounds {
            miss = 0
            for (margin, target) in zip(margins, shares) {
                var sums = [Double](repeating: 0, count: target.count)
                for (index, category) in margin.categories.enumerated() { sums[category] += weights[index] }
                for category in target.indices { miss = max(miss, abs(sums[category] - target[category])) }
                for (index, category) in margin.categories.enumerated() {
                    weights[index] *= target[category] / sums[category]
                }
            }
            round += 1
        }
        return SurveyWeights(raw: weights, cap: cap, converged: miss <= tolerance)
    }
}
