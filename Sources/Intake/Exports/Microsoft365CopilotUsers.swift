import Measures
import Rollout

/// Microsoft 365 Copilot usage user detail: when each licensed person was last seen in each app.
///
/// Every date is a day of use, but a day that is not there was not necessarily without use: coverage is
/// last-seen only, over the people listed.
enum Microsoft365CopilotUsers: ExportReader {
    static let id = "microsoft-365-copilot-users"
    /// The tool's name in the evidence.
    static let tool = "Microsoft 365 Copilot"

    static let title = "Microsoft 365 Copilot usage user detail"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = [
        "Only the last day in each app is told, not the days before.",
        "People who use the chat without a licence are not listed.",
        "How often each app was used is not told.",
        "Other tools are not in it.",
    ]
    static let lateBy: String? = "one to three days"
    static let revealNames: String? =
        "In the admin centre, under Settings, Org settings, Reports, turn off concealed names and export again."

    enum Column: Int, TableColumn {
        case reportRefreshDate, userPrincipalName, displayName, reportPeriod, lastActivityDate
        case copilotChat, teams, word, excel, powerpoint, outlook, onenote, loop
        case chatWork, chatWeb, app, edge, agent
        case prompts, promptsWork, promptsWeb, activeDays
        static var required: [Column] { [.reportRefreshDate, .userPrincipalName, .lastActivityDate] }

        /// The columns that hold a day of use.
        static let days: [Column] = [
            .lastActivityDate, .copilotChat, .teams, .word, .excel, .powerpoint, .outlook, .onenote, .loop,
            .chatWork, .chatWeb, .app, .edge, .agent,
        ]
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        let common: Set<String> = ["report_refresh_date", "user_principal_name", "last_activity_date"]
        let copilot = head.columns.filter { $0.contains("copilot") }
        guard !copilot.isEmpty else { return nil }
        return Recognition(all: common, any: copilot, of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names) else { return }
        let tool = desk.tools.number(of: Microsoft365CopilotUsers.tool)
        var listed = PeopleSet()
        var refreshed: Day?
        var first: Day?
        cursor.forEachRow { (row) throws(RowRefusal) in
            if row.bytes(.userPrincipalName).isEmpty { throw row.missing(.userPrincipalName) }
            let found = try contribution.person(
                row.bytes(.userPrincipalName), .address, line: row.line)
            guard let person = found else { return }
            let refresh = try row.requiredDay(.reportRefreshDate)
            if row.isLate(refresh) { return }
            refreshed = max(refreshed ?? refresh, refresh)
            listed.insert(PersonID(person))
            for column in Column.days {
                guard let day = row.day(column), day <= refresh else { continue }
                first = min(first ?? day, day)
                try contribution.use(person: person, tool: tool, day: day)
            }
        }
        guard let refreshed else { return }
        contribution.refreshed(refreshed)
        contribution.cover(
            tool: tool, people: listed, from: first ?? refreshed, to: refreshed, absence: .lastSeenOnly,
            note: title)
    }

    /// Column names of Graph, both versions, and of the admin centre.
    static let names: [String: Column] = {
        var names: [String: Column] = [
            "report_refresh_date": .reportRefreshDate, "user_principal_name": .userPrincipalName,
            "display_name": .displayName, "report_period": .reportPeriod,
            "last_activity_date": .lastActivityDate,
            "copilot_chat_last_activity_date": .copilotChat,
            "microsoft_teams_copilot_last_activity_date": .teams,
            "microsoft_365_copilot_last_activity_date": .app, "edge_last_activity_date": .edge,
            "copilot_agent_last_activity_date": .agent,
            "copilot_chat_work_last_activity_date": .chatWork,
            "copilot_chat_web_last_activity_date": .chatWeb,
            "last_activity_date_of_microsoft_365_copilot": .app,
            "last_activity_date_of_microsoft_365_copilot_app": .app,
            "last_activity_date_of_edge": .edge,
            "last_activity_date_of_copilot_agent": .agent,
            "last_activity_date_of_copilot_chat_work": .chatWork,
            "last_activity_date_of_copilot_chat_web": .chatWeb,
            "prompts_submitted_for_all_apps": .prompts,
            "prompts_submitted_for_copilot_chat_work": .promptsWork,
            "prompts_submitted_for_copilot_chat_web": .promptsWeb,
            "active_usage_days_for_all_apps": .activeDays,
        ]
        let apps: [(String, Column)] = [
            ("teams", .teams), ("word", .word), ("excel", .excel), ("powerpoint", .powerpoint),
            ("outlook", .outlook), ("onenote", .onenote), ("loop", .loop),
        ]
        for (app, column) in apps {
            names["\(app)_copilot_last_activity_date"] = column
            names["last_activity_date_of_\(app)_copilot"] = column
        }
        return names
    }()
}
