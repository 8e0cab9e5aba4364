import RealModule

/// A logistic regression with Gaussian priors: its mode and the curvature there.
public struct LogisticRegression: Sendable {
    /// Coefficients at the posterior mode, shape (k).
    public let coefficients: [Double]
    /// Laplace covariance of the coefficients, row-major, shape (k × k); group intercepts integrated out.
    public let covariance: [Double]
    /// Intercept of each group at the mode, shape (groups); empty without groups.
    public let groupIntercepts: [Double]
    /// Log-likelihood plus log-prior at the mode, without the priors' constants.
    public let logPosterior: Double
    /// Newton steps taken.
    public let steps: Int

    private let factor: CholeskyFactor?

    /// Standard errors of the coefficients, shape (k).
    public var standardErrors: [Double] {
        let order = coefficients.count
        return (0..<order).map { covariance[$0 * order + $0].squareRoot() }
    }

    /// Probability for one row, shape (k), in a group or for an average one.
    public func probability(_ row: [Double], group: Int? = nil) -> Double {
        let offset = group.map { groupIntercepts[$0] } ?? 0
        return SpecialFunctions.logistic(zip(row, coefficients).reduce(offset) { $0 + $1.0 * $1.1 })
    }

    /// Draws coefficients from the Laplace approximation.
    public func draw(using source: inout RandomSource) -> [Double] {
        let z = coefficients.map { _ in source.normal() }
        guard let factor else { return coefficients }
        return zip(coefficients, factor.transform(z)).map { $0 + $1 }
    }

    /// Prior of one coefficient.
    public struct Prior: Hashable, Sendable {
        /// Mean on the logit scale.
        public let mean: Double
        /// Standard deviation on the logit scale; infinite for no prior.
        public let deviation: Double

        /// A Gaussian prior.
        public init(mean: Double = 0, deviation: Double) {
            precondition(deviation > 0, "a prior needs a standard deviation above zero")
            self.mean = mean
            self.deviation = deviation
        }

        /// No prior: maximum likelihood.
        public static let flat: Prior = Prior(deviation: .infinity)
    }

    /// Groups that each have an intercept of their own, drawn from Normal(0, deviation²).
    public struct Groups: Hashable, Sendable {
        /// Group of each row, 0-based, shape (n).
        public let labels: [Int]
        /// Standard deviation of the intercepts on the logit scale.
        public let deviation: Double

        /// Groups of rows.
        public init(labels: [Int], deviation: Double) {
            precondition(
                deviation > 0 && deviation.isFinite, "group intercepts need a finite spread above zero")
            self.labels = labels
            self.deviation = deviation
        }
    }

    /// Fits the mode by damped Newton steps; group intercepts are eliminated, so thousands of groups cost little.
    ///
    /// - Parameters:
    ///   - rows: Design, shape (n × k); include a column of ones for the intercept.
    ///   - outcomes: 0 or 1, or a share in between; shape (n).
    ///   - weights: Trials or weights per row, ≥ 0; all ones if nil.
    ///   - priors: One per column.
    ///   - groups: Optional random intercepts.
    /// - Throws: `tooFewObservations`, `shapeMismatch`, `outOfRange`; `notIdentified` where the curvature is
    ///   singular (collinear columns or perfect separation without a prior); `didNotConverge` after 100 steps.
    /// - Complexity: O(steps × (n k² + groups k² + k³)).
    /// - Source: Gelman et al., Bayesian Data Analysis, 4.1 and 16.3; checked against statsmodels GLM.
    public static func fit(
        rows: [[Double]], outcomes: [Double], weights: [Double]? = nil, priors: [Prior], groups: Groups? = nil
    ) throws(InferenceFailure) -> LogisticRegression {
        let problem = try LogisticProblem(rows, outcomes, weights, priors, groups)
        var state = problem.start
        var value = problem.value(state)
        for step in 1...100 {
            guard let newton = problem.newtonStep(state) else {
                throw InferenceFailure(
                    .notIdentified, "The coefficients are not determined: drop a column or give it a prior.")
            }
            var scale = 1.0
            var next = state.moved(newton.direction, scale)
            var nextValue = problem.value(next)
            // A full step may overshoot far from the mode; half of it never does for long.
            while !(nextValue >= value - 1e-12 * abs(value)), scale > 1e-6 {
                scale /= 2
                next = state.moved(newton.direction, scale)
                nextValue = problem.value(next)
            }
            let moved = newton.direction.largest * scale
            state = next
            value = nextValue
            if moved < 1e-9 {
                let covariance = problem.newtonStep(state)?.covariance ?? newton.covariance
                return LogisticRegression(
                    coefficients: state.coefficients, covariance: covariance,
                    groupIntercepts: state.intercepts,
                    logPosterior: value, steps: step,
                    factor: CholeskyFactor(covariance, order: state.coefficients.count))
            }
            if state.coefficients.contains(where: { abs($0) > 1e4 }) { break }
        }
        throw InferenceFailure(
            .didNotConverge,
            "The fit did not settle within 100 steps; the outcomes may be perfectly separated.")
    }
}

/// The posterior of a logistic regression as a function of its parameters.
private struct LogisticProblem {
    struct State {
        var coefficients: [Double]
        var intercepts: [Double]

        var largest: Double { (coefficients + intercepts).reduce(0) { max($0, abs($1)) } }

