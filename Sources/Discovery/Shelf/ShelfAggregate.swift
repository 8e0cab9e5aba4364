import Inference
package import Measures
package import Rollout

/// What is behind one line of an aggregate: a finished trial that may be counted.
package struct CountedTrial: Hashable, Sendable {
    package let person: PersonID
    /// Index into `Evidence.roles`.
    package let role: Int
    /// Id of the use case.
    package let useCase: String
    /// Mean minutes saved an occasion; negative: it took longer.
    package let minutesSaved: Double
    package let isKept: Bool
    package let conditions: Set<Condition>

    package init(
        person: PersonID, role: Int, useCase: String, minutesSaved: Double, isKept: Bool,
        conditions: Set<Condition> = []
    ) {
        self.person = person
        self.role = role
        self.useCase = useCase
        self.minutesSaved = minutesSaved
        self.isKept = isKept
        self.conditions = conditions
    }
}

/// What trials of one use case in one role come to.
package struct ShelfAggregate: Sendable {
    /// Minutes to which savings of a few people are rounded, outward for intervals, so that no end is one person's number.
    static let step = 5.0

    /// How keeping differs with a condition.
    package struct Dependence: Sendable {
        package let condition: Condition
        /// Share kept among trials with the condition, and among those without.
        package let with: Sensitive<Measured<Estimate>>
        package let without: Sensitive<Measured<Estimate>>
        /// P(kept with > kept without), both rates with a flat prior.
        package let probabilityHelps: Double
    }

    /// Index into `Evidence.roles`.
    package let role: Int
    /// Id of the use case.
    package let useCase: String
    /// Who tried it.
    package let people: PeopleSet
    /// Median minutes saved an occasion, with the distribution-free interval.
    package let medianSaving: Sensitive<Measured<Estimate>>
    /// Share of those who tried that kept it.
    package let kept: Sensitive<Measured<Estimate>>
    /// Conditions with at least five people on either side, by name.
    package let dependsOn: [Dependence]

    /// Aggregates by role and use case, in that order; each person once, by their last trial given.
    /// - Complexity: O(trials log trials).
    package static func all(_ trials: [CountedTrial], minimum: Int = 5) -> [ShelfAggregate] {
        var last: [PersonID: [Int: [String: CountedTrial]]] = [:]
        for trial in trials {
            last[trial.person, default: [:]][trial.role, default: [:]][trial.useCase] = trial
        }
        let single = last.values.flatMap { $0.values.flatMap(\.values) }
        let groups = Dictionary(grouping: single) { [String($0.role), $0.useCase] }
        return groups.values.map { ShelfAggregate($0.sorted { $0.person < $1.person }, minimum: minimum) }
            .sorted { ($0.role, $0.useCase) < ($1.role, $1.useCase) }
    }

    private init(_ trials: [CountedTrial], minimum: Int) {
        role = trials[0].role
        useCase = trials[0].useCase
        people = PeopleSet(trials.map(\.person))
        medianSaving = Sensitive(
            ShelfAggregate.median(trials.map(\.minutesSaved), minimum: minimum), about: people)
        kept = ShelfAggregate.share(trials)
        dependsOn = Condition.allCases.compactMap { condition in
            let with = trials.filter { $0.conditions.contains(condition) }
            let without = trials.filter { !$0.conditions.contains(condition) }
            guard with.count >= minimum, without.count >= minimum else { return nil }
            return Dependence(
                condition: condition, with: ShelfAggregate.share(with),
                without: ShelfAggregate.share(without),
                probabilityHelps: ShelfAggregate.probability(count(with), exceeds: count(without)))
        }
        func count(_ trials: [CountedTrial]) -> Count {
            Count(successes: trials.count(where: \.isKept), trials: trials.count)
        }
    }

    private static func share(_ trials: [CountedTrial]) -> Sensitive<Measured<Estimate>> {
        let kept = trials.count(where: \.isKept)
        return Sensitive(
            .known(
                Estimate(
                    Double(kept) / Double(trials.count),
                    interval: Wilson.interval(successes: kept, of: trials.count, level: 0.9), n: trials.count,
                    unit: .share)), about: PeopleSet(trials.map(\.person)))
    }

    /// The median with order statistics around it, in steps of five minutes.
    ///
    /// The interval runs from the k-th smallest to the k-th largest, for the largest k that still covers 90 %.
    /// - Source: David & Nagaraja, Order Statistics, 7.1; coverage 1 − 2 P(Binomial(n, ½) < k), at n = 5 and k = 1 that is 93.75 %.
    static func median(_ values: [Double], minimum: Int) -> Measured<Estimate> {
        let n = values.count
        guard n >= max(minimum, 5) else {
            return .notKnown(
                Reason("tooFewTrials", "Too few to say: fewer than five people have finished a trial."))
        }
        let sorted = values.sorted()
        let middle = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2
        // Coverage falls with k; binomial probabilities of one half are built up from the smallest.
        var probability = 1.0
        for _ in 0..<n { probability /= 2 }
        var below = probability
        var k = 1
        while true {
            let next = probability * Double(n - k + 1) / Double(k)
            guard 1 - 2 * (below + next) >= 0.9 else { break }
            below += next
            probability = next
            k += 1
        }
        let low = (sorted[k - 1] / step).rounded(.down) * step
        let high = (sorted[n - k] / step).rounded(.up) * step
        return .known(
            Estimate(
                (middle / step).rounded() * step,
                interval: Interval(low: low, high: high, level: 1 - 2 * below),
                n: n, unit: .score))
    }

    /// P(first rate > second rate) under flat priors, by the midpoint rule on 500 quantiles of the first.
    static func probability(_ first: Count, exceeds second: Count) -> Double {
        let (a, b) = (Double(first.successes) + 1, Double(first.trials - first.successes) + 1)
        let (c, d) = (Double(second.successes) + 1, Double(second.trials - second.successes) + 1)
        let steps = 500
        return (0..<steps).reduce(0.0) { sum, place in
            let rate = SpecialFunctions.betaQuantile((Double(place) + 0.5) / Double(steps), a: a, b: b)
            return sum + SpecialFunctions.regularizedIncompleteBeta(rate, a: c, b: d)
        } / Double(steps)
    }
}
