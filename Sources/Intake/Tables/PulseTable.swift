import Measures
import Rollout

/// Reads `pulse.csv`: one row an answer.
enum PulseTable {
    enum Column: Int, TableColumn {
        case wave, team, role, layer, item, answer, variant, respondent
        static var required: [Column] { [.wave, .role, .layer, .item, .answer] }
    }

    private struct Entry {
        let wave: Day
        let team: Int?
        let role: Int
        let layer: Layer
        let item: PulseItem
        let reply: PulseAnswer.Reply
        let variant: PulseAnswer.Variant?
        let form: Character?
        let respondent: String?
        let line: Int

        /// Everything but the line, so that the order of the file does not show.
        func sortKey(roles: [Int]) -> String {
            joined(
                wave, respondent, item.rawValue, form, layer.rawValue, roles[role], team, reply, variant)
        }
    }

    /// The answers; roles are still numbers of the book of roles.
    /// - Returns: A function that makes the answers once every role is known; nil where the file is lost.
    static func read(
        _ file: CaseFile, desk: IntakeDesk
    ) -> (last: Day?, answers: (_ roles: [Int]) -> [PulseAnswer])? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var entries: [Entry] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            if let entry = try entry(row) { entries.append(entry) }
        }
        entries = withoutConflicts(entries, file: file, book: desk.book)
        return (entries.map(\.wave).max(), { roles in answers(entries, roles: roles) })
    }

    private static func entry(_ row: TableCursor<Column>) throws(RowRefusal) -> Entry? {
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
        return Entry(
            wave: wave, team: team, role: role, layer: layer, item: item, reply: reply, variant: variant,
            form: form, respondent: row.text(.respondent), line: row.line)
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

    /// One answer a respondent, wave and item; answers that contradict each other are both left out.
    private static func withoutConflicts(
        _ entries: [Entry], file: CaseFile, book: NoticeBook
    ) -> [Entry] {
        var first: [String: Int] = [:]
        var isOut = [Bool](repeating: false, count: entries.count)
        for (index, entry) in entries.enumerated() {
            guard let respondent = entry.respondent else { continue }
            let key = joined(entry.wave, respondent, entry.item.rawValue)
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            isOut[index] = true
            let known = entries[other]
            if known.reply == entry.reply, known.form == entry.form, known.variant == entry.variant,
                known.layer == entry.layer, known.role == entry.role, known.team == entry.team
            {
                book.add(
                    .duplicateRow, file: file.path, line: entry.line,
                    "The same row is there twice. One is kept.")
            } else {
                isOut[other] = true
                book.add(
                    .conflictingRow, file: file.path, line: entry.line,
                    "One respondent answers one item twice and differently. Neither answer is used; keep one."
                )
            }
        }
        return entries.indices.filter { !isOut[$0] }.map { entries[$0] }
    }

    private static func answers(_ entries: [Entry], roles: [Int]) -> [PulseAnswer] {
        // What Q1 said decides whether Q2 and Q3 were felt or only hoped for.
        var experience: [String: Int] = [:]
        var respondents: [Day: Set<String>] = [:]
        for entry in entries {
            guard let respondent = entry.respondent else { continue }
            respondents[entry.wave, default: []].insert(respondent)
            if entry.item == .experience, case .value(let value) = entry.reply {
                experience[joined(entry.wave, respondent)] = value
            }
        }
        var numbers: [String: Int] = [:]
        for (wave, keys) in respondents {
            for (number, key) in keys.sorted().enumerated() { numbers[joined(wave, key)] = number }
        }
        return entries.map { ($0.sortKey(roles: roles), $0) }.sorted { $0.0 < $1.0 }.map { _, entry in
            let key = entry.respondent.map { joined(entry.wave, $0) }
            var variant = entry.variant
            if variant == nil, entry.item == .tedium || entry.item == .interruptionsOrStress,
                let value = key.flatMap({ experience[$0] })
            {
                variant = value >= 2 ? .experienced : .expected
            }
            return PulseAnswer(
                wave: entry.wave, team: entry.team, role: roles[entry.role], layer: entry.layer,
                item: entry.item, reply: entry.reply, variant: variant, form: entry.form,
                respondent: key.flatMap { numbers[$0] })
        }
    }
}
