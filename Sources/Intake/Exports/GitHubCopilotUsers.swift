import Measures
import Rollout

/// GitHub Copilot usage per user and day: lines of JSON, or one document that wraps them.
///
/// Covers everybody from the first to the last day of the report: whoever has no row is taken not to have used it.
/// People are found by login, else by their numeric id; both are usually aliases in `case.yaml`.
enum GitHubCopilotUsers: ExportReader {
    static let id = "github-copilot-users"
    /// The tool's name in the evidence.
    static let tool = "GitHub Copilot"

    static let title = "GitHub Copilot usage, per user and day"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = [
        "A person whose editor sends no telemetry is missing, not idle.",
        "Chat on the web is not in it.",
        "People with a licence and no activity are not listed.",
    ]
    static let lateBy: String? = "a day is final after three days"

    static func recognises(_ head: ExportHead) -> Recognition? {
        let marks: Set<String> = [
            "user_initiated_interaction_count", "code_generation_activity_count", "used_agent", "used_chat",
            "used_cli", "used_copilot_cloud_agent", "used_copilot_code_review_active", "totals_by_ide",
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
        var span: ClosedRange<Day>?
        func widen(by day: Day) {
            span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
        }
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["day_totals"]],
            document: { name, value in
                // The days of a wrapped report, and the day it was made.
                guard case .day(let day) = CellDate.read(value.bytes) else { return }
                if name == "report_start_day" || name == "report_end_day" { widen(by: day) }
                if name == "created_at" { contribution.refreshed(day) }
            },
            { (object) throws(RowRefusal) in
                let row = try Row(object)
                if contribution.isLate(row.day) { return }
                widen(by: row.day)
                for name: StaticString in ["report_start_day", "report_end_day"] {
                    if let day = try object.day(name) { widen(by: day) }
                }
                guard row.isUse else { return }
                guard let person = try contribution.person(row.names, line: object.line) else { return }
                for mode in row.modes {
                    try contribution.use(person: person, tool: tool, mode: mode, day: row.day)
                }
                if row.actions > 0 {
                    contribution.count(person: person, tool: tool, day: row.day, actions: row.actions)
                }
            })
        guard let span else { return }
        let last = desk.asOf.map { min($0, span.upperBound) } ?? span.upperBound
        guard span.lowerBound <= last else { return }
        contribution.cover(
            tool: tool, from: span.lowerBound, to: last, absence: .notUsed,
            note: "\(title); no row means not used, or an editor without telemetry")
    }

    /// One user's day.
    struct Row {
        let day: Day
        let names: [Identity?]
        /// Prompts and accepted suggestions: what a person chose to do.
        let actions: Int
        let modes: [UseMode]

        var isUse: Bool { !modes.isEmpty }

        /// Reads an object; refuses it where it names nobody.
        init(_ row: JSONRow) throws(RowRefusal) {
            names = [Identity(.login, row.text("user_login")), Identity(.accountID, row.text("user_id"))]
            guard names.contains(where: { $0 != nil }) else { throw JSONRow.missing("user_login") }
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
