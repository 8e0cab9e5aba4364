import Measures
import Rollout

/// Claude Code analytics of the Admin API: one row a person, day and terminal.
///
/// Rows of one person and day add up. Rows of API keys are nobody's: they are counted as a total.
enum ClaudeCodeAnalytics: ExportReader {
    static let id = "claude-code-analytics"
    static let title = "Claude Code analytics"
    static let contributes: Set<ExportPart> = [.use, .aggregate]
    static let cannotSee = [
        "People without activity are not listed, and who could have used it is not said.",
        "Some people with a subscription have been missing from the vendor's report.",
        "What is done with an API key counts for the key, not for a person.",
    ]
    static let lateBy: String? = "some hours"
    /// The tool's name in the evidence.
    static let tool = "Claude Code"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            fields: ["actor.type", "core_metrics.num_sessions", "terminal_type"], under: ["data"], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: ClaudeCodeAnalytics.tool)
        var memory = RecordMemory()
        var ofKeys = RunningTotal()
        var pages = PageTrail()
        JSONRows.forEach(in: file, desk: desk, arrays: [["data"]], document: { pages.see($0, $1) }) {
            (row) throws(RowRefusal) in
            guard let actor = row["actor"]?.object else { throw JSONRow.missing("actor") }
            // The vendor's day is a day of UTC; its midnight is no instant to convert.
            guard let day = try row.writtenDay("date") else { throw JSONRow.missing("date") }
            guard memory.isNew(row.bytes) else { return }
            let actions = try ClaudeCodeActions.count(
                sessions: row["core_metrics"]?.object?["num_sessions"], edits: row["tool_actions"])
            if actor["type"]?.text == "api_actor" {
                if !contribution.isLate(day) { ofKeys.add(actions, on: day) }
                return
            }
            let address = Identity(.address, JSONRow.text(actor["email_address"]))
            guard let person = try contribution.person([address], line: row.line) else { return }
            if actions == 0 || contribution.isLate(day) { return }
            // A session on the vendor's machines runs by itself; one in a terminal or editor is a person's.
            let mode: UseMode = row["is_remote"]?.isTrue ?? false ? .agent : .assist
            try contribution.use(person: person, tool: tool, mode: mode, day: day)
            contribution.count(person: person, tool: tool, day: day, actions: actions)
        }
        if pages.hasMore { contribution.saysMorePages() }
        if let total = ofKeys.total(tool: ClaudeCodeAnalytics.tool, part: "API keys", .actions) {
            contribution.total(total)
        }
    }
}

/// What counts as an action in Claude Code, the same in both of the vendor's reports.
enum ClaudeCodeActions {
    /// Sessions begun, and edits the person accepted or rejected.
    /// - Parameter edits: An object of tools, each with the numbers accepted and rejected.
    static func count(sessions: JSONValue?, edits: JSONValue?) throws(RowRefusal) -> Int {
        var sum = try JSONRow.count(sessions, "num_sessions") ?? 0
        for (_, tool) in edits?.object?.all ?? [] {
            for (name, number) in tool.object?.all ?? [] { sum += try JSONRow.count(number, name) ?? 0 }
        }
        return sum
    }
}
