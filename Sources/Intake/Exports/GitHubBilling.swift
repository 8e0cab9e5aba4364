import Measures
import Rollout

/// GitHub's billing usage report: days on which a person's requests to Copilot were metered.
///
/// A metered request is use. That there is none says little: included requests may not be metered, so
/// coverage is unknown and the report only adds days.
enum GitHubBilling: ExportReader {
    static let id = "github-billing"
    static let title = "GitHub billing usage report"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = [
        "Requests that are not metered: a person without a row may use Copilot all day.",
        "How many requests were made: quantities are weighted by model.",
    ]

    enum Column: Int, TableColumn {
        case date, username, product, sku, model, quantity, unitType, appliedCostPerQuantity, grossAmount
        case discountAmount, netAmount, totalMonthlyQuota, organization, repository, costCenterName
        case aicQuantity, aicGrossAmount
        static var required: [Column] { [.date, .username, .product, .quantity] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard head.columns.contains("sku") || head.columns.contains("unit_type") else { return nil }
        return Recognition(
            all: Set(Column.required.map(\.name)), any: Set(Column.allCases.map(\.name)), of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        let tool = desk.tools.number(of: GitHubCopilotUsers.tool)
        var span: ClosedRange<Day>?
        cursor.forEachRow { (row) throws(RowRefusal) in
            let product = CellText.key(row.text(.product) ?? "")
            let sku = CellText.key(row.text(.sku) ?? "")
            // The report holds everything GitHub bills for; the rest is nobody's use of AI.
            guard product.contains("copilot") || sku.contains("copilot") else { return }
            let day = try row.requiredDay(.date)
            if row.isLate(day) { return }
            guard let quantity = try row.number(.quantity, in: 0...1e12), quantity > 0 else { return }
            // A seat is paid for, not used.
            guard !sku.contains("seat"), !sku.contains("license"), !sku.contains("licence") else { return }
            span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
            let cell = row.bytes(.username)
            // Organisations are billed too, for nobody in particular.
            if cell.isEmpty { return }
            guard let person = try contribution.person(cell, .login, line: row.line) else { return }
            try contribution.use(
                person: person, tool: tool, mode: sku.contains("agent") ? .agent : .assist, day: day)
        }
        guard let span else { return }
        contribution.cover(
            tool: tool, from: span.lowerBound, to: span.upperBound, absence: .unknown,
            note: "\(title): metered requests only")
    }
}
