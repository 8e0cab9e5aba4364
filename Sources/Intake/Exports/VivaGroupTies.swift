import Rollout

/// Group-to-group query of Viva Insights: how much time groups spend with each other.
///
/// It names groups and nobody, so it ties no two people; what it is, and why it is not used, is said.
enum VivaGroupTies: ExportReader {
    static let id = "viva-group-ties"
    static let title = "Viva Insights group-to-group query"
    static let contributes: Set<ExportPart> = [.aggregate]
    static let cannotSee = ["People: it tells of groups only.", "Ties outside mail and meetings."]
    static let lateBy: String? = "up to six days"

    /// The group Viva puts people into whom it cannot place.
    static let unclassified = "unclassified collaborators"

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["primarycollaborator_organization", "secondarycollaborator_organization"],
            any: [
                "primarycollaborator_groupsize", "secondarycollaborator_groupsize", "metricdate",
                "percent_group_collaboration_time_invested", "group_collaboration_time_invested",
            ], of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let titles = TitleRow(file, renames: desk.settings.renames(for: file))
        guard
            let cursor = TableCursor<PlacedColumn>(file, desk: desk, names: titles?.columns ?? [:]),
            let primary = titles?.column("primarycollaborator_organization"),
            let secondary = titles?.column("secondarycollaborator_organization")
        else { return }
        var groups: Set<String> = []
        var outside = 0
        cursor.forEachRow { row in
            for column in [primary, secondary] {
                guard let group = row.text(column).map(CellText.key) else { continue }
                if group == unclassified { outside += 1 } else { groups.insert(group) }
            }
        }
        desk.book.add(
            .totalsOnly, file: file.path,
            "The file tells of time between \(groups.count) groups and of nobody in them, so it ties no two people and is not used. For who works with whom export the person-to-person query, or write ties.csv."
        )
        let known = groups.filter { desk.teamIndex($0) != nil }.count
        contribution.remark("\(known) of its \(groups.count) groups are teams of the roster.")
        if outside > 0 {
            contribution.remark(
                "Unclassified Collaborators, whom Viva cannot place, stand in \(Counted.rows(outside)).")
        }
    }
}
