import Inference
import Measures
import Rollout

extension MeasureTable {
    /// Weeks of rhythm looked at.
    static let rhythmWeeks = 26
    /// Circular shifts that make the null of synchrony.
    private static let shifts = 20
    /// Work weeks without use that end a spell of use.
    private static let lapseWeeks = 4
    /// Weeks at which retention is read.
    private static let retentionWeeks = 12.0

    /// How much more alike team-mates' weeks are than their own rhythms make them.
    ///
    /// Mean phi over pairs of team-mates who tried, less its mean over circular shifts of each row; the
    /// interval resamples whole teams.
    /// - Complexity: O(shifts × pairs).
    /// - Source: SCIENCE 2.3.
    mutating func recordSynchrony(_ tried: PeopleSet, using random: inout RandomSource) {
        let few = Reason("tooFewPairs", "Fewer than five teams have two people whose weeks of use vary.")
        let observation = groundwork.observation
        let first = max(0, observation.now - MeasureTable.rhythmWeeks + 1)
        let weeks = observation.now - first + 1
        let synchrony = Synchrony(weeks: weeks)
        var excess: [(sum: Double, pairs: Double)] = []
        let rows = Dictionary(grouping: tried.people.map(\.ordinal)) { observation.people[$0].team }
        for team in rows.sorted(by: { $0.key < $1.key }) where weeks >= 12 {
            let rhythms = team.value.map { observation.used.window(row: $0, from: first) & synchrony.all }
                .filter { $0 != 0 && $0 != synchrony.all }
            guard rhythms.count >= 2 else { continue }
            let observed = synchrony.mean(rhythms)
            var null = 0.0
            for _ in 0..<MeasureTable.shifts {
                null += synchrony.mean(rhythms.map { synchrony.shifted($0, by: random.below(weeks)) })
            }
            let pairs = Double(rhythms.count * (rhythms.count - 1) / 2)
            excess.append(((observed - null / Double(MeasureTable.shifts)) * pairs, pairs))
        }
        guard excess.count >= 5 else {
            record(.synchrony, .notKnown(few), about: tried)
            return
        }
        func mean(_ teams: [(sum: Double, pairs: Double)]) -> Double {
            teams.reduce(0) { $0 + $1.sum } / teams.reduce(0) { $0 + $1.pairs }
        }
        let draws = (0..<Ranking.draws).map { _ in
            mean(excess.map { _ in excess[random.below(excess.count)] })
        }
        let value = mean(excess)
        let interval = Percentiles.interval(draws, level: MeasureTable.level)
        record(
            .synchrony,
            .known(
                Estimate(
                    value,
                    interval: Interval(
                        low: min(interval.low, value), high: max(interval.high, value),
                        level: MeasureTable.level),
                    n: tried.count, unit: .correlation)), about: tried)
    }

    /// Share still using AI twelve weeks after their first use: Kaplan–Meier, four idle work weeks are a lapse.
    /// - Source: SCIENCE 2.3, 5.3.
    mutating func recordRetention(_ tried: PeopleSet) {
        let few = Reason(
            "tooFewStarts", "Fewer than ten people began long enough ago to follow them for twelve weeks.")
        let spells = tried.people.compactMap {
            groundwork.observation.spell(of: $0.ordinal, lapse: MeasureTable.lapseWeeks)
        }
        guard spells.count >= 10, spells.contains(where: { $0.time >= MeasureTable.retentionWeeks }) else {
            record(.habitRetention, .notKnown(few), about: tried)
            return
        }
        do {
            let curve = try KaplanMeier(spells)
            let value = curve.survival(at: MeasureTable.retentionWeeks)
            let band = curve.interval(at: MeasureTable.retentionWeeks, level: MeasureTable.level)
            record(
                .habitRetention,
                .known(Estimate(value, interval: band, n: spells.count, unit: .share)), about: tried)
        } catch {
            record(.habitRetention, .notKnown(few), about: tried)
        }
    }
}

extension Observation {
    /// Weeks from first use to the last use before a lapse, in work weeks; nil for use before the window.
    func spell(of row: Int, lapse: Int) -> Spell? {
        guard let first = firstUse[row], first >= 0 else { return nil }
        var active = 0
        var idle = 0
        for week in first...max(first, now) where atWork[row, week] && seen[row, week] {
            if used[row, week] {
                active += idle + 1
                idle = 0
            } else {
                idle += 1
                if idle >= lapse { return Spell(time: Double(max(1, active)), event: true) }
            }
        }
        return Spell(time: Double(max(1, active + idle)), event: false)
    }
}
