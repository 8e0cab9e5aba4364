import Measures
import Rollout

/// Reads `people.csv`: one row a person.
struct PeopleTable {
    enum Column: Int, TableColumn {
        case person, team, role, layer, manager, from, to, email, occupation, parentTeam
        static var required: [Column] { [.person, .team, .role] }
    }

    /// One row as it stands.
    struct Row {
        let key: String
        let team: Int
        let role: Int
        let layer: Layer?
        let manager: String?
        let from: Day?
        let to: Day?
        let email: String?
        let occupation: String?
        let parent: Int?
        let line: Int

        /// Everything but the line, as text: equal for rows that say the same.
        let content: String
    }

    /// One row a person, sorted by key.
    private(set) var rows: [Row] = []
    private(set) var hasManagers = false

    /// Reads the file.
    /// - Throws: `peopleUnreadable` where nobody can be read from it.
    init(_ file: CaseFile, desk: IntakeDesk) throws(IntakeFailure) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else {
            let why = desk.book.all.first { $0.file == file.path }?.message ?? "It cannot be read."
            throw IntakeFailure(.peopleUnreadable, why, place: file.path)
        }
        var all: [Row] = []
        cursor.forEachRow { (row) throws(RowRefusal) in all.append(try PeopleTable.row(row)) }
        guard !all.isEmpty else {
            throw IntakeFailure(
                .peopleUnreadable,
                "The file has no row that names a person. Add one row a person with `person`, `team` and `role`.",
                place: file.path)
        }
        hasManagers = all.contains { $0.manager != nil }
        unite(all, file: file, book: desk.book)
    }

    private static func row(_ row: TableCursor<Column>) throws(RowRefusal) -> Row {
        let desk = row.desk
        let key = CellText.key(try row.requiredText(.person))
        let team = row.text(.team)
        let role = row.text(.role)
        if team == nil {
            desk.book.add(
                .withoutTeam, file: row.file.path, line: row.line,
                "`team` is empty. The person is put into the team \"Without a team\"; fill it in.")
        }
        if role == nil {
            desk.book.add(
                .withoutRole, file: row.file.path, line: row.line,
                "`role` is empty. The person is given the role \"Without a role\"; fill it in.")
        }
        var layer: Layer?
        if let word = row.text(.layer) {
            layer = CellWords.layer(word)
            if layer == nil {
                desk.book.add(
                    .badValue, file: row.file.path, line: row.line,
                    "`layer` is none of executive, manager, contributor. The layer is found from the line of managers; correct it."
                )
            }
        }
        var (from, to) = (row.day(.from), row.day(.to))
        if let first = from, let last = to, first > last {
            desk.book.add(
                .datesReversed, file: row.file.path, line: row.line,
                "`from` is later than `to`. Neither is used; correct them.")
            (from, to) = (nil, nil)
        }
        let parent = row.text(.parentTeam)
        let manager = row.text(.manager)
        let email = row.text(.email)
        let occupation = row.text(.occupation)
        let content = [
            CellText.key(team ?? ""), CellText.key(role ?? ""), layer?.rawValue ?? "",
            CellText.key(manager ?? ""), from?.description ?? "", to?.description ?? "",
            CellText.key(email ?? ""), occupation ?? "", CellText.key(parent ?? ""),
        ].joined(separator: "\u{1F}")
        return Row(
            key: key,
            team: team == nil
                ? desk.teamBook.number(of: "Without a team") : desk.teamBook.number(of: row.bytes(.team)),
            role: role == nil
                ? desk.roles.number(of: "Without a role") : desk.roles.number(of: row.bytes(.role)),
            layer: layer, manager: manager,
            from: from, to: to, email: email, occupation: occupation,
            parent: parent.map { desk.teamBook.number(of: $0) }, line: row.line, content: content)
    }

    /// Keeps one row a person: the one with the latest `from`, then the one whose cells sort last.
    private mutating func unite(_ all: [Row], file: CaseFile, book: NoticeBook) {
        let sorted = all.sorted { left, right in
            if left.key != right.key { return left.key < right.key }
            let one = (left.from?.number ?? .min, left.content, left.line)
            return one < (right.from?.number ?? .min, right.content, right.line)
        }
        rows.reserveCapacity(sorted.count)
        for row in sorted {
            guard let last = rows.last, last.key == row.key else {
                rows.append(row)
                continue
            }
            rows[rows.count - 1] = row
            let line = max(last.line, row.line)
            if last.content == row.content {
                book.add(
                    .duplicatePerson, file: file.path, line: line,
                    "The same person is listed twice with the same cells. One row is kept.")
            } else {
                book.add(
                    .conflictingPerson, file: file.path, line: line,
                    "The same person is listed more than once with different cells. The row with the latest `from` is kept; keep one row a person."
                )
            }
        }
    }
}
