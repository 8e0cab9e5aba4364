import Inference
import Measures
import Rollout

/// One day of one person's use, as a log would hold it.
struct UseEvent: Hashable, Sendable {
    let member: Int
    /// Days from the season's first Monday.
    let day: Int
    let tool: String
    /// Place of the use case in the history; nil: none named.
    let useCase: Int?
    let count: Int
    let mode: UseMode
}

extension Chronicle {
    /// Every use the logs saw, by member and day.
    ///
    /// What a tool's log does not cover is left out here, though it happened.
    ///
    /// - Complexity: O(members × weeks).
    func events(using random: inout RandomSource) -> [UseEvent] {
        var liveByRole = Array(repeating: [Int](), count: staff.roles.count)
        for (place, one) in history.cases.enumerated() { liveByRole[one.family].append(place) }
        var events: [UseEvent] = []
        for member in staff.members.indices {
            let person = staff.members[member]
            let marks = toolUse.isEngineer[member] && random.drawBernoulli(0.3)
            let favourite = random.uniform()
            for week in 0..<season.observed {
                let use = history[member, week]
                let team = staff.team(of: member, week: week, reorganised: reorganised)
                for weekday in 0..<5 {
                    let chance = random.uniform()
                    let fancy = random.uniform()
                    let kind = random.uniform()
                    let day = week * 7 + weekday
                    if use.days & (1 << UInt8(weekday)) != 0 {
                        let tool = toolUse.tool(member, team: team, week: week, chance: chance)
                        guard sees(tool, team: team, day: day) else { continue }
                        events.append(
                            UseEvent(
                                member: member, day: day, tool: tool,
                                useCase: useCase(
                                    liveByRole[person.role], day: day, favourite: favourite, fancy: fancy,
                                    isOrdered: use.isOrdered),
                                count: Int(use.actionsPerDay), mode: kind < 0.12 ? .agent : .assist))
                    } else if marks, kind < 0.08, presence.days(member, week) & (1 << UInt8(weekday)) != 0,
                        sees(ToolUse.code, team: team, day: day)
                    {
                        // Marks an editor leaves by itself: they must not be taken for use.
                        events.append(
                            UseEvent(
                                member: member, day: day, tool: ToolUse.code, useCase: nil, count: 1,
                                mode: kind < 0.05 ? .editor : .review))
                    }
                }
            }
        }
        return events
    }

    private func sees(_ tool: String, team: Int, day: Int) -> Bool {
        sights.contains { $0.tool == tool && ($0.team == nil || $0.team == team) && $0.from <= day }
    }

    private func useCase(
        _ places: [Int], day: Int, favourite: Double, fancy: Double, isOrdered: Bool
    ) -> Int? {
        let live = places.prefix { history.cases[$0].live <= day }
        guard !live.isEmpty, fancy < (isOrdered ? 0.25 : 0.75) else { return nil }
        // Most return to their favourite; some look around.
        let place = fancy < 0.5 ? favourite : (fancy * 31).truncatingRemainder(dividingBy: 1)
        return live[live.startIndex + min(live.count - 1, Int(place * Double(live.count)))]
    }

    func use(_ events: [UseEvent], days: [String]) -> CaseTable {
        var table = CaseTable(
            file: "use.csv", columns: ["person", "date", "tool", "use_case", "count", "mode"])
        table.rows = events.map {
            [
                Chronicle.key($0.member), days[$0.day], $0.tool,
                $0.useCase.map(Chronicle.caseID) ?? "", String($0.count), $0.mode.rawValue,
            ]
        }
        return table
    }
}
