import Measures

/// Dates that are beginnings of weeks, which tell day from month where numbers alone do not.
///
/// `01/04/2026` can be read two ways, but only one of them may be a Sunday or a Monday like all the others.
enum WeekStarts {
    private enum Column: Int, TableColumn {
        case metricDate
        static var required: [Column] { [.metricDate] }
        static let names: [String: Column] = ["metricdate": .metricDate, "metric_date": .metricDate]
    }

    /// What a look over the column `MetricDate` tells.
    struct Reading {
        /// The order of day and month; nil where the dates leave it open, or need none.
        var style: DateStyle?
        /// Whether the periods are months: several, each at least 28 days after the one before.
        var isByMonth = false
    }

    /// Looks over the dates of a file.
    /// - Complexity: One pass over the file.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> Reading {
        // A first pass is nobody's business: what is wrong is told of in the second.
        let cursor = TableCursor<Column>(
            file, desk: desk.scratch(), names: Column.names, reportsUnknown: false)
        guard let cursor else { return Reading() }
        var periods = VivaPeriods(style: desk.settings.dateStyle(for: file))
        cursor.forEachRow { (row) throws(RowRefusal) in _ = periods.take(row.bytes(.metricDate)) }
        if let style = periods.weekStyle { return Reading(style: style) }
        let days = periods.days.sorted()
        let gaps = zip(days, days.dropFirst()).map { $0.distance(to: $1) }
        let isByMonth = !gaps.isEmpty && gaps.allSatisfy { $0 >= 28 }
        return Reading(style: isByMonth ? periods.style : nil, isByMonth: isByMonth)
    }

    /// A cell's day, where the order of day and month is known from the weeks.
    static func day<Column>(
        _ row: TableCursor<Column>, _ column: Column, _ style: DateStyle?
    ) throws(RowRefusal) -> Day {
        if let style, case .slashed(let first, let second, let year) = CellDate.read(row.bytes(column)) {
            let (day, month) = style == .dayFirst ? (first, second) : (second, first)
            if case .day(let day) = CellDate.make(year: year, month: month, day: day) { return day }
        }
        return try row.requiredDay(column)
    }
}
