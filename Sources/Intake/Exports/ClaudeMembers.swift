import Rollout

/// The list of members of a Claude organisation: who has a seat, and nothing of what they do with it.
enum ClaudeMembers: ExportReader {
    static let id = "claude-members"
    static let title = "Claude members"
    static let contributes: Set<ExportPart> = [.roster, .coverage]
    static let cannotSee = ["Use of any kind, teams, jobs, and since when somebody has a seat."]

    enum Column: Int, TableColumn {
        case name, email, role, seatTier, status
        static var required: [Column] { [.email, .seatTier] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(all: ["email", "seat_tier"], any: ["name", "role", "status"], of: head.columns)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        cursor.forEachRow { (row) throws(RowRefusal) in
            guard let address = Identity(.address, row.text(.email)) else { throw row.missing(.email) }
            guard hasSeat(row) else { return }
            // `role` is a role in the tool, not in the organisation, and is not taken.
            rows.append(RosterRow(identities: [address], isSupplement: true, file: file.path, line: row.line))
        }
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        var seats = PeopleSet()
        cursor.forEachRow { (row) throws(RowRefusal) in
            guard hasSeat(row) else { return }
            if let person = try contribution.person(row.bytes(.email), .address, line: row.line) {
                seats.insert(PersonID(person))
            }
        }
        contribution.list(seats, for: desk.tools.number(of: ClaudeEnterpriseUsers.tool))
    }

    /// Whether an invitation was accepted and a seat is assigned.
    private static func hasSeat(_ row: TableCursor<Column>) -> Bool {
        let status = row.text(.status).map(CellText.key) ?? ""
        let tier = row.text(.seatTier).map(CellText.key) ?? ""
        return !["pending", "invited", "deactivated", "removed"].contains(status) && tier != "unassigned"
    }
}
