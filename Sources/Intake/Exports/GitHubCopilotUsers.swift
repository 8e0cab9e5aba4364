import Measures
import Rollout

/// GitHub Copilot usage per user and day: lines of JSON, or one document that wraps them.
///
/// People are found by login, else by their numeric id; both are usually aliases in `case.yaml`.
enum GitHubCopilotUsers: ExportReader {
    static let id = "github-copilot-users"
    /// The tool's name in the evidence.
    static let tool = "GitHub Copilot"

    static let title = "GitHub Copilot usage, per user and day"
    static let contributes: Set<ExportPart> = [.use]
    static let cannotSee = [
        "A person whose editor sends no telemetry is missing, not idle.",
        "Chat on the web is not in it.",
        "People with a licence and no activity are not listed.",
    ]
    static let lateBy: String? = "a day is final after three days"

    static func recognises(_ head: ExportHead) -> Recognition? {
        let marks: Set<String> = [
            "user_initiated_interaction_count", "code_generation_activity_count", "used_agent", "used_chat",
        ]
        if let row = Recognition(all: ["day", "user_login"], any: marks, of: head.paths) {
            return row.marks.count > 2 ? row : nil
        }
        return Recognition(
            all: ["day_totals", "day_totals.user_login", "day_totals.day"],
            any: Set(marks.map { "day_totals.\($0)" }), of: head.paths)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: GitHubCopilotUsers.tool)
        JSONRows.forEach(in: file, desk: desk, arrays: [["day_totals"]]) { (object) throws(RowRefusal) in
            guard let row = try Row(object), row.isUse else { return }
            guard let person = try contribution.person(row.names, line: object.line) else { return }
            if contribution.isLate(row.day) { return }
            for mode in row.modes {
                try contribution.use(person: person, tool: tool, mode: mode, day: row.day)
            }
            if row.actions > 0 {
                contribution.count(person: person, tool: tool, day: row.day, actions: row.actions)
            }
        }
    }

    /// One user's day.
    struct Row {
        let day: Day
        let names: [Identity?]
        /// Prompts and accepted suggestions: what a person chose to do.
        let actions: Int
        let modes: [UseMode]

        var isUse: Bool { !modes.isEmpty }

        /// Reads an object; nil where it is not about a user.
        init?(_ row: JSONRow) throws(RowRefusal) {
            names = [Identity(.login, row.text("user_login")), Identity(.accountID, row.text("user_id"))]
            guard names.contains(where: { $0 != nil }) else { return nil }
            day = try row.requiredDay("day")
            let prompts = try row.count("user_initiated_interaction_count") ?? 0
            let generated = try row.count("code_generation_activity_count") ?? 0
            let accepted = try row.count("code_acceptance_activity_count") ?? 0
            func isTrue(_ name: StaticString) -> Bool { row[name]?.isTrue ?? false }
            let isAgent =
                isTrue("used_agent") || isTrue("used_cli") || isTrue("used_copilot_coding_agent")
                || isTrue("used_copilot_cloud_agent")
            // Code written without an agent and without chat is completion: a person at the keyboard.
            let isAssist = isTrue("used_chat") || (!isAgent && prompts + generated + accepted > 0)
            let isReview = isTrue("used_copilot_code_review_active")
            actions = prompts + accepted
            modes = (isAssist ? [.assist] : []) + (isAgent ? [.agent] : []) + (isReview ? [.review] : [])
        }
    }
}
