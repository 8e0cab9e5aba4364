import Inference
import Measures
import Rollout

extension MeasureTable {
    /// Supply per champion-week, the pipeline, and what champions were given.
    mutating func recordSupply() {
        // Use cases belong to roles; a team or a layer has no register of its own.
        guard facts.scope.kind == .organization || facts.scope.kind == .role else { return }
        let supply = facts.supply
        let people = everybody
        guard supply.isKnown else {
            for code in [MeasureCode.supply, .pipelineStall, .oldestIdea] {
                record(code, .notKnown(.noRegister), about: people)
            }
            recordHours(people)
            return
        }
        let rate = supply.posterior
        record(
            .supply,
            .known(
                Estimate(
                    rate.mean, interval: rate.interval(level: MeasureTable.level),
                    n: Int(supply.championWeeks.rounded()), unit: .perChampionWeek)), about: people)
        record(
            .pipelineStall,
            MeasureTable.share(
                Double(supply.stalled), of: Double(supply.judged), unit: .proportion,
                otherwise: Reason("noneStarted", "No use case was started six to 26 weeks ago.")),
            about: people)
        record(
            .oldestIdea,
            supply.oldestIdeaDays.map { .known(Estimate(Double($0), n: supply.registered, unit: .days)) }
                ?? .notKnown(Reason("noOpenIdea", "No idea is waiting in the register.")), about: people)
        recordHours(people)
    }

    private mutating func recordHours(_ people: PeopleSet) {
        let supply = facts.supply
        guard let kept = supply.keptHours, supply.promisedHours > 0 else {
            record(
                .keptHours,
                .notKnown(
                    Reason(
                        "noKeptHours",
                        "champions.csv with promised and kept hours would show whether the time is real.")),
                about: people)
            return
        }
        record(
            .keptHours,
            .known(
                Estimate(
                    kept / supply.promisedHours, n: Int(supply.championWeeks.rounded()), unit: .proportion)),
            about: people)
    }

    /// Messages that fit their listener, and the load of changes.
    mutating func recordMessagesAndChanges() {
        let layers: [Layer] =
            facts.scope.kind == .layer
            ? Layer.allCases.filter { $0.rawValue == facts.scope.name } : Layer.allCases
        let counts = groundwork.alignment.counts(layers)
        if groundwork.evidence.sources.contains(.messages), counts.sent > 0 {
            let interval = Jeffreys.interval(
                successes: counts.matched, of: counts.sent, level: MeasureTable.level)
            record(
                .alignment,
                .known(
                    Estimate(
                        Double(counts.matched) / Double(counts.sent), interval: interval, n: counts.sent,
                        unit: .proportion)),
                about: everybody)
        } else {
            record(
                .alignment,
                .notKnown(
                    Reason("noMessages", "No messages with a motive in the last 26 weeks: add messages.csv.")),
                about: everybody)
        }
        if groundwork.evidence.sources.contains(.changes), let load = total.ratio(.load, .loaded) {
            record(
                .changeLoad, .known(Estimate(load, n: Int(total[.loaded]), unit: .score)), about: everybody)
        } else {
            record(
                .changeLoad, .notKnown(Reason("noChanges", "No change calendar: add changes.csv.")),
                about: everybody)
        }
    }
}
