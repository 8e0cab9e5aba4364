import Diagnosis
package import Disclosure
import Figures
import Measures

/// The plan's section of the report: bridges on the map, the reach curve, and what it means for each team.
package struct PlanModel: Sendable {
    package let map: FigureModel
    package let curve: FigureModel
    package let teams: FigureModel
    /// Bridges, each a sentence.
    package let bridges: [String]
    package let hasBridges: Bool
    /// The plan beside naive choices, as a table.
    package let outcomes: String
    /// What the plan is worth beside the best naive choice; nil where it is clearly worth more.
    package let comparison: String?
    /// What no choice of as many invitations could exceed; nil where that is not shown.
    package let ceiling: String?
    /// What to know when the invitations are given out, each a sentence.
    package let advice: [String]
    /// What the evidence cannot tell.
    package let unknowns: [String]

    /// The section of a plan on the map of a publication: a pure mapping.
    package init(_ plan: PlanPublication, on pictures: PublishedPictures) {
        let invited = Set(plan.bridges.map(\.to)).count
        map = Self.map(plan, pictures, invited: invited)
        curve = Self.curve(plan)
        teams = Self.teams(plan)
        bridges =
            plan.bridges.map { bridge in
                let number = bridge.invitations == 1 ? "1 invitation" : "\(bridge.invitations) invitations"
                return bridge.from == bridge.to
                    ? "\(bridge.from) invites its own: \(number)."
                    : "\(bridge.from) invites people of \(bridge.to): \(number)."
            }
            + (plan.intoSmallTeams > 0
                ? ["Into teams too small to be named, together: \(plan.intoSmallTeams)."] : [])
        hasBridges = !bridges.isEmpty
        outcomes =
            DataTable(
                caption:
                    "Share with firsthand experience after \(plan.request.weeks) weeks, from \(plan.runs) runs; in brackets where nine of ten runs lie",
                header: ["Way to spend the invitations", "Reached", "Beyond nothing done"],
                rows: plan.outcomes.map {
                    [
                        PlanPublication.name(ofOutcome: $0.code), Reading($0.reach).fullText,
                        $0.code == "nothing" ? "–" : Reading($0.gain).fullText,
                    ]
                }
            ).html
        comparison = plan.comparison
        ceiling = plan.ceiling
        advice = plan.advice
        unknowns = plan.unknowns
    }

    /// How many teams a map can hold before its labels cannot be read.
    private static let mostTeams = 40

    private static func map(_ plan: PlanPublication, _ pictures: PublishedPictures, invited: Int)
        -> FigureModel
    {
        let named = Set(plan.teams.map(\.team))
        let wanted = Set(plan.bridges.flatMap { [$0.from, $0.to] })
        // Teams under the minimum are not drawn; bridged teams come first where there are too many.
        let kept = pictures.mapNodes.indices.filter { named.contains(pictures.mapNodes[$0].team) }
            .sorted {
                let (one, other) = (pictures.mapNodes[$0], pictures.mapNodes[$1])
                return (wanted.contains(one.team) ? 0 : 1, -(one.people.shown ?? 0), $0)
                    < (wanted.contains(other.team) ? 0 : 1, -(other.people.shown ?? 0), $1)
            }.prefix(mostTeams).sorted()
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        let byName = Dictionary(
            kept.enumerated().map { (pictures.mapNodes[$0.element].team, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let title =
            plan.placed == 0
            ? "Nobody can be invited yet"
            : "\(plan.placed == 1 ? "1 invitation" : "\(plan.placed) invitations") into \(invited == 1 ? "1 team" : "\(invited) teams")"
        let subtitle =
            "Arrows lead from the team whose users invite to the team invited; numbers are invitations."
        guard !kept.isEmpty else {
            return FigureModel(
                id: "plan-map", kicker: "Where to invite",
                chart: Unseen(
                    title: title, state: "withheld", reason: "No team is large enough to be named."),
                subtitle: subtitle)
        }
        return FigureModel(
            id: "plan-map", kicker: "Where to invite",
            chart: TeamMapChart(
                title: title,
                description: plan.bridges.map { "\($0.from) to \($0.to): \($0.invitations)" }
                    .joined(separator: "; ") + ".",
                nodes: kept.map { pictures.mapNodes[$0] }.map {
                    TeamMapChart.Node(
                        name: $0.team, people: Reading($0.people), habit: Reading($0.habit),
                        unexposed: Reading($0.unexposed))
                },
                links: pictures.mapLinks.compactMap { link in
                    guard let from = place[link.from], let to = place[link.to], link.weight.isFinite else {
                        return nil
                    }
                    return TeamMapChart.Link(from: from, to: to, weight: link.weight)
                }, lineMeaning: pictures.mapHasTies ? "people work together" : "reporting line",
                bridges: plan.bridges.compactMap { bridge in
                    guard let from = byName[bridge.from], let to = byName[bridge.to] else { return nil }
                    return TeamMapChart.Bridge(from: from, to: to, invitations: bridge.invitations)
                }), subtitle: subtitle,
            footnote: plan.overloaded.isEmpty
                ? nil
                : "Left alone, since other changes land there: \(plan.overloaded.joined(separator: ", ")).")
    }

    private static func curve(_ plan: PlanPublication) -> FigureModel {
        FigureModel(
            id: "plan-curve", kicker: "How many",
            chart: ReachCurve(
                title: plan.placed == 0
                    ? "No invitation has anywhere to go"
                    : plan.knee.map { "After \($0) invitations each further one brings less" }
                        ?? "Each further invitation brings about as much as the last",
                description: plan.curve.map { "\($0.invitations): \(Reading($0.reach).text)" }
                    .joined(separator: "; ") + ".",
                points: plan.curve.map {
                    ReachCurve.Point(invitations: $0.invitations, reach: Reading($0.reach))
                },
                knee: plan.knee, asked: plan.placed),
            subtitle:
                "Share with firsthand experience after \(plan.request.weeks) weeks. The band is where nine of ten runs lie.",
            footnote: "\(plan.runs) runs of a simulator that had no part in the choice.")
    }

    private static func teams(_ plan: PlanPublication) -> FigureModel {
        let (before, after) = (plan.leastReached(\.nothing), plan.leastReached(\.plan))
        let title: String =
            if let before, let after, after > before + 0.005 {
                "The least-reached team comes to \(Printed.percent(after)) instead of \(Printed.percent(before))"
            } else {
                "The least-reached team gains nothing by this plan"
            }
        // Of many teams those the plan changes most; the list of all is in the plan's own file.
        let shown = Set(
            plan.teams.indices.sorted { gain(plan.teams[$1]) < gain(plan.teams[$0]) }.prefix(GroupsModel.most)
        )
        let teams = plan.teams.indices.filter { shown.contains($0) }.map { plan.teams[$0] }
        let more = plan.teams.count - teams.count
        var footnotes: [String] = []
        if more > 0 {
            footnotes.append(
                "\(Printed.count(more)) teams more, which the plan changes less, are in its JSON.")
        }
        if plan.teamsNotShown == 1 { footnotes.append("1 team is too small to be shown.") }
        if plan.teamsNotShown > 1 {
            footnotes.append("\(Printed.count(plan.teamsNotShown)) teams are too small to be shown.")
        }
        return FigureModel(
            id: "plan-teams", kicker: "For whom",
            chart: TeamReach(
                title: title,
                description: teams.map {
                    "\($0.team): now \(Reading($0.today).text), nothing done \(Reading($0.nothing).text), with the plan \(Reading($0.plan).text)"
                }.joined(separator: "; ") + ".",
                rows: teams.map {
                    TeamReach.Row(
                        team: $0.team, today: Reading($0.today), nothing: Reading($0.nothing),
                        plan: Reading($0.plan))
                }), subtitle: "Share with firsthand experience, by team, in the order of names.",
            footnote: footnotes.isEmpty ? nil : footnotes.joined(separator: " "))
    }

    /// What a team gains by the plan, as far as it is shown.
    private static func gain(_ team: PlanPublication.TeamRow) -> Double {
        (Reading(team.plan).number?.value ?? 0) - (Reading(team.nothing).number?.value ?? 0)
    }
}
