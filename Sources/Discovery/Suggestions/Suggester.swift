package import Inference

/// What to try next: the use case that may well be the best one for somebody, and now and then one few have tried.
///
/// Thompson sampling: a rate of keeping is drawn for each use case from what is known of it, and the highest draw is
/// suggested, so that what is little known gets its chances by itself. Rates are partially pooled: a use case starts from what
/// use cases in general come to, and outcomes of other roles and other pains count in part.
/// - Source: Thompson (1933), doi:10.1093/biomet/25.3-4.285; outcomes at a distance enter with a fixed power, as in the power prior of
///   Ibrahim & Chen (2000), doi:10.1214/ss/1009212673. Compared with random and most popular by `Benchmarks suggestions`.
package struct Suggester: Sendable {
    /// Share of suggestions that go to what few people of the role have tried, whatever the draws say.
    package static let guaranteedShare = 0.2

    /// A use case somebody could try.
    package struct Candidate: Hashable, Sendable {
        /// Id of the use case.
        package let useCase: String
        package let outcomes: NearOutcomes

        package init(useCase: String, outcomes: NearOutcomes) {
            self.useCase = useCase
            self.outcomes = outcomes
        }
    }

    /// What is suggested, and on what ground.
    package struct Suggestion: Hashable, Sendable {
        /// Why this one.
        package enum Ground: Hashable, Sendable {
            /// It drew the highest rate.
            case worked
            /// It is its turn as one that few of the role have tried.
            case littleTried
        }

        package let useCase: String
        package let ground: Ground
    }

    private let across: PooledHyperparameters?
    private let minimum: Int

    /// Learns what use cases in general come to.
    ///
    /// - Parameters:
    ///   - totals: Outcomes of each use case over everybody, in any order.
    ///   - minimum: Fewest people behind any number that is used.
    /// - Complexity: that of ``BetaBinomial/hyperparameters(_:)``.
    package init(totals: [Count], minimum: Int) {
        self.minimum = minimum
        let large = totals.filter { $0.trials >= minimum && $0.trials > 0 }
        do {
            across = large.isEmpty ? nil : try BetaBinomial.hyperparameters(large)
        } catch {
            // The grid refuses only where nothing was tried, and then there is nothing to learn from.
            across = nil
        }
    }

    /// One suggestion; nil where there is no candidate.
    ///
    /// - Complexity: O(candidates).
    package func suggest(
        _ candidates: [Candidate], guaranteed: Double = Suggester.guaranteedShare,
        using source: inout RandomSource
    ) -> Suggestion? {
        let candidates = candidates.sorted { $0.useCase < $1.useCase }
        guard !candidates.isEmpty else { return nil }
        let little = candidates.filter { $0.outcomes.peopleInRole < max(minimum, 1) }
        if !little.isEmpty, source.bernoulli(guaranteed) {
            return Suggestion(useCase: little[source.below(little.count)].useCase, ground: .littleTried)
        }
        // Where something is known, as many little-tried ones at most take part: the highest of many draws about which
        // nothing is known would beat any that is known, and nobody would be told what worked.
        let known = candidates.filter { $0.outcomes.peopleInRole >= max(minimum, 1) }
        let drawn = known.isEmpty ? candidates : known + Suggester.some(little, known.count, using: &source)
        let general = across?.draw(using: &source) ?? (mu: 0.5, rho: 1.0 / 3)
        let size = 1 / general.rho - 1
        var best: (useCase: String, rate: Double)?
        for candidate in drawn {
            let known = candidate.outcomes.weighted(minimum: minimum)
            let rate = source.beta(general.mu * size + known.kept, (1 - general.mu) * size + known.dropped)
            if rate > best?.rate ?? -1 { best = (candidate.useCase, rate) }
        }
        return best.map { Suggestion(useCase: $0.useCase, ground: .worked) }
    }

    /// Some of the candidates, drawn without putting back.
    /// - Complexity: O(count).
    private static func some(
        _ candidates: [Candidate], _ count: Int, using source: inout RandomSource
    ) -> [Candidate] {
        var candidates = candidates
        let count = min(count, candidates.count)
        for place in 0..<count {
            candidates.swapAt(place, place + source.below(candidates.count - place))
        }
        return Array(candidates.prefix(count))
    }
}
