import Measures
import Rollout

/// GitHub Copilot totals of an organisation or enterprise: how many people, never who.
///
/// Day totals, one object a day; or totals of a whole period by user (`user_totals`), which tell no days.
enum GitHubCopilotTotals: ExportReader {
    static let id = "github-copilot-totals"
    static let title = "GitHub Copilot totals of an organisation"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = [
        "Who the people are, and in which team or role.",
        "Whether the people of one day are those of another: counts of people cannot be added up.",
    ]
    static let lateBy: String? = "a day is final after three days"

    static func recognises(_ head: ExportHead) -> Recognition? {
        let counts: Set<String> = [
            "daily_active_users", "weekly_active_users", "monthly_active_users", "monthly_active_chat_users",
            "monthly_active_agent_users", "user_initiated_interaction_count",
        ]
        return Recognition(all: ["day", "daily_active_users"], any: counts, of: head.paths)
            ?? Recognition(
                all: ["day_totals.day", "day_totals.daily_active_users"],
                any: Set(counts.map { "day_totals.\($0)" }), of: head.paths)
            ?? Recognition(
                all: ["user_totals.login", "user_totals.total_active_days"],
                any: ["report_start_day", "report_end_day", "user_totals.user_initiated_interaction_count"],
                of: head.paths)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        var span: (from: Day?, to: Day?)
        var people: Set<String> = []
        var actions = 0
        var users = 0
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["day_totals"], ["user_totals"]],
            document: { name, value in
                guard case .day(let day) = CellDate.read(value.bytes) else { return }
                switch name {
                case "report_start_day": span.from = day
                case "report_end_day": span.to = day
                case "created_at": contribution.refreshed(day)
                default: break
                }
            },
            { (row) throws(RowRefusal) in
                guard row["daily_active_users"] != nil else {
                    guard let name = row.text("login") else { throw JSONRow.missing("login") }
                    users += 1
                    actions += try row.count("user_initiated_interaction_count") ?? 0
                    if try row.count("total_active_days") ?? 0 > 0 { people.insert(CellText.key(name)) }
                    return
                }
                let day = try row.requiredDay("day")
                if contribution.isLate(day) { return }
                for (field, part, length) in parts {
                    guard let value = try JSONRow.count(row.object[dynamic: field], field) else { continue }
                    contribution.total(
                        ExportTotal(
                            tool: GitHubCopilotUsers.tool, part: part, quantity: .activePeople,
                            from: day.advanced(by: 1 - length), to: day, value: value))
                }
                if let value = try row.count("user_initiated_interaction_count") {
                    contribution.total(
                        ExportTotal(
                            tool: GitHubCopilotUsers.tool, quantity: .actions, from: day, to: day,
                            value: value))
                }
            })
        if users > 0, let from = span.from, let to = span.to, from <= to {
            for (quantity, value) in [(ExportTotal.Quantity.activePeople, people.count), (.actions, actions)]
            {
                contribution.total(
                    ExportTotal(
                        tool: GitHubCopilotUsers.tool, quantity: quantity, from: from, to: to, value: value))
            }
            contribution.remark("People are listed with totals of the whole period and no days.")
        }
        contribution.saysTotalsOnly()
    }

    /// Fields of a day's total, the part of the tool they speak of, and the days they look back.
    private static let parts: [(field: String, part: String?, length: Int)] = [
        ("daily_active_users", nil, 1), ("weekly_active_users", nil, 7), ("monthly_active_users", nil, 28),
        ("daily_active_cli_users", "command line", 1), ("monthly_active_chat_users", "chat", 28),
        ("monthly_active_agent_users", "agents", 28),
        ("daily_active_copilot_cloud_agent_users", "cloud agent", 1),
        ("weekly_active_copilot_cloud_agent_users", "cloud agent", 7),
        ("monthly_active_copilot_cloud_agent_users", "cloud agent", 28),
    ]
}
