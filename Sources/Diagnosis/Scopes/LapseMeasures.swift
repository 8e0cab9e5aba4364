import Inference
import Measures
import Rollout

extension MeasureTable {
    /// Weeks of a rhythm looked at, and the fewest that make one.
    private static let longestRhythm = 26
    private static let shortestRhythm = 16
    /// Random placements behind each critical value.
    private static let placements = 500

    /// Share of people whose active weeks lie in clumps that chance would give one in twenty of them.
    ///
    /// - Complexity: O(people × weeks), and one set of placements for each length of a rhythm.
    /// - Source: SCIENCE 2.3 (clumpiness against simulated critical values).
    mutating func recordClumpiness(_ tried: PeopleSet, using random: inout RandomSource) {
        let observation = groundwork.observation
        struct Length: Hashable {
            let events: Int
            let weeks: Int
        }
        var critical: [Length: Double] = [:]
        var judged: [PersonID] = []
        var clumped = 0
        for person in tried.people {
            let weeks = observation.workWeeks(of: person.ordinal, last: MeasureTable.longestRhythm)
            let events = weeks.indices.filter { weeks[$0] }.map { $0 + 1 }
            let length = Length(events: events.count, weeks: weeks.count)
            // With hardly any active or idle week every placement looks alike.
            guard length.weeks >= MeasureTable.shortestRhythm, length.events >= 3,
                length.events <= length.weeks - 3,
                let score = Clumpiness.score(events: events, of: length.weeks).value
            else { continue }
            let limit: Double
            if let known = critical[length] {
                limit = known
            } else {
                limit = Clumpiness.criticalValue(
                    events: length.events, of: length.weeks, replicates: MeasureTable.placements,
                    using: &random)
                critical[length] = limit
            }
            judged.append(person)
            if score > limit { clumped += 1 }
        }
        guard judged.count >= 10 else {
            record(
                .clumpiness,
                .notKnown(
                    Reason(
                        "tooFewRhythms",
                        "Fewer than ten people here have sixteen work weeks with use in some and none in others."
                    )),
                about: tried)
            return
        }
        record(
            .clumpiness,
            MeasureTable.share(
                Double(clumped), of: Double(judged.count),
                otherwise: Reason("tooFewRhythms", "Nobody here has a rhythm to judge.")),
            about: PeopleSet(judged))
    }

    /// Share of starters expected to have stopped for good, and the weeks of use to come from one of them.
    ///
    /// BG/BB over everybody who began within the evidence; only the mean over all of them leaves this function.
    /// - Complexity: about a thousand passes over the distinct records.
    /// - Source: SCIENCE 2.2; Fader, Hardie & Shang (2010), doi:10.1287/mksc.1100.0580.
    mutating func recordLapses(_ tried: PeopleSet) {
        let few = Reason(
            "tooFewStarts",
            "Fewer than twenty people began at least six work weeks ago: too few to tell a pause from an end."
        )
        let observation = groundwork.observation
        var counts: [WeeklyRecord: Int] = [:]
        var counted: [PersonID] = []
        for person in tried.people {
            guard let record = observation.record(of: person.ordinal), record.seen >= TallyBuilder.maturity
            else { continue }
            counts[record, default: 0] += 1
            counted.append(person)
        }
        let records = counts.map {
            WeeklyRecord(active: $0.key.active, last: $0.key.last, seen: $0.key.seen, people: $0.value)
        }.sorted { ($0.seen, $0.last, $0.active) < ($1.seen, $1.last, $1.active) }
        let weeks = groundwork.evidence.thresholds.horizonWeeks
        guard counted.count >= 20 else {
            record(.lapsed, .notKnown(few), about: tried)
            record(.expectedWeeks, .notKnown(few), about: tried)
            return
        }
        do {
            let model = try BetaGeometric.fit(records).model
            var alive = 0.0
            var expected = 0.0
            for one in records {
                alive += Double(one.people) * model.probabilityAlive(one)
                expected += Double(one.people) * model.expectedActiveWeeks(weeks, after: one)
            }
            let people = PeopleSet(counted)
            let n = Double(counted.count)
            record(
                .lapsed, .known(Estimate(max(0, 1 - alive / n), n: counted.count, unit: .proportion)),
                about: people)
            record(
                .expectedWeeks, .known(Estimate(expected / n, n: counted.count, unit: .score)), about: people)
        } catch {
            record(.lapsed, .notKnown(few), about: tried)
            record(.expectedWeeks, .notKnown(few), about: tried)
        }
    }
}

extension Observation {
    /// Whether each of the last work weeks that could be seen saw use, oldest first; from the first use on.
    func workWeeks(of row: Int, last: Int) -> [Bool] {
        guard let first = firstUse[row] else { return [] }
        var weeks: [Bool] = []
        var week = now
        while week >= max(0, first), weeks.count < last {
            if atWork[row, week], seen[row, week] { weeks.append(used[row, week]) }
            week -= 1
        }
        return weeks.reversed()
    }

    /// The weeks after a first use within the evidence, orders left out; nil where the beginning was not seen.
    func record(of row: Int) -> WeeklyRecord? {
        guard let first = firstUse[row], first >= 0 else { return nil }
        let team = people[row].team
        var active = 0
        var last = 0
        var count = 0
        for week in (first + 1)..<max(first + 1, now + 1)
        where atWork[row, week] && seen[row, week] && !mandated[team, week] {
            count += 1
            if used[row, week] {
                active += 1
                last = count
            }
        }
        return WeeklyRecord(active: active, last: last, seen: count)
    }
}
