import Inference
import Measures
import Rollout

/// The argument of a verdict: why, what is missing, what would flip it.
enum VerdictWords {
    /// Puts the verdict of a scope into words.
    static func verdict(_ reading: PhaseReading, facts: ScopeFacts, groundwork: Groundwork) -> Verdict {
        let code = reading.code
        return Verdict(
            code: code, probabilities: reading.probabilities,
            because: because(code, reading, facts, groundwork),
            missing: reading.missing + blindSpots(facts, groundwork),
            wouldFlip: wouldFlip(code, reading, facts),
            sensitivity: reading.rule.sensitivity(), headline: headline(code, facts, groundwork))
    }

    private static func headline(_ code: VerdictCode, _ facts: ScopeFacts, _ groundwork: Groundwork) -> String
    {
        switch code {
        case .moving: "Moving: everyday use is taking hold"
        case .phase1:
            soundValue(facts, surely: 0.8)
                ? "Phase 1: daily business crowds it out, the value looks sound"
                : soundValue(facts, surely: 0.2)
                    ? "Phase 1 now: too little is built; whether those who try it stay is not clear yet"
                    : "Phase 1 now, phase 2 likely after: too little is built, and few who tried stay"
        case .phase2: "Phase 2: the real wall"
        case .notEnoughEvidence: "Not enough evidence for a verdict"
        }
    }

    /// P(conversion > .45) ≥ .8 among those who tried: only then the value "looks sound" (SCIENCE 9.3); from .2
    /// on it is open, and only below that can it be said that few stay.
    static func soundValue(_ facts: ScopeFacts, surely: Double) -> Bool {
        let kept = facts.total[.maturedHabit]
        let tried = facts.total[.matured]
        guard tried >= 1 else { return false }
        return 1 - SpecialFunctions.regularizedIncompleteBeta(0.45, a: kept + 0.5, b: tried - kept + 0.5)
            >= surely
    }

    /// P(superiority of leaders over the rest on Q9 exceeds .6) ≥ .8: only then leaders "understand".
    ///
    /// - Parameter delta: Shift of the logit among those who did not answer, on either side.
    /// - Returns: Nil with fewer than five answers on a side.
    static func leadersUnderstand(_ groundwork: Groundwork, delta: Double = 0) -> Bool? {
        let leaders = groundwork.asked.respondents.filter { $0.layer == .executive }.compactMap {
            $0[.advocacy]
        }
        let others = groundwork.asked.respondents.filter { $0.layer != .executive }.compactMap {
            $0[.advocacy]
        }
        guard leaders.count >= 5, others.count >= 5 else { return nil }
        var random = RandomSource(seed: 1, stream: "leaders")
        let superiority = Superiority.probability(
            leaders, over: others, level: 0.6,
            shifts: (
                NonResponseShift(answered: groundwork.answered { $0 == .executive }, delta: delta),
                NonResponseShift(answered: groundwork.answered { $0 != .executive }, delta: delta)
            ), using: &random)
        return superiority.value?.interval.map { $0.low > 0.6 }
    }

    private static func because(
        _ code: VerdictCode, _ reading: PhaseReading, _ facts: ScopeFacts, _ groundwork: Groundwork
    ) -> [Phrase] {
        guard facts.total[.known] >= 1 else {
            return [
                "Nobody’s habit is known, so nothing here speaks for one phase or another: all three are held equally likely."
            ]
        }
        let horizon = groundwork.evidence.thresholds.horizonWeeks
        let bar = FigureWords.share(groundwork.evidence.thresholds.habit)
        var phrases: [Phrase] = [
            "{habit} of {habit.n} managers and contributors have a habit: firsthand use in most of their last ten work weeks, orders not counted ({habit.interval})."
        ]
        let trend = reading.rule.forecast.drift
        // A change of one or two people is no direction, whatever the logit says.
        let moved = abs(facts.total[.pairedNow] - facts.total[.pairedBefore])
        let isStill = abs(trend) < 0.1 || (groundwork.sag == nil && moved < 3)
        let direction = isStill ? "has hardly moved" : trend > 0 ? "has risen" : "has fallen"
        phrases.append(
            Phrase(
                "The share \(direction) in the last six weeks; in \(horizon) weeks we expect {habitForecast} ({habitForecast.interval}); \(bar) would count as traction."
            ))
        if let sag = groundwork.sag { phrases.append(words(sag, groundwork)) }
        if facts.supply.isKnown {
            phrases.append(
                Phrase(
                    "\(facts.supply.liveNow) use cases are live, \(facts.supply.goneLive) of them new in 26 weeks: {supply} per champion-week ({supply.interval})."
                ))
            phrases.append(
                "{coverage} of {coverage.n} people have a live use case for their role, {trialRate} have tried AI on their own work."
            )
        } else {
            phrases.append("{trialRate} of {trialRate.n} have tried AI on their own work.")
            let stuck = reading.probabilities.phase1 + reading.probabilities.phase2
            phrases.append(
                Phrase(
                    "Phase 1 and phase 2 cannot be told apart without a use-case register; that it is one of the two has probability \(FigureWords.share(stuck))."
                ))
        }
        phrases.append(
            "Of those who tried at least six weeks ago, {conversion} kept a habit ({conversion.interval}).")
        if code == .phase2 {
            switch leadersUnderstand(groundwork) {
            case true?:
                phrases.append(
                    "Leadership is keen and the rest does not follow: a leader is the keener one in {enthusiasmDifference} of pairs."
                )
            case false?:
                phrases.append(
                    "Leadership is not clearly more convinced than the rest either ({enthusiasmDifference} of pairs)."
                )
            case nil: break
            }
        }
        return phrases
    }

