import Inference
import Measures
import Rollout

/// How much change lands on a team: each initiative's weight, fading by half every thirteen weeks.
enum ChangeLoad {
    static let halfLifeWeeks = 13.0

    /// Load and number of open initiatives by team, in the order of `Evidence.teams`.
    ///
    /// L(t) = Σ w·2^(−(t−t_j)/13 weeks) over initiatives that began on or before the as-of day.
    /// - Source: SCIENCE 9.2.
    static func byTeam(_ evidence: Evidence) -> (weight: [Double], open: [Double]) {
        var weight = [Double](repeating: 0, count: evidence.teams.count)
        var open = weight
        for change in evidence.changes where change.from <= evidence.asOf {
            let weeks = Double(change.from.distance(to: evidence.asOf)) / 7
            let left = Double(change.weight) * Exponential.halving(weeks / halfLifeWeeks)
            let isOpen = change.to.map { $0 >= evidence.asOf } ?? true
            for team in change.team.map({ [$0] }) ?? Array(evidence.teams.indices) {
                weight[team] += left
                if isOpen { open[team] += 1 }
            }
        }
        return (weight, open)
    }
}
