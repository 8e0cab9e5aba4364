/// What each layer feels, and what leaders believe the others feel, an item a row.
///
/// Filled marks are felt, hollow marks are believed; the line from a hollow mark leads to what the people
/// it is
/// about say themselves.
package struct LayersFeltAndBelieved: Chart {
    /// One layer's mark; numbers are shares in 0...1.
    package struct Mark: Sendable {
        package let layer: String
        package let shape: MarkShape
        package let colour: Token
        package let felt: Reading
        /// Nil where the layer was not asked what others feel.
        package let believed: Reading?

        package init(layer: String, shape: MarkShape, colour: Token, felt: Reading, believed: Reading?) {
            self.layer = layer
            self.shape = shape
            self.colour = colour
            self.felt = felt
            self.believed = believed
        }
    }

    /// One item; the last mark is the layer the others have beliefs about.
    package struct Row: Sendable {
        package let label: String
        package let marks: [Mark]

        package init(label: String, marks: [Mark]) {
            self.label = label
            self.marks = marks
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
            caption: "Share that agrees, by layer",
            header: ["Question", "Layer", "Felt", "Believed of others"],
            rows: rows.flatMap { row in
                row.marks.map {
                    [row.label, $0.layer, $0.felt.fullText, $0.believed?.fullText ?? "not asked"]
                }
            })
    }

    /// - Complexity: O(marks).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let isNarrow = column.isNarrow
        let x = Scale(
            domain: 0...1, from: isNarrow ? 92 : 316, to: column.rawValue - 84)
        var y = 34.0
        canvas.text("share that agrees, %", x.to, 12, size: 12, fill: .quiet, anchor: .end)
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            canvas.text(
                Printed.decimal(tick * 100, places: 0), x(tick), 28, size: 12, fill: .quiet, anchor: .middle)
        }
        for row in rows {
            let lines = TextFit.lines(
                row.label, size: 14, width: isNarrow ? column.rawValue : 196, limit: 4, isStrong: true)
            canvas.line(0, y + 2, column.rawValue, y + 2, stroke: .hairline)
            for (index, line) in lines.enumerated() {
                canvas.text(line, 0, y + 20 + Double(index) * 18, size: 14, isStrong: true)
            }
            let top = isNarrow ? y + 8 + Double(lines.count) * 18 : y + 6
            let lanes = row.marks.flatMap { mark in
                mark.believed == nil ? [(mark, false)] : [(mark, false), (mark, true)]
            }
            for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
                canvas.line(x(tick), top, x(tick), top + 20 * Double(lanes.count), stroke: .hairline)
            }
            for (index, lane) in lanes.enumerated() {
                draw(
                    lane.0, isBelieved: lane.1, fact: row.marks.last?.felt.number?.value, x: x,
                    y: top + 11 + 20 * Double(index), on: &canvas)
            }
            y = max(top + 20 * Double(lanes.count), y + 8 + Double(lines.count) * 18) + 8
        }
        return canvas.finished(height: y, title: title, description: description)
    }

    private func draw(
        _ mark: Mark, isBelieved: Bool, fact: Double?, x: Scale, y: Double, on canvas: inout Canvas
    ) {
        let reading = isBelieved ? mark.believed ?? mark.felt : mark.felt
        canvas.text(
            isBelieved ? "… believe" : mark.layer, x.from - 14, y + 4, size: 12,
            fill: isBelieved ? .quiet : .ink, anchor: .end)
        guard let number = reading.number else {
            canvas.rect(x.from, y - 6, x.to - x.from, 12, fill: .hatch, opacity: 0.6)
            canvas.text(
                reading.text, (x.from + x.to) / 2, y + 4, size: 12, fill: .quiet, anchor: .middle,
                hasHalo: true)
            return
        }
        if isBelieved, let fact {
            canvas.line(
                x.clamped(fact), y, x.clamped(number.value), y, stroke: .ink, strokeWidth: 1.5, dash: "3 3")
            canvas.line(x.clamped(fact), y - 5, x.clamped(fact), y + 5, stroke: .ink, strokeWidth: 1.5)
        } else if let low = number.low, let high = number.high {
            canvas.line(
                x.clamped(low), y, x.clamped(high), y, stroke: mark.colour, strokeWidth: 3, opacity: 0.55)
        }
        guard number.hasPoint else {
            // Only a band may be said: its words, and no point.
            canvas.text(
                number.label, (x.from + x.to) / 2, y + 4, size: 12, anchor: .middle, hasHalo: true)
            return
        }
        canvas.mark(
            mark.shape, x.clamped(number.value), y, size: 11,
            fill: .token(isBelieved ? .paper : mark.colour),
            stroke: .token(isBelieved ? mark.colour : .paper), strokeWidth: isBelieved ? 2.2 : 1)
        canvas.text(number.label, x.to + 10, y + 4, size: 12, fill: isBelieved ? .quiet : .ink)
    }
}
