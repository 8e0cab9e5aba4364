/// The probabilities of a verdict: shape, word, number and bar, so that none has to be told by colour.
package struct ProbabilityBars: Chart {
    /// One possible verdict.
    package struct Row: Sendable {
        package let name: String
        package let shape: MarkShape
        package let colour: Token
        /// In 0...1.
        package let probability: Double

        /// A possible verdict.
        /// - Precondition: the probability is finite.
        package init(name: String, shape: MarkShape, colour: Token, probability: Double) {
            precondition(probability.isFinite, "a probability is finite")
            self.name = name
            self.shape = shape
            self.colour = colour
            self.probability = probability
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
            caption: "Probability of each verdict", header: ["Verdict", "Probability"],
            rows: rows.map { [$0.name, Printed.decimal($0.probability)] })
    }

    /// - Complexity: O(rows).
    package func draw(id: String, in column: Column) -> SVG {
        let width = Column.narrow.rawValue
        var canvas = Canvas(id: id, width: width)
        let x = Scale(domain: 0...1, from: 146, to: width - 1)
        for (index, row) in rows.enumerated() {
            let y = 18 + Double(index) * 30
            canvas.mark(row.shape, 9, y, size: 13, fill: .token(row.colour))
            canvas.text(row.name, 24, y + 5, size: 14)
            canvas.text(
                Printed.decimal(row.probability), 134, y + 5, size: 14, anchor: .end, isStrong: index == 0)
            canvas.rect(x.from, y - 8, x.to - x.from, 16, fill: .token(.wash), stroke: .token(.hairline))
            canvas.rect(
                x.from, y - 8, max(x.clamped(row.probability) - x.from, 1.5), 16, fill: .token(row.colour))
        }
        return canvas.finished(
            height: 6 + 30 * Double(rows.count), title: title, description: description)
    }
}
