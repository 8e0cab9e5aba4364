import Measures
import Rollout

/// Viva Insights person query: one row a person and week, with the days on which Copilot was used.
///
/// Weeks are told and no days, so use is marked by week. An empty cell means no licence in that week, zero
/// means a licence and no use: people are covered in the weeks in which their cell is not empty. People go
/// by codes that join nothing else, so the query is its own roster, or is only counted.
enum VivaPersonQuery: ExportReader {
    static let id = "viva-person-query"
    static let title = "Viva Insights person query"
    static let contributes: Set<ExportPart> = [.use, .roster, .coverage, .aggregate]
    static let cannotSee = [
        "On which days of a week Copilot was used.",
        "Who the people are: its codes join nothing outside Viva Insights.",
        "People without a licence in a week cannot be seen in it.",
    ]
    static let lateBy: String? = "up to six days"

    enum Column: Int, TableColumn {
        case personId, metricDate, activeDays, enabledDays, actions
        case organization, functionType, levelDesignation, supervisorIndicator
        static var required: [Column] { [.personId, .metricDate] }
    }

    private static let names: [String: Column] = [
        "personid": .personId, "person_id": .personId, "metricdate": .metricDate, "metric_date": .metricDate,
        "total_copilot_active_days": .activeDays, "total_copilot_enabled_days": .enabledDays,
        "total_copilot_actions_taken": .actions, "organization": .organization,
        "organisation": .organization, "functiontype": .functionType, "function_type": .functionType,
        "leveldesignation": .levelDesignation, "level_designation": .levelDesignation,
        "supervisorindicator": .supervisorIndicator, "supervisor_indicator": .supervisorIndicator,
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let found = head.columns
        guard found.contains(where: { names[$0] == .personId }),
            found.contains(where: { names[$0] == .metricDate })
        else { return nil }
        let marks = found.filter { names[$0] != nil || $0.contains("copilot") || $0.hasSuffix("_hours") }
        return marks.count > 2 ? Recognition(marks: marks) : nil
    }

