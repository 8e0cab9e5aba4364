import Inference
import Measures
import Rollout

/// Draws up the organisation-wide pictures.
struct PictureBook {
    /// Weeks shown behind the as-of day.
    static let trendWeeks = 26

    let groundwork: Groundwork
    let organization: ScopeFacts
    let pooled: PooledRates?

    private var observation: Observation { groundwork.observation }
    private var standings: [Standing] { groundwork.standings }

    /// People of the audience, in the order of the roster.
    private var audience: [Int] {
        organization.members.filter {
            standings[$0].isInFrame && observation.people[$0].layer != .executive
        }
    }

    /// All pictures.
    func pictures() -> Pictures {
        Pictures(
            trend: trend(), powerCurve: powerCurve(), loss: loss(), layers: LayerPictures(groundwork).rows(),
            map: TeamMapPicture(groundwork: groundwork, organization: organization, pooled: pooled).map(),
            changes: changes())
    }

    /// The weekly habit share of one frozen group: everybody known in every week shown.
    private func trend() -> Measured<HabitTrend> {
        let rows = audience.filter { standings[$0].habit != nil }
        guard rows.count >= 12 else {
            return .notKnown(
                Reason("tooFewKnown", "Habits are known for fewer than twelve people: no trend is drawn."))
        }
        let weeks = longestWindow(rows)
        let panel = rows.filter { row in weeks.allSatisfy { observation.habit(of: row, at: $0) != nil } }
        guard weeks.count >= 2, panel.count >= 12 else {
            return .notKnown(Reason("tooShort", "Too few weeks have been seen for a trend."))
        }
        let people = PeopleSet(panel.map { PersonID($0) })
        let points = weeks.map { week -> HabitTrend.Point in
            let habits = panel.count { observation.habit(of: $0, at: week) == true }
            let value = Double(habits) / Double(panel.count)
            return HabitTrend.Point(
                week: observation.week(week),
                share: Sensitive(
                    Estimate(
                        value,
                        interval: Wilson.interval(
                            successes: habits, of: panel.count, level: MeasureTable.level),
                        n: panel.count, unit: .share), about: people),
                isMandated: groundwork.evidence.teams.indices.contains { observation.mandated[$0, week] })
        }
        let shown = observation.week(weeks[0]).monday
        let changes = InstrumentChanges.known(groundwork).filter { $0.day >= shown }
        return .known(HabitTrend(points: points, forecast: forecast(of: panel), instrumentChanges: changes))
    }

    /// The longest run of weeks up to now at which seven in ten of the people are known.
    private func longestWindow(_ rows: [Int]) -> [Int] {
        var weeks: [Int] = []
        var known = rows
        for week in stride(
            from: observation.now, through: max(0, observation.now - PictureBook.trendWeeks + 1), by: -1)
        {
            known = known.filter { observation.habit(of: $0, at: week) != nil }
            guard Double(known.count) >= 0.7 * Double(rows.count) else { break }
            weeks.append(week)
        }
        return weeks.reversed()
    }

    /// The fan of the frozen group itself, so that line and fan speak of the same people.
    private func forecast(of panel: [Int]) -> [HabitTrend.ForecastPoint] {
        let now = panel.count { observation.habit(of: $0, at: observation.now) == true }
        let before = panel.count {
            observation.habit(of: $0, at: observation.now - TallyBuilder.driftWeeks) == true
        }
        let forecast = Forecast.make(
            observation, rows: audience, present: (Double(now), Double(panel.count)),
            drift: (Double(now), Double(before), Double(panel.count)), counted: panel, sag: groundwork.sag)
        return (0...forecast.horizonWeeks).map { ahead in
            let inner = forecast.share(weeksAhead: ahead, level: 0.5)
            let outer = forecast.share(weeksAhead: ahead, level: 0.9)
            return HabitTrend.ForecastPoint(
                week: observation.week(observation.now + ahead), median: inner.median, inner: inner.interval,
                outer: outer.interval)
        }
    }

    private func powerCurve() -> Measured<PowerCurve> {
        guard groundwork.evidence.hasUse, !audience.isEmpty else { return .notKnown(.noUse) }
        let month = max(0, observation.now - 3)..<observation.weeks
        if audience.contains(where: { observation.usedOnNoDay.hasAny(row: $0, in: month) }) {
            return .notKnown(.onlyWeeks)
        }
        let today = groundwork.evidence.asOf
        let counts = observation.firsthand.histogram(of: audience, in: today.advanced(by: -27)...today)
        let people = PeopleSet(audience.map { PersonID($0) })
        var seen = 0
        let median = counts.firstIndex { count in
            seen += count
            return 2 * seen >= audience.count
        }
        return .known(
            PowerCurve(
                people: Sensitive(counts, about: people), medianDays: Sensitive(median ?? 0, about: people)))
    }

    private func loss() -> Loss {
        let total = organization.total
        let people = PeopleSet(audience.map { PersonID($0) })
        let working = organization.members.filter {
            standings[$0].isPresent && standings[$0].isAtWork && observation.people[$0].layer != .executive
        }
        let hidden = working.count { !standings[$0].canBeSeen }
        let noUse = !groundwork.evidence.hasUse
        return Loss(
            everybody: Sensitive(working.count, about: PeopleSet(working.map { PersonID($0) })),
            covered: Sensitive(
                organization.supply.isKnown ? .known(Int(total[.covered])) : .notKnown(.noRegister),
                about: people),
            tried: Sensitive(noUse ? .notKnown(.noUse) : .known(Int(total[.tried])), about: people),
            habit: Sensitive(
                total[.known] >= 1 ? .known(Int(total[.habit])) : .notKnown(.nobodyKnown), about: people),
            cannotBeSeen: Sensitive(hidden, about: PeopleSet(working.map { PersonID($0) })))
    }

    private func changes() -> [ChangeBar] {
        let evidence = groundwork.evidence
        let from = evidence.asOf.advanced(by: -365)
        return evidence.changes.filter { $0.from <= evidence.asOf && ($0.to ?? evidence.asOf) >= from }
            .sorted { ($0.from, $0.initiative) < ($1.from, $1.initiative) }
            .map { change in
                ChangeBar(
                    initiative: change.initiative, team: change.team.map { evidence.teams[$0].name },
                    from: change.from, to: change.to, weight: change.weight)
            }
    }
}
