import Inference
import Measures
import Rollout

extension MeasureTable {
    /// Signs that tell a habit from compliance (SCIENCE 2.3).
    mutating func recordCompliance(using random: inout RandomSource) {
        let noMandates = Reason(
            "noMandates", "Too few weeks with orders were seen among those who tried: add mandates.csv.")
        let tried = PeopleSet(audience.people.filter { groundwork.standings[$0.ordinal].hasTried })
        if let ratio = Persistence.ratio(total) {
            record(.persistence, .known(Estimate(ratio, n: tried.count, unit: .ratio)), about: tried)
            let rate = RateRatio.conditional(
                eventsIn: Int(total[.onActive]), exposureIn: total[.onWeeks],
                eventsOut: Int(total[.offActive]), exposureOut: total[.offWeeks], level: MeasureTable.level)
            record(
                .mandateRateRatio,
                rate.value.flatMap { estimate in
                    estimate.ratio.map {
                        .known(Estimate($0, interval: estimate.interval, n: tried.count, unit: .ratio))
                    }
                } ?? .notKnown(noMandates), about: tried)
        } else {
            record(.persistence, .notKnown(noMandates), about: tried)
            record(.mandateRateRatio, .notKnown(noMandates), about: tried)
        }
        record(
            .singleActionShare,
            groundwork.evidence.depth == nil
                ? .notKnown(Reason("noCounts", "No source counts actions: depth of use is not known."))
                : MeasureTable.share(
                    total[.singleDays], of: total[.activeDays], unit: .proportion,
                    otherwise: Reason("noActiveDays", "Nobody here was active in the last twelve weeks.")),
            about: tried)
        recordBreadth(tried)
        guard facts.scope.kind == .organization || facts.scope.kind == .role else { return }
        recordRhythm(tried)
        recordSynchrony(tried, using: &random)
        recordRetention(tried)
        recordConcentration()
        recordDeadlines(tried, using: &random)
        recordClumpiness(tried, using: &random)
        if facts.scope.kind == .organization { recordLapses(tried) }
    }

    /// Distinct tools and use cases in four weeks, among those active in them.
    private mutating func recordBreadth(_ tried: PeopleSet) {
        let active = audience.people.filter { groundwork.breadth[$0.ordinal] > 0 }
        let quiet = Reason("nobodyUsed", "Nobody here used it in the last four weeks.")
        guard !active.isEmpty else {
            record(.breadth, .notKnown(quiet), about: tried)
            return
        }
        let mean = Double(active.reduce(0) { $0 + groundwork.breadth[$1.ordinal] }) / Double(active.count)
        record(
            .breadth, .known(Estimate(mean, n: active.count, unit: .score)), about: PeopleSet(active))
    }

    /// Burstiness of days of use, and how far team-mates move in step.
    private mutating func recordRhythm(_ tried: PeopleSet) {
        let few = Reason("tooFewDays", "Fewer than five people here used it on ten days or more.")
        let observation = groundwork.observation
        var values: [Double] = []
        for person in tried.people {
            // Where days are missing from the rhythm, it is no rhythm.
            if observation.usedOnNoDay.first(row: person.ordinal) != nil { continue }
            let days = observation.days(of: person.ordinal)
            guard days.count >= 10 else { continue }
            let gaps = zip(days.dropFirst(), days).map { Double($1.distance(to: $0)) }
            if let burst = Burstiness.measure(gaps: gaps).value { values.append(burst.adjusted) }
        }
        values.sort()
        record(
            .burstiness,
            values.count >= 5
                ? .known(Estimate(values[values.count / 2], n: values.count, unit: .correlation))
                : .notKnown(few),
            about: tried)
    }

    /// Gini of days of use less what equal propensity gives, and less the Gini of activity where known.
    private mutating func recordConcentration() {
        let observation = groundwork.observation
        let from = observation.week(max(0, observation.now - Observation.userWindow + 1)).monday
        let range = from...max(from, groundwork.evidence.asOf)
        let rows = audience.people.map(\.ordinal)
        let weeks = max(0, observation.now - Observation.userWindow + 1)..<observation.weeks
        if rows.contains(where: { observation.usedOnNoDay.hasAny(row: $0, in: weeks) }) {
            record(.giniExcess, .notKnown(.onlyWeeks), about: audience)
            return
        }
        let days = rows.map { observation.firsthand.count(row: $0, in: range) }
        let total = days.reduce(0, +)
        guard rows.count >= 10, total >= rows.count / 5, total > 0,
            let gini = Concentration.gini(days).value
        else {
            record(
                .giniExcess, .notKnown(Reason("tooLittleUse", "Too little use to say how it is spread.")),
                about: audience)
            return
        }
        var reference = Concentration.giniUnderEqualPropensity(total: total, people: rows.count)
        if let activity = groundwork.evidence.activity {
            let worked = rows.map { activity.count(row: $0, in: range) }
            reference = max(reference, Concentration.gini(worked).value ?? 0)
        }
        record(
            .giniExcess, .known(Estimate(gini - reference, n: rows.count, unit: .score)), about: audience)
    }
}

extension Observation {
    /// Days of firsthand use of a person up to the as-of day. Never shown.
    func days(of row: Int) -> [Day] {
        (0..<firsthand.blocks).flatMap { column -> [Day] in
            let bits = firsthand.words[row * firsthand.blocks + column]
            guard bits != 0 else { return [] }
            return (0..<DaySet.daysInBlock).compactMap { bit in
                let day = DaySet.day(block: firsthand.firstBlock + Int32(column), bit: bit)
                return bits >> UInt64(bit) & 1 == 1 && day <= evidence.asOf ? day : nil
            }
        }
    }
}
