import Inference
import Measures
import Rollout

/// Weighs all barriers on many draws of the evidence and ranks them.
struct Ranking: Sendable {
    /// Resamplings of whole teams.
    static let draws = 400

    struct Weighed: Sendable {
        let barrier: any Barrier.Type
        /// Severity by draw; nil where nothing is known of the barrier.
        let severities: [Double]?
        /// Severity of the evidence as it stands.
        let severity: Double?
        var firstProbability = 0.0

        /// The 90 % interval of the severity.
        var interval: Interval? {
            guard let sorted = severities?.sorted(), !sorted.isEmpty else { return nil }
            func quantile(_ p: Double) -> Double { sorted[Int((Double(sorted.count - 1) * p).rounded())] }
            return Interval(low: quantile(0.05), high: quantile(0.95), level: 0.9)
        }
    }

    /// Every barrier, strongest first; those without evidence last, in the order of the list.
    let weighed: [Weighed]

    /// Weighs the barriers.
    /// - Parameters:
    ///   - tallies: Facts by team.
    ///   - template: A draw whose tally, supply and alignment are replaced by each draw's.
    ///   - alignment: Matched and sent messages; nil without a log.
    init(
        tallies: [Tally], context: BarrierContext, supply: PoissonRate?,
        alignment: (matched: Int, sent: Int)?, using random: inout RandomSource
    ) {
        let standing = Barriers.all.map { $0.standing(context) }
        var results = [[Double]](repeating: [], count: Barriers.all.count)
        let units = tallies.indices.filter { tallies[$0][.loaded] > 0 || tallies[$0][.answered] > 0 }
        if !units.isEmpty {
            let table = Tally.Table(units.map { tallies[$0] })
            for _ in 0..<Ranking.draws {
                let total = table.sum(of: units.count) { random.below(units.count) }
                let draw = context.draw.with(
                    tally: total,
                    supply: supply.map { random.gamma(shape: $0.shape) / $0.rate },
                    alignment: alignment.map {
                        random.beta(Double($0.matched) + 0.5, Double($0.sent - $0.matched) + 0.5)
                    }, testimony: context.draw.testimony.map { $0.drawn(using: &random) })
                for (index, barrier) in Barriers.all.enumerated() {
                    if let severity = SeverityPart.severity(barrier.parts(draw)) {
                        results[index].append(severity * standing[index])
                    }
                }
            }
        }
        var weighed = Barriers.all.enumerated().map { index, barrier in
            Weighed(
                barrier: barrier, severities: results[index].count == Ranking.draws ? results[index] : nil,
                severity: SeverityPart.severity(barrier.parts(context.draw)).map { $0 * standing[index] })
        }
        let known = weighed.indices.filter { weighed[$0].severities != nil }
        for draw in 0..<(known.isEmpty ? 0 : Ranking.draws) {
            let best = known.max { left, right in
                (weighed[left].severities![draw], -left) < (weighed[right].severities![draw], -right)
            }!
            weighed[best].firstProbability += 1 / Double(Ranking.draws)
        }
        self.weighed = weighed.enumerated().sorted { left, right in
            let one = (left.element.severities == nil ? -1 : left.element.severity ?? -1)
            let other = (right.element.severities == nil ? -1 : right.element.severity ?? -1)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
    }
}

extension Draw {
    /// The same draw with another tally, supply, alignment and testimony.
    func with(tally: Tally, supply: Double?, alignment: Double?, testimony: Testimony?) -> Draw {
        Draw(
            tally: tally, supply: supply, supplyThreshold: supplyThreshold, alignment: alignment,
            gapOfContagion: gapOfContagion, unexposedExcess: unexposedExcess, hasMandates: hasMandates,
            hasChanges: hasChanges, testimony: testimony)
    }
}

extension Testimony {
    /// Shares as they could be, given the fewest people they can rest on.
    func drawn(using random: inout RandomSource) -> Testimony {
        func draw(_ share: Share?, _ random: inout RandomSource) -> Share? {
            share.map {
                let count = $0.value * Double($0.people)
                return Share(
                    value: random.beta(count + 0.5, Double($0.people) - count + 0.5), people: $0.people)
            }
        }
        return Testimony(
            kept: draw(kept, &random), notWatched: draw(notWatched, &random),
            compliers: draw(compliers, &random))
    }
}
