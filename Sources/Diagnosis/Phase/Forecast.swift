import Inference
import Measures

/// Where the habit share will stand twelve weeks from now, with no new action.
///
/// logit H(t+12) = logit H(t) + m·(logit H(t) − logit H(t−6)) + e, e ~ N(0, s² + binomial variance of the share).
/// - Source: SCIENCE 9.2; start values of m and s from simulation, re-estimated from the
///   organisation's own past once three windows exist.
struct Forecast: Sendable {
    /// Start value of the momentum, and how far one organisation's may stray from it.
    static let startMomentum = 1.0
    static let momentumSpread = 0.5
    /// Start value of the noise on the logit scale, and what it is worth in windows.
    static let startNoise = 0.45
    static let noiseWorth = 6.0

    /// Centre on the logit scale at the horizon.
    let centre: Double
    /// Standard deviation on the logit scale at the horizon.
    let spread: Double
    /// Today's share on the logit scale.
    let today: Double
    /// Change of the logit over the last six weeks.
    let drift: Double
    let momentum: Double
    let noise: Double
    /// Windows of the organisation's own past that went into momentum and noise.
    let windows: Int
    let horizonWeeks: Int

    /// Probability that the share is at or above a threshold at the horizon.
    func probability(atLeast share: Double) -> Double {
        1 - SpecialFunctions.normalCDF((SpecialFunctions.logit(share) - centre) / spread)
    }

    /// The share a number of weeks ahead, with an interval of a level.
    func share(weeksAhead: Int, level: Double) -> (median: Double, interval: Interval) {
        let part = Double(weeksAhead) / Double(horizonWeeks)
        let middle = today + (centre - today) * part
        let reach = SpecialFunctions.normalQuantile(0.5 + level / 2) * spread * part.squareRoot()
        return (
            SpecialFunctions.logistic(middle),
            Interval(
                low: SpecialFunctions.logistic(middle - reach),
                high: SpecialFunctions.logistic(middle + reach), level: level)
        )
    }
}
