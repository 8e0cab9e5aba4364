import Inference
import Measures
import Rollout

extension Reason {
    static let noUse = Reason("noUse", "No source with days of use: add use.csv or a vendor's export.")
    static let nobodyKnown = Reason(
        "tooFewWeeks", "Nobody here has six work weeks off mandate in which use could be seen.")
    static let nobodyTried = Reason("nobodyTried", "Nobody here has tried it long enough ago to tell.")
    static let noRegister = Reason(
        "noRegister", "No use-case register: add use-cases.csv with the days on which cases went live.")
    static let onlyWeeks = Reason(
        "onlyWeeks", "A source tells in which weeks people here used it, and not on which days.")
    static let onlyLastSeen = Reason(
        "onlyLastSeen", "The source says only when a person was last seen, not on which days.")
}

extension MeasureTable {
    /// Reach, trial, habit, conversion, coverage: where people are on the way.
    mutating func recordUse(pooled: PooledRates?) {
        let missing = reasonWithoutUse
        share(.reach, .reached, of: .audience, about: audience, otherwise: missing)
        share(.trialRate, .tried, of: .audience, about: audience, otherwise: missing)
        share(.weakReach, .weakOnly, of: .audience, about: audience, otherwise: missing)
        recordHabit(pooled: pooled, otherwise: missing)
        share(.conversion, .maturedHabit, of: .matured, about: matured, otherwise: .nobodyTried)
        share(.selfStart, .selfMatured, of: .matured, about: matured, otherwise: .nobodyTried)
        if facts.supply.isKnown {
            share(.coverage, .covered, of: .audience, about: audience, otherwise: missing)
        } else {
            record(.coverage, .notKnown(.noRegister), about: audience)
        }
        recordStandingOutside()
        recordDays()
    }

    /// Why nothing is known of use here.
    var reasonWithoutUse: Reason {
        let coverage = groundwork.evidence.coverage
        if !groundwork.evidence.hasUse { return .noUse }
        if !coverage.isEmpty, coverage.allSatisfy({ $0.absence == .lastSeenOnly }) { return .onlyLastSeen }
        return Reason("cannotBeSeen", "The use of the people here cannot be seen at present.")
    }

    private mutating func recordHabit(pooled: PooledRates?, otherwise reason: Reason) {
        guard total[.known] >= 1 else {
            record(.habit, .notKnown(total[.audience] > 0 ? .nobodyKnown : reason), about: known)
            return
        }
        let value = total[.habit] / total[.known]
        let n = Int(total[.known])
        var interval = Wilson.interval(successes: Int(total[.habit]), of: n, level: MeasureTable.level)
        if let pooled { interval = pooled.overallShare.interval }
        let widened = Interval(
            low: min(interval.low, value), high: max(interval.high, value), level: MeasureTable.level)
        record(.habit, .known(Estimate(value, interval: widened, n: n, unit: .share)), about: known)
    }

    /// People left out of the rates: too new, or not to be seen.
    private mutating func recordStandingOutside() {
        let standings = groundwork.standings
        let people = groundwork.observation.people
        let working = facts.members.filter {
            standings[$0].isPresent && standings[$0].isAtWork && people[$0].layer != .executive
        }
        let workingSet = PeopleSet(working.map { PersonID($0) })
        let hidden = working.count { !standings[$0].canBeSeen }
        let new = working.count { standings[$0].canBeSeen && standings[$0].habit == nil }
        let nobody = Reason("nobodyAtWork", "Nobody here showed a sign of work in the last twelve weeks.")
        record(
            .cannotBeSeen,
            MeasureTable.share(Double(hidden), of: Double(working.count), otherwise: nobody),
            about: workingSet)
        record(
            .tooNew, MeasureTable.share(Double(new), of: Double(working.count - hidden), otherwise: nobody),
            about: audience)
    }

    /// Active days in the last 28, and weekly over four-weekly users.
    private mutating func recordDays() {
        let observation = groundwork.observation
        let today = groundwork.evidence.asOf
        let rows = audience.people.map(\.ordinal)
        guard !rows.isEmpty, groundwork.evidence.hasUse else {
            record(.l28, .notKnown(reasonWithoutUse), about: audience)
            record(.stickiness, .notKnown(reasonWithoutUse), about: audience)
            return
        }
        var days = rows.map { observation.firsthand.count(row: $0, in: today.advanced(by: -27)...today) }
        let month = max(0, observation.now - 3)..<observation.weeks
        let isByWeek = rows.contains { observation.usedOnNoDay.hasAny(row: $0, in: month) }
        if isByWeek {
            record(.l28, .notKnown(.onlyWeeks), about: audience)
            // Who used it in the month is known all the same.
            days = rows.map { observation.used.hasAny(row: $0, in: month) ? 1 : 0 }
        } else {
            let mean = Double(days.reduce(0, +)) / Double(rows.count)
            record(.l28, .known(Estimate(mean, n: rows.count, unit: .days)), about: audience)
        }
        let monthly = days.count { $0 > 0 }
        let weekly = rows.count { observation.used[$0, observation.now] }
        let quiet = Reason("nobodyUsed", "Nobody here used it in the last four weeks.")
        record(
            .stickiness,
            monthly > 0
                ? MeasureTable.share(Double(min(weekly, monthly)), of: Double(monthly), otherwise: quiet)
                : .notKnown(quiet),
            about: PeopleSet(zip(rows, days).filter { $0.1 > 0 }.map { PersonID($0.0) }))
    }
}
