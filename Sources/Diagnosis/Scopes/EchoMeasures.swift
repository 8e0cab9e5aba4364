import Inference
import Measures
import Rollout
import Spread

extension MeasureTable {
    /// Sight and segregation: of the whole organisation, except for what a role or layer can be told.
    mutating func recordEcho(pooled: PooledRates?, using random: inout RandomSource) {
        let few = Reason("tooFewUsers", "Too few users, or too few others, to compare.")
        let nonUsers = PeopleSet(
            everybody.people.filter {
                !groundwork.standings[$0.ordinal].isUser && groundwork.echo.sight.all[$0.ordinal] > 0
            })
        share(.unexposedNonUsers, .unexposed, of: .sighted, about: nonUsers, otherwise: few)
        share(.fewBelievingTies, .fewerThanTwo, of: .sighted, about: nonUsers, otherwise: few)
        let managed = PeopleSet(
            everybody.people.filter { person in
                let row = groundwork.observation.people[person.ordinal]
                return row.layer != .executive
                    && row.manager.map {
                        groundwork.standings[$0.ordinal].isInFrame
                            && groundwork.standings[$0.ordinal].habit != nil
                    } ?? false
            })
        share(
            .managerWithHabit, .managerHasHabit, of: .managed, about: managed,
            otherwise: groundwork.hasManagerLine
                ? Reason("nobodyManaged", "Nobody here has a manager whose habit is known.")
                : Reason("noManagerLine", "No manager line: add the column manager to people.csv."))
        guard facts.scope.kind == .organization else { return }
        let echo = groundwork.echo
        if let test = echo.gap {
            record(
                .exposureGap,
                .known(
                    Estimate(
                        test.gap, interval: gapInterval(using: &random), n: test.people,
                        unit: .shareDifference)),
                about: everybody)
        } else {
            record(.exposureGap, .notKnown(few), about: everybody)
        }
        record(
            .withinTeamCorrelation,
            pooled.map {
                .known(
                    Estimate(
                        $0.rho.median, interval: $0.rho.interval, n: Int(total[.known]), unit: .correlation))
            } ?? .notKnown(few), about: known)
        record(
            .unexposedExcess,
            echo.unexposed.map {
                .known(Estimate($0.excess, n: $0.share.nonUsers, unit: .shareDifference))
            } ?? .notKnown(few), about: nonUsers)
        let noTies = Reason("noTies", "No ties: add ties.csv, or collect from git.")
        func tie(_ code: MeasureCode, _ score: TieScore?, _ unit: Unit) {
            record(
                code,
                score.map { .known(Estimate($0.value, n: echo.ties?.people ?? 0, unit: unit)) }
                    ?? .notKnown(noTies), about: everybody)
        }
        tie(.tieExposure, echo.ties?.exposure, .share)
        tie(.tieEIndex, echo.ties?.eIndex, .correlation)
        tie(.tieAssortativity, echo.ties?.assortativity, .correlation)
    }

    /// The interval that resampling whole teams gives; nil where too few draws have users and others.
    private func gapInterval(using random: inout RandomSource) -> Interval? {
        let units = facts.tallies.indices.filter {
            facts.tallies[$0][.users] + facts.tallies[$0][.nonUsers] > 0
        }
        guard units.count >= 4 else { return nil }
        let table = Tally.Table(
            units.map { facts.tallies[$0] }, fields: [.users, .nonUsers, .inside, .outside])
        var gaps: [Double] = []
        for _ in 0..<Ranking.draws {
            let draw = table.sum(of: units.count) { random.below(units.count) }
            guard draw[.users] > 0, draw[.nonUsers] > 0 else { continue }
            gaps.append(draw[.inside] / draw[.users] - draw[.outside] / draw[.nonUsers])
        }
        guard gaps.count >= Ranking.draws / 2 else { return nil }
        gaps.sort()
        func quantile(_ p: Double) -> Double { gaps[Int((Double(gaps.count - 1) * p).rounded())] }
        return Interval(low: quantile(0.05), high: quantile(0.95), level: MeasureTable.level)
    }
}
