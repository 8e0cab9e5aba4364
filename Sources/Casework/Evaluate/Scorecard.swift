package import Diagnosis
package import Disclosure
import Inference
package import Measures
import Rollout

/// One organisation whose illness is known, and what was said of it.
package struct Scored: Sendable {
    package let world: String
    /// The phase that came true.
    package let phase: VerdictCode
    /// The planted causes, the stronger first; empty where the organisation is healthy.
    package let causes: [BarrierCode]
    /// The habit share at the as-of day and twelve weeks later, over everybody in truth.
    package let habitNow: Double
    package let habitLater: Double
    package let verdict: PublishedVerdict
    /// Named barriers in their order, with the probability that each ranks first.
    package let named: [NamedBarrier]
    /// The two most severe barriers, named or not.
    package let strongest: [BarrierCode]
    package let habit: PublishedEstimate?
    package let forecast: PublishedEstimate?
    /// What "today's habit share against the threshold" says.
    package let naive: VerdictCode
    /// What the same rule said twelve weeks earlier; nil where that was too early.
    package let earlier: VerdictCode?

    /// A barrier that was named, and how surely it ranked first.
    package struct NamedBarrier: Hashable, Sendable {
        package let code: BarrierCode
        package let firstProbability: Double
    }

    /// Scores the organisation's own reading.
    package init?(
        world: String, phase: VerdictCode, causes: [BarrierCode], habitNow: Double, habitLater: Double,
        publication: Publication, earlier: Publication?
    ) {
        guard let organization = publication.organization, let verdict = organization.verdict else {
            return nil
        }
        self.world = world
        self.phase = phase
        self.causes = causes
        self.habitNow = habitNow
        self.habitLater = habitLater
        self.verdict = verdict
        named = organization.barriers.map {
            NamedBarrier(code: $0.code, firstProbability: $0.firstProbability)
        }
        strongest = (organization.barriers + organization.unnamed)
            .filter { ($0.severity.shown?.value?.value ?? 0) > 0 }.prefix(2).map(\.code)
        habit = organization[.habit]?.shown?.value
        forecast = organization[.habitForecast]?.shown?.value
        let thresholds = publication.thresholds
        let supply = organization[.supply]?.shown?.value?.value ?? 0
        naive =
            (habit?.value ?? 0) >= thresholds.habit ? .moving : supply < thresholds.supply ? .phase1 : .phase2
        self.earlier = earlier?.organization?.verdict.map { Scored.likeliest($0.probabilities) }
    }

    /// The likeliest phase, decided or not.
    package static func likeliest(_ probabilities: Verdict.Probabilities) -> VerdictCode {
        let ordered: [(VerdictCode, Double)] = [
            (.moving, probabilities.moving), (.phase1, probabilities.phase1), (.phase2, probabilities.phase2),
        ]
        return ordered.max { $0.1 < $1.1 }!.0
    }

    /// Probabilities in the order moving, phase 1, phase 2.
    var vector: [Double] {
        [verdict.probabilities.moving, verdict.probabilities.phase1, verdict.probabilities.phase2]
    }

    /// The place of the phase that came true in the vector.
    var outcome: Int { [.moving, .phase1, .phase2].firstIndex(of: phase)! }
}

/// How often something was right, with a binomial interval.
package struct Rate: Hashable, Sendable {
    package let hits: Int
    package let of: Int

    /// The share; nil where there was nothing to be right about.
    package var share: Double? { of > 0 ? Double(hits) / Double(of) : nil }

    /// The 95 % Wilson interval.
    package var interval: Interval? { of > 0 ? Wilson.interval(successes: hits, of: of, level: 0.95) : nil }
}

