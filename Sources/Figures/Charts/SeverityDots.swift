/// Barriers ranked by severity: a dot, its interval, and in words how surely each is the first.
package struct SeverityDots: Chart {
    /// One barrier; the number lies in 0...1.
    package struct Row: Sendable {
        package let name: String
        package let severity: Reading
        /// How surely it ranks first, in words.
        package let first: String
        /// Barriers weighed and not named are drawn quietly.
        package let isNamed: Bool

        package init(name: String, severity: Reading, first: String, isNamed: Bool) {
            self.name = name
            self.severity = severity
            self.first = first
            self.isNamed = isNamed
        }
    }

    package let title: String
    package let description: String
    package let rows: [Row]

    package init(title: String, description: String, rows: [Row]) {
        self.title = title
        self.description = description
        self.rows = rows
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Barriers by severity", header: ["Barrier", "Severity, 0 to 1", "Ranks first"],
            rows: rows.map { [$0.name, $0.severity.fullText, $0.first] })
    }

    /// - Complexity: O(rows).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let isNarrow = column.isNarrow
        let x = Scale(
            domain: 0...1, from: isNarrow ? 8 : 246,
            to: isNarrow ? column.rawValue - 8 : column.rawValue - 120)
        let step = isNarrow ? 50.0 : 34.0
        let top = 20.0
        let bottom = top + step * Double(rows.count)
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            canvas.line(x(tick), top, x(tick), bottom, stroke: .hairline)
        }
        for (index, row) in rows.enumerated() {
            let y = top + step * Double(index) + (isNarrow ? 34 : step / 2)
            let colour: Token = row.isNamed ? .ink : .quiet
            if isNarrow {
                let right = TextFit.width(row.first, size: 12) + 8
                canvas.text(
                    TextFit.shortened(row.name, size: 13, width: column.rawValue - right, isStrong: true), 0,
                    y - 16,
                    size: 13,
                    fill: colour, isStrong: row.isNamed, hasHalo: true)
                canvas.text(
                    row.first, column.rawValue, y - 16, size: 12, fill: colour, anchor: .end, hasHalo: true)
            } else {
                canvas.text(
                    TextFit.shortened(row.name, size: 14, width: 232, isStrong: true), 0, y + 5, size: 14,
                    fill: colour,
                    isStrong: row.isNamed)
                canvas.text(
                    row.first, column.rawValue, y + 5, size: 14, fill: colour, anchor: .end,
                    isStrong: row.isNamed)
            }
            draw(row.severity, colour: colour, x: x, y: y, on: &canvas)
        }
        canvas.text("0: as good as the reference", x.from, bottom + 18, size: 12, fill: .quiet)
        canvas.text(
            isNarrow ? "1: worst" : "1: as bad as the scale goes", x.to, bottom + 18, size: 12, fill: .quiet,
            anchor: .end)
        canvas.text("severity", (x.from + x.to) / 2, 12, size: 12, fill: .quiet, anchor: .middle)
        return canvas.finished(height: bottom + 24, title: title, description: description)
    }

    private func draw(_ severity: Reading, colour: Token, x: Scale, y: Double, on canvas: inout Canvas) {
        guard let number = severity.number else {
            canvas.rect(x.from, y - 6, x.to - x.from, 12, fill: .hatch, opacity: 0.6)
            canvas.text(
                severity.text, (x.from + x.to) / 2, y + 4, size: 12, fill: .quiet, anchor: .middle,
                hasHalo: true)
            return
        }
        if let low = number.low, let high = number.high {
            canvas.line(x.clamped(low), y, x.clamped(high), y, stroke: colour, strokeWidth: 3, opacity: 0.55)
            for end in [low, high] {
                canvas.line(x.clamped(end), y - 4, x.clamped(end), y + 4, stroke: colour, strokeWidth: 1.5)
            }
        }
        if number.hasPoint {
            canvas.circle(
                x.clamped(number.value), y, radius: 6, fill: .token(colour), stroke: .token(.paper),
                strokeWidth: 1.5)
        }
    }
}
