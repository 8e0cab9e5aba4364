import Figures
import Foundation
import Measures
import Testing

/// The value of an attribute of the first element that matches.
private func attribute(_ name: String, of element: String, in text: String) -> String? {
    guard let line = text.split(separator: "\n").first(where: { $0.contains(element) }),
        let start = line.range(of: " \(name)=\"")
    else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
}

@Suite struct `Probability bars` {
    @Test func `are drawn exactly so`() {
        let chart = ProbabilityBars(
            title: "T", description: "D",
            rows: [.init(name: "moving", shape: .triangle, colour: .moving, probability: 0.5)])
        #expect(
            chart.draw(id: "p", in: .wide).text == """
                <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 328 36" role="img" aria-labelledby="p-title p-desc" font-family="system-ui, sans-serif" font-variant-numeric="tabular-nums">
                <title id="p-title">T</title>
                <desc id="p-desc">D</desc>
                <path class="f-moving" d="M9 11.5L16.2 23.5L1.8 23.5Z" fill="#1B7F5C"/>
                <text class="f-ink" x="24" y="23" font-size="14" fill="#1B1D21">moving</text>
                <text class="f-ink" x="134" y="23" font-size="14" text-anchor="end" font-weight="600" fill="#1B1D21">0.50</text>
                <rect class="f-wash s-hairline" x="146" y="10" width="181" height="16" fill="#F1EEE7" stroke="#DEDBD3" stroke-width="1"/>
                <rect class="f-moving" x="146" y="10" width="90.5" height="16" fill="#1B7F5C"/>
                </svg>
                """)
    }
}

@Suite struct `Loss bar` {
    private func widths(_ counts: [Double]) -> [Double] {
        let chart = LossBar(
            title: "T", description: "D",
            stages: counts.map { .init(name: "s", people: .shown(Number($0, text: "x"))) },
            cannotBeSeen: .shown(Number(0, text: "none")), widest: nil)
        return chart.draw(id: "l", in: .narrow).text.matches(of: #/<rect[^>]* width="([0-9.]+)"/#)
            .compactMap { Double($0.output.1) }
    }

    @Test func `draws widths in proportion to people`() {
        #expect(widths([400, 200, 100]) == [327, 163.5, 81.8])
    }

    @Test func `draws nobody as a hair, never as nothing`() { #expect(widths([400, 0]) == [327, 1]) }

    @Test func `sets only the widest loss strong`() {
        let text = Samples.loss.draw(id: "l", in: .wide).text
        let strong = text.split(separator: "\n").filter {
            $0.contains("font-weight") && $0.contains("260 people")
        }
        #expect(strong.count == 1)
    }
}

@Suite struct `Habit trend` {
    @Test func `draws a forecast as two areas and never as a line`() {
        let text = Samples.trend.draw(id: "t", in: .wide).text
        let fan = text.split(separator: "\n").filter { $0.contains("f-accent") && $0.hasPrefix("<path") }
        #expect(fan.count == 2)
        #expect(fan.allSatisfy { $0.contains("Z\"") })
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("<path") && $0.contains("s-accent") })
    }

    @Test func `breaks the line where a week is withheld`() {
        let text = Samples.trend.draw(id: "t", in: .wide).text
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("<path class=\"s-ink\"") }
        #expect(lines.count == 2)
        #expect(text.contains(">withheld</text>"))
    }

    @Test func `labels the fan with its outer range and its day`() {
        let text = Samples.trend.draw(id: "t", in: .wide).text
        #expect(text.contains(">likely by 14 Sep: 10–26\u{A0}%</text>"))
        #expect(text.contains(">use was ordered</text>"))
        #expect(text.contains(">35 % counts as traction</text>"))
    }

    @Test func `can be drawn without a week, without a forecast, and with one week`() {
        func chart(_ points: [HabitTrendChart.Point]) -> String {
            HabitTrendChart(
                title: "T", description: "D", points: points, fan: [], instrumentChanges: [],
                threshold: Number(0.35, text: "t")
            ).draw(id: "t", in: .narrow).text
        }
        #expect(chart([]).hasSuffix("</svg>"))
        let one = chart([.init(week: Samples.week, share: Samples.share(0.2), isMandated: false)])
        #expect(one.contains("<circle"))
    }
}

@Suite struct `Power-user curve` {
    @Test func `counts those without use and marks the median`() {
        let text = Samples.power.draw(id: "p", in: .wide).text
        #expect(text.contains(">40\u{A0}people on no day</text>"))
        #expect(text.contains(">half use it on 2 days or fewer</text>"))
    }

    @Test func `draws one column a step that anybody reached`() {
        let text = Samples.power.draw(id: "p", in: .wide).text
        #expect(text.matches(of: /<rect/).count == 6)
    }
}

@Suite struct `Map of teams` {
    @Test func `has the same places whatever the order of ties`() {
        func map(_ links: [TeamMapChart.Link]) -> [String] {
            TeamMapChart(
                title: "T", description: "D", nodes: Samples.map.nodes, links: links, lineMeaning: "ties"
            ).draw(id: "m", in: .wide).text.split(separator: "\n").filter { $0.hasPrefix("<circle") }.map(
                String.init)
        }
        #expect(map(Samples.map.links) == map(Samples.map.links.reversed()))
    }

