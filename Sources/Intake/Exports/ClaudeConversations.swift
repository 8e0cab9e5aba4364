import Measures
import Rollout

/// `conversations.json` of a Claude data export: messages of people are counted by account and day.
///
/// Nothing of what was written is kept: of a message only its sender and its time are looked at.
enum ClaudeConversations: ExportReader {
    static let id = "claude-conversations"
    static let title = "Claude data export, conversations"
    static let contributes: Set<ExportPart> = [.use]
    static let cannotSee = [
        "Conversations that were deleted, by people or by the retention rule.",
        "Claude Code, and anything outside the app.",
    ]

    /// Bytes a conversation may have: attached texts stand in it.
    static let longest = 1 << 28

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(fields: ["uuid", "account.uuid", "chat_messages"], under: [], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: ClaudeEnterpriseUsers.tool)
        JSONRows.forEach(in: file, desk: desk, longest: longest) { (row) throws(RowRefusal) in
            guard let messages = row["chat_messages"] else { throw JSONRow.missing("chat_messages") }
            let account = Identity(.accountID, JSONRow.text(row["account"]?.object?["uuid"]))
            guard let person = try contribution.person([account], line: row.line) else { return }
            for (day, count) in try days(of: messages, row) where !contribution.isLate(day) {
                try contribution.use(person: person, tool: tool, day: day)
                contribution.count(person: person, tool: tool, day: day, actions: count)
            }
        }
    }

    /// Messages a person sent, by day.
    private static func days(of messages: JSONValue, _ row: JSONRow) throws(RowRefusal) -> [(Day, Int)] {
        var counts: [Day: Int] = [:]
        var hasBadTime = false
        do throws(JSONFields.Trouble) {
            try JSONFields.visitArray(messages.bytes) { message in
                guard let message = message.object, message["sender"]?.text == "human" else { return }
                switch message["created_at"].map({ row.desk.zone.day(of: $0.bytes, isUTC: true) }) {
                case .day(let day): counts[day, default: 0] += 1
                default: hasBadTime = true
                }
            }
        } catch {
            throw JSONRow.notAnObject
        }
        if hasBadTime {
            row.desk.book.add(
                .badDate, file: row.file.path, line: row.line,
                "`created_at` of a message is not a time such as 2026-05-07T09:12:44Z. The message is not counted."
            )
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
