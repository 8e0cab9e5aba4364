import RealModule

/// One person's record of active weeks: how many, the last one, and how many weeks were seen.
public struct WeeklyRecord: Hashable, Sendable {
    /// Active weeks x, 0...last.
    public let active: Int
    /// Last active week t_x, 0 where none, at most `seen`.
    public let last: Int
    /// Weeks seen n.
    public let seen: Int
    /// How many people share this record.
    public let people: Int

    /// A record.
    /// - Precondition: 0 ≤ active ≤ last ≤ seen, active = 0 exactly where last = 0, people ≥ 1.
    public init(active: Int, last: Int, seen: Int, people: Int = 1) {
        precondition(
            active >= 0 && active <= last && last <= seen && (active == 0) == (last == 0) && people >= 1,
            "a record needs 0 ≤ active ≤ last ≤ seen, and a last week only where there is an active one")
        self.active = active
        self.last = last
        self.seen = seen
        self.people = people
    }
}

/// BG/BB: people use it each week with a probability of their own until, one week, they stop for good.
///
/// - Source: Fader, Hardie & Shang (2010), doi:10.1287/mksc.1100.0580; checked against lifetimes 0.11.3.
public struct BetaGeometric: Hashable, Sendable {
    /// Shapes of the weekly probability of use.
    public let alpha: Double
    /// Second shape of the weekly probability of use.
    public let beta: Double
    /// Shapes of the weekly probability of stopping.
    public let gamma: Double
    /// Second shape of the weekly probability of stopping.
    public let delta: Double

    /// A model with given parameters, all > 0.
    public init(alpha: Double, beta: Double, gamma: Double, delta: Double) {
        precondition(min(alpha, beta, gamma, delta) > 0, "all four shapes lie above zero")
        self.alpha = alpha
        self.beta = beta
        self.gamma = gamma
        self.delta = delta
    }

    /// Log-likelihood of one person's record.
    ///
    /// - Complexity: O(weeks since the last active one).
    public func logLikelihood(_ record: WeeklyRecord) -> Double {
        let x = Double(record.active)
        let n = Double(record.seen)
        let base = SpecialFunctions.logBeta(alpha, beta) + SpecialFunctions.logBeta(gamma, delta)
        var terms = [
            SpecialFunctions.logBeta(alpha + x, beta + n - x) + SpecialFunctions.logBeta(gamma, delta + n)
        ]
        for lag in 0..<(record.seen - record.last) {
            let stop = Double(record.last + lag)
            terms.append(
                SpecialFunctions.logBeta(alpha + x, beta + stop - x)
                    + SpecialFunctions.logBeta(gamma + 1, delta + stop))
        }
        let top = terms.max() ?? 0
        return top + .log(terms.reduce(0) { $0 + .exp($1 - top) }) - base
    }

    /// Log-likelihood of many records.
    ///
    /// - Complexity: O(longest record + Σ weeks since the last active one): the Beta functions are rising
    ///   factorials and come from one table.
    public func logLikelihood(_ records: [WeeklyRecord]) -> Double {
        let table = Table(self, weeks: records.reduce(0) { max($0, $1.seen) })
        return records.reduce(0) { $0 + Double($1.people) * table.logLikelihood($1) }
    }

    /// Probability that a person with this record will still use it in the week after those seen.
    public func probabilityAlive(_ record: WeeklyRecord) -> Double {
        let x = Double(record.active)
        let n = Double(record.seen)
        let log =
            SpecialFunctions.logBeta(alpha + x, beta + n - x) - SpecialFunctions.logBeta(alpha, beta)
            + SpecialFunctions.logBeta(gamma, delta + n + 1) - SpecialFunctions.logBeta(gamma, delta)
        return min(1, .exp(log - logLikelihood(record)))
    }

