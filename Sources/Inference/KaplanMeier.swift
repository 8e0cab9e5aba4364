public import Measures
import RealModule

/// One person's time under observation.
public struct Spell: Hashable, Sendable {
    /// When observation began; 0 unless the person joined late.
    public let entry: Double
    /// When the event or the end of observation came, > entry.
    public let time: Double
    /// Whether the event was seen; otherwise the person is censored.
    public let event: Bool

    /// A spell.
    /// - Precondition: 0 ≤ entry < time, both finite.
    public init(entry: Double = 0, time: Double, event: Bool) {
        precondition(
            entry >= 0 && entry < time && time.isFinite,
            "a spell begins at zero or later and ends after it began")
        self.entry = entry
        self.time = time
        self.event = event
    }
}

/// One step of a survival curve.
public struct SurvivalStep: Hashable, Sendable {
    /// Time of the step.
    public let time: Double
    /// People under observation just before it.
    public let atRisk: Int
    /// Events at it.
    public let events: Int
    /// Survival from this time on.
    public let survival: Double
    /// Greenwood's sum Σ d/(n(n-d)) up to here; nil once nobody is left.
    public let greenwood: Double?
}

/// The share of people to whom the event has not yet happened, by time.
///
/// - Source: Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452; checked against lifelines,
///   see Guides/Methods/Survival.md.
public struct KaplanMeier: Hashable, Sendable {
    /// Steps in ascending time, one per distinct event time.
    public let steps: [SurvivalStep]
    /// People in all.
    public let people: Int
    /// Last time anybody was observed.
    public let lastTime: Double

    /// Estimates the curve.
    ///
    /// - Parameter spells: One per person, shape (n); late entry is taken into account.
    /// - Throws: `tooFewObservations` without spells.
    /// - Complexity: O(n log n).
    public init(_ spells: [Spell]) throws(InferenceFailure) {
        guard !spells.isEmpty else {
            throw InferenceFailure(.tooFewObservations, "A survival curve needs at least one person.")
        }
        let exits = spells.sorted { $0.time < $1.time }
        let entries = spells.map(\.entry).sorted()
        var steps: [SurvivalStep] = []
        var survival = 1.0
        var greenwood: Double? = 0
        var left = 0
        var entered = 0
        while left < exits.count {
            let time = exits[left].time
            while entered < entries.count, entries[entered] < time { entered += 1 }
            let atRisk = entered - left
            var events = 0
            while left < exits.count, exits[left].time == time {
                events += exits[left].event ? 1 : 0
                left += 1
            }
            guard events > 0 else { continue }
            survival *= 1 - Double(events) / Double(atRisk)
            let remaining = atRisk - events
            if remaining == 0 {
                greenwood = nil
            } else if let sum = greenwood {
                greenwood = sum + Double(events) / (Double(atRisk) * Double(remaining))
            }
            steps.append(
                SurvivalStep(
                    time: time, atRisk: atRisk, events: events, survival: survival, greenwood: greenwood))
        }
        self.steps = steps
        people = spells.count
        lastTime = exits[exits.count - 1].time
    }

    /// Survival at a time: the share still without the event after it.
    public func survival(at time: Double) -> Double { step(at: time)?.survival ?? 1 }

    /// Log-log interval with Greenwood's variance; exact 1...1 before the first event, nil where survival is 0.
    ///
    /// - Source: Kalbfleisch & Prentice (1980), 1.3.
    public func interval(at time: Double, level: Double = 0.95) -> Interval? {
        guard let step = step(at: time) else { return Interval(low: 1, high: 1, level: level) }
        guard let greenwood = step.greenwood, step.survival > 0, step.survival < 1 else { return nil }
        let log = Double.log(step.survival)
        let half = SpecialFunctions.criticalValue(level) * greenwood.squareRoot() / log
        return Interval(
            low: .exp(log * .exp(-half)), high: .exp(log * .exp(half)), level: level)
    }

    /// First time at which survival is at most the given share; `notKnown` where the curve stays above it.
    public func quantile(_ share: Double) -> Measured<Double> {
        if let step = steps.first(where: { $0.survival <= share + 1e-12 }) { return .known(step.time) }
        return .notKnown(
            Reason("notReached", "Fewer people than that had the event by the end of observation."))
    }

    /// Median time to the event.
    public var median: Measured<Double> { quantile(0.5) }

    /// Restricted mean: mean time without the event, counted up to a horizon.
    ///
    /// - Returns: The area under the curve and its standard error; `notKnown` where observation ends before
    ///   the horizon while people remain.
    /// - Source: Royston & Parmar (2013), doi:10.1186/1471-2288-13-152; Greenwood-type variance.
    public func restrictedMean(to horizon: Double) -> Measured<RestrictedMean> {
        guard horizon <= lastTime || steps.last?.survival == 0 else {
            return .notKnown(Reason("notReached", "Nobody was observed long enough for this horizon."))
        }
        var area = 0.0
        var previous = 0.0
        var height = 1.0
        let inside = steps.filter { $0.time < horizon }
        var areaUntil: [Double] = []
        for step in inside {
            area += height * (step.time - previous)
            areaUntil.append(area)
            previous = step.time
            height = step.survival
        }
        area += height * (horizon - previous)
        var variance = 0.0
        for (step, until) in zip(inside, areaUntil) where step.atRisk > step.events {
            let rest = area - until
            variance +=
                rest * rest * Double(step.events) / (Double(step.atRisk) * Double(step.atRisk - step.events))
        }
        return .known(RestrictedMean(value: area, standardError: variance.squareRoot(), horizon: horizon))
    }

    private func step(at time: Double) -> SurvivalStep? { steps.last { $0.time <= time } }
}

/// Mean time without the event, up to a horizon.
public struct RestrictedMean: Hashable, Sendable {
    /// The area under the curve, in units of time.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The horizon.
    public let horizon: Double
}
