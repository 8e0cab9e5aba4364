import Measures
import Rollout

/// Reads `coverage.csv`: where and when use can be seen at all.
enum CoverageTable {
    enum Column: Int, TableColumn {
        case source, team, from, to, absence, note
        static var required: [Column] { [.source, .from, .to, .absence] }
    }

    /// The lines of the file; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [CoverageLine]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var lines: [CoverageLine] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let source = try row.requiredText(.source)
            let team = try row.team(.team)
            let from = try row.requiredDay(.from)
            let to = try row.requiredDay(.to)
            guard from <= to else { throw Reversed.refusal }
            let word = CellText.key(try row.requiredText(.absence))
            guard let absence = Coverage.Absence.allCases.first(where: { $0.rawValue.lowercased() == word })
            else { throw row.badValue(.absence, "notUsed, lastSeenOnly, unknown") }
            lines.append(
                CoverageLine(
                    source: desk.tools.number(of: source), team: team, from: from, to: to, absence: absence,
                    note: row.text(.note)))
        }
        return lines
    }
}

/// A line of coverage whose source is still a number of the book of tools.
struct CoverageLine {
    var source: Int
    var team: Int?
    var people: PeopleSet?
    var from: Day
    var to: Day
    var absence: Coverage.Absence
    var note: String?

    /// Lines with their sources' names, each once, in a fixed order.
    static func named(_ lines: [CoverageLine], tools: [String]) -> [Coverage] {
        let coverage = lines.map {
            Coverage(
                source: tools[$0.source], team: $0.team, people: $0.people, from: $0.from, to: $0.to,
                absence: $0.absence, note: $0.note)
        }
        return Set(coverage).map { (sortKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Source, team and days as one text that sorts as they do.
    private static func sortKey(_ line: Coverage) -> String {
        let team = line.team.map { String(1_000_000 + $0) } ?? ""
        let people =
            line.people.map { $0.people.map { String($0.ordinal) }.joined(separator: ".") } ?? ""
        return [
            line.source, team, line.from.description, line.to.description, line.absence.rawValue,
            line.note ?? "", people,
        ].joined(separator: "\u{1F}")
    }
}

/// The refusal of a row whose days stand the wrong way round.
enum Reversed {
    static var refusal: RowRefusal {
        RowRefusal(.datesReversed, "`from` is later than `to`. The row is left out; correct the dates.")
    }
}
