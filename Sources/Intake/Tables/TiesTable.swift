import Rollout

/// Reads `ties.csv`: who works with whom.
enum TiesTable {
    enum Column: Int, TableColumn {
        case a, b, weight
        static var required: [Column] { [.a, .b] }
    }

    /// Ties as they stand, one a row; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [TieDraft]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var ties: [TieDraft] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let one = try row.requiredPerson(.a)
            let other = try row.requiredPerson(.b)
            guard one != other else {
                throw RowRefusal(
                    .selfTie,
                    "The row ties a person to the same person. It is left out; correct it if it means somebody else."
                )
            }
            let weight = try row.number(.weight, in: 0...1e12) ?? 1
            guard weight > 0 else {
                throw RowRefusal(
                    .badNumber,
                    "`weight` is not a number above 0 and up to 1000000000000. The row is left out; correct it."
                )
            }
            ties.append(TieDraft(a: one, b: other, weight: weight, source: "ties.csv", period: nil))
        }
        return ties
    }
}