    /// Expected active weeks in the next `weeks` weeks of a person with this record.
    ///
    /// Σ over the weeks of P(active then | record), with use and stopping integrated over their Betas.
    /// - Complexity: O(weeks).
    /// - Source: Fader, Hardie & Shang (2010), equation 13, summed instead of in closed form, which has a
    ///   pole at gamma = 1; checked against lifetimes 0.11.3.
    public func expectedActiveWeeks(_ weeks: Int, after record: WeeklyRecord) -> Double {
        let x = Double(record.active)
        let n = Double(record.seen)
        let log =
            SpecialFunctions.logBeta(alpha + x + 1, beta + n - x) - SpecialFunctions.logBeta(alpha, beta)
            - SpecialFunctions.logBeta(gamma, delta) - logLikelihood(record)
        return (1...max(weeks, 1)).prefix(weeks).reduce(0.0) {
            $0 + .exp(log + SpecialFunctions.logBeta(gamma, delta + n + Double($1)))
        }
    }

    /// Expected active weeks of a new person in the next `weeks` weeks.
    public func expectedActiveWeeks(_ weeks: Int) -> Double {
        // Σ over weeks of P(still alive then) times the mean weekly probability of use.
        let use = alpha / (alpha + beta)
        let base = SpecialFunctions.logBeta(gamma, delta)
        return (1...max(weeks, 1)).prefix(weeks).reduce(0.0) {
            $0 + use * .exp(SpecialFunctions.logBeta(gamma, delta + Double($1)) - base)
        }
    }

    /// Maximum-likelihood fit.
    ///
    /// - Parameter records: Equal records may be given once with their number of people.
    /// - Throws: `tooFewObservations` below ten people or where nobody was ever active.
    /// - Complexity: about a thousand passes over the distinct records.
    public static func fit(_ records: [WeeklyRecord]) throws(InferenceFailure) -> BetaGeometricFit {
        guard records.reduce(0, { $0 + $1.people }) >= 10, records.contains(where: { $0.active > 0 }) else {
            throw InferenceFailure(
                .tooFewObservations, "Weekly use needs at least ten people, one of them ever active.")
        }
        let lowest = NelderMead.minimize(from: [0, 0, 0, 1], tolerance: 1e-13) { point in
            guard point.allSatisfy({ abs($0) < 12 }) else { return .infinity }
            let model = BetaGeometric(
                alpha: .exp(point[0]), beta: .exp(point[1]), gamma: .exp(point[2]), delta: .exp(point[3]))
            return -model.logLikelihood(records)
        }
        let shapes = lowest.point.map { Double.exp($0) }
        return BetaGeometricFit(
            model: BetaGeometric(alpha: shapes[0], beta: shapes[1], gamma: shapes[2], delta: shapes[3]),
            logLikelihood: -lowest.value)
    }
}

extension BetaGeometric {
    /// Logarithms of rising factorials of the shapes, so that a fit over many records needs no gamma function.
    private struct Table {
        /// log of α(α+1)…(α+k−1), and likewise β, α+β, δ, γ+δ; shape (weeks + 2).
        private let alpha: [Double]
        private let beta: [Double]
        private let both: [Double]
        private let delta: [Double]
        private let stops: [Double]
        private let logGamma: Double

        init(_ model: BetaGeometric, weeks: Int) {
            func rising(_ shape: Double) -> [Double] {
                var sums = [0.0]
                sums.reserveCapacity(weeks + 2)
                for step in 0...weeks { sums.append(sums[step] + .log(shape + Double(step))) }
                return sums
            }
            alpha = rising(model.alpha)
            beta = rising(model.beta)
            both = rising(model.alpha + model.beta)
            delta = rising(model.delta)
            stops = rising(model.gamma + model.delta)
            logGamma = .log(model.gamma)
        }

        func logLikelihood(_ record: WeeklyRecord) -> Double {
            let (x, n) = (record.active, record.seen)
            let alive = beta[n - x] - both[n] + delta[n] - stops[n]
            guard n > record.last else { return alpha[x] + alive }
            var terms = [alive]
            terms.reserveCapacity(n - record.last + 1)
            for stop in record.last..<n {
                terms.append(beta[stop - x] - both[stop] + logGamma + delta[stop] - stops[stop + 1])
            }
            let top = terms.reduce(-Double.infinity) { max($0, $1) }
            return alpha[x] + top + .log(terms.reduce(0) { $0 + .exp($1 - top) })
        }
    }
}

/// A fitted BG/BB model.
public struct BetaGeometricFit: Hashable, Sendable {
    /// The model.
    public let model: BetaGeometric
    /// Its log-likelihood.
    public let logLikelihood: Double
}
