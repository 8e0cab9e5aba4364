/// What the champions of the hazard world build, and when it goes live.
extension HazardWorld {
    /// Champions build: a Poisson number a week, whose mean falls with the square of the hours kept.
    func build(into history: inout History, causes: Causes, lives: Lives) {
        history.supply = [Double](repeating: 0, count: season.weeks)
        for (place, champion) in staff.champions.enumerated() {
            let unit = staff.teamUnit[staff.members[champion].team]
            let hurry = causes.severity(.noTimeOrFocus, unit: unit)
            var kept: [Double] = []
            for week in 0..<season.weeks {
                let draw = place * season.weeks + week
                let share = clip(0.88 - 0.72 * hurry + 0.1 * keeping[draw], 0, 1.2)
                kept.append(share)
                let rate = pace[place] * (share / 0.88) * (share / 0.88)
                history.supply[week] += rate / Double(staff.champions.count)
                for number in 0..<min(3, poissonQuantile(building[draw * 12], mean: rate)) {
                    history.cases.append(
                        finish(draw: draw * 12 + 1 + number * 3, week: week, champion: champion, hurry: hurry)
                    )
                }
            }
            history.kept.append(kept)
        }
        history.cases.sort { ($0.live, $0.idea, $0.builder) < ($1.live, $1.idea, $1.builder) }
    }

    private func finish(draw: Int, week: Int, champion: Int, hurry: Double) -> History.Case {
        let live = week * 7 + Int(building[draw] * 5)
        let slow = 1 + 1.5 * hurry
        let started = live - 4 - Int(building[draw + 1] * 18 * slow)
        let idea = started - 2 - Int(building[draw + 2] * 28 * slow)
        let family = Int(building[draw + 1] * 7919) % staff.families.count
        return History.Case(family: family, builder: champion, idea: idea, started: started, live: live)
    }

    /// Live use cases of week × role.
    func liveCases(_ cases: [History.Case]) -> [[Int]] {
        var live = Array(
            repeating: Array(repeating: 0, count: staff.roles.count), count: season.weeks)
        for one in cases {
            for week in max(0, one.live / 7 + 1)..<max(season.weeks, one.live / 7 + 1)
            where week < season.weeks { live[week][one.family] += 1 }
        }
        return live
    }
}
