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
        guard common.isSubset(of: head.columns) else { return nil }
        let marks = head.columns.filter { $0.contains("copilot") }.count
        return marks > 0 ? Recognition(marks: marks + common.count) : nil
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names) else { return }
        let tool = desk.tools.number(of: Microsoft365CopilotUsers.tool)
        let use = contribution.use
        var listed = PeopleSet()
        var refreshed: Day?
        var first: Day?
        var concealed = 0
        cursor.forEachRow { (row) throws(RowRefusal) in
            let name = row.bytes(.userPrincipalName)
            let person = desk.people.find(name)
            if person < 0, isConcealed(name) {
                concealed += 1
                return
            }
            let refresh = try row.requiredDay(.reportRefreshDate)
            let known = try row.requiredPerson(.userPrincipalName)
            if row.isLate(refresh) { return }
            refreshed = max(refreshed ?? refresh, refresh)
            listed.insert(PersonID(known))
            for column in Column.days {
                guard let day = row.day(column), day <= refresh else { continue }
                first = min(first ?? day, day)
                _ = use.add(person: known, tool: tool, useCase: -1, mode: .assist, day: day)
                contribution.hasUse = true
            }
        }
        _ = use.endFile()
        if concealed > 0 {
            desk.book.add(
                .namesConcealed, file: file.path,
                "\(concealed) rows name people by codes, so they join nobody. In the admin centre, under Settings, Org settings, Reports, turn off concealed names and export again."
            )
        }
        guard let refreshed else { return }
        contribution.last = max(contribution.last ?? refreshed, refreshed)
        contribution.coverage.append(
            CoverageLine(
                source: tool, people: listed, from: min(first ?? refreshed, refreshed), to: refreshed,
                absence: .lastSeenOnly, note: "Microsoft 365 Copilot usage user detail"))
        contribution.coveredTools.insert(tool)
    }

    /// Whether a name is one of the codes that stand for concealed names: 32 hexadecimal digits, or `(Unknown)`.
    static func isConcealed(_ name: UnsafeRawBufferPointer) -> Bool {
        if name.elementsEqual("(Unknown)".utf8) || name.starts(with: "User_".utf8) { return true }
        return name.count == 32
            && name.allSatisfy { (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }
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
