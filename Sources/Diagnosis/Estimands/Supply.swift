import Inference
import Measures
import Rollout

/// What champions build: live use cases against the weeks they had for it.
struct Supply: Sendable {
    /// Weeks looked back; a lifetime average misses champions who have lost their time.
    static let windowWeeks = 26
    /// Weeks a case must have been live before its audience counts as covered.
    static let coverageWeeks = 6

    /// Use cases in the register that concern the scope.
    let registered: Int
    /// Gone live in the window.
    let goneLive: Int
    /// Live on the as-of day.
    let liveNow: Int
    /// Champion-weeks in the window.
    let championWeeks: Double
    /// Why the champion-weeks are only assumed; nil where they are known.
    let assumption: String?
    /// Started in the window and not live after six weeks, of those old enough to tell.
    let stalled: Int
    let judged: Int
    /// Age in days of the oldest idea that is neither live nor retired.
    let oldestIdeaDays: Int?
    let promisedHours: Double
    /// Nil where nobody wrote down what was kept.
    let keptHours: Double?

    /// Counts the register for a scope.
    /// - Parameters:
    ///   - role: The role of the scope; nil: every role.
    ///   - share: Share of the champions' weeks that the scope may claim, 1 for the organisation.
    init(_ evidence: Evidence, role: Int? = nil, share: Double = 1) {
        let today = evidence.asOf
        let from = today.advanced(by: 1 - 7 * Supply.windowWeeks)
        let cases = evidence.useCases.filter { useCase in
            role.map { useCase.roles.isEmpty || useCase.roles.contains($0) } ?? true
        }
        registered = cases.count
        goneLive = cases.count { $0.live.map { $0 >= from && $0 <= today } ?? false }
        liveNow = cases.count { $0.isLive(on: today) }
        let old = cases.filter { useCase in
            useCase.started.map { $0 >= from && $0 <= today.advanced(by: -42) } ?? false
        }
        judged = old.count
        stalled = old.count { useCase in
            guard let started = useCase.started else { return false }
            return useCase.live.map { $0 > started.advanced(by: 42) } ?? true
        }
        oldestIdeaDays = cases.filter { useCase in
            useCase.live == nil && useCase.retired == nil
                && (useCase.idea ?? useCase.started ?? today) <= today
        }.compactMap { $0.idea ?? $0.started }.map { $0.distance(to: today) }.max()
        let weeks = evidence.champions.filter { $0.week.monday >= from && $0.week.monday <= today }
        let known = evidence.sources.contains(.champions)
        if known {
            championWeeks =
                share * Double(Set(weeks.map { PersonWeek(person: $0.person, week: $0.week) }).count)
            assumption = nil
        } else {
            let builders = Set(
                cases.filter { ($0.live ?? $0.started).map { $0 >= from && $0 <= today } ?? false }
                    .compactMap(\.builder)
            ).count
            championWeeks = share * Double(max(1, builders) * Supply.windowWeeks)
            assumption =
                builders > 0
                ? "No champions.csv: the \(builders) builders of the register are taken as champions in every week."
                : "No champions.csv: one champion is assumed in every week."
        }
        promisedHours = weeks.reduce(0) { $0 + $1.promisedHours }
        let kept = weeks.compactMap(\.keptHours)
        keptHours = kept.isEmpty ? nil : kept.reduce(0, +)
    }

    private struct PersonWeek: Hashable {
        let person: PersonID
        let week: Week
    }

    /// Live use cases per champion-week: Gamma(0.5 + n, e + 1).
    /// - Source: SCIENCE 9.2.
    var posterior: PoissonRate { PoissonRate.posterior(events: goneLive, exposure: championWeeks) }

    /// Whether anything can be said of supply: the register is not empty.
    var isKnown: Bool { registered > 0 }

    /// People whose role has had a live use case for six weeks.
    static func covered(_ evidence: Evidence) -> [Bool] {
        let since = evidence.asOf.advanced(by: -7 * coverageWeeks)
        var roles = [Bool](repeating: false, count: evidence.roles.count)
        for useCase in evidence.useCases where useCase.isLive(on: evidence.asOf) && useCase.isLive(on: since)
        {
            for role in useCase.roles.isEmpty ? Array(roles.indices) : useCase.roles { roles[role] = true }
        }
        return evidence.people.map { roles[$0.role] }
    }
}