/// What many diagnoses of known organisations are worth.
package struct Scorecard: Sendable {
    package let world: String
    package let organizations: Int
    package let phaseRight: Rate
    package let decided: Rate
    package let rightWhenDecided: Rate
    package let naiveRight: Rate
    package let earlierRight: Rate
    /// Brier score of the three probabilities: 0 perfect, 2 at worst.
    package let brier: Double?
    package let naiveBrier: Double?
    package let earlierBrier: Double?
    /// Expected calibration error of the likeliest phase.
    package let calibrationError: Double?
    /// Among organisations with a planted cause that did not come out moving: the most severe barrier,
    /// named or not, is the planted one.
    package let firstBarrier: Rate
    /// The same, and it was named.
    package let firstNamed: Rate
    package let firstTwoBarriers: Rate
    /// Claimed P(first) ≥ 0.8 and right.
    package let confidentBarrier: Rate
    /// Healthy organisations with any barrier named.
    package let falseBarrier: Rate
    /// Truth inside the 90 % interval.
    package let habitCovered: Rate
    package let forecastCovered: Rate

    /// Scores a set of organisations.
    package init(_ scored: [Scored], world: String) {
        func rate(_ among: [Scored], _ holds: (Scored) -> Bool) -> Rate {
            Rate(hits: among.count(where: holds), of: among.count)
        }
        self.world = world
        organizations = scored.count
        phaseRight = rate(scored) { Scored.likeliest($0.verdict.probabilities) == $0.phase }
        let settled = scored.filter { $0.verdict.code != .notEnoughEvidence }
        decided = Rate(hits: settled.count, of: scored.count)
        rightWhenDecided = rate(settled) { $0.verdict.code == $0.phase }
        naiveRight = rate(scored) { $0.naive == $0.phase }
        let before = scored.filter { $0.earlier != nil }
        earlierRight = rate(before) { $0.earlier == $0.phase }
        brier = Scorecard.mean(scored.map { Scorecard.brier($0.vector, $0.outcome) })
        naiveBrier = Scorecard.mean(scored.map { $0.naive == $0.phase ? 0 : 2 })
        earlierBrier = Scorecard.mean(before.map { $0.earlier == $0.phase ? 0 : 2 })
        calibrationError = Scorecard.calibrationError(scored)
        let ill = scored.filter { !$0.causes.isEmpty && $0.phase != .moving }
        firstBarrier = rate(ill) { $0.strongest.first == $0.causes[0] }
        firstNamed = rate(ill) { $0.named.first?.code == $0.causes[0] }
        firstTwoBarriers = rate(ill) { $0.strongest.contains($0.causes[0]) }
        let sure = ill.filter { ($0.named.first?.firstProbability ?? 0) >= 0.8 }
        confidentBarrier = rate(sure) { $0.named[0].code == $0.causes[0] }
        falseBarrier = rate(scored.filter { $0.causes.isEmpty }) { !$0.named.isEmpty }
        let known = scored.filter { $0.habit?.interval != nil }
        habitCovered = rate(known) { $0.habit!.interval!.contains($0.habitNow) }
        let foretold = scored.filter { $0.forecast?.interval != nil }
        forecastCovered = rate(foretold) { $0.forecast!.interval!.contains($0.habitLater) }
    }

    static func brier(_ probabilities: [Double], _ outcome: Int) -> Double {
        probabilities.enumerated().reduce(0) { sum, pair in
            let error = pair.element - (pair.offset == outcome ? 1 : 0)
            return sum + error * error
        }
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// Ten bins of the likeliest phase's probability; the weighted distance of claim and fact.
    private static func calibrationError(_ scored: [Scored]) -> Double? {
        guard !scored.isEmpty else { return nil }
        var claimed = [Double](repeating: 0, count: 10)
        var right = claimed
        var count = claimed
        for one in scored {
            let top = one.vector.max()!
            let bin = min(9, Int(top * 10))
            claimed[bin] += top
            right[bin] += Scored.likeliest(one.verdict.probabilities) == one.phase ? 1 : 0
            count[bin] += 1
        }
        return (0..<10).reduce(0) { $0 + abs(claimed[$1] - right[$1]) } / Double(scored.count)
    }
}