        func moved(_ direction: State, _ scale: Double) -> State {
            State(
                coefficients: zip(coefficients, direction.coefficients).map { $0 + scale * $1 },
                intercepts: zip(intercepts, direction.intercepts).map { $0 + scale * $1 })
        }
    }

    let flat: [Double]
    let order: Int
    let outcomes: [Double]
    let weights: [Double]
    let priors: [LogisticRegression.Prior]
    let labels: [Int]
    let groupCount: Int
    let groupPrecision: Double

    var start: State {
        State(
            coefficients: priors.map { $0.deviation.isFinite ? $0.mean : 0 },
            intercepts: [Double](repeating: 0, count: groupCount))
    }

    init(
        _ rows: [[Double]], _ outcomes: [Double], _ weights: [Double]?, _ priors: [LogisticRegression.Prior],
        _ groups: LogisticRegression.Groups?
    ) throws(InferenceFailure) {
        guard !rows.isEmpty, !priors.isEmpty else {
            throw InferenceFailure(.tooFewObservations, "A regression needs at least one row and one column.")
        }
        let order = priors.count
        guard rows.allSatisfy({ $0.count == order }), outcomes.count == rows.count,
            weights == nil || weights?.count == rows.count,
            groups == nil || groups?.labels.count == rows.count
        else {
            throw InferenceFailure(
                .shapeMismatch, "Rows, outcomes, weights, groups and priors must have matching shapes.")
        }
        guard outcomes.allSatisfy({ $0 >= 0 && $0 <= 1 }),
            weights?.allSatisfy({ $0 >= 0 && $0.isFinite }) ?? true,
            rows.allSatisfy({ $0.allSatisfy(\.isFinite) }), groups?.labels.allSatisfy({ $0 >= 0 }) ?? true
        else {
            throw InferenceFailure(
                .outOfRange,
                "Outcomes lie in 0...1, weights and group labels are at least zero, columns are finite.")
        }
        flat = rows.flatMap { $0 }
        self.order = order
        self.outcomes = outcomes
        self.weights = weights ?? [Double](repeating: 1, count: rows.count)
        self.priors = priors
        labels = groups?.labels ?? []
        groupCount = (labels.max() ?? -1) + 1
        groupPrecision = groups.map { 1 / ($0.deviation * $0.deviation) } ?? 0
    }

    private func predictor(_ row: Int, _ state: State) -> Double {
        var sum = labels.isEmpty ? 0 : state.intercepts[labels[row]]
        for column in 0..<order { sum += flat[row * order + column] * state.coefficients[column] }
        return sum
    }

    private func precision(_ column: Int) -> Double {
        priors[column].deviation.isFinite ? 1 / (priors[column].deviation * priors[column].deviation) : 0
    }

    func value(_ state: State) -> Double {
        var sum = 0.0
        for row in outcomes.indices where weights[row] > 0 {
            let eta = predictor(row, state)
            sum += weights[row] * (outcomes[row] * eta - max(eta, 0) - .log(onePlus: .exp(-abs(eta))))
        }
        for column in 0..<order {
            let miss = state.coefficients[column] - priors[column].mean
            sum -= precision(column) * miss * miss / 2
        }
        return state.intercepts.reduce(sum) { $0 - groupPrecision * $1 * $1 / 2 }
    }

    /// The Newton direction, and the covariance of the coefficients with the intercepts integrated out.
    func newtonStep(_ state: State) -> (direction: State, covariance: [Double])? {
        var gradient = (0..<order).map { precision($0) * (priors[$0].mean - state.coefficients[$0]) }
        var curvature = [Double](repeating: 0, count: order * order)
        for column in 0..<order { curvature[column * order + column] = precision(column) }
        var groupGradient = state.intercepts.map { -groupPrecision * $0 }
        var groupCurvature = [Double](repeating: groupPrecision, count: groupCount)
        var cross = [Double](repeating: 0, count: groupCount * order)
        for row in outcomes.indices where weights[row] > 0 {
            let probability = SpecialFunctions.logistic(predictor(row, state))
            let residual = weights[row] * (outcomes[row] - probability)
            let weight = weights[row] * probability * (1 - probability)
            for first in 0..<order {
                let x = flat[row * order + first]
                gradient[first] += residual * x
                for second in 0...first {
                    curvature[first * order + second] += weight * x * flat[row * order + second]
                }
            }
            guard !labels.isEmpty else { continue }
            let group = labels[row]
            groupGradient[group] += residual
            groupCurvature[group] += weight
            for column in 0..<order { cross[group * order + column] += weight * flat[row * order + column] }
        }
        for group in 0..<groupCount {
            for first in 0..<order {
                let share = cross[group * order + first] / groupCurvature[group]
                gradient[first] -= share * groupGradient[group]
                for second in 0...first {
                    curvature[first * order + second] -= share * cross[group * order + second]
                }
            }
        }
        guard let factor = CholeskyFactor(curvature, order: order) else { return nil }
        let step = factor.solve(gradient)
        let intercepts = (0..<groupCount).map { group in
            let pulled = (0..<order).reduce(groupGradient[group]) {
                $0 - cross[group * order + $1] * step[$1]
            }
            return pulled / groupCurvature[group]
        }
        return (State(coefficients: step, intercepts: intercepts), factor.inverse)
    }
}
