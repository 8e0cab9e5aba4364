/// What comes of each way to go on: a line a scenario, with where nine of ten runs end.
package struct ScenarioFan: Chart {
    /// One scenario; numbers are shares.
    package struct Line: Sendable {
        package let name: String
        /// Week by week from the first one played.
        package let weeks: [Reading]

        package init(name: String, weeks: [Reading]) {
            self.name = name
            self.weeks = weeks
        }
    }

    package let title: String
    package let description: String
    /// What the axis counts, for example "with a habit, % of everybody".
    package let unit: String
    package let lines: [Line]

    /// A fan of scenarios.
    package init(title: String, description: String, unit: String, lines: [Line]) {
        self.title = title
        self.description = description
        self.unit = unit
        self.lines = lines
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Where each scenario ends", header: ["Scenario", "After", "Share"],
            rows: lines.map { [$0.name, "\($0.weeks.count) weeks", $0.weeks.last?.fullText ?? "–"] })
    }

    private static let dashes: [String?] = [nil, "7 4", "2 3", "10 3 2 3", "5 2", "1 5"]
    private static let colours: [Token] = [.ink, .accent, .manager, .contributor, .phase2, .phase1]

    /// - Complexity: O(scenarios · weeks).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let numbers = lines.map { $0.weeks.map(\.number) }
        let highest = numbers.flatMap { $0.compactMap { $0.map { max($0.value, $0.high ?? 0) } } }.max() ?? 0
        let ticks = Scale.ticks(upTo: min(1, highest * 1.05), steps: 5)
        let (top, bottom) = (36.0, column.isNarrow ? 230.0 : 280.0)
        let weeks = max(lines.map(\.weeks.count).max() ?? 1, 2)
        let bars = 12.0 * Double(lines.count)
        let x = Scale(domain: 0...Double(weeks - 1), from: 40, to: column.rawValue - bars - 12)
        let y = Scale(domain: 0...(ticks.last ?? 1), from: bottom, to: top)
        canvas.text(unit, 0, 12, size: 12, fill: .quiet)
        for tick in ticks {
            canvas.line(x.from, y(tick), x.to, y(tick), stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.decimal(tick * 100, places: 0), x.from - 8, y(tick) + 4, size: 12, fill: .quiet,
                anchor: .end)
        }
        for (index, series) in numbers.enumerated() {
            let colour = Self.colours[index % Self.colours.count]
            let points = series.enumerated().compactMap { week, number in
                number.map { (x(Double(week)), y.clamped($0.value)) }
            }
            canvas.path(
                points, stroke: .token(colour), strokeWidth: 2, dash: Self.dashes[index % Self.dashes.count])
            guard let end = series.last ?? nil else { continue }
            let place = x.to + 10 + 12 * Double(index)
            canvas.line(
                place, y.clamped(end.low ?? end.value), place, y.clamped(end.high ?? end.value),
                stroke: colour,
                strokeWidth: 5, opacity: 0.35)
            canvas.circle(place, y.clamped(end.value), radius: 3, fill: .token(colour))
        }
        for week in stride(from: 0, to: weeks, by: max(1, weeks / 6)) {
            canvas.text("\(week + 1)", x(Double(week)), bottom + 16, size: 12, fill: .quiet, anchor: .middle)
        }
        canvas.text("week", x.to, bottom + 32, size: 12, fill: .quiet, anchor: .end)
        var line = bottom + 52
        for (index, scenario) in lines.enumerated() {
            let colour = Self.colours[index % Self.colours.count]
            canvas.line(
                0, line - 4, 30, line - 4, stroke: colour, strokeWidth: 2,
                dash: Self.dashes[index % Self.dashes.count])
            canvas.text("\(scenario.name): \(scenario.weeks.last?.text ?? "–")", 38, line, size: 12)
            line += 18
        }
        return canvas.finished(height: line - 4, title: title, description: description)
    }
}
