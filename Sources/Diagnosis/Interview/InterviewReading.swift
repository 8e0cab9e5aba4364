import Inference
package import Measures
package import Rollout

/// What one person's answers make likely: a reading from opinion, by the same rule as from evidence, with the
/// uncertainty of an opinion.
///
/// Each answer becomes a distribution as wide as what one person can know: a share out of ten people counts like six
/// observations, a rate like one quarter's count. The phase rule (SCIENCE 9.3) is applied to draws.
package struct InterviewReading: Sendable {
    /// A barrier with how far it lies from its reference.
    package struct Barrier: Hashable, Sendable {
        package let code: BarrierCode
        /// 0...1, with the middle 90 % of draws.
        package let severity: Interval
        package let middle: Double
        /// Share of draws in which it is the most severe.
        package let first: Double
    }

    /// What would settle most.
    package enum Settles: String, Hashable, Sendable, CaseIterable {
        case use, register, pulse
    }

    package let probabilities: Verdict.Probabilities
    package let code: VerdictCode
    /// Share with a habit, the middle 90 % of draws.
    package let habit: Interval
    package let barriers: [Barrier]
    /// The evidence that would narrow the verdict most.
    package let settles: Settles
    /// Sentences on what the reading rests on.
    package let because: [String]

    /// An opinion is never decided: this is the most a verdict can reach.
    static let mostCertain = 0.79
    private static let draws = 4_000

    /// Reads answers.
    /// - Returns: The same for the same answers and seed.
    package init(_ answers: InterviewAnswers, thresholds: Thresholds = Thresholds(), seed: UInt64 = 1) {
        var random = RandomSource(seed: seed, stream: "interview")
        var counts = (moving: 0, phase1: 0, phase2: 0)
        var shares: [Double] = []
        var severities: [BarrierCode: [Double]] = [:]
        var firsts: [BarrierCode: Int] = [:]
        var movingGivenHabit: [(share: Double, isMoving: Bool)] = []
        var supplyEnough = 0
        for _ in 0..<InterviewReading.draws {
            let draw = OpinionDraw(answers, &random)
            shares.append(draw.habit)
            let isMoving = draw.later >= thresholds.habit
            let isSupplied = draw.supply >= thresholds.supply
            supplyEnough += isSupplied ? 1 : 0
            movingGivenHabit.append((draw.habit, isMoving))
            if isMoving {
                counts.moving += 1
            } else if isSupplied {
                counts.phase2 += 1
            } else {
                counts.phase1 += 1
            }
            let all = draw.severities
            for (code, severity) in all { severities[code, default: []].append(severity) }
            if let worst = all.max(by: { $0.1 < $1.1 }) { firsts[worst.0, default: 0] += 1 }
        }
        let total = Double(InterviewReading.draws)
        probabilities = InterviewReading.tempered(
            moving: Double(counts.moving) / total, phase1: Double(counts.phase1) / total,
            phase2: Double(counts.phase2) / total)
        code = .notEnoughEvidence
        habit = InterviewReading.middle(shares)
        barriers = BarrierCode.allCases.map { code in
            let all = severities[code] ?? []
            return Barrier(
                code: code, severity: InterviewReading.middle(all), middle: all.sorted()[all.count / 2],
                first: Double(firsts[code] ?? 0) / total)
        }.sorted { ($1.first, $1.middle, $0.code.rawValue) < ($0.first, $0.middle, $1.code.rawValue) }
        settles = InterviewReading.settles(
            probabilities, supplied: Double(supplyEnough) / total, barriers: barriers)
        because = InterviewReading.sentences(answers)
    }

    /// Probabilities that never claim more than an opinion can.
    private static func tempered(
        moving: Double, phase1: Double, phase2: Double
    ) -> Verdict.Probabilities {
        let top = max(moving, phase1, phase2)
        let keep = top > mostCertain ? (mostCertain - 1.0 / 3) / (top - 1.0 / 3) : 1
        func towards(_ value: Double) -> Double { 1.0 / 3 + (value - 1.0 / 3) * keep }
        return Verdict.Probabilities(
            moving: towards(moving), phase1: towards(phase1), phase2: towards(phase2))
    }

    private static func middle(_ draws: [Double]) -> Interval {
        let sorted = draws.sorted()
        return Interval(
            low: sorted[sorted.count / 20], high: sorted[sorted.count - 1 - sorted.count / 20], level: 0.9)
    }

    /// The evidence whose question is most open: moving or not, phase 1 or 2, or why.
    private static func settles(
        _ probabilities: Verdict.Probabilities, supplied: Double, barriers: [Barrier]
    ) -> Settles {
        func open(_ p: Double) -> Double { 4 * p * (1 - p) }
        let use = open(probabilities.moving)
        let register = open(supplied) * (1 - probabilities.moving)
        let pulse = (1 - (barriers.first?.first ?? 0)) * (1 - probabilities.moving) * 0.9
        if use >= register, use >= pulse { return .use }
        return register >= pulse ? .register : .pulse
    }

    private static func sentences(_ answers: InterviewAnswers) -> [String] {
        var result: [String] = []
        if let kept = answers[.kept], let tried = answers[.tried] {
            result.append("You see \(tried) of ten who tried and \(kept) of ten who stay with it.")
        } else if let kept = answers[.kept] {
            result.append("You see \(kept) of ten who stay with it.")
        }
        if let new = answers[.newCases] {
            result.append(
                "New use cases in three months: \(InterviewQuestion.newCases.choices[new].label.lowercased())."
            )
        }
        let missing = InterviewQuestion.allCases.count { answers[$0] == nil }
        if missing > 0 {
            result.append("\(missing) of ten questions were left open; there the reading knows nothing.")
        }
        return result
    }
}

