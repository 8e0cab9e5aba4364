import Measures
import Rollout

/// Reads `champions.csv`: hours promised for building, and hours kept.
enum ChampionsTable {
    enum Column: Int, TableColumn {
        case person, week, promisedHours, keptHours
        static var required: [Column] { [.person, .week, .promisedHours] }
    }

    /// Champion-weeks by person and week; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [ChampionWeek]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var keeper = RowKeeper<ChampionWeek>()
        cursor.forEachRow { (row) throws(RowRefusal) in
            let person = try row.requiredPerson(.person)
            let day = try row.requiredDay(.week)
            guard let promised = try row.number(.promisedHours, in: 0...168) else {
                throw row.missing(.promisedHours)
            }
            let kept = try row.number(.keptHours, in: 0...168)
            if day.weekday != 1 {
                desk.book.add(
                    .notMonday, file: row.file.path, line: row.line,
                    "`week` is not a Monday. The row counts for the week the day lies in.")
            }
            let entry = ChampionWeek(
                person: PersonID(person), week: day.week, promisedHours: promised, keptHours: kept)
            keeper.take(
                entry, key: joined(person, day.week.number), content: joined(promised, kept),
                what: "one champion's week", at: (row.file.path, row.line), book: desk.book)
        }
        return keeper.values.sorted { ($0.person, $0.week) < ($1.person, $1.week) }
    }
}
