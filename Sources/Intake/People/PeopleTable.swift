import Measures
import Rollout

/// Reads `people.csv`: one row a person.
struct PeopleTable {
    enum Column: Int, TableColumn {
        case person, team, role, layer, manager, from, to, email, occupation, parentTeam, invitations
        static var required: [Column] { [.person, .team, .role] }
    }

    /// One row as it stands.
    struct Row {
        let key: String
        /// The team's and the role's number in the desk's books; nil where the cell is empty.
        var team: Int?
        var role: Int?
        var layer: Layer?
        /// The manager's name as `people.csv` gives it.
        var manager: String?
        var from: Day?
        var to: Day?
        let email: String?
        var occupation: String?
        var parent: Int?
        /// Whether the person has agreed to be invited; nil: not told.
        var mayBeInvited: Bool?
        let line: Int
        /// Where the row stands.
        let file: String
        /// The manager as an export gives them; looked at where `manager` is empty.
        var managerElsewhere: RosterRow.Manager?
        /// Other names of the person, from exports.
        var aliases: [Identity] = []

        /// Everything but the line, as text: equal for rows that say the same.
        let content: String
    }

    /// One row a person, sorted by key.
    var rows: [Row] = []
    /// Whether anybody's manager is given.
    var hasManagers: Bool { rows.contains { $0.manager != nil || $0.managerElsewhere != nil } }

    /// A table of rows, sorted by key, each key once.
    init(rows: [Row]) { self.rows = rows }

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
            throw IntakeFailure(.peopleUnreadable, PeopleTable.whyNobody(file, desk: desk), place: file.path)
        }
        unite(all, file: file, book: desk.book)
    }

    private static func whyNobody(_ file: CaseFile, desk: IntakeDesk) -> String {
        let first = desk.book.all.first { $0.file == file.path && $0.severity > .note }
        guard let first else {
            return
                "The file has no row that names a person. Add one row a person with `person`, `team` and `role`."
        }
        let place = first.line.map { "line \($0)" } ?? "the whole file"
        return "No row of the file can be used. The first trouble, of \(place): \(first.message)"
    }

    private static func row(_ row: TableCursor<Column>) throws(RowRefusal) -> Row {
        let desk = row.desk
        let key = CellText.key(try row.requiredText(.person))
        let team = row.text(.team)
        let role = row.text(.role)
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
        var mayBeInvited: Bool?
        if let word = row.text(.invitations) {
            mayBeInvited = CellWords.yesOrNo(word)
            if mayBeInvited == nil {
                desk.book.add(
                    .badValue, file: row.file.path, line: row.line,
                    "`invitations` is neither yes nor no. It is taken as no; correct it.")
                mayBeInvited = false
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
            mayBeInvited.map { $0 ? "yes" : "no" } ?? "",
        ].joined(separator: "\u{1F}")
        return Row(
            key: key,
            team: team == nil ? nil : desk.teamBook.number(of: row.bytes(.team)),
            role: role == nil ? nil : desk.roles.number(of: row.bytes(.role)),
            layer: layer, manager: manager,
            from: from, to: to, email: email, occupation: occupation,
            parent: parent.map { desk.teamBook.number(of: $0) }, mayBeInvited: mayBeInvited,
            line: row.line, file: row.file.path,
            content: content)
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
