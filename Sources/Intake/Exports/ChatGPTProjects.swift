import Measures
import Rollout

/// The report of projects, or of GPTs, of ChatGPT Enterprise: how many messages, from how many people.
///
/// Names, descriptions and makers are not taken. A project that one person uses is not adopted, so those are
/// counted apart.
enum ChatGPTProjects: ExportReader {
    static let id = "chatgpt-projects"
    static let title = "ChatGPT Enterprise report of projects or GPTs"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = ["Who used a project, and on which days."]
    static let lateBy: String? = "a week or a month"

    enum Column: Int, TableColumn {
        case cadence, periodStart, periodEnd, accountId, projectId, projectName, configType,
            projectDescription
        case projectUrl, projectCreatorEmail, isActive, firstDayActiveInPeriod, lastDayActiveInPeriod
        case messagesWorkspace, uniqueMessagersWorkspace
        static var required: [Column] { [.messagesWorkspace, .uniqueMessagersWorkspace] }

        /// The columns by name; the report of GPTs says `gpt` where that of projects says `project`.
        static let names: [String: Column] = {
            var names = byName
            for (name, column) in byName where name.hasPrefix("project_") {
                names["gpt_" + name.dropFirst("project_".count)] = column
            }
            return names
        }()
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["messages_workspace", "unique_messagers_workspace"],
            any: ["project_id", "project_name", "gpt_id", "gpt_name", "config_type", "is_active"],
            of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: Column.names) else { return }
        var messages = RunningTotal()
        var (used, ofOne) = (0, 0)
        cursor.forEachRow { (row) throws(RowRefusal) in
            let sent = try row.count(.messagesWorkspace) ?? 0
            let people = try row.count(.uniqueMessagersWorkspace)
            guard sent > 0 else { return }
            used += 1
            if people == 1 { ofOne += 1 }
            let first = row.day(.periodStart) ?? row.day(.firstDayActiveInPeriod)
            let last = row.day(.periodEnd) ?? row.day(.lastDayActiveInPeriod)
            guard let from = first ?? last, let to = last ?? first, !contribution.isLate(to) else { return }
            messages.add(sent, from: min(from, to), to: max(from, to))
        }
        contribution.saysTotalsOnly()
        if used > 0 {
            contribution.remark(
                "Of \(used) projects or GPTs with messages, \(ofOne) \(ofOne == 1 ? "was" : "were") used by one person only: what one person uses is not adopted."
            )
        }
        if let total = messages.total(tool: ChatGPTUsers.tool, part: "projects and GPTs", .actions) {
            contribution.total(total)
        }
    }
}
