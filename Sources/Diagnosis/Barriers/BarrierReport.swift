import Inference
import Measures
import Rollout

/// The barriers of a scope: named ones ranked, the others with what was missing.
struct BarrierReport {
    let named: [BarrierFinding]
    let unnamed: [BarrierFinding]
    /// What rests on who answered; for the organisation only.
    let nonResponse: NonResponse?

    init(_ facts: ScopeFacts, groundwork: Groundwork, phase: PhaseReading, using random: inout RandomSource) {
        let evidence = groundwork.evidence
        let counts = groundwork.alignment.counts()
        let alignment = evidence.sources.contains(.messages) && counts.sent > 0 ? counts : nil
        let draw = Draw(
            tally: facts.total, supply: facts.supply.isKnown ? facts.supply.posterior.mean : nil,
            supplyThreshold: evidence.thresholds.supply,
            alignment: alignment.map { (Double($0.matched) + 0.5) / (Double($0.sent) + 1) },
            gapOfContagion: groundwork.echo.gapOfContagion, unexposedExcess: groundwork.echo.unexposedExcess,
            hasMandates: groundwork.mandateWeeks >= 3,
            hasChanges: evidence.sources.contains(.changes), testimony: evidence.testimony)
        let context = BarrierContext(
            tally: facts.total, draw: draw, evidence: evidence, echo: groundwork.echo, supply: facts.supply,
            asked: groundwork.asked)
        let ranking = Ranking(
            tallies: facts.tallies, context: context,
            supply: facts.supply.isKnown ? facts.supply.posterior : nil, alignment: alignment, using: &random)
        let people = PeopleSet(facts.members.map { PersonID($0) })
        var rank = 0
        var named: [BarrierFinding] = []
        var unnamed: [BarrierFinding] = []
        for weighed in ranking.weighed {
            let isNamed =
                phase.missing.isEmpty && Naming.isNamed(weighed, moving: phase.probabilities.moving)
                && weighed.barrier.mayBeNamed(context)
            if isNamed { rank += 1 }
            let finding = BarrierReport.finding(
                weighed, rank: isNamed ? rank : 0, context: context, people: people)
            if isNamed { named.append(finding) } else { unnamed.append(finding) }
        }
        nonResponse =
            facts.scope.kind == .organization
            ? NonResponseReading.read(context: context, groundwork: groundwork) : nil
        self.named = named
        self.unnamed = unnamed
    }

    private static func finding(
        _ weighed: Ranking.Weighed, rank: Int, context: BarrierContext, people: PeopleSet
    ) -> BarrierFinding {
        let barrier = weighed.barrier
        let severity: Measured<Estimate> =
            if let value = weighed.severity, let interval = weighed.interval {
                .known(
                    Estimate(
                        value,
                        interval: Interval(
                            low: min(interval.low, value), high: max(interval.high, value), level: 0.9),
                        n: people.count, unit: .score))
            } else {
                .notKnown(
                    Reason("noEvidence", "Nothing connected speaks of this barrier: see what is missing."))
            }
        return BarrierFinding(
            code: barrier.code, rank: rank, severity: Sensitive(severity, about: people),
            firstProbability: weighed.firstProbability, restsOn: barrier.restsOn(context),
            missing: barrier.missing(context), cure: barrier.cure, refutedIf: barrier.refutedIf,
            headline: barrier.headline)
    }
}
