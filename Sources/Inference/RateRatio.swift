public import Measures

/// How much denser events are inside chosen periods than outside them.
public struct RateRatioEstimate: Hashable, Sendable {
    /// (events in / exposure in) / (events out / exposure out); nil where no event lies outside.
    public let ratio: Double?
    /// Lower end of the exact interval, ≥ 0.
    public let low: Double
    /// Upper end; nil where it is unbounded, because no event lies outside.
    public let high: Double?
    /// Probability claimed.
    public let level: Double

    /// Both ends, where both are finite.
    public var interval: Interval? { high.map { Interval(low: low, high: $0, level: level) } }
}

/// Ratio of two Poisson rates.
public enum RateRatio {
    /// The ratio with its exact conditional interval.
    ///
    /// Given all events, those inside are Binomial(total, RR·e_in/(RR·e_in + e_out)); Clopper and Pearson's
    /// interval of that share is carried over to RR.
    /// - Parameters:
    ///   - eventsIn: Events inside, ≥ 0.
    ///   - exposureIn: Exposure inside, > 0 for anything to be known.
    ///   - eventsOut: Events outside, ≥ 0.
    ///   - exposureOut: Exposure outside, > 0 for anything to be known.
    ///   - level: Probability claimed, at least that in truth.
    /// - Returns: `notKnown` without events (`noEvents`) or without exposure on a side (`noExposure`).
    /// - Complexity: O(1).
    /// - Source: Przyborowski & Wilenski (1940), doi:10.1093/biomet/31.3-4.313.
    public static func conditional(
        eventsIn: Int, exposureIn: Double, eventsOut: Int, exposureOut: Double, level: Double = 0.9
    ) -> Measured<RateRatioEstimate> {
        precondition(eventsIn >= 0 && eventsOut >= 0, "events are counted from zero")
        guard exposureIn > 0, exposureOut > 0 else {
            return .notKnown(
                Reason("noExposure", "A rate ratio needs time both inside and outside the chosen periods."))
        }
        guard eventsIn + eventsOut > 0 else {
            return .notKnown(Reason("noEvents", "A rate ratio needs at least one event."))
        }
        let tail = (1 - level) / 2
        let inside = Double(eventsIn)
        let outside = Double(eventsOut)
        let scale = exposureOut / exposureIn
        let low =
            eventsIn == 0 ? 0 : SpecialFunctions.betaQuantile(tail, a: inside, b: outside + 1)
        let high =
            eventsOut == 0 ? nil : SpecialFunctions.betaQuantile(1 - tail, a: inside + 1, b: outside)
        return .known(
            RateRatioEstimate(
                ratio: eventsOut == 0 ? nil : inside / outside * scale, low: low / (1 - low) * scale,
                high: high.map { $0 / (1 - $0) * scale }, level: level))
    }
}
