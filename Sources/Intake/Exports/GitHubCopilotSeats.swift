import Measures
import Rollout

/// Seats of GitHub Copilot as the billing interface lists them: who has one, in which team, when last active.
///
/// A person stands there once for each team that assigns a seat. Coverage is last-seen only, over the people
/// listed, up to the last day the file tells of.
enum GitHubCopilotSeats: ExportReader {
    static let id = "github-copilot-seats"
    static let title = "GitHub Copilot seats"
    static let contributes: Set<ExportPart> = [.use, .roster, .coverage, .aggregate]
    static let cannotSee = [
        "Only the last day of activity is told, and nothing older than 90 days.",
        "What was done, and how often.",
    ]
    static let lateBy: String? = "up to 24 hours"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["seats", "seats.last_activity_at", "seats.assignee", "seats.assignee.login"],
            any: [
                "total_seats", "seats.plan_type", "seats.assigning_team.slug", "seats.last_activity_editor",
                "seats.pending_cancellation_date",
            ], of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        var found: [String: RosterRow] = [:]
        JSONRows.forEach(in: file, desk: desk, arrays: [["seats"]]) { (row) throws(RowRefusal) in
            let names = GitHubCopilotSeats.names(row)
            guard let key = names.lazy.compactMap({ $0?.key }).first else { return }
            let team = JSONRow.text(row["assigning_team"]?.object?["name"])
            // Of several teams, the first by name, so that the order of the file does not show.
            if let known = found[key]?.team, known <= team ?? known { return }
            found[key] = RosterRow(
                identities: names, team: team, isSupplement: true, source: id, file: file.path, line: row.line
            )
        }
        rows += found.values.sorted { $0.line < $1.line }
    }

    private static func names(_ row: JSONRow) -> [Identity?] {
        let assignee = row["assignee"]?.object
        return [
            Identity(.login, JSONRow.text(assignee?["login"])),
            Identity(.accountID, JSONRow.text(assignee?["id"])),
        ]
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: GitHubCopilotUsers.tool)
        var listed = PeopleSet()
        var span: ClosedRange<Day>?
        var everybody: Set<String> = []
        var announced: Int?
        var rows = 0
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["seats"]],
            document: { name, value in if name == "total_seats" { announced = value.whole } },
            { (row) throws(RowRefusal) in
                rows += 1
                let names = GitHubCopilotSeats.names(row)
                names.lazy.compactMap { $0?.key }.first.map { _ = everybody.insert($0) }
                let day = try row.day("last_activity_at")
                guard let person = try contribution.person(names, line: row.line) else { return }
                listed.insert(PersonID(person))
                guard let day, !contribution.isLate(day) else { return }
                span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
                try contribution.use(person: person, tool: tool, day: day)
            })
        if let announced, max(rows, everybody.count) < announced { contribution.saysMorePages() }
        guard let span else { return }
        contribution.refreshed(span.upperBound)
        contribution.cover(
            tool: tool, people: listed, from: span.lowerBound, to: span.upperBound, absence: .lastSeenOnly,
            note: title)
        contribution.total(
            ExportTotal(
                tool: GitHubCopilotUsers.tool, quantity: .enabledPeople, from: span.upperBound,
                to: span.upperBound, value: everybody.count))
    }
}
