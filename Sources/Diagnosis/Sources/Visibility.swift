package import Measures
package import Rollout

/// In which weeks the use of how many people could be seen, and where the view is broken.
package struct Visibility: Sendable {
    /// One week: people at work, and those of them whose use could be seen.
    package struct WeekSight: Sendable {
        package let week: Week
        package let atWork: Sensitive<Int>
        package let visible: Sensitive<Int>
    }

    /// A stretch of time in which a source that sees use does not.
    package struct Gap: Sendable {
        package let source: String
        /// Team name; nil: everybody the source sees.
        package let team: String?
        package let from: Day
        package let to: Day
        /// Whether the source ended and has not come back by the as-of day.
        package let isEnd: Bool
        /// People of the source whom no other source sees in at least one week of the gap.
        package let unseen: Sensitive<Int>
        /// Whether other sources see everybody meanwhile.
        package let isBridged: Bool
        /// Whether those unseen are out of every rate of use today: they have not been seen for four weeks.
        package let isStale: Bool
        /// Measures that look at these weeks.
        package let measures: [MeasureCode]
    }

    /// Ascending, from the first week in which anything can be seen; the last one is the last complete week.
    package let weeks: [WeekSight]
    /// By source, then by time.
    package let gaps: [Gap]

    /// Days without a source that are no gap yet: exports begin and end within a week.
    static let patience = 7

    /// Looks over the coverage of a case.
    /// - Complexity: O(people × weeks × gaps).
    package init(_ evidence: Evidence) {
        let observation = Observation(evidence)
        let first = (0..<observation.weeks).first { week in
            evidence.people.indices.contains { observation.seen[$0, week] }
        }
        weeks = (first.map { $0..<observation.weeks } ?? 0..<0).map { week in
            let working = evidence.people.indices.filter { observation.atWork[$0, week] }
            let people = PeopleSet(working.map { PersonID($0) })
            return WeekSight(
                week: observation.week(week), atWork: Sensitive(working.count, about: people),
                visible: Sensitive(working.count { observation.seen[$0, week] }, about: people))
        }
        gaps = Visibility.gaps(observation)
    }

    /// Whether somebody's use could be seen in one of the last four weeks: who figures of use today are about.
    /// Shape (people).
    /// - Complexity: O(people + coverage).
    package static func lately(in evidence: Evidence) -> [Bool] {
        let weeks = Observation.staleAfterWeeks
        let now = Observation.lastCompleteWeek(asOf: evidence.asOf, calendar: evidence.calendar)
        let seen = Observation.seenWeeks(evidence, first: now.advanced(by: 1 - weeks), weeks: weeks)
        return evidence.people.indices.map { seen.hasAny(row: $0, in: 0..<weeks) }
    }

    private static func gaps(_ observation: Observation) -> [Gap] {
        let evidence = observation.evidence
        let seeing = evidence.coverage.filter { $0.absence == .notUsed }
        let groups = Dictionary(grouping: seeing) { Key(source: $0.source, team: $0.team) }
        return groups.sorted { $0.key < $1.key }.flatMap { key, lines -> [Gap] in
            holes(lines, asOf: evidence.asOf).map { from, to, isEnd in
                gap(key, lines, from: from, to: to, isEnd: isEnd, observation)
            }
        }
    }

    private struct Key: Hashable, Comparable {
        let source: String
        let team: Int?

        static func < (left: Key, right: Key) -> Bool {
            (left.source, left.team ?? -1) < (right.source, right.team ?? -1)
        }
    }

    /// Stretches without any of the lines, after the first and up to the as-of day.
    private static func holes(_ lines: [Coverage], asOf: Day) -> [(from: Day, to: Day, isEnd: Bool)] {
        let sorted = lines.filter { $0.from <= asOf }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        guard var reached = sorted.first?.to else { return [] }
        var holes: [(Day, Day, Bool)] = []
        for line in sorted.dropFirst() {
            if reached.distance(to: line.from) > patience {
                holes.append((reached.advanced(by: 1), line.from.advanced(by: -1), false))
            }
            reached = max(reached, line.to)
        }
        if reached.distance(to: asOf) > patience { holes.append((reached.advanced(by: 1), asOf, true)) }
        return holes
    }

    private static func gap(
        _ key: Key, _ lines: [Coverage], from: Day, to: Day, isEnd: Bool, _ observation: Observation
    ) -> Gap {
        let evidence = observation.evidence
        var people = PeopleSet()
        for line in lines { people = people.union(PeopleSet.seen(by: line, in: evidence)) }
        let present = people.people.filter { evidence.people[$0.ordinal].isPresent(on: to) }
        let span = (from.week.number - observation.first.number)...(to.week.number - observation.first.number)
        let weeks = span.filter { (0..<observation.weeks).contains($0) }
        let unseen = present.filter { person in
            weeks.contains { observation.atWork[person.ordinal, $0] && !observation.seen[person.ordinal, $0] }
        }
        let lately = max(0, observation.now - Observation.staleAfterWeeks + 1)..<observation.weeks
        let isStale =
            isEnd && unseen.contains { !observation.seen.hasAny(row: $0.ordinal, in: lately) }
        let back = observation.week(observation.now).number - to.week.number
        let measures = MeasureCode.allCases.filter { code in
            let need = MeasureNeed.of(code)
            return need.inputs.contains(.use) && need.weeksBack.map { back < $0 } ?? true
        }
        return Gap(
            source: key.source, team: key.team.map { evidence.teams[$0].name }, from: from, to: to,
            isEnd: isEnd, unseen: Sensitive(unseen.count, about: PeopleSet(unseen)),
            isBridged: unseen.isEmpty, isStale: isStale, measures: unseen.isEmpty ? [] : measures)
    }
}

extension PeopleSet {
    /// The people a line of coverage is about.
    package static func seen(by line: Coverage, in evidence: Evidence) -> PeopleSet {
        if let listed = line.people { return listed }
        return PeopleSet(
            evidence.people.filter { person in line.team.map { person.team == $0 } ?? true }.map(\.id))
    }
}
