import Measures
import Rollout

/// GitHub Copilot activity report: a table of seats with the last day of activity.
///
/// Coverage is last-seen only, over the people listed, from the earliest day to that of the report.
enum GitHubCopilotActivity: ExportReader {
    static let id = "github-copilot-activity"
    static let title = "GitHub Copilot activity report"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = [
        "Only the last day of activity is told, and nothing older than 90 days.",
        "What was done, and how often.",
    ]
    static let lateBy: String? = "up to 24 hours"

    enum Column: Int, TableColumn {
        case reportTime, login, lastAuthenticatedAt, lastActivityAt, lastSurfaceUsed
        static var required: [Column] { [.login, .lastActivityAt] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard head.columns.contains("last_surface_used") || head.columns.contains("last_authenticated_at")
        else { return nil }
        return Recognition(
            all: ["login", "last_activity_at"], any: Set(Column.allCases.map(\.name)), of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        let tool = desk.tools.number(of: GitHubCopilotUsers.tool)
        var listed = PeopleSet()
        var first: Day?
        var last: Day?
        cursor.forEachRow { (row) throws(RowRefusal) in
            let made = row.instantDay(.reportTime)
            if let made {
                if row.isLate(made) { return }
                contribution.refreshed(made)
            }
            let cell = row.bytes(.login)
            if cell.isEmpty { throw row.missing(.login) }
            guard let person = try contribution.person(cell, .login, line: row.line) else { return }
            listed.insert(PersonID(person))
            let day = row.instantDay(.lastActivityAt)
            last = [last, made, day].compactMap { $0 }.max()
            guard let day, made.map({ day <= $0 }) ?? true, !row.isLate(day) else { return }
            first = min(first ?? day, day)
            try contribution.use(person: person, tool: tool, day: day)
        }
        guard let last else { return }
        contribution.cover(
            tool: tool, people: listed, from: first ?? last, to: last, absence: .lastSeenOnly, note: title)
    }
}
