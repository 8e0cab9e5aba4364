import Measures
package import Rollout

/// `aliases.csv`: the table in which somebody writes who a name found in an export is.
///
/// `firsthand inspect FILE --case CASE --unmatched aliases.csv` writes it with the last column empty.
package enum AliasTable {
    /// The file's name in a case folder.
    package static let file = "aliases.csv"

    enum Column: Int, TableColumn {
        case found, source, person
        static var required: [Column] { [.found, .person] }
    }

    /// One line that is filled in.
    struct Alias: Hashable {
        /// A name as an export has it.
        let found: String
        /// A name by which the roster knows the person.
        let person: String
        let file: String
        let line: Int
    }

    /// The lines that are filled in, each name once.
    ///
    /// A name given to two people is used for neither.
    /// - Complexity: O(n log n) for n lines.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Alias] {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return [] }
        var byName: [String: [Alias]] = [:]
        var open = 0
        cursor.forEachRow { (row) throws(RowRefusal) in
            let found = plain(try row.requiredText(.found))
            guard let person = row.text(.person).map(plain) else {
                open += 1
                return
            }
            byName[CellText.key(found), default: []].append(
                Alias(found: found, person: person, file: file.path, line: row.line))
        }
        if open > 0 {
            desk.book.add(
                .aliasOpen, file: file.path,
                "\(open == 1 ? "1 name has" : "\(open) names have") nobody in the column `person` yet, and \(open == 1 ? "its" : "their") rows stay out. Fill in who it is, or remove the line."
            )
        }
        var result: [Alias] = []
        for (_, lines) in byName.sorted(by: { $0.key < $1.key }) {
            let people = Set(lines.map { CellText.key($0.person) })
            guard people.count == 1, let first = lines.first else {
                let places = lines.map(\.line).sorted().map(String.init)
                desk.book.add(
                    .aliasConflict, .error, file: file.path, line: lines.map(\.line).max(),
                    "Lines \(places.dropLast().joined(separator: ", ")) and \(places.last ?? "") give one name to different people, so it finds neither. Keep one of them."
                )
                continue
            }
            result.append(first)
        }
        return result.sorted { $0.line < $1.line }
    }

    /// A cell without the apostrophe that keeps spreadsheets from running it.
    private static func plain(_ cell: String) -> String {
        guard cell.first == "'", let next = cell.utf8.dropFirst().first,
            [61, 43, 45, 64, 9].contains(next)
        else { return cell }
        return String(cell.dropFirst())
    }

    /// The table to fill in: the lines that are there, then one line a new name, those of most rows first.
    /// - Parameters:
    ///   - found: Names that met nobody, by the file they stand in.
    ///   - file: The table as it is, where there is one; its lines stay as they are.
    package static func toFillIn(
        _ found: [(source: String, names: [UnmatchedNames.Name])], keeping file: CaseFile? = nil
    ) -> CaseTable {
        var lines = file.map(lines) ?? []
        let known = Set(lines.map { CellText.key($0[0]) })
        var rows: [String: (count: Int, sources: Set<String>)] = [:]
        for (source, names) in found {
            for name in names where !known.contains(name.name) {
                rows[name.name, default: (0, [])].count += name.rows
                rows[name.name]?.sources.insert(source)
            }
        }
        let sorted = rows.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
        lines += sorted.map { [$0.key, $0.value.sources.sorted().joined(separator: "; "), ""] }
        return CaseTable(file: AliasTable.file, columns: Column.allCases.map(\.name), rows: lines)
    }

    /// The lines of a table as they stand, filled in or not.
    private static func lines(_ file: CaseFile) -> [[String]] {
        let desk = IntakeDesk(settings: CaseSettings(), book: NoticeBook(), asOf: nil, progress: nil)
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return [] }
        var lines: [[String]] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            lines.append([
                plain(try row.requiredText(.found)), row.text(.source) ?? "",
                row.text(.person).map(plain) ?? "",
            ])
        }
        return lines
    }
}
