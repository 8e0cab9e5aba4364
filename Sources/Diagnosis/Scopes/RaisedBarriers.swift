import Inference
import Measures
import Rollout

/// Which of the organisation's barriers the people of a team raise most, where that is sure enough to say.
///
/// Each barrier that is asked about has a mean of halo-adjusted answers in each team, pooled over the teams
/// (`PooledMeans`). A barrier is raised most where its mean lies lowest of all and below the reference with
/// probability .8 or more, and where it is one of the barriers named for the whole organisation.
/// - Source: SCIENCE 9.5; "never flag a team on one wave" is 4.5.
struct RaisedBarriers: Sendable {
    /// Fewer answers of a team to a theme count as none, so that nothing rests on a few people.
    static let fewestAnswers = 5
    static let fewestWaves = 2
    static let sure = 0.8
    /// Team means of a five-point item differ by two points at the very most.
    private static let largestSpread = 2.0
    /// Answers that are all alike in every team still have the coarseness of the scale.
    private static let leastVariance = 1.0 / 12

    private struct Theme {
        let barrier: any Barrier.Type
        /// Posterior by place of the team.
        let pooled: PooledMeans
        /// Answers by place of the team.
        let answers: [Int]
    }

    private let places: [Int: Int]
    private let themes: [Theme]
    private let named: Set<BarrierCode>

    /// - Parameters:
    ///   - named: The barriers named for the organisation.
    /// - Complexity: O(respondents × items²).
    init(_ groundwork: Groundwork, named: [BarrierFinding]) {
        let named = Set(named.map(\.code))
        self.named = named
        let teams = groundwork.respondentsByTeam.filter { _, respondents in
            respondents.count >= RaisedBarriers.fewestAnswers
                && Set(respondents.map(\.wave)).count >= RaisedBarriers.fewestWaves
        }.keys.sorted()
        places = Dictionary(uniqueKeysWithValues: teams.enumerated().map { ($1, $0) })
        guard !named.isEmpty else {
            themes = []
            return
        }
        let asked = Barriers.all.compactMap { barrier -> Theme? in
            guard let theme = barrier.theme else { return nil }
            let answers = teams.map { team in
                (groundwork.respondentsByTeam[team] ?? []).compactMap { one in
                    one.adjustedScore(theme, halo: groundwork.asked.halo).map { ($0, one.weight) }
                }
            }
            return RaisedBarriers.pooled(answers).map {
                Theme(barrier: barrier, pooled: $0, answers: answers.map(\.count))
            }
        }
        // Where a named barrier cannot be judged in teams, no other may be called the one raised most.
        let judged = Set(asked.map { $0.barrier.code })
        let isWhole = Barriers.all.allSatisfy {
            $0.theme == nil || !named.contains($0.code) || judged.contains($0.code)
        }
        themes = isWhole ? asked : []
    }

    /// The barrier that a team raises most; nil where nothing is sure enough.
    ///
    /// - Complexity: O(themes²) integrals' steps.
    func barrier(of team: Int, everybody: PeopleSet) -> RaisedBarrier? {
        guard let place = places[team], themes.count >= 2 else { return nil }
        let asked = themes.filter { $0.answers[place] >= RaisedBarriers.fewestAnswers }
        // With one theme alone there is nothing it could be raised more than.
        guard asked.count >= 2 else { return nil }
        let probabilities = Lowest.probabilities(
            themes.map { $0.pooled.groups[place] }, below: Asked.anchor)
        guard let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }),
            probabilities[best] >= RaisedBarriers.sure,
            themes[best].answers[place] >= RaisedBarriers.fewestAnswers,
            named.contains(themes[best].barrier.code)
        else { return nil }
        let fewest = asked.map { $0.answers[place] }.min() ?? 0
        return RaisedBarrier(
            code: themes[best].barrier.code,
            probability: Sensitive(
                .known(Estimate(probabilities[best], n: themes[best].answers[place], unit: .proportion)),
                about: everybody, answers: fewest))
    }

    /// Team means of one theme, pooled; nil where fewer than three teams answered it often enough.
    private static func pooled(_ answers: [[(score: Double, weight: Double)]]) -> PooledMeans? {
        let judged = answers.map { $0.count >= fewestAnswers ? $0 : [] }
        var squares = 0.0
        var freedom = 0.0
        var means: [(value: Double, worth: Double)?] = []
        for team in judged {
            let weight = team.reduce(0) { $0 + $1.weight }
            guard weight > 0 else {
                means.append(nil)
                continue
            }
            let mean = team.reduce(0) { $0 + $1.weight * $1.score } / weight
            let square = team.reduce(0) { $0 + $1.weight * $1.weight }
            squares += team.reduce(0) { $0 + $1.weight * ($1.score - mean) * ($1.score - mean) }
            freedom += weight - square / weight
            means.append((mean, weight * weight / square))
        }
        guard freedom > 0 else { return nil }
        let variance = max(leastVariance, squares / freedom)
        do {
            return try PooledMeans.pool(
                means.map { $0.map { GroupMean($0.value, variance: variance / $0.worth) } ?? .unknown },
                largestSpread: largestSpread)
        } catch {
            // Too few teams to say how far teams differ.
            return nil
        }
    }
}
