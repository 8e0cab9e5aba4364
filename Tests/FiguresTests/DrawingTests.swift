import Figures
import Foundation
import Measures
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct `Every drawing` {
    @Test(arguments: Samples.drawings)
    func `is well-formed XML in itself`(drawing: String) {
        #expect(XMLParser(data: Data(drawing.utf8)).parse())
    }

    @Test func `is named by its title and described by its description`() {
        for (index, chart) in Samples.all.enumerated() {
            let text = chart.draw(id: "c\(index)", in: .wide).text
            #expect(text.contains("role=\"img\" aria-labelledby=\"c\(index)-title c\(index)-desc\""))
            #expect(text.contains("<title id=\"c\(index)-title\">\(Markup.escaped(chart.title))</title>"))
            #expect(text.contains("<desc id=\"c\(index)-desc\">\(Markup.escaped(chart.description))</desc>"))
        }
    }

    @Test(arguments: Samples.drawings)
    func `has no script, no handler, no request to the outside`(drawing: String) {
        let without = drawing.replacing("http://www.w3.org/2000/svg", with: "")
        for forbidden in [
            "<script", "http", "href", "onload", "<image", "<foreignObject", "@import", "url(//",
        ] {
            #expect(!without.contains(forbidden), "\(forbidden)")
        }
    }

    @Test(arguments: Samples.drawings)
    func `shows no number that is not one`(drawing: String) {
        for word in ["nan", "inf", "NaN", "e-", "e+"] {
            #expect(!drawing.contains("\"\(word)"))
            #expect(!drawing.contains(" \(word) "))
        }
    }

    @Test(arguments: Samples.drawings)
    func `sets no words smaller than twelve units`(drawing: String) throws {
        for match in drawing.matches(of: #/font-size="([0-9.]+)"/#) {
            #expect(try #require(Double(match.output.1)) >= 12)
        }
    }

    @Test func `starts every mark and word inside its own width`() throws {
        for chart in Samples.all {
            for column in Column.allCases {
                let svg = chart.draw(id: "c", in: column)
                for match in svg.text.matches(of: #/<(?:text|rect|circle)[^>]* c?x="(-?[0-9.]+)"/#) {
                    let x = try #require(Double(match.output.1))
                    #expect(x >= 0 && x <= svg.width, "\(chart.title) in \(column): \(x)")
                }
            }
        }
    }

    @Test func `is the same, byte for byte, when drawn again`() {
        for chart in Samples.all {
            #expect(chart.draw(id: "c", in: .wide) == chart.draw(id: "c", in: .wide))
        }
    }

    @Test func `carries every colour as a class and as the light colour`() {
        for drawing in Samples.drawings {
            for match in drawing.matches(of: #/(?:fill|stroke)="(#[0-9A-F]{6})"/#) {
                #expect(Token.allCases.contains { $0.light == String(match.output.1) })
            }
            #expect(!drawing.contains("style="))
        }
    }

    @Test func `hatches what is withheld or not known, in a pattern of its own`() {
        for (index, chart) in Samples.all.enumerated()
        where !(chart is PowerCurve || chart is ProbabilityBars || chart is ChangeLoad) {
            let text = chart.draw(id: "c\(index)", in: .narrow).text
            #expect(text.contains("<pattern id=\"c\(index)-hatch\""), "\(chart.title)")
            #expect(text.contains("fill=\"url(#c\(index)-hatch)\""), "\(chart.title)")
        }
        #expect(!Samples.power.draw(id: "p", in: .wide).text.contains("hatch"))
    }

    @Test func `comes with a table whose first row says the same`() {
        #expect(
            Samples.loss.table.rows[2] == ["Tried", "128 people", "260 people \(Samples.hostile)"])
        #expect(Samples.loss.table.rows[3][1] == "withheld: Fewer than five people.")
        #expect(Samples.trend.table.rows.count == 32)
        #expect(Samples.trend.table.rows[3] == ["2026-03-02", "withheld: Fewer than five people.", "no"])
        #expect(
            Samples.trend.table.rows[20] == [
                "2026-06-29", "forecast 15–20\u{A0}% (50\u{A0}% sure), 10–26\u{A0}% (90\u{A0}% sure)", "–",
            ])
        #expect(Samples.power.table.rows[0] == ["0", "40"])
        #expect(Samples.severity.table.rows[1] == ["Echo chamber", "not known: No ties.", "not named"])
        #expect(Samples.layers.table.rows[0][3] == "76\u{A0}% (73–79\u{A0}%)")
        #expect(Samples.layers.table.rows[1][3] == "not asked")
        #expect(Samples.map.table.rows[1][4] == "\(Samples.hostile), Facilities")
        #expect(Samples.changes.table.rows[0][3] == "no end known")
        #expect(Samples.changes.table.rows[2] == [Samples.hostile, "free", "2026-07-18", "2026-08-07", "–"])
        #expect(Samples.coverage.table.rows[1][3] == "the last day used, no more")
    }
}

@Suite struct `Numbers that are not finite` {
    @Test func `cannot become a number of a chart`() async {
        await #expect(processExitsWith: .failure) { _ = Number(.nan, text: "") }
        await #expect(processExitsWith: .failure) { _ = Number(1, low: -.infinity, high: 1, text: "") }
    }

    @Test func `cannot become a probability, a tie or a shade`() async {
        await #expect(processExitsWith: .failure) {
            _ = ProbabilityBars.Row(name: "", shape: .circle, colour: .ink, probability: .infinity)
        }
        await #expect(processExitsWith: .failure) {
            _ = TeamMapChart.Link(from: 0, to: 1, weight: .nan)
        }
        await #expect(processExitsWith: .failure) { _ = Token.ramp(for: .nan) }
    }
}
