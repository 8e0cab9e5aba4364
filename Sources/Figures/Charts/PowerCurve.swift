/// People by number of active days in the last 28, non-users included, with the median marked.
package struct PowerCurve: Chart {
    package let title: String
    package let description: String
    /// People with 0, 1, 2 … active days.
    package let people: [Int]
    /// The median person's days; nil where it may not be shown.
    package let median: Int?

    /// A curve.
    /// - Precondition: no count is negative.
    package init(title: String, description: String, people: [Int], median: Int?) {
        precondition(people.allSatisfy { $0 >= 0 }, "people are counted from zero")
        self.title = title
        self.description = description
        self.people = people
        self.median = median
    }

    package var table: DataTable {
        DataTable(
            caption: "People by active days in the last 28", header: ["Active days", "People"],
            rows: people.enumerated().map { ["\($0.offset)", Printed.count($0.element)] })
    }

    /// - Complexity: O(days).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let ticks = Scale.ticks(upTo: Double(people.max() ?? 0), steps: 4)
        let (top, bottom) = (40.0, column.isNarrow ? 220.0 : 250.0)
        let x = Scale(domain: 0...Double(max(people.count, 1)), from: 40, to: column.rawValue - 2)
        let y = Scale(domain: 0...(ticks.last ?? 1), from: bottom, to: top)
        canvas.text("people", 0, 12, size: 12, fill: .quiet)
        for tick in ticks {
            canvas.line(x.from, y(tick), x.to, y(tick), stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.count(Int(tick)), x.from - 8, y(tick) + 4, size: 12, fill: .quiet, anchor: .end)
        }
        let gap = column.isNarrow ? 1.0 : 3.0
        let width = x(1) - x(0) - gap
        for (days, count) in people.enumerated() where count > 0 {
            let height = y(0) - y(Double(count))
            canvas.rect(
                x(Double(days)) + gap / 2, y(Double(count)), width, max(height, 1),
                fill: .token(days == 0 ? .quiet : .accent))
        }
        for days in stride(from: 0, to: people.count, by: 7) {
            canvas.text(
                "\(days)", x(Double(days) + 0.5), bottom + 16, size: 12, fill: .quiet, anchor: .middle)
        }
        canvas.text("active days in the last 28", x.to, bottom + 34, size: 12, fill: .quiet, anchor: .end)
        if let none = people.first, none > 0 {
            canvas.text(
                "\(Printed.people(none)) on no day", x(1) + 6, max(y(Double(none)) + 12, top), size: 14,
                isStrong: true, hasHalo: true)
        }
        if let median, median > 0, people.indices.contains(median) {
            let at = x(Double(median) + 0.5)
            let words = "half use it on \(median == 1 ? "1 day" : "\(median) days") or fewer"
            let length = TextFit.width(words, size: 12)
            canvas.line(at, top - 14, at, bottom, stroke: .ink, dash: "3 3")
            canvas.text(
                words, min(at + 5, x.to - length), top - 16, size: 12, hasHalo: true)
        }
        return canvas.finished(height: bottom + 42, title: title, description: description)
    }
}
