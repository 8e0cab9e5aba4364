import Figures
import Foundation
import Measures
import Pages
import Rollout
import Testing

/// A page made of plain words and charts, without any published figure.
private func page(isProtected: Bool = true, hostile: String = "") -> String {
    func figure(_ id: String) -> FigureModel {
        FigureModel(
            id: "\(id)-chart", kicker: id,
            chart: Unseen(
                title: "\(id) cannot be shown", state: "withheld", reason: "Fewer than five. \(hostile)"),
            subtitle: "About \(id). \(hostile)", footnote: hostile.isEmpty ? nil : hostile)
    }
    let day = Day("2026-06-28")!
    return Report.render(
        ReportModel(
            head: .init(name: "Northwind\(hostile)", date: day.long, evidence: "412 people, 30 weeks"),
            isProtected: isProtected, verdict: VerdictModel(nil, thresholds: Thresholds()),
            coverage: CoverageModel(
                figure: figure("coverage"), late: ["Late. \(hostile)"], concealed: [],
                notKnown: CoverageModel.gaps([("No ties. \(hostile)", "Exposure")]), withheld: []),
            barriers: BarriersModel(named: [], unnamed: []),
            next: NextModel(named: [], missing: ["No message log. \(hostile)"], asOf: day, weeks: 12),
            charts: .init(
                loss: figure("loss"), trend: figure("trend"), power: figure("power"),
                layers: figure("layers"),
                map: figure("map"), changes: figure("changes")),
            groups: GroupsModel([]), sensitivity: SensitivityModel(nil),
            notices: NoticesModel([
                Notice("a.b", .note, file: "x\(hostile).csv", line: 1, message: "m \(hostile)")
            ]),
            method: MethodModel(thresholds: Thresholds(), seed: 1, asOf: day, isProtected: isProtected)))
}

@Suite struct `The report's page` {
    @Test func `stands alone: no script, no request, no handler`() {
        let html = page().replacing("http://www.w3.org/2000/svg", with: "")
        for forbidden in [
            "<script", "http:", "https:", "src=", "@import", "url(/", "<link", "<iframe", " on",
        ] {
            if forbidden == " on" {
                #expect(html.firstMatch(of: #/<[^>]* on[a-z]+=/#) == nil)
            } else {
                #expect(!html.contains(forbidden), "\(forbidden)")
            }
        }
    }

    @Test func `lets nothing through from the evidence`() {
        let html = page(hostile: "<script>alert(1)</script><img src=x onerror=alert(1)>\"'")
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(html.contains("Northwind&lt;script&gt;"))
    }

    @Test func `puts no word of the evidence into an attribute`() throws {
        let allowed: Set<String> = ["code", "id", "anchor", "#isOther", "/isOther"]
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Pages/Templates")
        for file in ["report", "figure", "barrier"] {
            let text = try String(contentsOf: folder.appending(path: "\(file).mustache"), encoding: .utf8)
            for attribute in text.matches(of: #/="([^"<>]*\{\{[^"<>]*)"/#) {
                for slot in attribute.output.1.matches(of: #/\{\{([^}]*)\}\}/#) {
                    #expect(allowed.contains(String(slot.output.1)), "\(slot.output.0) in \(file)")
                }
            }
            let unescaped = text.matches(of: #/\{\{\{([^}]*)\}\}\}/#).map { String($0.output.1) }
            #expect(
                Set(unescaped).isSubset(of: [
                    "css", "bars", "barsTable", "table", "wide", "narrow", "outcomes",
                ]))
        }
    }

    @Test func `opens with its language, its title and a way past the masthead`() {
        let html = page()
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(html.contains("<title>Northwind: where the AI rollout stands, 28 June 2026</title>"))
        #expect(html.contains("<a class=\"skip\" href=\"#main\">Skip to the verdict</a>"))
        for landmark in ["<header ", "<main id=\"main\">", "<nav aria-label=\"On this page\">", "<footer>"] {
            #expect(html.ranges(of: landmark).count == 1, "\(landmark)")
        }
    }

    @Test func `has one first heading and skips no level`() {
        let levels = page().matches(of: #/<h([1-6])[ >]/#).compactMap { Int($0.output.1) }
        #expect(levels.first == 1)
        #expect(levels.filter { $0 == 1 }.count == 1)
        for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }

    @Test func `uses every id once, and every reference leads to one`() {
        let html = page()
        let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        var wanted = html.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
        wanted += html.matches(of: #/aria-labelledby="([^"]+)"/#).flatMap {
            $0.output.1.split(separator: " ").map(String.init)
        }
        #expect(wanted.count > 20)
        for target in wanted { #expect(ids.contains(target), "\(target)") }
    }

    @Test func `shows coverage before any chart but the loss`() throws {
        let html = page()
        let order = [
            "loss", "coverage", "why", "next", "trend", "power", "layers", "map", "groups", "changes",
            "sensitivity", "notices", "method",
        ]
        let places = try order.map { try #require(html.range(of: "<section id=\"\($0)\"")).lowerBound }
        #expect(places == places.sorted())
    }

    @Test func `gives every chart in two widths, with its table`() {
        let html = page()
        #expect(html.ranges(of: "<figure>").count == 8)
        #expect(html.ranges(of: "<svg").count == 16)
        #expect(html.ranges(of: ">Show as table</summary>").count == 8)
    }

    @Test func `warns on every part where the figures are unprotected, and nowhere else`() {
        let warning = "Unprotected: small groups are shown as they are."
        let sections = page().ranges(of: "<section ").count
        #expect(page(isProtected: false).ranges(of: "<p class=\"unprotected\">\(warning)").count == sections)
        #expect(!page().contains(warning))
    }

    @Test func `says that the evidence is not enough where there is no verdict`() {
        #expect(page().contains("<h1 id=\"verdict-title\">There is not enough evidence for a verdict</h1>"))
        #expect(page().contains("<span class=\"sign\" aria-hidden=\"true\">○</span> not enough evidence</p>"))
    }

    @Test func `leaves no slot of the template unfilled`() {
        #expect(!page().contains("{{"))
        #expect(!page().contains("Optional("))
    }

    @Test func `is the same, byte for byte, when made again`() { #expect(page() == page()) }
}

@Suite struct `The report's style sheet` {
    private let css = page()

    @Test func `opens the tables on paper, and follows light, dark and less motion`() {
        #expect(css.contains("details::details-content{content-visibility:visible"))
        #expect(css.contains("@page{size:A4"))
        #expect(css.contains("@media (prefers-color-scheme:dark)"))
        #expect(css.contains("@media(prefers-reduced-motion:reduce)"))
    }

    @Test func `writes no colour of its own: all come from the tokens`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Pages/Templates/report.css")
        let own = try String(contentsOf: file, encoding: .utf8)
        #expect(own.firstMatch(of: #/#[0-9A-Fa-f]{3,8}\b/#) == nil)
        for name in own.matches(of: #/var\(--([A-Za-z0-9]+)\)/#).map({ String($0.output.1) }) {
            #expect(Token(rawValue: name) != nil, "\(name)")
        }
    }

    @Test func `shows where the keyboard is`() { #expect(css.contains("outline:3px solid var(--accent)")) }
}
