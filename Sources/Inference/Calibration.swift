import RealModule

/// One bar of a reliability diagram.
public struct ReliabilityBin: Hashable, Sendable {
    /// Lower edge of the bin.
    public let low: Double
    /// Upper edge of the bin.
    public let high: Double
    /// Mean probability stated.
    public let stated: Double
    /// Share of those statements that came true.
    public let observed: Double
    /// Statements in the bin.
    public let count: Int
}

/// Whether stated probabilities come true as often as stated.
///
/// Forecasts are probabilities over classes, shape (n × classes), each row adding up to 1; outcomes are class indices.
public enum Calibration {
    /// Mean squared distance between the forecast and the outcome, summed over classes: 0 best, 2 worst.
    ///
    /// - Source: Brier (1950).
    public static func brier(_ forecasts: [[Double]], outcomes: [Int]) -> Double {
        mean(forecasts, outcomes) { row, outcome in
            var sum = 0.0
            for (index, probability) in row.enumerated() {
                let miss = probability - (index == outcome ? 1.0 : 0.0)
                sum += miss * miss
            }
            return sum
        }
    }

    /// Mean squared distance for a yes-or-no forecast: 0 best, 1 worst.
    public static func brier(_ probabilities: [Double], happened: [Bool]) -> Double {
        precondition(
            !probabilities.isEmpty && probabilities.count == happened.count, "one outcome per forecast")
        var sum = 0.0
        for (probability, outcome) in zip(probabilities, happened) {
            let miss = probability - (outcome ? 1 : 0)
            sum += miss * miss
        }
        return sum / Double(happened.count)
    }

    /// Mean of -log(probability given to what happened), in nats; probabilities are floored at 1e-12.
    public static func logScore(_ forecasts: [[Double]], outcomes: [Int]) -> Double {
        mean(forecasts, outcomes) { row, outcome in -Double.log(max(1e-12, row[outcome])) }
    }

    /// Reliability of the most probable class, in bins of equal width; empty bins are left out.
    ///
    /// - Parameter bins: ≥ 1.
    public static func reliability(_ forecasts: [[Double]], outcomes: [Int], bins: Int = 10)
        -> [ReliabilityBin]
    {
        let tops = forecasts.map { row in row.indices.max { row[$0] < row[$1] } ?? 0 }
        return reliability(
            zip(forecasts, tops).map { $0[$1] }, happened: zip(tops, outcomes).map { $0 == $1 }, bins: bins)
    }

    /// Reliability of yes-or-no forecasts, in bins of equal width; empty bins are left out.
    public static func reliability(_ probabilities: [Double], happened: [Bool], bins: Int = 10)
        -> [ReliabilityBin]
    {
        precondition(
            bins >= 1 && probabilities.count == happened.count, "one outcome per forecast, at least one bin")
        var counts = [Int](repeating: 0, count: bins)
        var stated = [Double](repeating: 0, count: bins)
        var observed = [Int](repeating: 0, count: bins)
        for (probability, outcome) in zip(probabilities, happened) {
            let bin = min(bins - 1, max(0, Int(probability * Double(bins))))
            counts[bin] += 1
            stated[bin] += probability
            observed[bin] += outcome ? 1 : 0
        }
        let width = 1 / Double(bins)
        return (0..<bins).filter { counts[$0] > 0 }.map { bin -> ReliabilityBin in
            let count = Double(counts[bin])
            let low = Double(bin) * width
            let high = Double(bin + 1) * width
            let share = Double(observed[bin]) / count
            return ReliabilityBin(
                low: low, high: high, stated: stated[bin] / count, observed: share, count: counts[bin])
        }
    }

    /// Expected calibration error: the mean gap between stated and observed, weighted by statements.
    public static func expectedError(_ bins: [ReliabilityBin]) -> Double {
        let total = bins.reduce(0) { $0 + $1.count }
        guard total > 0 else { return 0 }
        var sum = 0.0
        for bin in bins { sum += abs(bin.stated - bin.observed) * Double(bin.count) }
        return sum / Double(total)
    }

    /// Forecasts made bolder or more cautious by one temperature: p^(1/T), scaled to add up to 1.
    ///
    /// - Parameter temperature: > 0; above 1 more cautious. Probabilities are floored at 1e-12.
    public static func tempered(_ forecasts: [[Double]], temperature: Double) -> [[Double]] {
        precondition(temperature > 0, "a temperature is above zero")
        return forecasts.map { row in
            let logs = row.map { Double.log(max(1e-12, $0)) / temperature }
            let top = logs.max() ?? 0
            let powers = logs.map { Double.exp($0 - top) }
            let total = powers.reduce(0, +)
            return powers.map { $0 / total }
        }
    }

    /// The temperature with the best log score, within 0.05...20.
    ///
    /// The log score is convex in 1/T, so a golden-section search finds its one minimum.
    /// - Throws: `tooFewObservations` without forecasts; `shapeMismatch` where outcomes do not match.
    /// - Complexity: O(60 × n × classes).
    /// - Source: Guo et al. (2017), On Calibration of Modern Neural Networks.
    public static func fitTemperature(
        _ forecasts: [[Double]], outcomes: [Int]
    ) throws(InferenceFailure) -> Double {
        guard !forecasts.isEmpty else {
            throw InferenceFailure(
                .tooFewObservations, "A temperature needs at least one forecast with its outcome.")
        }
        guard forecasts.count == outcomes.count else {
            throw InferenceFailure(.shapeMismatch, "There must be one outcome per forecast.")
        }
        func score(_ inverse: Double) -> Double {
            logScore(tempered(forecasts, temperature: 1 / inverse), outcomes: outcomes)
        }
        let golden = (5.0.squareRoot() - 1) / 2
        var low = 0.05
        var high = 20.0
        var left = high - golden * (high - low)
        var right = low + golden * (high - low)
        var leftScore = score(left)
        var rightScore = score(right)
        for _ in 0..<60 {
            if leftScore <= rightScore {
                (high, right, rightScore) = (right, left, leftScore)
                left = high - golden * (high - low)
                leftScore = score(left)
            } else {
                (low, left, leftScore) = (left, right, rightScore)
                right = low + golden * (high - low)
                rightScore = score(right)
            }
        }
        return 2 / (low + high)
    }

    private static func mean(
        _ forecasts: [[Double]], _ outcomes: [Int], _ score: ([Double], Int) -> Double
    ) -> Double {
        precondition(!forecasts.isEmpty && forecasts.count == outcomes.count, "one outcome per forecast")
        let sum: Double = zip(forecasts, outcomes).reduce(0) { $0 + score($1.0, $1.1) }
        return sum / Double(outcomes.count)
    }
}
