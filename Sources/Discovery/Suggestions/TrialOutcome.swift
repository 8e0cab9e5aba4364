package import Inference
package import Rollout

/// What came of one person's trial of one use case.
package struct TrialOutcome: Hashable, Sendable {
    package let person: PersonID
    /// Index into `Evidence.roles`.
    package let role: Int
    package let theme: ThemeKey?
    /// Id of the use case.
    package let useCase: String
    package let isKept: Bool

    package init(person: PersonID, role: Int, theme: ThemeKey?, useCase: String, isKept: Bool) {
        self.person = person
        self.role = role
        self.theme = theme
        self.useCase = useCase
        self.isKept = isKept
    }
}

/// Outcomes of one use case, by how near they are to somebody: disjoint, nearest first.
package struct NearOutcomes: Hashable, Sendable {
    /// Same role, same pain.
    package let samePain: Count
    /// Same role, another pain.
    package let sameRole: Count
    /// Another role, same pain.
    package let painElsewhere: Count
    /// Another role, another pain.
    package let elsewhere: Count

    /// How much an outcome of each counts beside one of the nearest.
    static let weights: [Double] = [1, 0.5, 0.5, 0.25]

    /// Counts outcomes of one use case as seen from a role and a pain; each person once, by the last outcome given.
    /// - Complexity: O(outcomes).
    package init(_ outcomes: some Sequence<TrialOutcome>, role: Int, theme: ThemeKey?) {
        var last: [PersonID: TrialOutcome] = [:]
        for outcome in outcomes { last[outcome.person] = outcome }
        var kept = [0, 0, 0, 0]
        var tried = [0, 0, 0, 0]
        for outcome in last.values {
            let isPain = theme != nil && outcome.theme == theme
            let place = (outcome.role == role ? 0 : 2) + (isPain ? 0 : 1)
            tried[place] += 1
            kept[place] += outcome.isKept ? 1 : 0
        }
        let counts = zip(kept, tried).map { Count(successes: $0, trials: $1) }
        (samePain, sameRole, painElsewhere, elsewhere) = (counts[0], counts[1], counts[2], counts[3])
    }

    /// People of the role who tried it, whatever their pain.
    package var peopleInRole: Int { samePain.trials + sameRole.trials }

    /// Everybody who tried it.
    package var total: Count {
        let all = [samePain, sameRole, painElsewhere, elsewhere]
        return Count(
            successes: all.reduce(0) { $0 + $1.successes }, trials: all.reduce(0) { $0 + $1.trials })
    }

    /// Weighted keeps and drops, of groups large enough only.
    ///
    /// A group of fewer than `minimum` people is poured into the next wider one and counts as little as that; what is left too
    /// small in the end counts for nothing. So no suggestion hangs on a few people's outcomes.
    func weighted(minimum: Int) -> (kept: Double, dropped: Double) {
        var result = (kept: 0.0, dropped: 0.0)
        var carried = (kept: 0, tried: 0)
        for (count, weight) in zip([samePain, sameRole, painElsewhere, elsewhere], NearOutcomes.weights) {
            carried.kept += count.successes
            carried.tried += count.trials
            guard carried.tried >= minimum, carried.tried > 0 else { continue }
            result.kept += weight * Double(carried.kept)
            result.dropped += weight * Double(carried.tried - carried.kept)
            carried = (0, 0)
        }
        return result
    }
}
