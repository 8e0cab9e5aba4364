import Measures
import Rollout

/// Events of PostHog: the body of a batch import, or lines of an export.
///
/// An event is use of AI where its properties name a `tool`, where PostHog itself says so (`$ai_generation`,
/// `$ai_trace`), or where `tools` in `case.yaml` gives its name to a tool. Nothing else of the properties is kept.
enum PostHogEvents: ExportReader {
    static let id = "posthog-events"
    static let title = "PostHog events"
    static let contributes: Set<ExportPart> = [.use]
    static let cannotSee = [
        "People without events are not listed, and who could have used it is not said.",
        "People who are not signed in: they have codes in place of names.",
        "Anything your own applications do not report.",
    ]
    static let revealNames: String? =
        "Identify people by their address where your application reports events."

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            fields: ["event", "distinct_id", "timestamp", "properties"], under: ["batch", "results"], of: head
        )
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        var memory = RecordMemory()
        var others: [String: Int] = [:]
        JSONRows.forEach(in: file, desk: desk, arrays: [["batch"], ["results"]]) { (row) throws(RowRefusal) in
            guard let event = row.text("event") else { throw JSONRow.missing("event") }
            if let id = row["uuid"], id.isText, !memory.isNew(id.bytes) { return }
            let properties = Properties(row["properties"])
            guard let tool = tool(of: event, properties, desk) else {
                // Names of events are an application's, and those that begin with `$` PostHog's own.
                if !event.hasPrefix("$"), others.count < 1000 || others[event] != nil {
                    others[event, default: 0] += 1
                }
                return
            }
            let day = try row.requiredDay("timestamp", isUTC: true)
            guard
                let person = try contribution.person(
                    [Identity(.login, row.text("distinct_id"))], line: row.line),
                !contribution.isLate(day)
            else { return }
            let useCase = properties.useCase.map { desk.useCases.number(of: $0) } ?? -1
            try contribution.use(person: person, tool: tool, useCase: useCase, day: day)
            contribution.count(person: person, tool: tool, day: day, actions: 1)
        }
        report(others, in: file, desk: desk, into: &contribution)
    }

    private static func tool(of event: String, _ properties: Properties, _ desk: IntakeDesk) -> Int? {
        if let tool = properties.tool { return desk.tools.number(of: tool) }
        if desk.settings.tools.contains(where: { name, others in
            ([name] + others).contains { CellText.key($0) == CellText.key(event) }
        }) {
            return desk.tools.number(of: event)
        }
        return ["$ai_generation", "$ai_trace"].contains(event)
            ? desk.tools.number(of: "PostHog AI events") : nil
    }

    private static func report(
        _ others: [String: Int], in file: CaseFile, desk: IntakeDesk,
        into contribution: inout ExportContribution
    ) {
        guard !others.isEmpty else { return }
        let rows = Counted.rows(others.values.reduce(0, +))
        desk.book.add(
            .eventsPassedOver, file: file.path,
            "\(rows) of other events are passed over: nothing says that they are use of AI. Name the events that are under `tools` in case.yaml, such as `tools: {My assistant: [draft_made]}`; `firsthand inspect` lists them."
        )
        let names = others.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.compactMap { name, count in
            desk.people.find(name) == nil ? CellText.harmless(name).map { "\($0) (\(count))" } : nil
        }
        if !names.isEmpty {
            contribution.remark("Events passed over: \(names.prefix(10).joined(separator: ", ")).")
        }
    }

    /// The two properties that are looked at: which tool, and for which use case.
    private struct Properties {
        private(set) var tool: String?
        private(set) var useCase: String?

        /// Reads properties, which may stand as an object or as the text of one.
        init(_ value: JSONValue?) {
            if let fields = value?.object {
                take(fields)
            } else if let text = value?.text {
                Array(text.utf8).withUnsafeBytes { bytes in
                    // Text that is no object tells of no tool; the event is counted among the others.
                    if let fields = JSONValue(bytes: bytes, isText: false).object { take(fields) }
                }
            }
        }

        private mutating func take(_ fields: JSONObject) {
            tool = JSONRow.text(fields["tool"])
            useCase = JSONRow.text(fields["use_case"])
        }
    }
}
