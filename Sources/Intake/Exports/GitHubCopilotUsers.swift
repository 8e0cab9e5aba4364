import Measures
import Rollout

/// GitHub Copilot usage per user and day: lines of JSON, or one document that wraps them.
///
/// People are found by login, else by their numeric id; both are usually aliases in `case.yaml`.
enum GitHubCopilotUsers: ExportReader {
    static let id = "github-copilot-users"
    /// The tool's name in the evidence.
    static let tool = "GitHub Copilot"

    static func recognises(_ head: ExportHead) -> Recognition? {
        let isRow = head.keys.isSuperset(of: ["day", "user_login", "user_initiated_interaction_count"])
        let isDocument =
            head.keys.contains("report_start_day")
            && contains(head.bytes, "\"user_login\"") && contains(head.bytes, "\"day_totals\"")
        return isRow || isDocument ? Recognition(marks: 4) : nil
    }

    private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(word)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: GitHubCopilotUsers.tool)
        let use = contribution.use
        var late = 0
        JSONLines.forEach(in: file, desk: desk, unwrapping: "day_totals") { object, line throws(RowRefusal) in
            guard let row = try Row(object), row.isUse else { return }
            let found = [row.login, row.userID].lazy.compactMap { $0 }.compactMap { desk.people.find($0) }
                .first
            guard let person = found else {
                throw RowRefusal(
                    .unknownPerson,
                    "`user_login` names nobody in people.csv. The row is left out; add the login as an alias under `people` in case.yaml."
                )
            }
            if let asOf = desk.asOf, row.day > asOf {
                late += 1
                return
            }
            contribution.hasUse = true
            for mode in row.modes {
                _ = use.add(person: person, tool: tool, useCase: -1, mode: mode, day: row.day)
            }
            if row.actions > 0 { use.count(person: person, tool: tool, day: row.day, actions: row.actions) }
        }
        if late > 0, let asOf = desk.asOf {
            desk.book.add(
                .afterAsOf, file: file.path,
                "\(late) rows are later than \(asOf.long), the day this case speaks of, and are left out.")
        }
        let span = use.endFile()
        if let last = span.last {
            contribution.assumed.append(AssumedCoverage(file: file.path, first: span.first, last: last))
        }
    }

    /// One user's day.
    struct Row {
        let day: Day
        let login: String?
        let userID: String?
        /// Prompts and accepted suggestions: what a person chose to do.
        let actions: Int
        let modes: [UseMode]

        var isUse: Bool { !modes.isEmpty }

        /// Reads a line; nil where it is not about a user.
        init?(_ object: UnsafeRawBufferPointer) throws(RowRefusal) {
            var (login, userID, dayText): (String?, String?, String?)
            var (prompts, generated, accepted) = (0, 0, 0)
            var (isAgent, isAssist, isReview) = (false, false, false)
            do throws(JSONFields.Trouble) {
                try JSONFields.visit(object) { name, value in
                    switch String(decoding: name, as: UTF8.self) {
                    case "day": dayText = value.text
                    case "user_login": login = value.text
                    case "user_id": userID = value.text ?? CellText.decode(value.bytes).text
                    case "user_initiated_interaction_count": prompts = value.whole ?? 0
                    case "code_generation_activity_count": generated = value.whole ?? 0
                    case "code_acceptance_activity_count": accepted = value.whole ?? 0
                    case "used_agent", "used_cli", "used_copilot_coding_agent", "used_copilot_cloud_agent":
                        isAgent = isAgent || value.isTrue
                    case "used_chat": isAssist = isAssist || value.isTrue
                    case "used_copilot_code_review_active": isReview = value.isTrue
                    default: break
                    }
                }
            } catch {
                throw RowRefusal(
                    .badJSON, "The line is not a whole JSON object. It is left out; export the file again.")
            }
            guard login != nil || userID != nil else { return nil }
            guard let dayText else {
                throw RowRefusal(.missingValue, "`day` is empty. The row is left out; fill it in.")
            }
            guard let day = Day(dayText), CellDate.range.contains(day) else {
                throw RowRefusal(.badDate, "`day` is not a date such as 2026-06-28. The row is left out.")
            }
            // Code written without an agent and without chat is completion: a person at the keyboard.
            if !isAgent, prompts + generated + accepted > 0 { isAssist = true }
            self.day = day
            self.login = login
            self.userID = userID
            actions = prompts + accepted
            modes = (isAssist ? [.assist] : []) + (isAgent ? [.agent] : []) + (isReview ? [.review] : [])
        }
    }
}
