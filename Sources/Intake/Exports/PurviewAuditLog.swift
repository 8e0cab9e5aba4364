import Measures
import Rollout

/// Purview audit log of Copilot interactions: a table whose cells hold JSON.
///
/// Prompts are counted and everything else of an interaction is dropped while it is read: messages, files and
/// contexts are never kept. Covers everybody from the first to the last day of the export.
enum PurviewAuditLog: ExportReader {
    static let id = "purview-audit-log"
    static let title = "Purview audit log of Copilot"
    static let contributes: Set<ExportPart> = [.use, .coverage, .aggregate]
    static let cannotSee = [
        "Anything before auditing was turned on, or older than it is kept.",
        "Rows beyond the most that the portal exports.",
        "It is not meant as a report on usage, as its vendor says: rows may be missing or come late.",
    ]
    static let lateBy: String? = "hours, sometimes a day"

    enum Column: Int, TableColumn {
        case recordID, creationDate, recordType, operation, userID, auditData
        static var required: [Column] { [.creationDate, .userID] }
    }

    private static let names: [String: Column] = [
        "recordid": .recordID, "creationdate": .creationDate, "recordtype": .recordType,
        "operation": .operation, "operations": .operation, "userid": .userID, "userids": .userID,
        "auditdata": .auditData,
    ]

    /// Numbers of rows at which exports are cut off.
    private static let caps = [50_000, 100_000]

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard head.columns.contains("auditdata"), head.columns.contains("creationdate") else { return nil }
        return Recognition(marks: head.columns.filter { names[$0] != nil || $0.hasPrefix("associatedadmin") })
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names, reportsUnknown: false)
        else { return }
        let tool = desk.tools.number(of: Microsoft365CopilotUsers.tool)
        var span: ClosedRange<Day>?
        var rows = 0
        var others = 0
        var prompts = 0
        var seen: Set<UInt64> = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            rows += 1
            if let operation = row.text(.operation), CellText.key(operation) != "copilotinteraction" {
                others += 1
                return
            }
            let day = try row.requiredInstantDay(.creationDate, isUTC: true)
            if row.isLate(day) { return }
            let cell = row.bytes(.userID)
            if cell.isEmpty { throw row.missing(.userID) }
            // Pages of one search overlap; the record's own number says so.
            let record = row.bytes(.recordID)
            if !record.isEmpty, !seen.insert(fold(record)).inserted { return }
            let sent = try self.prompts(row)
            span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
            // An answer nobody asked for is not a person's use.
            if sent == 0 { return }
            prompts += sent ?? 0
            guard let person = try contribution.person(cell, .address, line: row.line) else { return }
            try contribution.use(person: person, tool: tool, day: day)
            if let sent { contribution.count(person: person, tool: tool, day: day, actions: sent) }
        }
        if others > 0 { contribution.remark("\(Counted.rows(others)) of other operations are passed over.") }
        if caps.contains(rows) {
            desk.book.add(
                .exportCapped, file: file.path,
                "The file has exactly \(rows) rows, the most that its source exports, so rows are missing. Export shorter spans, and put the files beside each other."
            )
        }
        guard let span else { return }
        contribution.cover(
            tool: tool, from: span.lowerBound, to: span.upperBound, absence: .notUsed, note: title)
        contribution.total(
            ExportTotal(
                tool: Microsoft365CopilotUsers.tool, quantity: .actions, from: span.lowerBound,
                to: span.upperBound, value: prompts))
    }

    /// A record's number in one word, so that a million of them stay small (FNV-1a).
    private static func fold(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// Prompts of an interaction; nil where the cell is cut off or does not tell.
    private static func prompts(_ row: TableCursor<Column>) throws(RowRefusal) -> Int? {
        let cell = row.bytes(.auditData)
        if cell.isEmpty { return nil }
        let data: JSONObject
        do throws(JSONFields.Trouble) {
            data = try JSONObject(cell)
        } catch {
            row.desk.book.add(
                .badJSON, file: row.file.path, line: row.line,
                "`AuditData` is cut off. The day counts as used, and how many prompts were sent is not known."
            )
            return nil
        }
        guard let messages = data["CopilotEventData"]?.object?["Messages"]?.array else { return nil }
        if messages.isEmpty { return nil }
        return messages.count { $0.object?["isPrompt"]?.isTrue ?? false }
    }
}
