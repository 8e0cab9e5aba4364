import Measures
import Rollout

/// Reads `mandates.csv`: weeks in which use was ordered or counted.
enum MandatesTable {
    enum Column: Int, TableColumn {
        case from, to, team, what
        static var required: [Column] { [.from, .to, .what] }
    }

    /// Mandates, each once, in order of their days; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Mandate]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var keeper = RowKeeper<Mandate>()
        cursor.forEachRow { (row) throws(RowRefusal) in
            let from = try row.requiredDay(.from)
            let to = try row.requiredDay(.to)
            guard from <= to else { throw Reversed.refusal }
            let team = try row.team(.team)
            let what = row.text(.what) ?? ""
            keeper.take(
                Mandate(from: from, to: to, team: team, what: what), key: joined(from, to, team, what),
                content: "", what: "one mandate", at: (row.file.path, row.line), book: desk.book)
        }
        return keeper.values
    }
}
