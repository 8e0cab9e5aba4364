import Diagnosis
import Disclosure
import Figures
import Measures
import Rollout

/// The pictures of people: layers side by side, and who sees whom.
extension ReportModel {
    /// Felt by layer, and what leaders believe.
    static func layers(_ rows: [PublishedPictures.LayerRow]) -> FigureModel {
        let subtitle =
            "Share of each layer that agrees; hollow marks are what leaders believe of their people, and the dashed line leads to what contributors say."
        let chartRows = rows.map { row in
            LayersFeltAndBelieved.Row(
                label: row.label,
                marks: row.marks.sorted { $0.layer < $1.layer }.map { mark in
                    LayersFeltAndBelieved.Mark(
                        layer: Wording.name(mark.layer), shape: shape(mark.layer), colour: colour(mark.layer),
                        felt: Reading(mark.felt), believed: mark.believed.map { Reading($0) })
                })
        }
        let title = Findings.layers(believed: belief(chartRows), widest: widest(chartRows))
        guard !chartRows.isEmpty else {
            return FigureModel(
                id: "layers-chart", kicker: "The layers side by side",
                chart: Unseen(
                    title: title, state: "not known",
                    reason: "No pulse was read. Nine questions to everybody would settle it."),
                subtitle: subtitle)
        }
        return FigureModel(
            id: "layers-chart", kicker: "The layers side by side",
            chart: LayersFeltAndBelieved(
                title: title,
                description: chartRows.map { row in
                    "\(row.label): "
                        + row.marks.map { mark in
                            "\(mark.layer) \(mark.felt.text)"
                                + (mark.believed.map { ", who believe \($0.text) of others" } ?? "")
                        }.joined(separator: ", ")
                }.joined(separator: "; ") + ".",
                rows: chartRows),
            subtitle: subtitle,
            footnote: "Bars are intervals. A layer with too few answers is hatched.")
    }

    /// The widest distance between what leaders believe and what contributors say.
    private static func belief(
        _ rows: [LayersFeltAndBelieved.Row]
    ) -> (who: String, believed: Double, fact: Double)? {
        rows.flatMap { row -> [(who: String, believed: Double, fact: Double)] in
            guard let fact = point(row.marks.last?.felt) else { return [] }
            return row.marks.dropLast().compactMap { mark in
                point(mark.believed).map { (mark.layer, $0, fact) }
            }
        }.max { ($0.believed - $0.fact).magnitude < ($1.believed - $1.fact).magnitude }
    }

    /// The value of a reading that may be told as a number, not only as a band.
    private static func point(_ reading: Reading?) -> Double? {
        reading?.number.flatMap { $0.hasPoint ? $0.value : nil }
    }

    /// The item on which two layers lie farthest apart.
    private static func widest(
        _ rows: [LayersFeltAndBelieved.Row]
    ) -> (label: String, high: (String, Double), low: (String, Double))? {
        rows.compactMap { row -> (label: String, high: (String, Double), low: (String, Double))? in
            let felt = row.marks.compactMap { mark in point(mark.felt).map { (mark.layer, $0) } }
            guard felt.count > 1, let high = felt.max(by: { $0.1 < $1.1 }),
                let low = felt.min(by: { $0.1 < $1.1 })
            else { return nil }
            return (row.label, high, low)
        }.max { $0.high.1 - $0.low.1 < $1.high.1 - $1.low.1 }
    }

    private static func shape(_ layer: Layer) -> MarkShape {
        switch layer {
        case .executive: .diamond
        case .manager: .square
        case .contributor: .circle
        }
    }

    private static func colour(_ layer: Layer) -> Token {
        switch layer {
        case .executive: .executive
        case .manager: .manager
        case .contributor: .contributor
        }
    }

    /// How many teams a map can hold before its labels cannot be read.
    private static let mostTeams = 40

    /// Teams and ties, and who is out of sight.
    static func map(_ pictures: PublishedPictures) -> FigureModel {
        let kicker = "Who sees whom"
        let lines = pictures.mapHasTies ? "people work together" : "reporting line"
        let kept = largest(pictures.mapNodes)
        let nodes = kept.map { pictures.mapNodes[$0] }.map { node in
            TeamMapChart.Node(
                name: node.team, people: Reading(node.people), habit: Reading(node.habit),
                unexposed: Reading(node.unexposed))
        }
        let known = pictures.mapNodes.compactMap { Reading($0.unexposed).number?.value }
        let title = Findings.map(dark: known.filter { $0 >= 0.5 }.count, known: known.count)
        let subtitle =
            "Discs are teams, as large as their people and as dark as their habit. A ring: most of its people who do not use it have nobody in sight who does."
        guard !nodes.isEmpty else {
            return FigureModel(
                id: "map-chart", kicker: kicker,
                chart: Unseen(title: title, state: "not known", reason: "The roster names no team."),
                subtitle: subtitle)
        }
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
        let links = pictures.mapLinks.compactMap { link -> TeamMapChart.Link? in
            guard let from = place[link.from], let to = place[link.to], link.weight.isFinite else {
                return nil
            }
            return TeamMapChart.Link(from: from, to: to, weight: link.weight)
        }
        let left = pictures.mapNodes.count - kept.count
        return FigureModel(
            id: "map-chart", kicker: kicker,
            chart: TeamMapChart(
                title: title,
                description: nodes.map {
                    "\($0.name): habit \($0.habit.text), non-users with nobody in sight \($0.unexposed.text)"
                }.joined(separator: "; ") + ".",
                nodes: nodes, links: links, lineMeaning: lines),
            subtitle: subtitle,
            footnote: (pictures.mapHasTies
                ? "Lines are ties between teams."
                : "No ties were read: sight is the team and the reporting line.")
                + (left > 0 ? " The \(mostTeams) largest teams are drawn; \(left) are not." : "")
                + " Where a team stands on the map means nothing by itself.")
    }

    /// The largest teams in the order given; teams whose size is withheld count as small.
    private static func largest(_ nodes: [PublishedPictures.MapNode]) -> [Int] {
        nodes.indices.sorted { (nodes[$0].people.shown ?? 0, $1) > (nodes[$1].people.shown ?? 0, $0) }
            .prefix(mostTeams).sorted()
    }
}
