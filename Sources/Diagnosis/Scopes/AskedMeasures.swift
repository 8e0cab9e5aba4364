import Inference
import Measures
import Rollout

extension MeasureTable {
    /// What people answered; experienced and expected benefit are never pooled.
    mutating func recordAnswers(using random: inout RandomSource) {
        func unasked(_ item: String) -> Reason {
            Reason("notAsked", "No answers to \(item) in the last twelve weeks: run the pulse.")
        }
        answers(.personalBenefit, .experiencedAgree, of: .experiencedWeight, otherwise: unasked("Q2 and Q3"))
        answers(.expectedBenefit, .expectedAgree, of: .expectedWeight, otherwise: unasked("Q2 and Q3"))
        answers(.timeToTry, .timeAgree, of: .timeWeight, otherwise: unasked("Q4"))
        answers(.managerSupport, .supportAgree, of: .supportWeight, otherwise: unasked("Q5"))
        answers(.messageClarity, .clarityAgree, of: .clarityWeight, otherwise: unasked("Q6"))
        answers(.choice, .choiceAgree, of: .choiceWeight, otherwise: unasked("Q8"))
        recordStrain(unasked("Q7"))
        recordAdvocacy(unasked("Q9"))
        recordBelieved(unasked("QL"))
        recordSight(unasked("Q1"))
        recordDifference(unasked("Q9 from executives and others"), using: &random)
        recordDesignEffect(unasked("any item"))
        let asked = groundwork.asked.waves.count
        record(
            .response,
            asked > 0 && total[.audience] > 0
                ? MeasureTable.share(
                    min(total[.answered] / Double(asked), Double(everybody.count)),
                    of: Double(everybody.count),
                    otherwise: unasked("any item"))
                : .notKnown(asked > 0 ? reasonWithoutUse : unasked("any item")), about: everybody,
            answers: Int(total[.answered]))
    }

    /// Strain is agreement with Q7 as asked; scores have it turned round.
    private mutating func recordStrain(_ reason: Reason) {
        let items = facts.respondents.filter { $0.layer != .executive }
        let answered = items.filter { $0[.changeLoad] != nil }
        let weight = answered.reduce(0) { $0 + $1.weight }
        let agree = answered.reduce(0) { $0 + (($1[.changeLoad] ?? 0) >= 4 ? $1.weight : 0) }
        record(
            .changeStrain, MeasureTable.share(agree, of: weight, otherwise: reason), about: everybody,
            answers: answered.count)
    }

    /// Below thirty answers the share of 8 to 10 is steadier than a difference of shares.
    private mutating func recordAdvocacy(_ reason: Reason) {
        let weight = total[.advocacyWeight]
        guard weight >= 1 else {
            record(.advocacy, .notKnown(reason), about: everybody, answers: 0)
            return
        }
        if weight < 30 {
            let keen = facts.respondents.reduce(0) { $0 + (($1[.advocacy] ?? 0) >= 8 ? $1.weight : 0) }
            record(
                .advocacy, MeasureTable.share(keen, of: weight, otherwise: reason), about: everybody,
                answers: Int(weight.rounded()))
            return
        }
        let promote = total[.advocacyAgree] / weight
        let detract = total[.advocacyDetract] / weight
        let value = promote - detract
        let error = ((promote + detract - value * value) / weight).squareRoot()
        let reach = 1.6449 * error
        record(
            .advocacy,
            .known(
                Estimate(
                    value,
                    interval: Interval(
                        low: max(-1, value - reach), high: min(1, value + reach), level: MeasureTable.level),
                    n: Int(weight.rounded()), unit: .shareDifference)),
            about: everybody, answers: Int(weight.rounded()))
    }

    /// By how much weighting the answers to the roster widens what they can tell (SCIENCE 4.4).
    private mutating func recordDesignEffect(_ reason: Reason) {
        guard facts.scope.kind == .organization else { return }
        let weights = groundwork.asked.respondents.map(\.weight)
        let sum = weights.reduce(0, +)
        guard sum > 0 else {
            record(.designEffect, .notKnown(reason), about: everybody, answers: 0)
            return
        }
        let effect = Double(weights.count) * weights.reduce(0) { $0 + $1 * $1 } / (sum * sum)
        record(
            .designEffect, .known(Estimate(effect, n: weights.count, unit: .ratio)), about: everybody,
            answers: weights.count)
    }

    private mutating func recordBelieved(_ reason: Reason) {
        guard total[.believedWeight] >= 1, total[.feltWeight] >= 5 else {
            record(.believedGap, .notKnown(reason), about: everybody, answers: Int(total[.believedWeight]))
            return
        }
        let gap = total[.believedSum] / total[.believedWeight] - total[.feltSum] / total[.feltWeight]
        record(
            .believedGap,
            .known(Estimate(gap, n: Int(total[.feltWeight].rounded()), unit: .shareDifference)),
            about: everybody, answers: Int(total[.believedWeight].rounded()))
    }

    private mutating func recordSight(_ reason: Reason) {
        record(
            .selfReportedSight,
            MeasureTable.share(
                total[.sightNone], of: total[.sightNone] + total[.sightSome], otherwise: reason),
            about: everybody, answers: Int((total[.sightNone] + total[.sightSome]).rounded()))
    }

    /// P(a leader is keener than somebody else), ties counted half (SCIENCE 4.3).
    private mutating func recordDifference(_ reason: Reason, using random: inout RandomSource) {
        guard facts.scope.kind == .organization else { return }
        let leaders = groundwork.asked.respondents.filter { $0.layer == .executive }.compactMap {
            $0[.advocacy]
        }
        let others = groundwork.asked.respondents.filter { $0.layer != .executive }.compactMap {
            $0[.advocacy]
        }
        guard leaders.count >= 5, others.count >= 5 else {
            record(
                .enthusiasmDifference, .notKnown(reason), about: everybody,
                answers: min(leaders.count, others.count))
            return
        }
        let superiority = Superiority.probability(
            leaders, over: others, level: MeasureTable.level, using: &random)
        record(
            .enthusiasmDifference,
            superiority.map {
                Estimate($0.value, interval: $0.interval, n: leaders.count + others.count, unit: .proportion)
            },
            about: everybody, answers: min(leaders.count, others.count))
    }
}
