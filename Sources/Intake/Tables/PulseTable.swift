import Measures
import Rollout

/// Reads `pulse.csv`: one row an answer.
enum PulseTable {
    enum Column: Int, TableColumn {
        case wave, team, role, layer, item, answer, variant, respondent
        static var required: [Column] { [.wave, .role, .layer, .item, .answer] }
    }

    /// The answers as they stand; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [PulseEntry]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var entries: [PulseEntry] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            if let entry = try entry(row) { entries.append(entry) }
        }
        return entries
    }

    private static func entry(_ row: TableCursor<Column>) throws(RowRefusal) -> PulseEntry? {
        let desk = row.desk
        let wave = try row.requiredDay(.wave)
        let itemName = CellText.key(try row.requiredText(.item))
        guard let item = PulseItem.allCases.first(where: { $0.rawValue.lowercased() == itemName }) else {
            throw row.badValue(.item, "Q1 to Q9, QL")
        }
        guard let layer = CellWords.layer(try row.requiredText(.layer)) else {
            throw row.badValue(.layer, "executive, manager, contributor")
        }
        let reply = try reply(row, item)
        let (variant, form) = try variant(row, item)
        if row.isLate(wave) { return nil }
        var team: Int?
        if let name = row.text(.team) {
            team = desk.teamIndex(name)
            if team == nil {
                desk.book.add(
                    .unknownTeam, file: row.file.path, line: row.line,
                    "`team` names a team that is not in people.csv. The answer is kept without a team; use the name people.csv uses."
                )
            }
        }
        let role: Int
        if let name = row.text(.role) {
            role = desk.role(name, file: row.file, line: row.line)
        } else {
            desk.book.add(
                .withoutRole, file: row.file.path, line: row.line,
                "`role` is empty. The answer is given the role \"Without a role\"; fill it in.")
            role = desk.roles.number(of: "Without a role")
        }
        return PulseEntry(
            wave: wave, team: team, role: role, layer: layer, item: item, reply: reply, variant: variant,
            form: form, respondent: row.text(.respondent), file: row.file.path,
            line: row.line)
    }

    private static func reply(
        _ row: TableCursor<Column>, _ item: PulseItem
    ) throws(RowRefusal) -> PulseAnswer.Reply {
        let cell = row.bytes(.answer)
        if cell.isEmpty { return .skipped }
        if cell.count == 1, cell[0] == UInt8(ascii: "?") { return .cannotSay }
        guard let value = CellNumber.whole(cell), item.range.contains(value) else {
            throw row.badNumber(
                .answer, "\(item.range.lowerBound) to \(item.range.upperBound) for \(item.rawValue)")
        }
        return .value(value)
    }

    private static func variant(
        _ row: TableCursor<Column>, _ item: PulseItem
    ) throws(RowRefusal) -> (PulseAnswer.Variant?, Character?) {
        guard item == .tedium || item == .interruptionsOrStress, let word = row.text(.variant) else {
            return (nil, nil)
        }
        switch (CellText.key(word), item) {
        case ("experienced", .tedium): return (.experienced, nil)
        case ("expected", .tedium): return (.expected, nil)
        case ("a", .interruptionsOrStress): return (nil, "a")
        case ("b", .interruptionsOrStress): return (nil, "b")
        default:
            throw row.badValue(.variant, item == .tedium ? "experienced, expected for Q2" : "a, b for Q3")
        }
    }
}
