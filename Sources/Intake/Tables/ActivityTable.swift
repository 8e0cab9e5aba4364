import Measures
import Rollout

/// Reads `activity.csv`: days on which a person was at work.
enum ActivityTable {
    enum Column: Int, TableColumn {
        case person, date
        static var required: [Column] { [.person, .date] }
    }

    /// Days at work by person; nil where the file is lost, holds no day, or nobody.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> (days: DayMatrix?, last: Day?)? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        let blocks = PackedTally(.bits)
        var span: ClosedRange<Day>?
        cursor.forEachRow { (row) throws(RowRefusal) in
            let person = try row.requiredPerson(.person)
            let day = try row.requiredDay(.date)
            if row.isLate(day) { return }
            let (block, bit) = DaySet.position(of: day)
            blocks.add(1 << UInt64(bit), at: UInt64(person) << 12 | UInt64(block))
            if let known = span, known.contains(day) { return }
            span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
        }
        guard let span else { return (nil, nil) }
        var matrix = DayMatrix(rows: desk.people.count, days: span)
        for entry in blocks.drain() {
            matrix.merge(
                DaySet.Block(index: Int32(entry.key & 0xFFF), bits: entry.value), row: Int(entry.key >> 12))
        }
        return (matrix, span.upperBound)
    }
}
