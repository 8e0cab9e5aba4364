import Inference

/// What the threshold world builds, who knows whom in it, and from when it can be seen.
extension ThresholdWorld {
    /// Champions work off a queue: hours kept go into one case after the other, each as long as it takes.
    func build(into history: inout History, strain: Strain) {
        history.supply = [Double](repeating: 0, count: season.weeks)
        for (place, champion) in staff.champions.enumerated() {
            var spent = 0.0
            var number = 0
            var begun = -20 - Int(effort[place * 80])
            var kept: [Double] = []
            for week in 0..<season.weeks {
                let draw = place * season.weeks + week
                let share = clip(0.85 - 0.9 * strain.hurry[champion] + 0.15 * diligence[draw], 0, 1.2)
                kept.append(share)
                spent += share * staff.promisedHours(place)
                history.supply[week] +=
                    share * staff.promisedHours(place) / 12 / Double(staff.champions.count)
                while number < 79, spent >= effort[place * 80 + number] {
                    spent -= effort[place * 80 + number]
                    let luck = chance[(champion * season.weeks + week) * ThresholdWorld.draws + number % 6]
                    let live = week * 7 + 2 + number % 3
                    history.cases.append(
                        History.Case(
                            family: Int(luck * 104_729) % staff.families.count, builder: champion,
                            idea: min(begun, live - 3) - 3 - Int(luck * 25), started: min(begun, live - 3),
                            live: live))
                    begun = live + 1
                    number += 1
                }
            }
            history.kept.append(kept)
        }
        history.cases.sort { ($0.live, $0.idea, $0.builder) < ($1.live, $1.idea, $1.builder) }
    }

    func ties(causes: Causes, using random: inout RandomSource) -> [(a: Int, b: Int, weight: Int)] {
        let wall = strain(causes).wall
        var ties: [(a: Int, b: Int, weight: Int)] = []
        for one in staff.members.indices {
            for edge in network.edges[one] where edge.other > one && edge.weeks.contains(season.observed - 1)
            {
                if edge.isAcross, edge.luck < max(wall[one], wall[edge.other]) { continue }
                ties.append((one, edge.other, max(1, Int((edge.weight * 2).rounded()))))
            }
        }
        return ties.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    /// A team is seen from the week its licences came.
    func sights(_ tools: ToolUse) -> [Chronicle.Sight] {
        [ToolUse.assistant, ToolUse.office, ToolUse.code].flatMap { tool in
            staff.teams.indices.map { team in
                .init(tool: tool, team: team, from: personas.licence[team] * 7, note: "from the day licensed")
            }
        }
    }
}
