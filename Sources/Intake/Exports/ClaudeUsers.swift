import Rollout

/// `users.json` of a Claude data export: which account belongs to which address.
enum ClaudeUsers: ExportReader {
    static let id = "claude-users"
    static let title = "Claude data export, users"
    static let contributes: Set<ExportPart> = [.roster, .coverage]
    static let cannotSee = ["Use of any kind, teams and jobs."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(fields: ["uuid", "full_name", "email_address"], under: [], of: head)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        JSONRows.forEach(in: file, desk: desk) { (row) throws(RowRefusal) in
            let names = try identities(row)
            rows.append(RosterRow(identities: names, isSupplement: true, file: file.path, line: row.line))
        }
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        var accounts = PeopleSet()
        JSONRows.forEach(in: file, desk: desk) { (row) throws(RowRefusal) in
            if let person = try contribution.person(try identities(row), line: row.line) {
                accounts.insert(PersonID(person))
            }
        }
        contribution.list(accounts, for: desk.tools.number(of: ClaudeEnterpriseUsers.tool))
    }

    private static func identities(_ row: JSONRow) throws(RowRefusal) -> [Identity] {
        guard let address = Identity(.address, row.text("email_address")) else {
            throw JSONRow.missing("email_address")
        }
        return [address, Identity(.accountID, row.text("uuid"))].compactMap { $0 }
    }
}
