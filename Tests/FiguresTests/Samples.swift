import Figures
import Measures

/// One small chart of each kind, with something withheld and something hostile in it.
enum Samples {
    static let hostile = "<script>alert(\"1\")</script> & 'you'"

    static func share(_ value: Double, _ half: Double = 0.03) -> Reading {
        .shown(
            Number(
                value, low: value - half, high: value + half,
                text: "\(Printed.percent(value)) (\(Printed.percentRange(value - half, value + half)))"))
    }

    static let asOf = Day("2026-06-28")!
    static let week = Week(containing: asOf)

    static let loss = LossBar(
        title: "Three in ten have tried one", description: hostile,
        stages: [
            .init(name: "Everybody", people: .shown(Number(412, text: "412 people"))),
            .init(name: "Covered", people: .shown(Number(388, text: "388 people"))),
            .init(
                name: "Tried", people: .shown(Number(128, text: "128 people")), lost: "260 people \(hostile)"),
            .init(name: hostile, people: .withheld("Fewer than five people.")),
        ], cannotBeSeen: .shown(Number(30, text: "30 people")), widest: 2)

    static let trend = HabitTrendChart(
        title: "Habit has stood at 18 %", description: hostile,
        points: (0..<20).map { index in
            .init(
                week: week.advanced(by: index - 19),
                share: index == 3 ? .withheld("Fewer than five people.") : share(0.18),
                isMandated: index == 8)
        },
        fan: (1...12).map { ahead in
            .init(
                week: week.advanced(by: ahead), inner: Interval(low: 0.15, high: 0.2, level: 0.5),
                outer: Interval(low: 0.1, high: 0.26, level: 0.9))
        }, instrumentChanges: [.init(day: asOf.advanced(by: -60), what: hostile)],
        threshold: Number(0.35, text: "35 % counts as traction"))

    static let power = PowerCurve(
        title: "Half used it on 2 days or fewer", description: hostile,
        steps: [
            .init(days: 0...0, people: 40), .init(days: 1...1, people: 12), .init(days: 2...2, people: 8),
            .init(days: 3...4, people: 6), .init(days: 5...5, people: 0), .init(days: 6...6, people: 9),
            .init(days: 7...28, people: 22),
        ], median: 2)

    static let severity = SeverityDots(
        title: "No barrier clearly leads", description: hostile,
        rows: [
            .init(name: hostile, severity: share(0.6), first: "first: 41 %", isNamed: true),
            .init(name: "Echo chamber", severity: .notKnown("No ties."), first: "not named", isNamed: false),
        ])

    static let layers = LayersFeltAndBelieved(
        title: "Executives believe 76 % gain", description: hostile,
        rows: [
            .init(
                label: hostile,
                marks: [
                    .init(
                        layer: "executives", shape: .diamond, colour: .executive, felt: share(0.71, 0.1),
                        believed: share(0.76)),
                    .init(
                        layer: "managers", shape: .square, colour: .manager,
                        felt: .withheld("Fewer than five answers."), believed: nil),
                    .init(
                        layer: "contributors", shape: .circle, colour: .contributor, felt: share(0.32),
                        believed: nil),
                ])
        ])

    static let map = TeamMapChart(
        title: "In 1 of 2 teams we can show, most see nobody", description: hostile,
        nodes: [
            .init(
                name: hostile, people: .shown(Number(20, text: "20 people")), habit: share(0.4),
                unexposed: share(0.1)),
            .init(
                name: "Legal", people: .shown(Number(9, text: "9 people")), habit: share(0.05),
                unexposed: share(0.9)),
            .init(
                name: "Facilities", people: .withheld("Fewer than five people."),
                habit: .withheld("Fewer than five people."), unexposed: .notKnown("No ties.")),
        ], links: [.init(from: 0, to: 1, weight: 2), .init(from: 1, to: 2, weight: 1)],
        lineMeaning: "people work together")

    static let changes = ChangeLoad(
        title: "2 changes are under way", description: hostile,
        rows: [
            .init(
                name: hostile,
                bars: [
                    .init(initiative: hostile, from: asOf.advanced(by: -40), to: nil, weight: 3),
                    .init(
                        initiative: "Audit", from: asOf.advanced(by: -10), to: asOf.advanced(by: 5), weight: 1
                    ),
                ], free: [asOf.advanced(by: 20)...asOf.advanced(by: 40)])
        ], asOf: asOf, from: asOf.advanced(by: -60), to: asOf.advanced(by: 84))

    static let bars = ProbabilityBars(
        title: "Probability of each verdict", description: hostile,
        rows: [
            .init(name: "phase 2", shape: .square, colour: .phase2, probability: 0.91),
            .init(name: "moving", shape: .triangle, colour: .moving, probability: 0.09),
        ])

    static let coverage = CoverageTimeline(
        title: "Everybody’s use can be seen", description: hostile,
        rows: [
            .init(
                name: hostile, from: asOf.advanced(by: -100), to: asOf, sight: .full, label: "382 people",
                note: hostile),
            .init(
                name: "Seats", from: asOf.advanced(by: -50), to: asOf, sight: .lastSeenOnly,
                label: "48 people",
                note: nil),
            .init(
                name: "Chat", from: asOf.advanced(by: -20), to: asOf.advanced(by: -15), sight: .none,
                label: "withheld", note: nil),
        ], asOf: asOf)

    static let unseen = Unseen(title: "Cannot be shown", state: "withheld", reason: hostile)

    static let all: [any Chart] = [
        loss, trend, power, severity, layers, map, changes, bars, coverage, unseen,
    ]

    /// Every chart in every width.
    static let drawings: [String] = all.enumerated().flatMap { index, chart in
        Column.allCases.map {
            chart.draw(id: "chart\(index)-\($0 == .wide ? "wide" : "narrow")", in: $0).text
        }
    }
}
