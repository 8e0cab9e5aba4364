import Measures
import Rollout

/// The user report of ChatGPT Enterprise: one row a person and period, of a week or a month.
///
/// Of each period the first and the last day of use are told, and how many messages were sent. These two days are
/// days of use; what lies between is not known. A row of a week shows nevertheless in which weeks a person used
/// it, so absence from a week is known, and absence from a month's days is not.
enum ChatGPTUsers: ExportReader {
    static let id = "chatgpt-users"
    static let title = "ChatGPT Enterprise user report"
    static let contributes: Set<ExportPart> = [.use, .coverage, .roster, .aggregate]
    static let cannotSee = [
        "Days between the first and the last day of use in a period.",
        "Private accounts.",
    ]
    static let lateBy: String? = "a week or a month"
    /// The tool's name in the evidence.
    static let tool = "ChatGPT"

    enum Column: Int, TableColumn {
        case cadence, periodStart, periodEnd, accountId, publicId, name, email, role, userRole, department,
            groups
        case userStatus, createdOrInvitedDate, isActive, firstDayActiveInPeriod, lastDayActiveInPeriod,
            messages
        case messagesRank, modelToMessages, gptMessages, gptsMessaged, gptToMessages, toolMessages,
            toolsMessaged
        case toolToMessages, projectMessages, projectsMessaged, projectToMessages, projectsCreated,
            lastDayActive
        static var required: [Column] { [.periodStart, .periodEnd, .email] }

        /// The columns by name. `messages_rank` puts people in an order and is known only to be passed over.
        static let names: [String: Column] = {
            var names = byName
            names["message_rank"] = .messagesRank
            return names
        }()
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["period_start", "period_end", "email"],
            any: [
                "cadence", "public_id", "user_status", "first_day_active_in_period",
                "last_day_active_in_period",
                "model_to_messages", "gpt_messages", "messages",
            ], of: head.columns
        ).flatMap { $0.marks.count >= 6 ? $0 : nil }
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: Column.names) else { return }
        cursor.forEachRow { (row) throws(RowRefusal) in
            let names = identities(row)
            guard !names.isEmpty, Status(row).isMember else { return }
            rows.append(
                RosterRow(
                    identities: names, team: Departments.first(in: row.text(.department)), isSupplement: true,
                    file: file.path, line: row.line))
        }
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk, names: Column.names) else { return }
        let tool = desk.tools.number(of: ChatGPTUsers.tool)
        var listed: [Period: PeopleSet] = [:]
        var sent: [Period: RunningTotal] = [:]
        cursor.forEachRow { (row) throws(RowRefusal) in
            let period = try Period(row)
            let status = Status(row)
            guard status.isMember else { return }
            guard let person = try contribution.person(identities(row), line: row.line) else { return }
            if contribution.isLate(period.to) { return }
            listed[period, default: PeopleSet()].insert(PersonID(person))
            // Seen before the period, or after it: a day of use all the same.
            if let day = row.day(.lastDayActive), !(desk.asOf.map { day > $0 } ?? false) {
                try contribution.use(person: person, tool: tool, day: day)
            }
            guard status.isActive != false else { return }
            let messages = try row.count(.messages) ?? 0
            sent[period, default: RunningTotal()].add(messages, from: period.from, to: period.to)
            try take(row, of: person, in: period, tool: tool, messages: messages, into: &contribution)
        }
        for (period, people) in listed.sorted(by: { $0.key < $1.key }) {
            if let total = sent[period]?.total(tool: ChatGPTUsers.tool, .actions) {
                contribution.total(total)
            }
            contribution.cover(
                tool: tool, people: people, from: period.from, to: period.to,
                absence: period.isWeek ? .notUsed : .lastSeenOnly,
                note: period.isWeek
                    ? "\(title): by week, days within a week are not all known" : "\(title): by month")
        }
    }

    /// Marks the days a row tells of, counts messages where it is sure on which days they were sent, and marks the
    /// week where there may be more days than are told.
    private static func take(
        _ row: TableCursor<Column>, of person: Int, in period: Period, tool: Int, messages: Int,
        into contribution: inout ExportContribution
    ) throws(RowRefusal) {
        let told = [row.day(.firstDayActiveInPeriod), row.day(.lastDayActiveInPeriod)].compactMap { $0 }
        let within = told.filter { $0 >= period.from && $0 <= period.to }
        if within.count < told.count {
            row.desk.book.add(
                .badValue, file: row.file.path, line: row.line,
                "A day of use lies outside the period of its row. It is not used; export the report again.")
        }
        let days = Set(within).sorted()
        for day in days { try contribution.use(person: person, tool: tool, day: day) }
        // Both ends told: on one day, or on two with a message each, nothing can lie between.
        let isExact = within.count == 2 && (days.count == 1 || messages == 2)
        if isExact {
            guard messages > 0 else { return }
            for day in days {
                contribution.count(person: person, tool: tool, day: day, actions: messages / days.count)
            }
        } else if period.isWeek, !days.isEmpty || messages > 0 {
            contribution.use(person: person, tool: tool, weekFrom: period.from)
        }
    }

    private static func identities(_ row: TableCursor<Column>) -> [Identity] {
        [Identity(.address, row.text(.email)), Identity(.accountID, row.text(.publicId))].compactMap { $0 }
    }

    /// What a row is about.
    private struct Period: Hashable, Comparable {
        let from: Day
        let to: Day
        /// Whether it is no longer than a week; days of a longer one may lie in any of several weeks.
        var isWeek: Bool { from.distance(to: to) < 7 }

        init(_ row: TableCursor<Column>) throws(RowRefusal) {
            from = try row.requiredDay(.periodStart)
            to = try row.requiredDay(.periodEnd)
            guard from <= to else {
                throw RowRefusal(
                    .datesReversed,
                    "`period_start` is later than `period_end`. The row is left out; correct the dates.")
            }
        }

        static func < (left: Period, right: Period) -> Bool { (left.from, left.to) < (right.from, right.to) }
    }

    /// Whether somebody has a seat, and used it.
    private struct Status {
        /// An invitation not yet accepted is not a seat.
        let isMember: Bool
        /// Nil where the file does not say.
        let isActive: Bool?

        init(_ row: TableCursor<Column>) {
            let word = row.text(.userStatus).map(CellText.key) ?? "enabled"
            isActive = row.text(.isActive).flatMap(CellWords.yesOrNo)
            let hasLeft = ["disabled", "deactivated", "removed", "deleted"].contains(word)
            isMember = word != "pending" && word != "invited" && (!hasLeft || isActive == true)
        }
    }

    /// Departments as the report writes them.
    enum Departments {
        /// The first department of a cell that holds one, or several as a JSON list or as Python writes one.
        static func first(in cell: String?) -> String? {
            guard let cell, cell.hasPrefix("[") else { return cell }
            let json = cell.contains("\"") ? cell : cell.replacing("'", with: "\"")
            let list = Array(json.utf8).withUnsafeBytes { bytes in
                JSONValue(bytes: bytes, isText: false).array?.compactMap { $0.text }
            }
            // A list that is none is taken as it stands: a department may begin with a bracket.
            guard let list else { return cell }
            return list.map(CellText.display).first { !$0.isEmpty }
        }
    }
}
