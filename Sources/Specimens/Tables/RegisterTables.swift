import Inference
import Measures
import Rollout

/// The tables an organisation keeps by hand: use cases, champions' hours, changes, messages, orders.
extension Chronicle {
    /// The number of a use case in the register, by its place in the history.
    static func caseID(_ place: Int) -> String { "uc-\(place + 101)" }

    func useCases(using random: inout RandomSource) -> CaseTable {
        var table = CaseTable(
            file: "use-cases.csv",
            columns: ["use_case", "title", "tool", "roles", "builder", "idea", "started", "live", "retired"])
        var titled = [Int](repeating: 0, count: staff.families.count)
        func title(_ family: Int) -> String {
            let tasks = staff.families[family].tasks
            let suffixes = ["", " for new starters", " at month end", " by phone", " in two languages"]
            let place = titled[family]
            titled[family] += 1
            let round = place / tasks.count
            let suffix = round < suffixes.count ? suffixes[round] : " (\(round + 1))"
            return tasks[place % tasks.count] + suffix
        }
        for (place, one) in history.cases.enumerated() {
            let label = title(one.family)
            let engineering = staff.families[one.family].isEngineering && random.drawBernoulli(0.4)
            let retires = random.drawBernoulli(0.04)
            let age = random.draw(60...150)
            guard isWritten(one.idea) else { continue }
            let isLive = isWritten(one.live)
            table.rows.append([
                Chronicle.caseID(place), label, engineering ? ToolUse.code : ToolUse.assistant,
                staff.roles[one.family], Chronicle.key(one.builder), text(one.idea),
                isWritten(one.started) ? text(one.started) : "", isLive ? text(one.live) : "",
                isLive && retires && isWritten(one.live + age) ? text(one.live + age) : "",
            ])
        }
        // Ideas nobody has begun; more of them, and older, where there is no time.
        let waiting = 5 + Int(14 * causes.severity(.noTimeOrFocus)) + random.below(5)
        for extra in 0..<waiting {
            let family = random.below(staff.families.count)
            let idea = season.observed * 7 - 1 - random.below(170)
            table.rows.append([
                "uc-\(history.cases.count + 101 + extra)", title(family), "", staff.roles[family], "",
                text(idea), "", "", "",
            ])
        }
        return table
    }

    func champions() -> CaseTable {
        var table = CaseTable(
            file: "champions.csv", columns: ["person", "week", "promised_hours", "kept_hours"])
        for (place, champion) in staff.champions.enumerated() {
            let promised = staff.promisedHours(place)
            for week in 0..<season.observed {
                let kept = (promised * min(1.2, history.kept[place][week]) * 2).rounded() / 2
                table.rows.append([
                    Chronicle.key(champion), text(week * 7), hours(promised), hours(kept),
                ])
            }
        }
        return table
    }

    private func hours(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }

    func changes() -> CaseTable {
        var table = CaseTable(file: "changes.csv", columns: ["initiative", "team", "from", "to", "weight"])
        for one in surroundings.initiatives where isWritten(one.from) {
            let to = isWritten(one.to) ? text(one.to) : ""
            for team in one.teams.isEmpty ? [nil] : one.teams.map({ Optional($0) }) {
                table.rows.append([
                    one.title, team.map { staff.teams[$0] } ?? "", text(one.from), to, String(one.weight),
                ])
            }
        }
        return table
    }

    func messages() -> CaseTable {
        var table = CaseTable(
            file: "messages.csv", columns: ["date", "layer", "channel", "motive", "example", "order"])
        for one in surroundings.announcements where isWritten(one.day) {
            table.rows.append([
                text(one.day), one.layer.rawValue, one.channel, one.motive.rawValue,
                one.hasExample ? "yes" : "no", one.isOrder ? "yes" : "no",
            ])
        }
        return table
    }

    func mandates() -> CaseTable {
        var table = CaseTable(file: "mandates.csv", columns: ["from", "to", "team", "what"])
        for order in surroundings.orders where order.week < season.observed {
            for team in order.teams.isEmpty ? [nil] : order.teams.map({ Optional($0) }) {
                table.rows.append([
                    text(order.week * 7), text(order.week * 7 + 4), team.map { staff.teams[$0] } ?? "",
                    order.what,
                ])
            }
        }
        return table
    }

    func examples(using random: inout RandomSource) -> CaseTable {
        var table = CaseTable(
            file: "examples.csv",
            columns: [
                "role", "task", "use_case", "before_minutes", "after_minutes", "interruptions_before",
                "interruptions_after", "stress_before", "stress_after", "date", "kept",
            ])
        let dull = max(causes.severity(.noPersonalValue), 0.8 * causes.severity(.superficialCompliance))
        for (place, one) in history.cases.enumerated() {
            let isMeasured = random.drawBernoulli(0.3)
            let before = random.draw(10...90)
            let gain = clip(0.55 - 0.5 * dull + 0.15 * random.drawNormal(), -0.3, 0.85)
            let calm = random.uniform()
            let strain = random.draw(2...5)
            let late = random.draw(14...60)
            guard isMeasured, isWritten(one.live + late) else { continue }
            let family = staff.families[one.family]
            let after = max(2, Int((Double(before) * (1 - gain)).rounded()))
            let relief = calm < 0.6 - 0.5 * dull ? 1 : 0
            table.rows.append([
                staff.roles[one.family], family.tasks[place % family.tasks.count], Chronicle.caseID(place),
                String(before), String(after), String(strain), String(max(0, strain - relief)),
                String(strain), String(max(1, strain - relief)), text(one.live + late),
                gain > 0.2 ? "yes" : "no",
            ])
        }
        return table
    }
}