    /// What a sag of the whole organisation did to the forecast.
    private static func words(_ sag: SimultaneousSag, _ groundwork: Groundwork) -> Phrase {
        let from = groundwork.observation.week(sag.weeks.lowerBound).monday.long
        let to = groundwork.observation.week(sag.weeks.upperBound).sunday.long
        return sag.isOver
            ? Phrase(
                "From \(from) to \(to) use sagged in most teams at once and then came back: a season rather than people giving up. The forecast leaves those weeks out."
            )
            : Phrase(
                "Since \(from) use has sagged in most teams at once. That may be a season or the end of it: the forecast stands halfway between the two, and is wider."
            )
    }

    private static func wouldFlip(_ code: VerdictCode, _ reading: PhaseReading, _ facts: ScopeFacts)
        -> [Phrase]
    {
        guard code != .notEnoughEvidence else { return [] }
        let flips = reading.rule.sensitivity().filter { $0.code != code }
        var phrases: [Phrase] = []
        if flips.isEmpty {
            phrases.append(
                "No threshold between 25 and 45 % habit, or 0.1 and 0.5 use cases per champion-week, changes the verdict."
            )
        } else {
            let habits = Set(flips.map(\.habitThreshold)).sorted().map { FigureWords.share($0) }
            let others = Set(flips.map(\.code)).filter { $0 != .notEnoughEvidence }.map(words).sorted()
            let outcome = others.isEmpty ? "leave it open" : "say \(others.joined(separator: " or "))"
            phrases.append(
                Phrase(
                    "Other thresholds would \(outcome): see the table at a habit share of \(list(habits))."))
        }
        switch code {
        case .moving:
            phrases.append("It would flip if the habit share fell under the threshold and stayed there.")
        case .phase1:
            phrases.append(
                "It would flip to phase 2 if more use cases went live and the habit share did not follow.")
        case .phase2:
            phrases.append(
                "It would flip to moving if the habit share rose past the threshold, to phase 1 if hardly any use case went live any more."
            )
        case .notEnoughEvidence: break
        }
        return phrases
    }

    /// A verdict in a sentence.
    static func words(_ code: VerdictCode) -> String {
        switch code {
        case .moving: "moving"
        case .phase1: "phase 1"
        case .phase2: "phase 2"
        case .notEnoughEvidence: "not enough evidence"
        }
    }

    /// Items joined as people do.
    static func list(_ items: [String]) -> String {
        items.count < 2 ? items.first ?? "" : items.dropLast().joined(separator: ", ") + " or " + items.last!
    }

    /// Evidence that is not connected, and what it would settle.
    private static func blindSpots(_ facts: ScopeFacts, _ groundwork: Groundwork) -> [String] {
        guard facts.scope.kind == .organization else { return [] }
        let evidence = groundwork.evidence
        var missing: [String] = []
        if facts.total[.known] >= 1, facts.supply.isKnown, let assumption = facts.supply.assumption {
            missing.append(assumption)
        }
        if groundwork.asked.respondents.isEmpty {
            missing.append(
                "No pulse of the last twelve weeks: personal value, manager support and strain must be asked; without it the enthusiasm gap cannot be seen at all."
            )
        }
        if !evidence.sources.contains(.mandates) {
            missing.append(
                "No mandates.csv: if use was ordered in some weeks, part of what looks like habit may be obedience."
            )
        }
        if evidence.activity == nil {
            missing.append("No activity.csv: leave and absence look like weeks without use.")
        }
        if evidence.ties.isEmpty {
            missing.append("No ties.csv: who works with whom is taken from teams and the manager line.")
        }
        if evidence.coverage.contains(where: { $0.absence == .unknown }) {
            missing.append(
                "In some teams use cannot be seen (labels off or names concealed): they are left out, not counted as idle."
            )
        }
        return missing
    }
}
