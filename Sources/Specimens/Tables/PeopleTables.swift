import Inference
import Measures
import Rollout

/// The tables about people: roster, days at work, ties, coverage and answers.
extension Chronicle {
    static func address(_ member: Int) -> String { "\(login(member))@example.com" }

    static func login(_ member: Int) -> String {
        let (given, family) = Names.pair(member)
        return "\(given).\(family)".lowercased()
    }

    func people(withAddresses: Bool) -> CaseTable {
        var table = CaseTable(
            file: "people.csv",
            columns: [
                "person", "team", "role", "layer", "manager", "from", "to", "occupation", "parent_team",
            ]
                + (withAddresses ? ["email"] : []))
        for (index, member) in staff.members.enumerated() {
            if let from = member.from, !isWritten(from) { continue }
            table.rows.append(
                [
                    Chronicle.key(index), staff.teams[member.team], staff.roles[member.role],
                    member.layer.rawValue, staff.managers[index].map(Chronicle.key) ?? "",
                    member.from.map(text) ?? "",
                    member.to.flatMap { isWritten($0) ? text($0) : nil } ?? "", member.occupation,
                    member.team == 0 ? "" : staff.units[staff.teamUnit[member.team]],
                ] + (withAddresses ? [Chronicle.address(index)] : []))
        }
        return table
    }

    func activity(days: [String]) -> CaseTable {
        var table = CaseTable(file: "activity.csv", columns: ["person", "date"])
        table.rows.reserveCapacity(staff.count * season.observed * 4)
        for member in staff.members.indices {
            let key = Chronicle.key(member)
            for week in 0..<season.observed {
                let bits = presence.days(member, week)
                for weekday in 0..<5 where bits & (1 << UInt8(weekday)) != 0 {
                    table.rows.append([key, days[week * 7 + weekday]])
                }
            }
        }
        return table
    }

    func tieTable() -> CaseTable {
        var table = CaseTable(file: "ties.csv", columns: ["a", "b", "weight"])
        for tie in ties {
            table.rows.append([Chronicle.key(tie.a), Chronicle.key(tie.b), String(tie.weight)])
        }
        return table
    }

    func coverage() -> CaseTable {
        var table = CaseTable(
            file: "coverage.csv", columns: ["source", "team", "from", "to", "absence", "note"])
        for sight in sights where isWritten(sight.from) {
            table.rows.append([
                sight.tool, sight.team.map { staff.teams[$0] } ?? "", text(sight.from),
                season.asOf.description, "notUsed", sight.note,
            ])
        }
        return table
    }

    /// The pulse; a respondent's key is drawn anew in every wave, so that no two waves can be joined.
    func pulse(using random: inout RandomSource) -> CaseTable {
        var table = CaseTable(
            file: "pulse.csv",
            columns: ["wave", "team", "role", "layer", "item", "answer", "variant", "respondent"])
        for week in Waves.weeks(season) {
            var wave = sheets.filter { $0.week == week }
            random.shuffle(&wave)
            let date = text(week * 7 + 2)
            for (place, sheet) in wave.enumerated() {
                let member = staff.members[sheet.member]
                let respondent = "r\(place + 1)"
                for (item, value) in sheet.answers {
                    let answer =
                        value.map { $0 == AnswerSheet.cannotSay ? "?" : String($0) } ?? ""
                    let variant: String =
                        switch item {
                        case .tedium: sheet.isExperienced ? "experienced" : "expected"
                        case .interruptionsOrStress: sheet.form
                        default: ""
                        }
                    table.rows.append([
                        date, staff.teams[sheet.team], staff.roles[member.role], member.layer.rawValue,
                        item.rawValue, answer, variant, respondent,
                    ])
                }
            }
        }
        return table
    }
}
