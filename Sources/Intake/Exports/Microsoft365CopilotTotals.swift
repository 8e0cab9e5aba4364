import Measures
import Rollout

/// Microsoft 365 Copilot user count summary and trend: how many people, never who.
///
/// One row a period (summary) or a day (trend), with two columns an app: enabled and active users.
enum Microsoft365CopilotTotals: ExportReader {
    static let id = "microsoft-365-copilot-totals"
    static let title = "Microsoft 365 Copilot user counts"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = [
        "Who the people are, and in which team or role.",
        "Whether the people of one day or app are those of another: counts of people cannot be added up.",
    ]
    static let lateBy: String? = "one to three days"

    enum Column: Int, TableColumn {
        case reportRefreshDate, reportPeriod, reportDate, prompts
        static var required: [Column] { [.reportRefreshDate, .reportPeriod] }
    }

    private static let names: [String: Column] = [
        "report_refresh_date": .reportRefreshDate, "report_period": .reportPeriod,
        "report_date": .reportDate, "total_prompts_submitted": .prompts, "prompts_submitted": .prompts,
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard !head.columns.contains("user_principal_name") else { return nil }
        let counts = head.columns.filter { apps($0) != nil }
        guard !counts.isEmpty else { return nil }
        return Recognition(all: ["report_refresh_date", "report_period"], any: counts, of: head.columns)
    }

    /// The app and the quantity of a column; nil where it counts no users. `any_app` is all of them.
    private static func apps(_ column: String) -> (app: String, quantity: ExportTotal.Quantity)? {
        for (ending, quantity) in [
            ("_enabled_users", ExportTotal.Quantity.enabledPeople), ("_active_users", .activePeople),
        ] where column.hasSuffix(ending) {
            return (String(column.dropLast(ending.count)), quantity)
        }
        return nil
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names, reportsUnknown: false)
        else { return }
        let tool = Microsoft365CopilotUsers.tool
        let columns = cursor.header.enumerated().compactMap { place, name in
            apps(name).map {
                (place, $0.app == "any_app" ? nil : $0.app.replacing("_", with: " "), $0.quantity)
            }
        }
        var latest: Day?
        cursor.forEachRow { (row) throws(RowRefusal) in
            let refreshed = try row.requiredDay(.reportRefreshDate)
            if row.isLate(refreshed) { return }
            let period = CellNumber.whole(row.bytes(.reportPeriod)).flatMap {
                (1...3660).contains($0) ? $0 : nil
            }
            let day = row.day(.reportDate)
            guard let from = day ?? period.map({ refreshed.advanced(by: 1 - $0) }) else {
                throw row.badNumber(.reportPeriod, "1 to 3660")
            }
            latest = max(latest ?? refreshed, refreshed)
            func total(_ part: String?, _ quantity: ExportTotal.Quantity, _ cell: UnsafeRawBufferPointer) {
                guard let value = CellNumber.whole(cell) else { return }
                contribution.total(
                    ExportTotal(
                        tool: tool, part: part, quantity: quantity, from: from, to: day ?? refreshed,
                        value: value))
            }
            for (place, part, quantity) in columns { total(part, quantity, row.bytes(at: place)) }
            total(nil, .actions, row.bytes(.prompts))
        }
        if let latest { contribution.refreshed(latest) }
        contribution.saysTotalsOnly()
    }
}