    @Test(arguments: [1, 2, 7, 40]) func `keeps every disc and label on the paper and apart`(count: Int)
        throws
    {
        let nodes = (0..<count).map { index in
            TeamMapChart.Node(
                name: "Team \(index)", people: .shown(Number(Double(5 + index), text: "x")),
                habit: Samples.share(0.2), unexposed: Samples.share(0.1))
        }
        let links = (0..<count).filter { $0 % 3 == 1 }.map {
            TeamMapChart.Link(from: $0 - 1, to: $0, weight: 1)
        }
        let svg = TeamMapChart(title: "T", description: "D", nodes: nodes, links: links, lineMeaning: "ties")
            .draw(id: "m", in: .wide)
        let discs = try svg.text.matches(of: #/<circle[^>]* cx="([0-9.-]+)" cy="([0-9.-]+)" r="([0-9.]+)"/#)
            .map {
                (
                    x: try #require(Double($0.output.1)), y: try #require(Double($0.output.2)),
                    r: try #require(Double($0.output.3))
                )
            }.prefix(count)
        #expect(discs.count == count)
        for (index, disc) in discs.enumerated() {
            #expect(disc.x - disc.r >= 0 && disc.x + disc.r <= svg.width && disc.y - disc.r >= -1)
            for other in discs.dropFirst(index + 1) {
                let distance =
                    ((disc.x - other.x) * (disc.x - other.x) + (disc.y - other.y) * (disc.y - other.y))
                    .squareRoot()
                #expect(distance >= disc.r + other.r - 1)
            }
        }
    }

    @Test func `rings only the team whose people see nobody`() {
        let text = Samples.map.draw(id: "m", in: .wide).text
        let rings = text.split(separator: "\n").filter {
            $0.hasPrefix("<circle") && $0.contains("stroke-width=\"3\"")
        }
        #expect(rings.count == 2)  // the team and the key
    }

    @Test func `leaves out ties that lead nowhere`() {
        let chart = TeamMapChart(
            title: "T", description: "D", nodes: Samples.map.nodes,
            links: [.init(from: 0, to: 9, weight: 1), .init(from: 1, to: 1, weight: 1)], lineMeaning: "ties")
        #expect(chart.links.isEmpty)
    }
}

@Suite struct `Heat table` {
    private let table = HeatTable(
        caption: "By team", measures: [.init(name: "Habit"), .init(name: "Strain", hint: "more is worse")],
        sections: [
            .init(
                name: "Teams",
                rows: [
                    .init(
                        name: Samples.hostile, small: "20 people",
                        cells: [
                            .init(reading: .shown(Number(0.5, text: "50 %")), depth: 0.5, small: "40–60 %"),
                            .init(reading: .withheld("Fewer than five people.")),
                        ]),
                    .init(
                        name: "Legal", small: "9 people",
                        cells: [
                            .init(reading: .notKnown("No pulse.")),
                            .init(reading: .withheld("Fewer than five people.")),
                        ]),
                ])
        ])

    @Test func `shades by step, says why a cell is empty, and says each reason once`() {
        let html = table.html
        #expect(html.contains("<td class=\"ramp2\">50 %<small>40–60 %</small></td>"))
        #expect(html.contains("<td class=\"unseen\"><span>withheld<sup>1</sup></span></td>"))
        #expect(html.contains("<td class=\"unseen\"><span>not known<sup>2</sup></span></td>"))
        #expect(
            html.contains(
                "<ol class=\"reasons\">\n<li>Fewer than five people.</li>\n<li>No pulse.</li>\n</ol>"))
    }

    @Test func `names rows and columns for screen readers and lets nothing through`() {
        #expect(table.html.contains("<th scope=\"col\">Strain<small>more is worse</small></th>"))
        #expect(table.html.contains("<th scope=\"rowgroup\" colspan=\"3\">Teams</th>"))
        #expect(!table.html.contains("<script"))
    }
}

@Suite struct `Change load` {
    @Test func `puts changes that overlap into lanes of their own`() {
        let text = Samples.changes.draw(id: "c", in: .wide).text
        let y = text.matches(of: #/<rect class="f-ramp[^>]* y="([0-9.]+)"/#).map { String($0.output.1) }
        #expect(Set(y).count == 2)
        #expect(text.contains(">free</text>"))
    }
}

@Suite struct `Coverage timeline` {
    @Test func `tells full sight, last day only and no sight apart without colour`() {
        let text = Samples.coverage.draw(id: "c", in: .wide).text
        #expect(attribute("stroke-dasharray", of: "f-paper s-quiet", in: text) == "4 3")
        #expect(text.contains("fill=\"url(#c-hatch)\""))
        #expect(text.contains(">sees use and its absence</text>"))
        #expect(text.contains(">cannot see</text>"))
    }
}

@Suite struct `A number of which only a band may be said` {
    private let band = Reading.shown(
        Number(0.98, low: 0.8, high: 1, text: "nearly everybody", hasPoint: false))

    @Test func `is never printed or drawn as a point`() {
        let layers = LayersFeltAndBelieved(
            title: "T", description: "D",
            rows: [
                .init(
                    label: "L",
                    marks: [.init(layer: "all", shape: .diamond, colour: .manager, felt: band, believed: nil)]
                )
            ]
        ).draw(id: "l", in: .wide).text
        let map = TeamMapChart(
            title: "T", description: "D",
            nodes: [
                .init(name: "N", people: .shown(Number(9, text: "9 people")), habit: band, unexposed: band)
            ],
            links: [], lineMeaning: "ties"
        ).draw(id: "m", in: .wide).text
        let trend = HabitTrendChart(
            title: "T", description: "D",
            points: [.init(week: Samples.week, share: band, isMandated: false)], fan: [],
            instrumentChanges: [],
            threshold: Number(0.35, text: "t")
        ).draw(id: "t", in: .wide).text
        for text in [layers, map, trend] { #expect(!text.contains("98")) }
        #expect(layers.contains(">nearly everybody</text>"))
        #expect(!layers.contains("<path"))
        #expect(!trend.contains("<circle"))
    }
}
