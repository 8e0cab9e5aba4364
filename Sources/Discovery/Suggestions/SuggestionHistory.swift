import Inference
import Rollout

extension SuggestionStudy {
    /// One organisation over its weeks under one policy.
    struct History {
        private(set) var regret = 0.0
        private(set) var lateRegret = 0.0
        private(set) var kept = 0.0

        /// Chances of keeping, by use case, role and pain.
        private struct Chances {
            let values: [[[Double]]]

            init(_ world: World, count: Int, using source: inout RandomSource) {
                values = (0..<count).map { _ in
                    let general = -0.4 + world.spread.useCase * source.normal()
                    let pains = (0..<world.pains).map { _ in world.spread.pain * source.normal() }
                    return (0..<world.roles).map { _ in
                        let fit = general + world.spread.role * source.normal()
                        return pains.map { SpecialFunctions.logistic(fit + $0) }
                    }
                }
            }
        }

        private struct Pending {
            let week: Int
            let useCase: Int
            let outcome: TrialOutcome
        }

        init(
            _ world: World, _ policy: Policy, minimum: Int, nature: inout RandomSource,
            luck: inout RandomSource
        ) {
            let count = world.useCases + world.weeks / world.newEvery
            let chances = Chances(world, count: count, using: &nature)
            let people = (0..<world.people).map { _ in
                (role: nature.below(world.roles), pain: nature.below(world.pains))
            }
            var outcomes = [[TrialOutcome]](repeating: [], count: count)
            var pending: [Pending] = []
            var tried = [Set<Int>](repeating: [], count: world.people)
            var suggestions = 0
            var late = 0
            for week in 0..<world.weeks {
                for due in pending where due.week == week { outcomes[due.useCase].append(due.outcome) }
                pending.removeAll { $0.week <= week }
                let offered = world.useCases + week / world.newEvery
                let totals = outcomes[..<offered].map {
                    Count(successes: $0.count(where: \.isKept), trials: $0.count)
                }
                // Chance and popularity need no rates, which are most of the work.
                let suggester =
                    policy == .random || policy == .mostPopular
                    ? nil : Suggester(totals: totals, minimum: minimum)
                // Everybody of one role and pain sees the same outcomes this week.
                var seen: [Int: NearOutcomes] = [:]
                for (place, person) in people.enumerated() {
                    guard luck.bernoulli(SuggestionStudy.asking) else { continue }
                    let open = (0..<offered).filter { !tried[place].contains($0) }
                    let theme = ThemeKey("\(person.pain)")
                    guard
                        let choice = History.choose(
                            policy, open, totals, suggester, using: &luck,
                            outcomes: { useCase in
                                let place = (useCase * world.roles + person.role) * world.pains + person.pain
                                if let known = seen[place] { return known }
                                let counted = NearOutcomes(outcomes[useCase], role: person.role, theme: theme)
                                seen[place] = counted
                                return counted
                            })
                    else { continue }
                    let best = open.map { chances.values[$0][person.role][person.pain] }.max() ?? 0
                    let chance = chances.values[choice][person.role][person.pain]
                    let isKept = luck.bernoulli(chance)
                    tried[place].insert(choice)
                    pending.append(
                        Pending(
                            week: week + SuggestionStudy.delay, useCase: choice,
                            outcome: TrialOutcome(
                                person: PersonID(place), role: person.role, theme: theme,
                                useCase: "\(choice)",
                                isKept: isKept)))
                    suggestions += 1
                    regret += best - chance
                    kept += isKept ? 1 : 0
                    if week >= world.weeks * 3 / 4 {
                        late += 1
                        lateRegret += best - chance
                    }
                }
            }
            regret /= Double(max(1, suggestions))
            kept /= Double(max(1, suggestions))
            lateRegret /= Double(max(1, late))
        }

        private static func choose(
            _ policy: Policy, _ open: [Int], _ totals: [Count], _ suggester: Suggester?,
            using luck: inout RandomSource, outcomes: (Int) -> NearOutcomes
        ) -> Int? {
            guard !open.isEmpty else { return nil }
            switch policy {
            case .random: return open[luck.below(open.count)]
            case .mostPopular:
                // The one most people keep; equals are drawn, or the first would win for ever.
                let most = open.map { totals[$0].successes }.max() ?? 0
                let equal = open.filter { totals[$0].successes == most }
                return equal[luck.below(equal.count)]
            case .thompson, .guaranteedThompson:
                let candidates = open.map { place in
                    Suggester.Candidate(useCase: String(1_000 + place), outcomes: outcomes(place))
                }
                return suggester?.suggest(
                    candidates, guaranteed: policy == .thompson ? 0 : Suggester.guaranteedShare, using: &luck
                ).flatMap { Int($0.useCase) }.map { $0 - 1_000 }
            }
        }
    }
}
