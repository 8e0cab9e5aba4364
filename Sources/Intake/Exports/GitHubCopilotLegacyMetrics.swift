import Measures
import Rollout

/// The metrics interface of GitHub Copilot that closed on 2026-04-02: totals by day, never who.
enum GitHubCopilotLegacyMetrics: ExportReader {
    static let id = "github-copilot-legacy-metrics"
    static let title = "GitHub Copilot metrics (closed interface)"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = [
        "Who the people are, and in which team or role.",
        "Anything after 2026-04-02, when the interface was closed.",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["date", "total_active_users", "total_engaged_users"],
            any: [
                "copilot_ide_chat", "copilot_ide_code_completions", "copilot_dotcom_chat",
                "copilot_dotcom_pull_requests",
            ], of: head.paths)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        JSONRows.forEach(in: file, desk: desk) { (row) throws(RowRefusal) in
            let day = try row.requiredDay("date")
            if contribution.isLate(day) { return }
            func total(_ part: String?, _ value: Int?) {
                guard let value else { return }
                contribution.total(
                    ExportTotal(
                        tool: GitHubCopilotUsers.tool, part: part, quantity: .activePeople, from: day,
                        to: day, value: value))
            }
            total(nil, try row.count("total_active_users"))
            total("chat in the editor", engaged(row["copilot_ide_chat"]))
            total("completion", engaged(row["copilot_ide_code_completions"]))
            total("chat on the web", engaged(row["copilot_dotcom_chat"]))
            total("pull requests", engaged(row["copilot_dotcom_pull_requests"]))
        }
        contribution.remark("The interface this file comes from was closed on 2026-04-02.")
        contribution.saysTotalsOnly()
    }

    private static func engaged(_ value: JSONValue?) -> Int? {
        value?.object?["total_engaged_users"]?.whole
    }
}
