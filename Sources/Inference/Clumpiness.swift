public import Measures
import RealModule

/// How clumped a person's active periods are within a window.
public enum Clumpiness {
    /// Entropy measure H_p: 0 for evenly spaced events, towards 1 for one clump.
    ///
    /// - Parameters:
    ///   - events: Distinct periods with an event, each in 1...periods, in any order.
    ///   - periods: Length of the window, ≥ 1.
    /// - Returns: `notKnown` without events.
    /// - Complexity: O(n log n).
    /// - Source: Zhang, Bradlow & Small (2015), doi:10.1287/mksc.2014.0873.
    public static func score(events: [Int], of periods: Int) -> Measured<Double> {
        let ordered = Set(events).sorted()
        precondition(ordered.allSatisfy { $0 >= 1 && $0 <= periods }, "events lie within the window")
        guard !ordered.isEmpty else {
            return .notKnown(Reason("tooFewEvents", "Clumpiness needs at least one event."))
        }
        return .known(entropy(ordered, periods))
    }

    /// The score exceeded by chance alone with probability 1 - level, for as many events in as many periods.
    ///
    /// - Parameters:
    ///   - events: Number of events, 1...periods.
    ///   - replicates: Random placements drawn.
    /// - Complexity: O(replicates × periods).
    public static func criticalValue(
        events: Int, of periods: Int, level: Double = 0.95, replicates: Int = 2000,
        using source: inout RandomSource
    ) -> Double {
        precondition(
            events >= 1 && events <= periods, "there are at least one event and at most one a period")
        var scores: [Double] = []
        scores.reserveCapacity(replicates)
        for _ in 0..<replicates {
            var chosen: [Int] = []
            var needed = events
            for period in 1...periods where needed > 0 {
                if source.below(periods - period + 1) < needed {
                    chosen.append(period)
                    needed -= 1
                }
            }
            scores.append(entropy(chosen, periods))
        }
        return Percentiles.quantile(scores, level)
    }

    private static func entropy(_ ordered: [Int], _ periods: Int) -> Double {
        var sum = 0.0
        var previous = 0
        for edge in ordered + [periods + 1] {
            let share = Double(edge - previous) / Double(periods + 1)
            sum += share * .log(share)
            previous = edge
        }
        return 1 + sum / .log(Double(ordered.count + 1))
    }
}