    // MARK: Roster

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        let starts = WeekStarts.read(file, desk: desk)
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names, reportsUnknown: false)
        else { return }
        var latest: [String: RosterRow] = [:]
        cursor.forEachRow { (row) throws(RowRefusal) in
            guard let name = Identity(.pseudonym, row.text(.personId)) else { throw row.missing(.personId) }
            let week = try WeekStarts.day(row, .metricDate, starts.style)
            if let asOf = desk.asOf, week > asOf { return }
            if let known = latest[name.key]?.asOf, known >= week { return }
            latest[name.key] = RosterRow(
                identities: [name], team: row.text(.organization), role: row.text(.functionType),
                layer: layer(row), asOf: week, isSupplement: true, source: id, file: file.path, line: row.line
            )
        }
        rows += latest.values.sorted { $0.line < $1.line }
    }

    /// The layer the level speaks of, else whether the person leads anybody; nil where neither tells.
    private static func layer(_ row: TableCursor<Column>) -> Layer? {
        let level = CellText.key(row.text(.levelDesignation) ?? "")
        let words = Set(level.split { !$0.isLetter }.map(String.init))
        if !words.isDisjoint(with: ["executive", "executives", "ceo", "cxo", "vp", "svp", "evp", "chief"])
            || words.isSuperset(of: ["vice", "president"])
        {
            return .executive
        }
        if !words.isDisjoint(with: ["manager", "managers", "supervisor", "director", "head", "lead"]) {
            return .manager
        }
        if !words.isDisjoint(with: ["ic", "contributor", "individual", "junior", "senior", "support"]) {
            return .contributor
        }
        let leads = CellText.key(row.text(.supervisorIndicator) ?? "")
        if leads.hasPrefix("manager") || leads.hasPrefix("mngr") || leads == "supervisor" { return .manager }
        return ["ic", "individual contributor"].contains(leads) ? .contributor : nil
    }

    // MARK: Use

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let starts = WeekStarts.read(file, desk: desk)
        guard let cursor = TableCursor<Column>(file, desk: desk, names: names, reportsUnknown: false)
        else { return }
        let tool = desk.tools.number(of: Microsoft365CopilotUsers.tool)
        let columns = UseColumns(header: cursor.header, hasTotal: cursor.has(.activeDays))
        guard !columns.isEmpty else {
            contribution.remark("The query holds no metric of Copilot, so it tells of people and of no use.")
            return
        }
        if starts.isByMonth {
            desk.book.add(
                .periodTooLong, file: file.path,
                "The file tells of use by month, which says neither in which weeks nor on which days. Its use is left out; query by week."
            )
            return
        }
        var weeks: [Day: Week] = [:]
        cursor.forEachRow { (row) throws(RowRefusal) in
            let cell = row.bytes(.personId)
            if cell.isEmpty { throw row.missing(.personId) }
            let first = try WeekStarts.day(row, .metricDate, starts.style)
            if row.isLate(first) { return }
            let days = columns.days(row)
            if let days, days > 7 { throw row.badNumber(.activeDays, "0 to 7, as the days of one week are") }
            let actions = columns.actions(row)
            // Neither tells anything: no licence in this week.
            guard days != nil || actions != nil else { return }
            let isUse = days.map { $0 > 0 } ?? ((actions ?? 0) > 0)
            var week = weeks[first] ?? Week()
            week.enabled += 1
            week.active += isUse ? 1 : 0
            week.actions += actions ?? 0
            let person = try contribution.person([Identity(.pseudonym, row.text(.personId))], line: row.line)
            if let person {
                week.people.insert(PersonID(person))
                if isUse {
                    contribution.use(person: person, tool: tool, weekFrom: first, activeDays: days)
                }
            }
            weeks[first] = week
        }
        for (first, week) in weeks.sorted(by: { $0.key < $1.key }) {
            week.tell(from: first, tool: tool, &contribution)
        }
    }

    /// One week of everybody.
    private struct Week {
        var people = PeopleSet()
        var enabled = 0
        var active = 0
        var actions = 0

        func tell(from first: Day, tool: Int, _ contribution: inout ExportContribution) {
            let last = first.advanced(by: 6)
            if !people.isEmpty {
                contribution.cover(
                    tool: tool, people: people, from: first, to: last, absence: .notUsed,
                    note: "\(title), by week")
            }
            for (quantity, value) in [
                (ExportTotal.Quantity.enabledPeople, enabled), (.activePeople, active), (.actions, actions),
            ] {
                contribution.total(
                    ExportTotal(
                        tool: Microsoft365CopilotUsers.tool, quantity: quantity, from: first, to: last,
                        value: value))
            }
        }
    }

    /// The columns that tell of use: the total where it is there, else those of the apps.
    private struct UseColumns {
        private let hasTotal: Bool
        private let dayPlaces: [Int]
        private let actionPlaces: [Int]

        init(header: [String], hasTotal: Bool) {
            self.hasTotal = hasTotal
            dayPlaces = header.indices.filter { header[$0].hasPrefix("days_of_active_copilot") }
            // Sums of the apps; what was done within an app is part of its sum.
            actionPlaces = header.indices.filter { header[$0].hasPrefix("copilot_actions_taken_in_") }
        }

        var isEmpty: Bool { !hasTotal && dayPlaces.isEmpty && actionPlaces.isEmpty }

        /// Days used in the week; nil where nothing is told. Of apps, the greatest: their days overlap.
        func days(_ row: TableCursor<Column>) -> Int? {
            if hasTotal { return number(row.bytes(.activeDays)) }
            return dayPlaces.compactMap { number(row.bytes(at: $0)) }.max()
        }

        func actions(_ row: TableCursor<Column>) -> Int? {
            if let total = number(row.bytes(.actions)) { return total }
            let numbers = actionPlaces.compactMap { number(row.bytes(at: $0)) }
            return numbers.isEmpty ? nil : numbers.reduce(0, +)
        }

        private func number(_ cell: UnsafeRawBufferPointer) -> Int? {
            CellNumber.decimal(cell).flatMap { (0...1e9).contains($0) ? Int($0.rounded()) : nil }
        }
    }
}
