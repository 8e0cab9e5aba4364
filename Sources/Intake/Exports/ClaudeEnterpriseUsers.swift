import Measures
import Rollout

/// Claude Enterprise analytics of users: everybody in the organisation, on one day a file.
///
/// The vendor's answer does not say which day it is about. It is taken from a field `date` where whoever
/// fetched it has added one, else from the file's name.
enum ClaudeEnterpriseUsers: ExportReader {
    static let id = "claude-enterprise-users"
    static let title = "Claude Enterprise analytics, users"
    static let contributes: Set<ExportPart> = [.use, .coverage]
    static let cannotSee = [
        "Anything before 1 January 2026.",
        "Private accounts, and use of the API with a key.",
    ]
    static let lateBy: String? = "three days, and revised"
    /// The tool's name in the evidence, for chat, Office and Cowork.
    static let tool = "Claude"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            fields: [
                "chat_metrics.message_count", "claude_code_metrics.core_metrics",
                "cowork_metrics|web_search_count",
            ],
            under: ["data"], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let claude = desk.tools.number(of: ClaudeEnterpriseUsers.tool)
        let code = desk.tools.number(of: ClaudeCodeAnalytics.tool)
        let named = FileNameDay.day(of: file)
        var told: Day?
        var saysDay = true
        var listed = ListedDays()
        var pages = PageTrail()
        var memory = RecordMemory()
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["data"]],
            document: { name, value in
                pages.see(name, value)
                if name == "date", case .day(let day) = CellDate.read(value.bytes) { told = day }
            }
        ) { (row) throws(RowRefusal) in
            let own = try row.writtenDay("date")
            guard let day = own ?? told ?? named else {
                saysDay = false
                throw RowRefusal(.exportWithoutDay, "")
            }
            guard memory.isNew(row.bytes) else { return }
            guard let user = row["user"]?.object else { throw JSONRow.missing("user") }
            let names = [
                Identity(.address, JSONRow.text(user["email_address"])),
                Identity(.accountID, JSONRow.text(user["id"])),
            ]
            guard let person = try contribution.person(names, line: row.line) else { return }
            let counts = try Counts(row)
            if contribution.isLate(day) { return }
            listed.insert(person, on: day)
            if counts.chat > 0 { try contribution.use(person: person, tool: claude, day: day) }
            if counts.cowork > 0 {
                try contribution.use(person: person, tool: claude, mode: .agent, day: day)
            }
            if counts.code > 0 { try contribution.use(person: person, tool: code, day: day) }
            let talk = counts.chat + counts.cowork
            if talk > 0 { contribution.count(person: person, tool: claude, day: day, actions: talk) }
            if counts.code > 0 {
                contribution.count(person: person, tool: code, day: day, actions: counts.code)
            }
        }
        if pages.hasMore { contribution.saysMorePages() }
        if !saysDay { FileNameDay.reportMissing(in: file, to: desk.book) }
        if told == nil, let named, !listed.isEmpty {
            contribution.remark(
                "The day, \(named.long), is taken from the file's name: the vendor's answer does not say it.")
        }
        for tool in [claude, code] { contribution.cover(tool: tool, listed: listed, note: title) }
    }

    /// What a person did on a day.
    private struct Counts {
        /// Messages in chat, Office and Design.
        let chat: Int
        /// Messages and background turns in Cowork.
        let cowork: Int
        /// Sessions and edits in Claude Code.
        let code: Int

        init(_ row: JSONRow) throws(RowRefusal) {
            let talk = row["chat_metrics"]?.object
            // Without the number of messages, conversations show at least that there were some.
            let conversations = try JSONRow.count(
                talk?["distinct_conversation_count"], "distinct_conversation_count")
            var chat = try JSONRow.count(talk?["message_count"], "message_count") ?? conversations ?? 0
            for (_, product) in row["office_metrics"]?.object?.all ?? [] {
                chat += try JSONRow.count(product.object?["message_count"], "message_count") ?? 0
            }
            chat += try JSONRow.count(row["design_metrics"]?.object?["message_count"], "message_count") ?? 0
            self.chat = chat
            let work = row["cowork_metrics"]?.object
            cowork =
                try (JSONRow.count(work?["message_count"], "message_count") ?? 0)
                + (JSONRow.count(work?["dispatch_turn_count"], "dispatch_turn_count") ?? 0)
            let code = row["claude_code_metrics"]?.object
            self.code = try ClaudeCodeActions.count(
                sessions: code?["core_metrics"]?.object?["distinct_session_count"],
                edits: code?["tool_actions"])
        }
    }
}

/// Days that stand in a file's name, for answers that do not say which day they are about.
enum FileNameDay {
    /// The only day in a file's name, written `2026-05-07`, `2026_05_07` or `20260507`; nil where there is none,
    /// or more than one.
    static func day(of file: CaseFile) -> Day? {
        var runs: [[UInt8]] = [[]]
        for byte in file.plainName.utf8 {
            if (48...57).contains(byte) || ((byte == 45 || byte == 95) && !runs[runs.count - 1].isEmpty) {
                runs[runs.count - 1].append(byte)
            } else {
                runs.append([])
            }
        }
        let days = Set(
            runs.compactMap { run -> Day? in
                let digits = run.filter { (48...57).contains($0) }
                // A page number may follow the day: `2026-05-07_2`.
                guard digits.count >= 8, run.prefix(10).count(where: { $0 == 45 || $0 == 95 }) != 1 else {
                    return nil
                }
                let isSplit = run.count >= 10 && !(48...57).contains(run[4]) && !(48...57).contains(run[7])
                guard isSplit || run.prefix(8).allSatisfy({ (48...57).contains($0) }) else { return nil }
                guard
                    isSplit
                        ? run.count == 10 || !(48...57).contains(run[10])
                        : run.count == 8 || !(48...57).contains(run[8])
                else { return nil }
                let value = digits.prefix(8).reduce(0) { $0 * 10 + Int($1 - 48) }
                let day = CellDate.make(year: value / 10_000, month: value / 100 % 100, day: value % 100)
                if case .day(let day) = day { return day }
                return nil
            })
        return days.count == 1 ? days.first : nil
    }

    /// Reports a file of which nobody knows the day.
    static func reportMissing(in file: CaseFile, to book: NoticeBook) {
        book.add(
            .exportWithoutDay, file: file.path,
            "The file does not say which day it is about, and nothing is taken from it. Put the day into its name, for example `claude-users-2026-05-07.json`."
        )
    }
}
