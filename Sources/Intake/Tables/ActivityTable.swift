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
        let sink = ActivitySink(people: desk.people.count)
        let plan = cursor.plan([.person: .person, .date: .date])
        cursor.forEachRow(
            by: plan, threads: desk.threads, into: sink, dates: .date
        ) { (row) throws(RowRefusal) in
            let person = try row.requiredPerson(.person)
            let day = try row.requiredDay(.date)
            if !row.isLate(day) { sink.mark(person, day) }
        }
        return (sink.matrix(), sink.span?.upperBound)
    }
}

/// Takes rows of `activity.csv`: days of people, all of one kind.
private final class ActivitySink: BulkSink {
    private let people: Int
    private let days: DayPlanes
    private(set) var span: ClosedRange<Day>?

    init(people: Int) {
        self.people = people
        days = DayPlanes(people: people)
    }

    var hasRoom: Bool { true }

    func settle(_ keys: BulkKeys) { keys.settled = [0] }

    func mark(_ person: Int, _ day: Day) {
        days.mark(key: 0, person: person, day: CellDate.range.lowerBound.distance(to: day))
        widen(to: day)
    }

    func take(_ parser: BulkParser) {
        let (events, count) = (UnsafePointer(parser.events), parser.eventCount)
        days.mark(events, count: count, keys: [0])
        var (first, last) = (UInt64.max, UInt64.min)
        for index in 0..<count {
            let day = events[index] & 0xFFFF
            first = min(first, day)
            last = max(last, day)
        }
        guard first <= last else { return }
        widen(to: CellDate.range.lowerBound.advanced(by: Int(first)))
        widen(to: CellDate.range.lowerBound.advanced(by: Int(last)))
    }

    private func widen(to day: Day) {
        if let known = span, known.contains(day) { return }
        span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
    }

    /// The days by person; nil where there are none.
    func matrix() -> DayMatrix? {
        guard let span else { return nil }
        var matrix = DayMatrix(rows: people, days: span)
        days.visit(ranks: [0]) { person, _, block in matrix.merge(block, row: person) }
        return matrix
    }
}