/// One draw of what the answers leave open.
private struct OpinionDraw {
    let habit: Double
    let later: Double
    let supply: Double
    let severities: [(BarrierCode, Double)]

    /// What one person sees of a share counts like this many observations.
    static let worth = 6.0

    init(_ answers: InterviewAnswers, _ random: inout RandomSource) {
        func share(_ code: Int?, of most: Double, prior: (Double, Double)) -> Double {
            guard let code else { return random.beta(prior.0, prior.1) }
            let seen = Double(code) / most
            return random.beta(OpinionDraw.worth * seen + 0.5, OpinionDraw.worth * (1 - seen) + 0.5)
        }
        habit = share(answers[.kept], of: 10, prior: (1, 3))
        // Movement over three months on the logit scale carries on, as doubtful as it was seen.
        let drifts: [Double] = [-0.5, 0, 0.35, 0.9]
        let drift = answers[.direction].map { drifts[$0] } ?? 0
        let bounded = min(0.99, max(0.01, habit))
        later = SpecialFunctions.logistic(
            SpecialFunctions.logit(bounded) + drift + random.normal()
                * (answers[.direction] == nil ? 0.8 : 0.55))
        // New cases in a quarter are those of about thirteen champion-weeks of one builder, half of them in doubt.
        let newCases: [Double] = [0.2, 1.5, 4.5, 9]
        let cases = answers[.newCases].map { newCases[$0] } ?? 2
        supply = random.gamma(shape: 0.5 + cases * 0.7) / (13 * 0.7 + 1)
        func severity(_ code: Int?, worst: Int, step: Double) -> Double {
            guard let code else { return random.beta(1, 2) }
            let distance = abs(Double(code - worst))
            return min(1, max(0, 0.85 - distance * step + random.normal() * 0.22))
        }
        let tried = share(answers[.tried], of: 10, prior: (1, 2))
        let conversion = min(1, habit / max(0.05, tried))
        let lack = severity(answers[.betterDay], worst: 0, step: 0.28)
        severities = [
            (
                .noTimeOrFocus,
                0.6 * severity(answers[.builderHours], worst: 0, step: 0.28)
                    + 0.4 * severity(answers[.newCases], worst: 0, step: 0.28)
            ),
            (.noPersonalValue, 0.7 * lack + 0.3 * max(0, (0.45 - conversion) / 0.45)),
            (
                .echoChamber,
                tried < 0.5 && lack < 0.5
                    ? min(1, max(0, 0.75 - tried + random.normal() * 0.2))
                    : min(1, max(0, 0.15 + random.normal() * 0.15))
            ),
            (.enthusiasmGap, severity(answers[.managers], worst: 0, step: 0.25)),
            (.messageMisalignment, OpinionDraw.message(answers[.message], &random)),
            (.changeFatigue, severity(answers[.changes], worst: 3, step: 0.28)),
            (.superficialCompliance, OpinionDraw.compliance(answers, &random)),
        ]
    }

    private static func message(_ code: Int?, _ random: inout RandomSource) -> Double {
        guard let code else { return random.beta(1, 2) }
        let levels: [Double] = [0.7, 0.75, 0.45, 0.1]
        return min(1, max(0, levels[code] + random.normal() * 0.2))
    }

    private static func compliance(_ answers: InterviewAnswers, _ random: inout RandomSource) -> Double {
        let isOrdered = answers[.message] == 1 || answers[.managers] == 1
        let base = isOrdered ? 0.5 : 0.15
        return min(1, max(0, base + random.normal() * 0.22))
    }
}
