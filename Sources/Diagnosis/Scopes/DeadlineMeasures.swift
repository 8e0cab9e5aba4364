import Inference
import Measures
import Rollout

/// Use just before a deadline, against the workdays that lie there.
struct DeadlineUse: Sendable {
    /// Workdays up to and including a deadline that count as just before it.
    static let workdays = 2
    /// Weeks looked back.
    static let weeks = 26
    /// Fewer days of use, or fewer deadlines, say nothing.
    static let fewestDays = 50.0
    static let fewestDeadlines = 2

    /// Days of use and days at work, all and just before a deadline, by team.
    struct Sums: Sendable {
        var use = 0.0
        var useBefore = 0.0
        var work = 0.0
        var workBefore = 0.0

        mutating func add(_ other: Sums) {
            use += other.use
            useBefore += other.useBefore
            work += other.work
            workBefore += other.workBefore
        }
    }

    let byTeam: [Sums]
    let deadlines: Int

    /// Counts the days of the people given.
    ///
    /// A deadline is the last day of a mandate. Only workdays of weeks at work in which use can be seen, from a
    /// person's first week of use on, are counted; with activity known, only days with a sign of work.
    /// - Complexity: O(people × weeks).
    init(_ people: [Int], groundwork: Groundwork) {
        let observation = groundwork.observation
        let evidence = groundwork.evidence
        let from = max(0, observation.now - DeadlineUse.weeks + 1)
        let span = from..<(observation.now + 1)
        let workdays = span.map { evidence.calendar.workdays(of: observation.week($0)) }
        let before = DeadlineUse.masks(observation, weeks: span)
        deadlines = before.deadlines
        var sums: [Int: Sums] = [:]
        for row in people {
            guard let first = observation.firstUse[row] else { continue }
            let team = observation.people[row].team
            var own = Sums()
            for week in span
            where week >= first && observation.atWork[row, week] && observation.seen[row, week] {
                var days = workdays[week - from]
                if let activity = evidence.activity {
                    days &= activity.week(observation.week(week), row: row)
                }
                let use = observation.firsthand.week(observation.week(week), row: row) & days
                let late = before.masks[team][week - from]
                own.use += Double(use.nonzeroBitCount)
                own.useBefore += Double((use & late).nonzeroBitCount)
                own.work += Double(days.nonzeroBitCount)
                own.workBefore += Double((days & late).nonzeroBitCount)
            }
            sums[team, default: Sums()].add(own)
        }
        byTeam = sums.sorted { $0.key < $1.key }.map(\.value)
    }

    /// By team and week the workdays just before a deadline, and the number of deadlines.
    private static func masks(
        _ observation: Observation, weeks: Range<Int>
    ) -> (masks: [[UInt8]], deadlines: Int) {
        let evidence = observation.evidence
        var masks = [[UInt8]](
            repeating: [UInt8](repeating: 0, count: weeks.count), count: max(1, evidence.teams.count))
        var days: Set<Day> = []
        for mandate in evidence.mandates where mandate.to <= evidence.asOf {
            let index = mandate.to.week.number - observation.first.number
            guard weeks.contains(index) else { continue }
            days.insert(mandate.to)
            let teams = mandate.team.map { [$0] } ?? Array(evidence.teams.indices)
            var day = mandate.to
            var left = workdays
            while left > 0, mandate.to.distance(to: day) > -14 {
                let week = day.week.number - observation.first.number
                if evidence.calendar.isWorkday(day), weeks.contains(week) {
                    let bit = UInt8(1) << UInt8(observation.week(week).monday.distance(to: day))
                    for team in teams { masks[team][week - weeks.lowerBound] |= bit }
                    left -= 1
                }
                day = day.advanced(by: -1)
            }
        }
        return (masks, days.count)
    }

    /// (use before / use) / (work before / work); nil without use, or without work just before a deadline.
    static func ratio(_ sums: Sums) -> Double? {
        guard sums.use > 0, sums.workBefore > 0 else { return nil }
        return sums.useBefore / sums.use / (sums.workBefore / sums.work)
    }

    var total: Sums {
        var total = Sums()
        for sums in byTeam { total.add(sums) }
        return total
    }

    /// Share of the days of use that lie just before a deadline over the share of the days at work that do,
    /// with the interval that resampling teams gives; nil where too little was seen.
    func ratio(using random: inout RandomSource, level: Double) -> (value: Double, interval: Interval)? {
        let all = total
        guard deadlines >= DeadlineUse.fewestDeadlines, all.use >= DeadlineUse.fewestDays, all.workBefore > 0
        else { return nil }
        let value = DeadlineUse.ratio(all) ?? 0
        let draws = (0..<Ranking.draws).compactMap { _ -> Double? in
            var draw = Sums()
            for _ in byTeam { draw.add(byTeam[random.below(byTeam.count)]) }
            return DeadlineUse.ratio(draw)
        }
        guard draws.count >= Ranking.draws / 2 else { return nil }
        let drawn = Percentiles.interval(draws, level: level)
        return (value, Interval(low: min(drawn.low, value), high: max(drawn.high, value), level: level))
    }
}

extension MeasureTable {
    /// Use on the last two workdays before a deadline, against par (SCIENCE 2.3, deadline share).
    mutating func recordDeadlines(_ tried: PeopleSet, using random: inout RandomSource) {
        let use = DeadlineUse(tried.people.map(\.ordinal), groundwork: groundwork)
        guard let ratio = use.ratio(using: &random, level: MeasureTable.level) else {
            record(
                .deadlineRatio,
                .notKnown(
                    Reason(
                        "noDeadlines",
                        "Fewer than two deadlines, or too little use around them: the last day of each mandate in mandates.csv is one."
                    )), about: tried)
            return
        }
        record(
            .deadlineRatio,
            .known(Estimate(ratio.value, interval: ratio.interval, n: tried.count, unit: .ratio)),
            about: tried)
    }
}
