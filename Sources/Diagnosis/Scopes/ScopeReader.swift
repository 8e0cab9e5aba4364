import Inference
import Measures
import Rollout

/// Reads one scope after another.
struct ScopeReader {
    let groundwork: Groundwork
    let seed: UInt64

    private var evidence: Evidence { groundwork.evidence }

    /// The organisation or a role: measures, verdict and barriers.
    func read(_ facts: ScopeFacts, pooled: PooledRates?) -> ScopeReading {
        var random = RandomSource(
            seed: seed, stream: "scope \(facts.scope.kind.rawValue) \(facts.scope.name)")
        let phase = PhaseReading(facts, groundwork: groundwork, using: &random)
        var table = MeasureTable(facts, groundwork: groundwork)
        record(&table, pooled: pooled, using: &random)
        recordForecast(&table, phase)
        let barriers = BarrierReport(facts, groundwork: groundwork, phase: phase, using: &random)
        return ScopeReading(
            scope: facts.scope, people: PeopleSet(facts.members.map { PersonID($0) }),
            verdict: VerdictWords.verdict(phase, facts: facts, groundwork: groundwork),
            measures: table.list, barriers: barriers.named, unnamed: barriers.unnamed,
            nonResponse: barriers.nonResponse)
    }

    /// Every team: pooled habit, the probability of lying in the bottom third, and which of the barriers
    /// named for the organisation its people raise most; no phase of its own.
    func teams(of organization: ScopeFacts, pooled: PooledRates?, named: [BarrierFinding]) -> [ScopeReading] {
        let raised = RaisedBarriers(groundwork, named: named)
        let members = Dictionary(grouping: groundwork.present) { groundwork.observation.people[$0].team }
        // The pooled rates are those of the teams with somebody known, in the order of the teams.
        let known = zip(organization.teamOfTally, organization.tallies).filter { $0.1[.known] > 0 }.map(\.0)
        var rates = [Int: Int]()
        for (place, team) in known.enumerated() { if let team { rates[team] = place } }
        return evidence.teams.indices.sorted { evidence.teams[$0].name < evidence.teams[$1].name }
            .compactMap { team in
                guard let rows = members[team], !rows.isEmpty else { return nil }
                let facts = ScopeFacts(
                    Scope(.team, evidence.teams[team].name), members: rows,
                    respondents: groundwork.respondentsByTeam[team] ?? [], groundwork: groundwork)
                var random = RandomSource(seed: seed, stream: "team \(facts.scope.name)")
                var table = MeasureTable(facts, groundwork: groundwork)
                record(&table, pooled: nil, using: &random)
                if let pooled, let index = rates[team] {
                    recordPooled(&table, pooled, index: index)
                }
                let people = PeopleSet(rows.map { PersonID($0) })
                return ScopeReading(
                    scope: facts.scope, people: people, verdict: nil, measures: table.list, barriers: [],
                    unnamed: [], raised: raised.barrier(of: team, everybody: people))
            }
    }

    /// Every role; a verdict from twelve people on.
    func roles() -> [ScopeReading] {
        let members = Dictionary(grouping: groundwork.present) { groundwork.observation.people[$0].role }
        let respondents = Dictionary(grouping: groundwork.asked.respondents, by: \.role)
        return evidence.roles.indices.sorted { evidence.roles[$0] < evidence.roles[$1] }.compactMap { role in
            guard let rows = members[role], !rows.isEmpty else { return nil }
            let facts = ScopeFacts(
                Scope(.role, evidence.roles[role]), members: rows,
                respondents: respondents[role] ?? [], groundwork: groundwork, role: role)
            let pooled = Pooling.pooled(facts)
            if Int(facts.total[.known]) >= Gates.peopleOfRole { return read(facts, pooled: pooled) }
            return measured(facts, pooled: pooled)
        }
    }

    /// Every layer: measures only.
    func layers() -> [ScopeReading] {
        let members = Dictionary(grouping: groundwork.present) { groundwork.observation.people[$0].layer }
        return Layer.allCases.compactMap { layer in
            guard let rows = members[layer], !rows.isEmpty else { return nil }
            return measured(
                ScopeFacts(
                    Scope(.layer, layer.rawValue), members: rows,
                    respondents: groundwork.asked.respondents.filter { $0.layer == layer },
                    groundwork: groundwork), pooled: nil)
        }
    }

    private func measured(_ facts: ScopeFacts, pooled: PooledRates?) -> ScopeReading {
        var random = RandomSource(
            seed: seed, stream: "scope \(facts.scope.kind.rawValue) \(facts.scope.name)")
        var table = MeasureTable(facts, groundwork: groundwork)
        record(&table, pooled: pooled, using: &random)
        return ScopeReading(
            scope: facts.scope, people: PeopleSet(facts.members.map { PersonID($0) }), verdict: nil,
            measures: table.list, barriers: [], unnamed: [])
    }

    private func record(_ table: inout MeasureTable, pooled: PooledRates?, using random: inout RandomSource) {
        table.recordUse(pooled: pooled)
        table.recordSupply()
        table.recordCompliance(using: &random)
        table.recordEcho(pooled: pooled, using: &random)
        table.recordAnswers(using: &random)
        table.recordMessagesAndChanges()
    }

    private func recordForecast(_ table: inout MeasureTable, _ phase: PhaseReading) {
        let few = Reason("tooFewKnown", "Habits are known for fewer than twelve people here: no forecast.")
        let forecast = phase.rule.forecast
        guard table.total[.known] >= 12 else {
            table.record(.habitForecast, .notKnown(few), about: table.known)
            table.record(.drift, .notKnown(few), about: table.known)
            return
        }
        let ahead = forecast.share(weeksAhead: forecast.horizonWeeks, level: MeasureTable.level)
        let n = Int(table.total[.known])
        table.record(
            .habitForecast, .known(Estimate(ahead.median, interval: ahead.interval, n: n, unit: .share)),
            about: table.known)
        table.record(
            .drift,
            table.total[.paired] >= 12
                ? .known(Estimate(forecast.drift, n: Int(table.total[.paired]), unit: .logit))
                : .notKnown(few),
            about: table.known)
    }

    /// A team's rate as the other teams let it be judged, and the chance that it is among the lowest.
    private func recordPooled(_ table: inout MeasureTable, _ pooled: PooledRates, index: Int) {
        let rate = pooled.teams[index]
        let n = Int(table.total[.known])
        table.record(
            .habit, .known(Estimate(rate.mean, interval: rate.interval, n: n, unit: .share)),
            about: table.known)
        let bottom = pooled.probabilityBottomThird[index]
        table.record(.bottomThird, .known(Estimate(bottom, n: n, unit: .proportion)), about: table.known)
    }
}
