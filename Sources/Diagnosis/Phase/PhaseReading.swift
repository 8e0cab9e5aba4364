import Inference
import Measures
import Rollout

/// A scope's forecast, phase and the words around it.
struct PhaseReading: Sendable {
    let rule: PhaseRule
    let probabilities: Verdict.Probabilities
    let missing: [String]

    /// Reads the phase of a scope with gates, forecast and supply.
    init(_ facts: ScopeFacts, groundwork: Groundwork, using random: inout RandomSource) {
        let evidence = groundwork.evidence
        let standings = groundwork.standings
        let total = facts.total
        let rows = facts.members.filter {
            standings[$0].isInFrame && groundwork.observation.people[$0].layer != .executive
        }
        let forecast = Forecast.make(
            groundwork.observation, rows: rows, present: (total[.habit], total[.known]),
            drift: (total[.pairedNow], total[.pairedBefore], total[.paired]), sag: groundwork.sag)
        rule = PhaseRule(
            forecast: forecast, supply: facts.supply.isKnown ? facts.supply.posterior : nil,
            decided: evidence.thresholds.decided, isBlind: total[.known] < 1)
        probabilities = rule.probabilities(
            habit: evidence.thresholds.habit, supply: evidence.thresholds.supply)
        let working = facts.members.count { standings[$0].isPresent && standings[$0].isAtWork }
        let visible = facts.members.count { standings[$0].isInFrame }
        missing = Gates.missing(
            kind: facts.scope.kind, tally: total, teams: facts.teams, eventWeeks: facts.eventWeeks,
            visible: working > 0 ? Double(visible) / Double(working) : 0, supply: facts.supply,
            evidence: evidence)
    }

    /// The verdict's code: what the gates allow, else what is likely enough.
    var code: VerdictCode {
        missing.isEmpty ? PhaseRule.code(probabilities, decided: rule.decided) : .notEnoughEvidence
    }
}
