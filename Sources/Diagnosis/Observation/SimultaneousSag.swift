import Inference
import Measures
import Rollout

/// Weeks in which use sagged in the whole organisation at once: a season, a closure, a reshuffle.
///
/// Giving up trickles: people stop one by one, in this team and that. What falls everywhere between one week
/// and the next, and later stands where it stood, is the calendar and not the people. Of all runs of weeks the
/// one is taken whose lower level improves a straight line through the weekly use (on the logit scale) most,
/// and it counts where the improvement is large, deep enough, and shared by most teams.
/// - Source: our own; the likelihood ratio of a two-sided change point, scaled by the overdispersion.
struct SimultaneousSag: Sendable {
    /// Weeks looked back.
    static let window = 26
    /// Weeks before the run, and its length.
    static let before = 4
    static let lengths = 2...10
    /// Gain in log-likelihood that a straight line plus chance gives in about one organisation in a hundred.
    static let gain = 7.0
    /// How much better than a line that bends it must be: people giving up faster and faster bend the line, and
    /// do not break it.
    static let gainOverBend = 2.0
    /// Least depth on the logit scale: odds of a week with use down by two fifths.
    static let depth = 0.5
    /// Share of the teams that must be lower inside the run than outside.
    static let teams = 2.0 / 3
    /// Fewer people at work in a week say nothing about it.
    static let fewestPeople = 5.0

    /// The weeks, as indices of the observation.
    let weeks: ClosedRange<Int>
    /// Whether use has come back since; if not, it may be a season or the end.
    let isOver: Bool

    /// One week of people who began before it.
    private struct Point {
        let week: Int
        let used: Double
        let people: Double
    }

    /// Finds the sag among some people; nil where there is none.
    /// - Complexity: O(people × weeks), and about two hundred small regressions.
    static func find(_ observation: Observation, rows: [Int]) -> SimultaneousSag? {
        let first = max(0, observation.now - window + 1)
        let teams = Set(rows.map { observation.people[$0].team }).sorted()
        var place: [Int: Int] = [:]
        for (index, team) in teams.enumerated() { place[team] = index }
        let span = observation.now - first + 1
        guard span >= 12 else { return nil }
        var used = [[Double]](repeating: [Double](repeating: 0, count: span), count: teams.count)
        var people = used
        for row in rows {
            guard let start = observation.firstUse[row], start < observation.now else { continue }
            let team = observation.people[row].team
            let index = place[team]!
            for week in max(first, start + 1)..<(observation.now + 1)
            where observation.atWork[row, week] && observation.seen[row, week]
                && !observation.mandated[team, week]
            {
                people[index][week - first] += 1
                if observation.used[row, week] { used[index][week - first] += 1 }
            }
        }
        let points = (0..<span).compactMap { week -> Point? in
            let all = people.reduce(0) { $0 + $1[week] }
            guard all >= fewestPeople else { return nil }
            return Point(week: week, used: used.reduce(0) { $0 + $1[week] }, people: all)
        }
        guard let best = deepest(points) else { return nil }
        let weeks = points[best.lowerBound].week...points[best.upperBound].week
        guard isShared(weeks, used: used, people: people) else { return nil }
        return SimultaneousSag(
            weeks: (weeks.lowerBound + first)...(weeks.upperBound + first),
            isOver: best.upperBound < points.count - 1)
    }

    /// The run of points that explains most, where it explains enough.
    private static func deepest(_ points: [Point]) -> ClosedRange<Int>? {
        guard points.count >= 12, let line = fitted(points, run: nil),
            let bend = fitted(points, run: nil, bends: true)
        else { return nil }
        var best: (run: ClosedRange<Int>, gain: Double)?
        for start in before..<(points.count - lengths.lowerBound + 1) {
            for length in lengths where start + length <= points.count {
                let run = start...(start + length - 1)
                guard let dipped = fitted(points, run: run), dipped.depth <= -depth else { continue }
                let gained = (dipped.logLikelihood - line.logLikelihood) / dipped.dispersion
                let beyond = (dipped.logLikelihood - bend.logLikelihood) / dipped.dispersion
                if gained > best?.gain ?? gain, beyond >= gainOverBend { best = (run, gained) }
            }
        }
        return best?.run
    }

    /// A line on the logit scale, straight or bent, with another level in a run of weeks if one is given.
    private static func fitted(
        _ points: [Point], run: ClosedRange<Int>?, bends: Bool = false
    ) -> (logLikelihood: Double, depth: Double, dispersion: Double)? {
        let rows = points.indices.map { index -> [Double] in
            let time = Double(points[index].week - points[points.count - 1].week) / 10
            if bends { return [1, time, time * time] }
            return run.map { [1, time, $0.contains(index) ? 1 : 0] } ?? [1, time]
        }
        // Wide priors keep the fit finite where every week is full or empty.
        let priors = rows[0].map { _ in LogisticRegression.Prior(deviation: 10) }
        do {
            let fit = try LogisticRegression.fit(
                rows: rows, outcomes: points.map { $0.used / $0.people }, weights: points.map(\.people),
                priors: priors)
            var log = 0.0
            var chi = 0.0
            for (row, point) in zip(rows, points) {
                let p = min(1 - 1e-9, max(1e-9, fit.probability(row)))
                log += point.used * Elementary.log(p) + (point.people - point.used) * Elementary.log(1 - p)
                let miss = point.used - point.people * p
                chi += miss * miss / (point.people * p * (1 - p))
            }
            let freedom = Double(max(1, points.count - rows[0].count))
            return (log, run == nil ? 0 : fit.coefficients[2], max(1, chi / freedom))
        } catch {
            // A series that no line describes has no sag in it either.
            return nil
        }
    }

    /// Whether most teams used it less inside the run than outside.
    private static func isShared(
        _ weeks: ClosedRange<Int>, used: [[Double]], people: [[Double]]
    ) -> Bool {
        var lower = 0
        var judged = 0
        for (use, all) in zip(used, people) {
            let inside = weeks.reduce(0) { $0 + all[$1] }
            let insideUse = weeks.reduce(0) { $0 + use[$1] }
            let outside = all.reduce(0, +) - inside
            guard inside >= 3, outside >= 3 else { continue }
            judged += 1
            if insideUse / inside < (use.reduce(0, +) - insideUse) / outside { lower += 1 }
        }
        return judged >= 3 && Double(lower) >= teams * Double(judged)
    }
}

extension Observation {
    /// The weeks of a group's own clock up to now, oldest first: all but those of a sag.
    func clock(without sag: ClosedRange<Int>?) -> [Int] {
        (0..<weeks).filter { !(sag?.contains($0) ?? false) }
    }
}
