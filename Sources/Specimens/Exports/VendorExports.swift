import Inference
import Measures
import Rollout

/// The same use as two vendors would export it.
///
/// - Source: FORMATS C1 (Microsoft 365 Copilot usage user detail, version 2) and C4 (GitHub Copilot
///   metrics, one line a user and day).
struct VendorExports {
    let chronicle: Chronicle

    func all(
        _ events: [UseEvent], exported: (UseEvent) -> Bool, using random: inout RandomSource
    ) -> [Specimen.Export] {
        [
            Specimen.Export(
                path: "exports/copilot-users.ndjson", text: copilot(events.filter(exported), using: &random)),
            Specimen.Export(
                path: "exports/Microsoft365CopilotUsageUserDetail.csv",
                text: microsoft(events.filter { $0.tool == ToolUse.office }, using: &random)),
        ]
    }

    /// One line a user and day on which the tool was used; days without use have no line.
    private func copilot(_ events: [UseEvent], using random: inout RandomSource) -> String {
        var text = ""
        for event in events.sorted(by: { ($0.day, $0.member) < ($1.day, $1.member) }) {
            let isAgent = event.mode == .agent
            let asked = isAgent || event.count > 3 ? max(1, event.count / 2) : 0
            let generated = max(1, event.count)
            let accepted = Int((Double(generated) * random.draw(0.2, 0.5)).rounded())
            let suggested = generated * random.draw(2...6)
            let counts =
                "\"user_initiated_interaction_count\":\(asked),"
                + "\"code_generation_activity_count\":\(generated),"
                + "\"code_acceptance_activity_count\":\(accepted),"
                + "\"loc_suggested_to_add_sum\":\(suggested),\"loc_suggested_to_delete_sum\":0,"
                + "\"loc_added_sum\":\(accepted * 3),\"loc_deleted_sum\":0"
            let feature = isAgent ? "chat_panel_agent_mode" : "code_completion"
            text +=
                "{\"day\":\"\(chronicle.text(event.day))\",\"organization_id\":\"100200300\","
                + "\"enterprise_id\":\"\",\"user_id\":\(500_000 + event.member),"
                + "\"user_login\":\"\(Chronicle.login(event.member))\",\(counts),"
                + "\"totals_by_ide\":[{\"ide\":\"vscode\",\(counts)}],"
                + "\"totals_by_feature\":[{\"feature\":\"\(feature)\",\(counts)}],"
                + "\"totals_by_language_feature\":[],\"totals_by_language_model\":[],"
                + "\"totals_by_model_feature\":[],\"used_agent\":\(isAgent),\"used_chat\":\(asked > 0),"
                + "\"used_cli\":false,\"used_copilot_code_review_active\":null,"
                + "\"used_copilot_code_review_passive\":null}\n"
        }
        return text
    }

    private static let columns = [
        "Report Refresh Date", "User Principal Name", "Display Name", "Last Activity Date",
        "Copilot Chat Last Activity Date", "Microsoft Teams Copilot Last Activity Date",
        "Word Copilot Last Activity Date", "Excel Copilot Last Activity Date",
        "PowerPoint Copilot Last Activity Date", "Outlook Copilot Last Activity Date",
        "OneNote Copilot Last Activity Date", "Loop Copilot Last Activity Date", "Report Period",
        "Prompts submitted for all apps", "Prompts submitted for Copilot Chat (work)",
        "Prompts submitted for Copilot Chat (web)", "Active Usage Days for all apps",
        "Copilot Chat (work) Last Activity Date", "Copilot Chat (web) Last Activity Date",
        "Microsoft 365 Copilot Last Activity Date", "Edge Last Activity Date",
        "Copilot Agent Last Activity Date",
    ]

    /// Everybody licensed, with the last day of use; byte order mark and CRLF as the vendor sends them.
    private func microsoft(_ events: [UseEvent], using random: inout RandomSource) -> String {
        let refresh = chronicle.season.observed * 7 - 1
        var byMember: [Int: [UseEvent]] = [:]
        for event in events { byMember[event.member, default: []].append(event) }
        var lines = ["\u{FEFF}" + VendorExports.columns.joined(separator: ",")]
        for member in chronicle.staff.members.indices where !chronicle.toolUse.isEngineer[member] {
            let person = chronicle.staff.members[member]
            guard person.to.map({ $0 > refresh - 180 }) ?? true else { continue }
            let (given, family) = Names.pair(member)
            let used = byMember[member] ?? []
            let recent = used.filter { $0.day > refresh - 28 }
            let last = used.last.map { chronicle.text($0.day) } ?? ""
            let prompts = recent.reduce(0) { $0 + $1.count }
            // The vendor names a last day for each app; earlier uses fill the apps at random.
            var apps = [String](repeating: "", count: 8)
            for event in used.suffix(12) { apps[1 + random.below(6)] = chronicle.text(event.day) }
            apps[0] = last
            let agent = used.last { $0.mode == .agent }.map { chronicle.text($0.day) } ?? ""
            let row =
                [chronicle.text(refresh), Chronicle.address(member), "\(given) \(family)", last] + apps
                + [
                    "28", String(prompts), String(prompts * 2 / 3), "0",
                    String(Set(recent.map(\.day)).count), last, "", last, "", agent,
                ]
            lines.append(row.joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
