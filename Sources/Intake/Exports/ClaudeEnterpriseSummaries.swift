import Measures
import Rollout

/// Claude Enterprise analytics, summaries: how many people were active and how many seats there were, by day.
enum ClaudeEnterpriseSummaries: ExportReader {
    static let id = "claude-enterprise-summaries"
    static let title = "Claude Enterprise analytics, summaries"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = ["Who was active: the file holds numbers of people only."]
    static let lateBy: String? = "three days"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            fields: ["starting_date", "daily_active_user_count", "assigned_seat_count"],
            under: ["data", "summaries"],
            of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        JSONRows.forEach(in: file, desk: desk, arrays: [["data"], ["summaries"]]) {
            (row) throws(RowRefusal) in
            guard let from = try row.writtenDay("starting_date") else {
                throw JSONRow.missing("starting_date")
            }
            // The vendor's last day is the first one no longer meant.
            let to = max(from, try row.writtenDay("ending_date")?.advanced(by: -1) ?? from)
            let counts: [(StaticString, ExportTotal.Quantity)] = [
                ("assigned_seat_count", .enabledPeople), ("daily_active_user_count", .activePeople),
            ]
            for (name, quantity) in counts {
                guard let value = try row.count(name) else { continue }
                contribution.total(
                    ExportTotal(
                        tool: ClaudeEnterpriseUsers.tool, quantity: quantity, from: from, to: to, value: value
                    ))
            }
        }
        contribution.saysTotalsOnly()
    }
}
