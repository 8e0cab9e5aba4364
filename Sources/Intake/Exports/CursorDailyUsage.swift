import Measures
import Rollout

/// Cursor's daily usage: one row a person and day, with zeros for those who were idle.
enum CursorDailyUsage: ExportReader {
    static let id = "cursor-daily-usage"
    static let title = "Cursor daily usage"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = ["Members while they were not in the team, and private accounts."]
    /// The tool's name in the evidence.
    static let tool = "Cursor"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            fields: ["isActive", "chatRequests", "agentRequests", "email|userId", "day|date"],
            under: ["data"], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: CursorDailyUsage.tool)
        var listed = ListedDays()
        var memory = RecordMemory()
        JSONRows.forEach(in: file, desk: desk, arrays: [["data"]]) { (row) throws(RowRefusal) in
            let day = try day(of: row)
            guard memory.isNew(row.bytes) else { return }
            let names = [Identity(.address, row.text("email")), Identity(.accountID, row.text("userId"))]
            guard let person = try contribution.person(names, line: row.line) else { return }
            let counts = try Counts(row)
            if contribution.isLate(day) { return }
            listed.insert(person, on: day)
            for mode in counts.modes {
                try contribution.use(person: person, tool: tool, mode: mode, day: day)
            }
            if counts.actions > 0 {
                contribution.count(person: person, tool: tool, day: day, actions: counts.actions)
            }
        }
        contribution.cover(tool: tool, listed: listed, note: title)
    }

    /// The day of a row: as it stands, else of the milliseconds, both of them days of UTC.
    private static func day(of row: JSONRow) throws(RowRefusal) -> Day {
        if let day = try row.writtenDay("day") { return day }
        guard let value = row["date"] else { throw JSONRow.missing("day") }
        guard !value.isText, case .day(let day) = CaseZone().day(of: value.bytes) else {
            throw RowRefusal(
                .badDate, "`date` is not a number of milliseconds since 1970. The row is left out.")
        }
        return day
    }

    /// What a person did on a day.
    private struct Counts {
        /// Requests, commands in the text and completions taken: what a person chose to do.
        let actions: Int
        let modes: [UseMode]

        init(_ row: JSONRow) throws(RowRefusal) {
            let assisted: [Int?] = [
                try row.count("chatRequests"), try row.count("composerRequests"), try row.count("cmdkUsages"),
                try row.count("totalTabsAccepted"),
            ]
            let agents = try row.count("agentRequests")
            let reviews = try row.count("bugbotUsages")
            let told = (assisted + [agents, reviews]).compactMap { $0 }
            let assist = assisted.compactMap { $0 }.reduce(0, +)
            actions = assist + (agents ?? 0)
            var modes: [UseMode] = []
            if assist > 0 { modes.append(.assist) }
            if agents ?? 0 > 0 { modes.append(.agent) }
            if reviews ?? 0 > 0 { modes.append(.review) }
            // An older answer may say no more than that somebody was active.
            if told.isEmpty, row["isActive"]?.isTrue ?? false { modes.append(.assist) }
            self.modes = modes
        }
    }
}
