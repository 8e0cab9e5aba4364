import Rollout

/// Reads `ties.csv`: who works with whom.
enum TiesTable {
    enum Column: Int, TableColumn {
        case a, b, weight
        static var required: [Column] { [.a, .b] }
    }

    /// Ties in ascending order, each pair once with its weights added up; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Tie]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var pairs: [(pair: UInt64, weight: Double)] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let one = try row.requiredPerson(.a)
            let other = try row.requiredPerson(.b)
            guard one != other else {
                throw RowRefusal(
                    .selfTie, "The row ties a person to the same person. It is left out.")
            }
            let weight = try row.number(.weight, in: 0...1e12) ?? 1
            guard weight > 0 else { throw row.badNumber(.weight, "above 0 to 1000000000000") }
            pairs.append((UInt64(min(one, other)) << 32 | UInt64(max(one, other)), weight))
        }
        // Sorted by weight within a pair too, so that the sum does not depend on the order of rows.
        pairs.sort { ($0.pair, $0.weight) < ($1.pair, $1.weight) }
        var ties: [Tie] = []
        var place = 0
        while place < pairs.count {
            let pair = pairs[place].pair
            var weight = 0.0
            while place < pairs.count, pairs[place].pair == pair {
                weight += pairs[place].weight
                place += 1
            }
            ties.append(Tie(PersonID(Int(pair >> 32)), PersonID(Int(pair & 0xFFFF_FFFF)), weight: weight))
        }
        return ties
    }
}
