import Measures
import Rollout

/// Reads `changes.csv`: what else lands on people.
enum ChangesTable {
    enum Column: Int, TableColumn {
        case initiative, team, from, to, weight
        static var required: [Column] { [.initiative, .from] }
    }

    /// Changes, each once; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Change]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var keeper = RowKeeper<Change>()
        cursor.forEachRow { (row) throws(RowRefusal) in
            let initiative = try row.requiredText(.initiative)
            let team = try row.team(.team)
            let from = try row.requiredDay(.from)
            let to = row.day(.to)
            if let to, from > to { throw Reversed.refusal }
            var weight = 1
            if case let cell = row.bytes(.weight), !cell.isEmpty {
                guard let number = CellNumber.whole(cell), (1...3).contains(number) else {
                    throw row.badNumber(.weight, "1 to 3")
                }
                weight = number
            }
            keeper.take(
                Change(initiative: initiative, team: team, from: from, to: to, weight: weight),
                key: joined(from, initiative, team, to), content: joined(weight),
                what: "one change", at: (row.file.path, row.line), book: desk.book)
        }
        return keeper.values
    }
}
