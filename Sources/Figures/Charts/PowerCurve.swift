/// People by number of active days in the last 28, non-users included, with the median marked.
package struct PowerCurve: Chart {
    package let title: String
    package let description: String
    /// A step of days and the people in it.
    package struct Step: Hashable, Sendable {
        package let days: ClosedRange<Int>
        package let people: Int

        package init(days: ClosedRange<Int>, people: Int) {
            self.days = days
            self.people = people
        }
    }
    /// Steps in ascending order; a column's area is its people, so a wide step is a low one.
    package let steps: [Step]
    /// The median person's days; nil where it may not be shown.
    package let median: Int?

    /// A curve.
    /// - Precondition: no count is negative.
    package init(title: String, description: String, steps: [Step], median: Int?) {
        precondition(steps.allSatisfy { $0.people >= 0 }, "people are counted from zero")
        self.title = title
        self.description = description
        self.steps = steps
        self.median = median
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "People by active days in the last 28", header: ["Active days", "People"],
            rows: steps.map { [PowerCurve.words($0.days), Printed.count($0.people)] })
    }

    /// - Complexity: O(days).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let heights = steps.map { Double($0.people) / Double($0.days.count) }
        let days = (steps.last?.days.upperBound ?? 0) + 1
        let ticks = Scale.ticks(upTo: heights.max() ?? 0, steps: 4)
        let (top, bottom) = (40.0, column.isNarrow ? 220.0 : 250.0)
        let x = Scale(domain: 0...Double(max(days, 1)), from: 40, to: column.rawValue - 2)
        let y = Scale(domain: 0...(ticks.last ?? 1), from: bottom, to: top)
        canvas.text("people a day", 0, 12, size: 12, fill: .quiet)
        for tick in ticks {
            canvas.line(x.from, y(tick), x.to, y(tick), stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.count(Int(tick)), x.from - 8, y(tick) + 4, size: 12, fill: .quiet, anchor: .end)
        }
        let gap = column.isNarrow ? 1.0 : 3.0
        for (step, height) in zip(steps, heights) where step.people > 0 {
            let left = x(Double(step.days.lowerBound)) + gap / 2
            canvas.rect(
                left, y(height), x(Double(step.days.upperBound + 1)) - gap / 2 - left,
                max(y(0) - y(height), 1),
                fill: .token(step.days == 0...0 ? .quiet : .accent))
        }
        for day in stride(from: 0, to: days, by: 7) {
            canvas.text("\(day)", x(Double(day) + 0.5), bottom + 16, size: 12, fill: .quiet, anchor: .middle)
        }
        canvas.text("active days in the last 28", x.to, bottom + 34, size: 12, fill: .quiet, anchor: .end)
        if let first = steps.first, first.days == 0...0, first.people > 0 {
            canvas.text(
                "\(Printed.people(first.people)) on no day", x(1) + 6, max(y(Double(first.people)) + 12, top),
                size: 14,
                isStrong: true, hasHalo: true)
        }
        if let median, median > 0, median < days {
            let at = x(Double(median) + 0.5)
            let words = "half use it on \(median == 1 ? "1 day" : "\(median) days") or fewer"
            let length = TextFit.width(words, size: 12)
            canvas.line(at, top - 14, at, bottom, stroke: .ink, dash: "3 3")
            canvas.text(
                words, min(at + 5, x.to - length), top - 16, size: 12, hasHalo: true)
        }
        return canvas.finished(height: bottom + 42, title: title, description: description)
    }

    private static func words(_ days: ClosedRange<Int>) -> String {
        days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound)–\(days.upperBound)"
    }
}
