import Measures
import Rollout

/// Google Workspace activities of Gemini, from the Reports API: an activity holds one event or several.
///
/// Only what a person chose to do counts: what appears without being asked for, such as a summary above a mail,
/// is passed over until it is accepted, as in the vendor's own report. Network addresses are never read.
enum GeminiActivities: ExportReader {
    static let id = "gemini-activities"
    static let title = "Google Workspace Gemini activities"
    static let contributes: Set<ExportPart> = [.use, .aggregate]
    static let cannotSee = [
        "Anything before 20 June 2025, or older than 180 days when the file was made.",
        "People without activity are not listed, and who could have used it is not said.",
        "The Gemini app outside Workspace apps, and code assistance.",
    ]
    /// The tool's name in the evidence.
    static let tool = "Gemini"
    private static let application = "gemini_in_workspace_apps"

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard String(decoding: head.bytes, as: UTF8.self).contains(application) else { return nil }
        return Recognition(fields: ["id.time", "id.applicationName", "events"], under: ["items"], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: GeminiActivities.tool)
        var memory = RecordMemory()
        var apps: [String: RunningTotal] = [:]
        var pages = PageTrail()
        JSONRows.forEach(in: file, desk: desk, arrays: [["items"]], document: { pages.see($0, $1) }) {
            (row) throws(RowRefusal) in
            guard let id = row["id"]?.object else { throw JSONRow.missing("id") }
            guard id["applicationName"]?.text == application, memory.isNew(row.bytes) else { return }
            let chosen = Chosen(row["events"])
            guard chosen.count > 0 else { return }
            let day = try row.requiredDay(id["time"], "id.time")
            let actor = row["actor"]?.object
            let names = [
                Identity(.address, JSONRow.text(actor?["email"])),
                Identity(.accountID, JSONRow.text(actor?["profileId"])),
            ]
            guard let person = try contribution.person(names, line: row.line), !contribution.isLate(day)
            else {
                return
            }
            try contribution.use(person: person, tool: tool, day: day)
            contribution.count(person: person, tool: tool, day: day, actions: chosen.count)
            for (app, count) in chosen.apps { apps[app, default: RunningTotal()].add(count, on: day) }
        }
        if pages.hasMore { contribution.saysMorePages() }
        for (app, sum) in apps.sorted(by: { $0.key < $1.key }) {
            if let total = sum.total(tool: GeminiActivities.tool, part: app, .actions) {
                contribution.total(total)
            }
        }
    }

    /// The events of an activity that a person chose.
    struct Chosen {
        private(set) var count = 0
        /// Events by app, in lower case: the vendor writes `gmail` and `Gmail`.
        private(set) var apps: [String: Int] = [:]

        init(_ events: JSONValue?) {
            for event in events?.array ?? [] {
                guard let fields = event.object, fields["name"]?.text == "feature_utilization" else {
                    continue
                }
                let words = Chosen.parameters(fields["parameters"])
                guard Chosen.isChoice(category: words["event_category"] ?? "", action: words["action"] ?? "")
                else { continue }
                count += 1
                // Names of apps are short words; anything else is not the vendor's.
                if let app = words["app_name"], app.count <= 30 { apps[app, default: 0] += 1 }
            }
        }

        /// Parameters by name, in lower case; of several values the first.
        private static func parameters(_ value: JSONValue?) -> [String: String] {
            var result: [String: String] = [:]
            for parameter in value?.array ?? [] {
                guard let fields = parameter.object, let name = fields["name"]?.text else { continue }
                let text = fields["value"]?.text ?? fields["multiValue"]?.array?.first?.text
                if let text { result[CellText.key(name)] = CellText.key(text) }
            }
            return result
        }

        /// Whether an event is a person's choice. Where the vendor does not say, the action's name tells.
        private static func isChoice(category: String, action: String) -> Bool {
            if category.hasPrefix("active") { return true }
            if category.hasPrefix("inactive") || category.contains("proactive") { return false }
            return !(action.contains("proactive") || action.hasPrefix("suggest"))
        }
    }
}
