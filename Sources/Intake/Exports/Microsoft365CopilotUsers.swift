import Measures
import Rollout

/// Microsoft 365 Copilot usage user detail: when each licensed person was last seen in each app.
///
/// A table of Graph, in either version and the older order, or of the admin centre; or the same as JSON.
/// Every date is a day of use, but a day that is not there was not necessarily without use: coverage is
/// last-seen only, over the people listed, from the earliest date to the refresh date.
enum Microsoft365CopilotUsers: ExportReader {
    static let id = "microsoft-365-copilot-users"
    /// The tool's name in the evidence.
    static let tool = "Microsoft 365 Copilot"

    static let title = "Microsoft 365 Copilot usage user detail"
    static let contributes: Set<ExportPart> = [.use, .coverage, .aggregate]
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
        if !copilot.isEmpty, let table = Recognition(all: common, any: copilot, of: head.columns) {
            return table
        }
        let fields = Set(
            ["reportRefreshDate", "userPrincipalName", "lastActivityDate"].map { "value.\($0)" })
        let dates = head.paths.filter { $0.hasSuffix("CopilotLastActivityDate") || $0.contains("Copilot") }
        return dates.isEmpty ? nil : Recognition(all: fields, any: dates, of: head.paths)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        var report = Report(tool: desk.tools.number(of: tool))
        switch ExportHead.isJSON(file) {
        case true: readJSON(file, desk: desk, into: &contribution, &report)
        default: readTable(file, desk: desk, into: &contribution, &report)
        }
        report.finish(&contribution)
    }

    private static func readTable(
        _ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution,
        _ report: inout Report
    ) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names) else { return }
        cursor.forEachRow { (row) throws(RowRefusal) in
            let cell = row.bytes(.userPrincipalName)
            if cell.isEmpty { throw row.missing(.userPrincipalName) }
            let refreshed = try row.requiredDay(.reportRefreshDate)
            if row.isLate(refreshed) { return }
            let last = row.day(.lastActivityDate)
            let days = Column.days.filter { $0 != .lastActivityDate }.map { row.day($0) }
            let line = Line(
                name: CellText.key(CellText.decode(cell).text), refreshed: refreshed,
                period: CellNumber.whole(row.bytes(.reportPeriod)), last: last,
                days: ([last] + days).compactMap { $0 }, prompts: CellNumber.whole(row.bytes(.prompts)))
            report.count(line)
            guard let person = try contribution.person(cell, .address, line: row.line) else { return }
            try report.take(line, of: person, &contribution)
        }
    }

    private static func readJSON(
        _ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution,
        _ report: inout Report
    ) {
        var hasMore = false
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["value"]],
            document: { name, value in
                if name == "@odata.nextLink", value.isText { hasMore = true }
            },
            { (row) throws(RowRefusal) in
                guard let name = row.text("userPrincipalName") else {
                    throw JSONRow.missing("userPrincipalName")
                }
                let refreshed = try row.requiredDay("reportRefreshDate")
                if contribution.isLate(refreshed) { return }
                var days: [Day] = []
                for field in row.object.all where field.name.hasSuffix("LastActivityDate") {
                    if let day = try row.day(field.value, field.name) { days.append(day) }
                }
                let last = try row.day("lastActivityDate")
                days += [last].compactMap { $0 }
                let periods =
                    (row["copilotActivityUserDetailsByPeriod"]?.array ?? []).compactMap(\.object)
                let counted = [row.object] + periods
                func number(_ names: [StaticString]) -> Int? {
                    counted.lazy.flatMap { object in names.lazy.compactMap { object[$0]?.whole } }.first
                }
                let line = Line(
                    name: CellText.key(name), refreshed: refreshed, period: number(["reportPeriod"]),
                    last: last, days: days,
                    prompts: number(["promptsSubmittedForAllApps", "promptsSubmitted"]))
                report.count(line)
                let names = [Identity(.address, name)]
                guard let person = try contribution.person(names, line: row.line) else { return }
                try report.take(line, of: person, &contribution)
            })
        if hasMore { contribution.saysMorePages() }
    }

    /// What one row tells, in whatever form it came.
    private struct Line {
        let name: String
        let refreshed: Day
        /// Days of the period; nil: all, or not told.
        let period: Int?
        let last: Day?
        let days: [Day]
        let prompts: Int?
    }

    /// What the file as a whole tells.
    private struct Report {
        let tool: Int
        private var listed = PeopleSet()
        private var first: Day?
        private var refreshed: Day?
        /// Names counted so far by period: the same person may stand twice, in two letter cases.
        private var counted: [Int: Set<String>] = [:]
        private var active: [Int: Int] = [:]
        private var prompts: [Int: Int] = [:]

        init(tool: Int) { self.tool = tool }

        /// Counts a row towards the totals, whoever it is about.
        mutating func count(_ line: Line) {
            refreshed = max(refreshed ?? line.refreshed, line.refreshed)
            guard let period = line.period, (1...3660).contains(period),
                counted[period, default: []].insert(line.name).inserted
            else { return }
            // The dates ignore the period, so whether somebody was active in it has to be worked out.
            let isActive = line.last.map { $0 > line.refreshed.advanced(by: -period) } ?? false
            active[period, default: 0] += isActive ? 1 : 0
            if let number = line.prompts { prompts[period, default: 0] += number }
        }

        mutating func take(
            _ line: Line, of person: Int, _ contribution: inout ExportContribution
        ) throws(RowRefusal) {
            listed.insert(PersonID(person))
            for day in line.days where day <= line.refreshed {
                first = min(first ?? day, day)
                try contribution.use(person: person, tool: tool, day: day)
            }
        }

        func finish(_ contribution: inout ExportContribution) {
            guard let refreshed else { return }
            contribution.refreshed(refreshed)
            if !listed.isEmpty {
                contribution.cover(
                    tool: tool, people: listed, from: first ?? refreshed, to: refreshed,
                    absence: .lastSeenOnly, note: title)
            }
            for (period, names) in counted {
                let from = refreshed.advanced(by: 1 - period)
                func total(_ quantity: ExportTotal.Quantity, _ value: Int?) {
                    guard let value else { return }
                    contribution.total(
                        ExportTotal(
                            tool: Microsoft365CopilotUsers.tool, quantity: quantity, from: from,
                            to: refreshed, value: value))
                }
                total(.enabledPeople, names.count)
                total(.activePeople, active[period])
                total(.actions, prompts[period])
            }
        }
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
