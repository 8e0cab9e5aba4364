/// Teams one below the other: the share with firsthand experience now, with nothing done, and with a plan.
package struct TeamReach: Chart {
    /// One team; numbers are shares.
    package struct Row: Sendable {
        package let team: String
        package let today: Reading
        package let nothing: Reading
        package let plan: Reading

        package init(team: String, today: Reading, nothing: Reading, plan: Reading) {
            self.team = team
            self.today = today
            self.nothing = nothing
            self.plan = plan
        }
    }

    package let title: String
    package let description: String
    package let rows: [Row]

    /// A chart of teams, in the order given.
    package init(title: String, description: String, rows: [Row]) {
        self.title = title
        self.description = description
        self.rows = rows
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Share with firsthand experience by team",
            header: ["Team", "Now", "Nothing done", "With the plan"],
            rows: rows.map { [$0.team, $0.today.fullText, $0.nothing.fullText, $0.plan.fullText] })
    }

    /// - Complexity: O(teams).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let left = column.isNarrow ? 118.0 : 190.0
        let x = Scale(domain: 0...1, from: left, to: column.rawValue - 16)
        let (top, pitch) = (56.0, 24.0)
        let bottom = top + pitch * Double(max(rows.count, 1))
        var place = 0.0
        for (words, shape, fill) in keys {
            canvas.mark(shape, place + 6, 8, size: 9, fill: fill, stroke: .token(.ink))
            canvas.text(words, place + 16, 12, size: 12, fill: .quiet)
            place += 30 + TextFit.width(words, size: 12)
        }
        for tick in [0.0, 0.25, 0.5, 0.75, 1] {
            canvas.line(x(tick), top - 10, x(tick), bottom - 6, stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.percent(tick), x(tick), top - 16, size: 12, fill: .quiet,
                anchor: tick == 1 ? .end : .middle)
        }
        for (index, row) in rows.enumerated() {
            let y = top + pitch * Double(index) + 6
            canvas.text(
                TextFit.shortened(row.team, size: 12, width: left - 14), left - 10, y + 4, size: 12,
                anchor: .end)
            let readings = [row.today, row.nothing, row.plan]
            let values = readings.compactMap { $0.number?.value }
            guard let low = values.min(), let high = values.max() else {
                canvas.rect(x(0), y - 6, x(1) - x(0), 12, fill: .hatch)
                canvas.text(
                    row.plan.text, (x(0) + x(1)) / 2, y + 4, size: 12, anchor: .middle, hasHalo: true)
                continue
            }
            canvas.line(x(low), y, x(high), y, stroke: .quiet, strokeWidth: 1.5)
            for (reading, key) in zip(readings, keys) {
                guard let number = reading.number else { continue }
                canvas.mark(key.1, x.clamped(number.value), y, size: 9, fill: key.2, stroke: .token(.ink))
            }
        }
        return canvas.finished(height: bottom + 4, title: title, description: description)
    }

    private var keys: [(String, MarkShape, Canvas.Paint)] {
        [
            ("now", .circle, .token(.paper)), ("nothing done", .diamond, .token(.quiet)),
            ("with the plan", .square, .token(.accent)),
        ]
    }
}
