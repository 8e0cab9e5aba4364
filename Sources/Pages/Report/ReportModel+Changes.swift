import Diagnosis
import Disclosure
import Figures
package import Measures
import Rollout

/// The picture of everything else that is asked of people.
extension ReportModel {
    /// Changes by team, with the free weeks ahead.
    static func changes(_ publication: Publication) -> FigureModel {
        let bars = publication.pictures.changes
        let weeks = publication.thresholds.horizonWeeks
        let end = publication.asOf.advanced(by: weeks * 7)
        let running = bars.filter {
            $0.from <= publication.asOf && ($0.to.map { $0 >= publication.asOf } ?? true)
        }
        let teams = Set(bars.compactMap(\.team)).sorted()
        let everybody = bars.filter { $0.team == nil }
        let subtitle = "Other changes that land on people, and free weeks up to \(end.long)."
        guard !bars.isEmpty else {
            return FigureModel(
                id: "changes-chart", kicker: "Other changes",
                chart: Unseen(
                    title: "How much else changes is not known", state: "not known",
                    reason:
                        "No calendar of changes was read. A list of initiatives with dates would settle it."),
                subtitle: subtitle)
        }
        let ahead = publication.asOf...end
        func row(_ name: String, own: [ChangeBar]) -> ChangeLoad.Row {
            ChangeLoad.Row(
                name: name,
                bars: own.map {
                    .init(initiative: $0.initiative, from: $0.from, to: $0.to, weight: $0.weight)
                },
                free: free(in: ahead, around: (own + everybody).map { ($0.from, $0.to) }))
        }
        let shown = teams.prefix(30).map { team in row(team, own: bars.filter { $0.team == team }) }
        let rows = (everybody.isEmpty ? [] : [row("Everybody", own: everybody)]) + shown
        let groups = shown.isEmpty ? rows : shown
        let start = max(bars.map(\.from).min() ?? publication.asOf, publication.asOf.advanced(by: -182))
        return FigureModel(
            id: "changes-chart", kicker: "Other changes",
            chart: ChangeLoad(
                title: Findings.changes(
                    running: running.count, teams: groups.count,
                    withoutRoom: groups.filter(\.free.isEmpty).count, weeks: "\(weeks) weeks"),
                description: rows.map { row in
                    "\(row.name): \(row.bars.count == 1 ? "1 change" : "\(row.bars.count) changes"), "
                        + (row.free.isEmpty
                            ? "no free week ahead"
                            : "free "
                                + row.free.map { "\($0.lowerBound.short) to \($0.upperBound.short)" }
                                .joined(separator: " and "))
                }.joined(separator: "; ") + ".",
                rows: rows, asOf: publication.asOf, from: start, to: end),
            subtitle: subtitle,
            footnote: "Free: no change of the team’s own and none for everybody, for a week or more."
                + (teams.count > 30 ? " The first 30 of \(teams.count) teams are drawn." : ""))
    }

    /// Stretches of at least seven days in which no change runs.
    ///
    /// - Parameters:
    ///   - range: The days looked at.
    ///   - changes: First and last day of each change; no last day: it goes on.
    /// - Complexity: O(n log n) in the changes.
    package static func free(
        in range: ClosedRange<Day>, around changes: [(from: Day, to: Day?)]
    ) -> [ClosedRange<Day>] {
        var result: [ClosedRange<Day>] = []
        var start = range.lowerBound
        for change in changes.sorted(by: { $0.from < $1.from }) {
            if start.distance(to: min(change.from, range.upperBound.advanced(by: 1))) >= 7 {
                result.append(start...min(change.from.advanced(by: -1), range.upperBound))
            }
            guard let to = change.to else { return result }
            start = max(start, to.advanced(by: 1))
        }
        if start.distance(to: range.upperBound) >= 6 { result.append(start...range.upperBound) }
        return result
    }
}
