import Measures
import Rollout

/// Teams of GitHub, one line a person, team and day: completes a roster by teams.
///
/// Of a person's teams on the last day told, the first by name counts. Teams under five seats are not in it.
enum GitHubCopilotTeams: ExportReader {
    static let id = "github-copilot-teams"
    static let title = "GitHub Copilot users by team"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = [
        "Teams with fewer than five seats are left out by the source.",
        "Which of several teams is a person's own.",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard !head.paths.contains("user_initiated_interaction_count") else { return nil }
        return Recognition(
            all: ["user_login", "team_id", "slug"], any: ["user_id", "day", "organization_id"],
            of: head.paths)
            ?? Recognition(
                all: ["day_totals.user_login", "day_totals.team_id", "day_totals.slug"], of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        var found: [String: RosterRow] = [:]
        JSONRows.forEach(in: file, desk: desk, arrays: [["day_totals"]]) { (row) throws(RowRefusal) in
            let names = [
                Identity(.login, row.text("user_login")), Identity(.accountID, row.text("user_id")),
            ]
            guard let key = names.lazy.compactMap({ $0?.key }).first, let team = row.text("slug") else {
                throw JSONRow.missing("slug")
            }
            let day = try row.day("day")
            if let asOf = desk.asOf, let day, day > asOf { return }
            if let known = found[key] {
                let (one, other) = (known.asOf?.number ?? .min, day?.number ?? .min)
                if one > other || (one == other && known.team ?? "" <= team) { return }
            }
            found[key] = RosterRow(
                identities: names, team: team, asOf: day, isSupplement: true, source: id, file: file.path,
                line: row.line)
        }
        rows += found.values.sorted { $0.line < $1.line }
    }
}
