import RealModule

/// Proportional hazards: how covariates speed up or slow down the event.
public struct Cox: Hashable, Sendable {
    /// Log hazard ratios, shape (k).
    public let coefficients: [Double]
    /// Their covariance, row-major, shape (k × k).
    public let covariance: [Double]
    /// Partial log-likelihood, ties after Efron.
    public let logLikelihood: Double
    /// Newton steps taken.
    public let steps: Int

    /// Standard errors, shape (k).
    public var standardErrors: [Double] {
        coefficients.indices.map { covariance[$0 * coefficients.count + $0].squareRoot() }
    }

    /// Fits by damped Newton steps.
    ///
    /// A person whose covariates change is given as several spells, one per stretch.
    /// - Parameters:
    ///   - spells: One per row, shape (n).
    ///   - rows: Covariates, shape (n × k), finite.
    /// - Throws: `shapeMismatch`, `tooFewObservations` without events, `notIdentified` for collinear or
    ///   constant covariates, `didNotConverge` where the likelihood has no maximum.
    /// - Complexity: O(steps × event times × n k²).
    /// - Source: Cox (1972); Efron (1977), doi:10.1080/01621459.1977.10480613; checked against lifelines.
    public static func fit(_ spells: [Spell], rows: [[Double]]) throws(InferenceFailure) -> Cox {
        guard let order = rows.first?.count, order > 0, rows.count == spells.count,
            rows.allSatisfy({ $0.count == order && $0.allSatisfy(\.isFinite) })
        else {
            throw InferenceFailure(.shapeMismatch, "There must be one row of finite covariates per spell.")
        }
        guard spells.contains(where: \.event) else {
            throw InferenceFailure(.tooFewObservations, "Proportional hazards need at least one event.")
        }
        var means = [Double](repeating: 0, count: order)
        for row in rows { for column in 0..<order { means[column] += row[column] / Double(rows.count) } }
        let centred = rows.map { row in zip(row, means).map { $0 - $1 } }
        let times = Set(spells.filter(\.event).map(\.time)).sorted()
        var beta = [Double](repeating: 0, count: order)
        var current = derivatives(spells, centred, times, beta)
        for step in 1...50 {
            guard let factor = CholeskyFactor(current.information, order: order) else {
                throw InferenceFailure(
                    .notIdentified, "The covariates are constant or collinear among those at risk.")
            }
            let direction = factor.solve(current.gradient)
            var scale = 1.0
            var next = derivatives(spells, centred, times, zip(beta, direction).map { $0 + $1 })
            while !(next.value >= current.value - 1e-12 * abs(current.value)), scale > 1e-6 {
                scale /= 2
                next = derivatives(spells, centred, times, zip(beta, direction).map { $0 + scale * $1 })
            }
            beta = zip(beta, direction).map { $0 + scale * $1 }
            current = next
            if direction.reduce(0, { max($0, abs($1)) }) * scale < 1e-10,
                let last = CholeskyFactor(current.information, order: order)
            {
                return Cox(
                    coefficients: beta, covariance: last.inverse, logLikelihood: current.value, steps: step)
            }
        }
        throw InferenceFailure(
            .didNotConverge, "The hazard ratio grows without end: one group has all the events or none.")
    }

    private struct Derivatives {
        var value = 0.0
        var gradient: [Double]
        var information: [Double]
    }

    private static func derivatives(
        _ spells: [Spell], _ rows: [[Double]], _ times: [Double], _ beta: [Double]
    ) -> Derivatives {
        let order = beta.count
        let scores = rows.map { row in zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 } }
        let risks = scores.map { Double.exp($0) }
        var result = Derivatives(
            gradient: [Double](repeating: 0, count: order),
            information: [Double](repeating: 0, count: order * order))
        for time in times {
            var atRisk = RiskSums(order)
            var tied = RiskSums(order)
            for (index, spell) in spells.enumerated() where spell.entry < time && spell.time >= time {
                atRisk.add(rows[index], risks[index])
                if spell.time == time, spell.event {
                    tied.add(rows[index], risks[index])
                    result.value += scores[index]
                    for column in 0..<order { result.gradient[column] += rows[index][column] }
                }
            }
            for place in 0..<tied.count {
                let share = Double(place) / Double(tied.count)
                let total = atRisk.sum - share * tied.sum
                result.value -= .log(total)
                let means = (0..<order).map { (atRisk.first[$0] - share * tied.first[$0]) / total }
                for a in 0..<order {
                    result.gradient[a] -= means[a]
                    for b in 0..<order {
                        let second =
                            (atRisk.second[a * order + b] - share * tied.second[a * order + b]) / total
                        result.information[a * order + b] += second - means[a] * means[b]
                    }
                }
            }
        }
        return result
    }

    /// Sums of risk, risk·x and risk·xxᵀ over a set of people.
    private struct RiskSums {
        var count = 0
        var sum = 0.0
        var first: [Double]
        var second: [Double]

        init(_ order: Int) {
            first = [Double](repeating: 0, count: order)
            second = [Double](repeating: 0, count: order * order)
        }

        mutating func add(_ row: [Double], _ risk: Double) {
            count += 1
            sum += risk
            for a in row.indices {
                first[a] += risk * row[a]
                for b in row.indices { second[a * row.count + b] += risk * row[a] * row[b] }
            }
        }
    }
}
