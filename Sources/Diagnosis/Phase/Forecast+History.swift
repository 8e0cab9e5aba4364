import Inference
import Measures
import Rollout

extension Forecast {
    /// Weeks between the windows of an organisation's own past; overlapping ones count for less.
    private static let step = 4

    /// The forecast for a group of people, from their weekly history.
    ///
    /// - Parameters:
    ///   - observation: The evidence by weeks.
    ///   - rows: The audience.
    ///   - present: The habit share today as tallied, with the number of people it rests on.
    ///   - drift: The paired shares now and six weeks ago, with their number of people.
    ///   - counted: The people whose shares `present` and `drift` are; nil: all of `rows`.
    ///   - sag: Weeks in which use sagged everywhere at once. One that is over is left out of the clock. One
    ///     that lasts may be a season or the end: both forecasts are made and weigh the same.
    static func make(
        _ observation: Observation, rows: [Int], present: (habit: Double, known: Double),
        drift: (now: Double, before: Double, people: Double), counted: [Int]? = nil,
        sag: SimultaneousSag? = nil
    ) -> Forecast {
        if let sag {
            let returned = withoutSag(observation, rows: rows, counted: counted ?? rows, sag: sag.weeks)
            if sag.isOver { return returned }
            return make(observation, rows: rows, present: present, drift: drift).halfway(to: returned)
        }
        return make(
            observation, rows: rows, present: present, drift: drift, clock: observation.clock(without: nil))
    }

    /// The forecast on the clock that leaves a sag out; shares are counted anew on it.
    private static func withoutSag(
        _ observation: Observation, rows: [Int], counted: [Int], sag: ClosedRange<Int>
    ) -> Forecast {
        let clock = observation.clock(without: sag)
        let now = clock.last ?? observation.now
        let before = clock.dropLast(TallyBuilder.driftWeeks).last ?? 0
        var present = (habit: 0.0, known: 0.0)
        var drift = (now: 0.0, before: 0.0, people: 0.0)
        for row in counted {
            guard let habit = observation.habit(of: row, at: now, without: sag) else { continue }
            present.known += 1
            present.habit += habit ? 1 : 0
            guard let earlier = observation.habit(of: row, at: before, without: sag) else { continue }
            drift.people += 1
            drift.now += habit ? 1 : 0
            drift.before += earlier ? 1 : 0
        }
        return make(observation, rows: rows, present: present, drift: drift, clock: clock, sag: sag)
    }

    /// Two forecasts that weigh the same, as one normal with the mean and variance of their mixture.
    private func halfway(to other: Forecast) -> Forecast {
        let apart = (centre - other.centre) / 2
        return Forecast(
            centre: (centre + other.centre) / 2,
            spread: ((spread * spread + other.spread * other.spread) / 2 + apart * apart).squareRoot(),
            today: today, drift: drift, momentum: momentum, noise: noise, windows: windows,
            horizonWeeks: horizonWeeks)
    }

    private static func make(
        _ observation: Observation, rows: [Int], present: (habit: Double, known: Double),
        drift: (now: Double, before: Double, people: Double), clock: [Int], sag: ClosedRange<Int>? = nil
    ) -> Forecast {
        let today = smoothed(present.habit, of: present.known)
        let change =
            drift.people > 0
            ? smoothed(drift.now, of: drift.people) - smoothed(drift.before, of: drift.people) : 0
        let own = ownPast(observation, rows: rows, clock: clock, sag: sag)
        // A share of few people jumps by whole people: its binomial variance on the logit scale comes on top.
        let level = (present.habit + 0.5) / (present.known + 1)
        let sampling = 1 / ((present.known + 1) * level * (1 - level))
        return Forecast(
            centre: today + own.momentum * change,
            spread: (own.noise * own.noise + sampling).squareRoot(), today: today, drift: change,
            momentum: own.momentum, noise: own.noise, windows: own.windows,
            horizonWeeks: observation.evidence.thresholds.horizonWeeks)
    }

    /// logit of (h + ½) / (n + 1), finite for 0 and n.
    static func smoothed(_ habit: Double, of known: Double) -> Double {
        SpecialFunctions.logit((habit + 0.5) / (known + 1))
    }

    /// Momentum and noise from the organisation's own past, drawn toward the start values.
    ///
    /// Each window asks: given the drift of six weeks, how far did the share move in the next twelve?
    /// Momentum is a ridge estimate, noise a scaled-inverse-chi-squared mean; windows four weeks apart
    /// overlap, so each counts for a third.
    private static func ownPast(
        _ observation: Observation, rows: [Int], clock: [Int], sag: ClosedRange<Int>?
    ) -> (momentum: Double, noise: Double, windows: Int) {
        let horizon = observation.evidence.thresholds.horizonWeeks
        var drifts: [Double] = []
        var moves: [Double] = []
        var week = clock.count - 1 - horizon
        while week - 6 >= Observation.fewestWeeks, drifts.count < 12 {
            let window = [week - 6, week, week + horizon].map { clock[$0] }
            if let window = shares(observation, rows: rows, at: window, sag: sag) {
                drifts.append(window[1] - window[0])
                moves.append(window[2] - window[1])
            }
            week -= step
        }
        let worth = Double(step) / Double(horizon)
        guard Double(drifts.count) * worth >= 1 else { return (startMomentum, startNoise, 0) }
        let ridge = 1 / (momentumSpread * momentumSpread)
        let precision = worth / (startNoise * startNoise)
        let cross = zip(drifts, moves).reduce(0.0) { $0 + $1.0 * $1.1 }
        let square = drifts.reduce(0.0) { $0 + $1 * $1 }
        let momentum = (ridge * startMomentum + precision * cross) / (ridge + precision * square)
        let residual = zip(drifts, moves).reduce(0.0) { sum, pair in
            let error = pair.1 - momentum * pair.0
            return sum + error * error
        }
        let variance =
            (noiseWorth * startNoise * startNoise + worth * residual)
            / (noiseWorth + worth * Double(drifts.count))
        return (momentum, variance.squareRoot(), drifts.count)
    }

    /// Smoothed logit shares at several weeks over the people known at all of them.
    private static func shares(
        _ observation: Observation, rows: [Int], at weeks: [Int], sag: ClosedRange<Int>?
    ) -> [Double]? {
        var habits = [Double](repeating: 0, count: weeks.count)
        var known = 0.0
        for row in rows {
            let states = weeks.map { observation.habit(of: row, at: $0, without: sag) }
            guard !states.contains(where: { $0 == nil }) else { continue }
            known += 1
            for (place, state) in states.enumerated() where state == true { habits[place] += 1 }
        }
        guard known >= 20 else { return nil }
        return habits.map { smoothed($0, of: known) }
    }
}
