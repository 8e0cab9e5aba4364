public import Measures

/// Posterior of an event rate: events ~ Poisson(rate · exposure).
///
/// The prior is Gamma(½, rate 1): half an event in one unit of exposure, so nothing observed is never read as
/// "never happens" and little exposure is never read as certainty.
public struct PoissonRate: Hashable, Sendable {
    /// Events counted.
    public let events: Int
    /// Exposure in which they were counted, for example champion-weeks.
    public let exposure: Double
    /// Shape of the posterior.
    public let shape: Double
    /// Rate of the posterior, in units of exposure.
    public let rate: Double

    /// The posterior Gamma(½ + events, exposure + 1).
    ///
    /// - Precondition: events ≥ 0; exposure finite and ≥ 0.
    /// - Complexity: O(1).
    public static func posterior(events: Int, exposure: Double) -> PoissonRate {
        precondition(
            events >= 0 && exposure >= 0 && exposure.isFinite, "events and exposure must be at least zero")
        return PoissonRate(
            events: events, exposure: exposure, shape: 0.5 + Double(events), rate: exposure + 1)
    }

    /// Posterior mean, in events per unit of exposure.
    public var mean: Double { shape / rate }

    /// Central interval, in events per unit of exposure.
    public func interval(level: Double = 0.9) -> Interval {
        Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2), level: level)
    }

    /// The rate below which the true one lies with probability `q`.
    public func quantile(_ q: Double) -> Double {
        SpecialFunctions.gammaQuantile(q, shape: shape, rate: rate)
    }

    /// Probability that the true rate is at least `value`.
    public func probability(atLeast value: Double) -> Double {
        1 - SpecialFunctions.regularizedGammaP(shape: shape, value * rate)
    }

    /// Draws a rate from the posterior.
    public func draw(using source: inout RandomSource) -> Double { source.gamma(shape: shape) / rate }
}
