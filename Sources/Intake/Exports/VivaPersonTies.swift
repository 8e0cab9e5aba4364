import Measures
import Rollout

/// Person-to-person query of Viva Insights: how strongly two people are tied, week by week or month by month.
///
/// People are codes that meet the codes of Viva's organisation data, and addresses where those were kept.
enum VivaPersonTies: ExportReader {
    static let id = "viva-person-ties"
    static let title = "Viva Insights person-to-person query"
    static let contributes: Set<ExportPart> = [.ties]
    static let cannotSee = [
        "Ties outside mail, meetings, chats and calls.", "What two people work on together.",
    ]
    static let lateBy: String? = "up to six days"
    static let revealNames: String? =
        "Put the organisation data of the same Viva export beside it: codes meet those of one export only."

    enum Column: Int, TableColumn {
        case primary, secondary, date, diverseScore, diverseType, strongScore, strongType
        static var required: [Column] { [.primary, .secondary] }

        var name: String {
            switch self {
            case .primary: "PrimaryCollaborator_PersonId"
            case .secondary: "SecondaryCollaborator_PersonId"
            case .date: "MetricDate"
            case .diverseScore: "Diverse_tie_score"
            case .diverseType: "Diverse_tie_type"
            case .strongScore: "Strong_tie_score"
            case .strongType: "Strong_tie_type"
            }
        }
    }

    private static let names = Dictionary(
        uniqueKeysWithValues: Column.allCases.map { (ColumnName.normalised($0.name), $0) })

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["primarycollaborator_personid", "secondarycollaborator_personid"],
            any: Set(names.keys), of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names) else { return }
        var periods = VivaPeriods(style: desk.settings.dateStyle(for: file))
        var ties: [(a: Int, b: Int, weight: Double, period: Int?)] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let weight = max(
                try row.number(.strongScore, in: 0...1e6) ?? 0,
                try row.number(.diverseScore, in: 0...1e6) ?? 0)
            guard
                let one = try person(row.bytes(.primary), row.line, in: &contribution),
                let other = try person(row.bytes(.secondary), row.line, in: &contribution)
            else { return }
            guard one != other else {
                throw RowRefusal(.selfTie, "The row ties a person to the same person. It is left out.")
            }
            // A score of nothing is no tie.
            if weight > 0 { ties.append((one, other, weight, periods.take(row.bytes(.date)))) }
        }
        let days = periods.days
        for tie in ties {
            contribution.tie(
                TieDraft(
                    a: tie.a, b: tie.b, weight: tie.weight, source: id, period: tie.period.map { days[$0] }))
        }
        contribution.remark(
            "\(ties.count) rows tie two people of the roster, over \(days.count == 1 ? "1 period" : "\(days.count) periods")."
        )
        if periods.isUncertain {
            contribution.remark(
                "Its dates can be read day first or month first. That does no harm: they only keep periods apart."
            )
        }
    }

    private static func person(
        _ cell: UnsafeRawBufferPointer, _ line: Int, in contribution: inout ExportContribution
    ) throws(RowRefusal) -> Int? {
        let kind: IdentityKind = cell.contains(UInt8(ascii: "@")) ? .address : .pseudonym
        return try contribution.person(cell, kind, line: line)
    }
}

/// The periods of a Viva query, where a date such as 01/04/2023 does not tell day from month.
///
/// The order of the whole column decides; where it does not, the one in which every date begins a week
/// (all on Sundays, or all on Mondays) or a month.
struct VivaPeriods {
    private enum Cell: Hashable {
        case day(Day)
        case slashed(first: Int, second: Int, year: Int)
    }

    private let set: DateStyle?
    private var numbers: [Cell: Int] = [:]
    private var cells: [Cell] = []

    /// - Parameter style: The order somebody set, where it is set.
    init(style: DateStyle?) { set = style }

    /// Takes a date.
    /// - Returns: The number of its period; nil where it is none.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Int? {
        let cell: Cell
        switch CellDate.read(bytes) {
        case .day(let day): cell = .day(day)
        case .slashed(let first, let second, let year):
            cell = .slashed(first: first, second: second, year: year)
        case .absent, .malformed, .outOfRange: return nil
        }
        if let known = numbers[cell] { return known }
        numbers[cell] = cells.count
        cells.append(cell)
        return cells.count - 1
    }

    /// Whether the dates could be read two ways and nothing decides.
    var isUncertain: Bool {
        style == nil && cells.contains { if case .slashed = $0 { true } else { false } }
    }

    /// The first day of each period, by number; where the order is not certain, days that at least differ.
    var days: [Day] {
        let style = style ?? .monthFirst
        return cells.enumerated().map { index, cell in
            // A date that fits no order still has a period of its own.
            VivaPeriods.day(cell, style) ?? Day(number: CellDate.range.lowerBound.number + Int32(index))
        }
    }

    /// The order of day and month; nil where nothing decides.
    var style: DateStyle? { style(months: true) }

    /// The same for dates that only ever begin weeks.
    var weekStyle: DateStyle? { style(months: false) }

    private func style(months: Bool) -> DateStyle? {
        if let set { return set }
        var column = DateColumn()
        for case .slashed(let first, let second, _) in cells {
            column.first = max(column.first, first)
            column.second = max(column.second, second)
        }
        if let style = column.style { return style }
        let fitting = [DateStyle.dayFirst, .monthFirst].filter { style in
            let days = cells.compactMap { VivaPeriods.day($0, style) }
            guard days.count == cells.count, !days.isEmpty else { return false }
            let weekdays = Set(days.map { $0.number - $0.week.monday.number })
            return weekdays == [0] || weekdays == [6]
                || (months && days.allSatisfy { $0.components.day == 1 })
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private static func day(_ cell: Cell, _ style: DateStyle) -> Day? {
        switch cell {
        case .day(let day): return day
        case .slashed(let first, let second, let year):
            let (day, month) = style == .dayFirst ? (first, second) : (second, first)
            return Day(year: year, month: month, day: day)
        }
    }
}
