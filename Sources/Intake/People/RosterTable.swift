import Measures
import Rollout

/// Walks over the people of a roster that is a table.
enum RosterTable {
    /// Visits every row.
    /// - Complexity: O(bytes).
    static func forEach(
        in file: CaseFile, desk: IntakeDesk, kind: RosterKind,
        _ visit: (inout RosterCells) throws(RowRefusal) -> Void
    ) {
        let titles = TitleRow(file, renames: desk.settings.renames(for: file))
        guard
            let cursor = TableCursor<PlacedColumn>(file, desk: desk, names: titles?.columns ?? [:]),
            let titles
        else { return }
        let columns = places(of: kind, in: titles)
        cursor.forEachRow { (row) throws(RowRefusal) in
            var cells = RosterCells(line: row.line)
            for (field, column) in columns {
                if RosterField.days.contains(field) {
                    if cells.day(field) == nil { cells.set(day(column, row), for: field) }
                } else {
                    cells.add(row.text(column), to: field)
                }
            }
            try visit(&cells)
        }
    }

    /// The columns of each field, in the order in which they are looked at.
    private static func places(
        of kind: RosterKind, in titles: TitleRow
    ) -> [(field: RosterField, column: PlacedColumn)] {
        var byKey: [String: PlacedColumn] = [:]
        for (_, column) in titles.columns {
            let key = RosterField.key(titles.name(column))
            // Of two columns with one name the first counts.
            if byKey[key].map({ $0.rawValue > column.rawValue }) ?? true { byKey[key] = column }
        }
        return RosterField.allCases.flatMap { field in
            kind.names(of: field).compactMap { byKey[$0] }.map { (field, $0) }
        }
    }

    /// The day of a cell: a date, or the serial number a spreadsheet leaves where a date lost its format.
    private static func day(_ column: PlacedColumn, _ row: TableCursor<PlacedColumn>) -> Day? {
        let cell = row.bytes(column)
        if cell.count == 5, let serial = CellNumber.whole(cell) {
            return SheetNumber.day(serial: Double(serial))
        }
        return row.day(column)
    }
}
