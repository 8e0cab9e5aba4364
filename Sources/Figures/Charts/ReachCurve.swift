/// What a number of invitations brings: a curve with where nine of ten runs lie, and the place where it bends.
package struct ReachCurve: Chart {
    /// One budget; the number is a share.
    package struct Point: Sendable {
        package let invitations: Int
        package let reach: Reading

        package init(invitations: Int, reach: Reading) {
            self.invitations = invitations
            self.reach = reach
        }
    }

    package let title: String
    package let description: String
    /// Budgets ascending.
    package let points: [Point]
    /// The budget after which each further invitation brings clearly less; nil where there is none.
    package let knee: Int?
    /// What was asked for.
    package let asked: Int

    /// A curve.
    package init(title: String, description: String, points: [Point], knee: Int?, asked: Int) {
        self.title = title
        self.description = description
        self.points = points
        self.knee = knee
        self.asked = asked
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "People with firsthand experience by number of invitations",
            header: ["Invitations", "Reached"],
            rows: points.map { ["\($0.invitations)", $0.reach.fullText] })
    }

    /// - Complexity: O(points).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let known = points.compactMap { point in point.reach.number.map { (point.invitations, $0) } }
        let highest = known.map { max($0.1.value, $0.1.high ?? 0) }.max() ?? 0
        let ticks = Scale.ticks(upTo: min(1, highest * 1.05), steps: 5)
        let (top, bottom) = (40.0, column.isNarrow ? 230.0 : 270.0)
        let most = Double(max(points.last?.invitations ?? 1, 1))
        let x = Scale(domain: 0...most, from: 40, to: column.rawValue - 14)
        let y = Scale(domain: 0...(ticks.last ?? 1), from: bottom, to: top)
        canvas.text("with firsthand experience, % of everybody", 0, 12, size: 12, fill: .quiet)
        for tick in ticks {
            canvas.line(x.from, y(tick), x.to, y(tick), stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.decimal(tick * 100, places: 0), x.from - 8, y(tick) + 4, size: 12, fill: .quiet,
                anchor: .end)
        }
        let upper = known.map { (x(Double($0.0)), y.clamped($0.1.high ?? $0.1.value)) }
        let lower = known.reversed().map { (x(Double($0.0)), y.clamped($0.1.low ?? $0.1.value)) }
        canvas.path(upper + lower, isClosed: true, fill: .token(.accent), opacity: 0.2)
        canvas.path(
            known.map { (x(Double($0.0)), y.clamped($0.1.value)) }, stroke: .token(.accent), strokeWidth: 2)
        var lastLabel = -40.0
        for (invitations, number) in known {
            let place = x(Double(invitations))
            canvas.circle(
                place, y.clamped(number.value), radius: invitations == asked ? 5 : 3, fill: .token(.accent))
            guard place - lastLabel > 26 else { continue }
            canvas.text("\(invitations)", place, bottom + 16, size: 12, fill: .quiet, anchor: .middle)
            lastLabel = place
        }
        if let knee {
            let at = x(Double(knee))
            canvas.line(at, top - 8, at, bottom, stroke: .ink, dash: "3 3")
            let words = "each further one brings less"
            let width = TextFit.width(words, size: 12)
            canvas.text(words, min(at + 5, x.to - width), top - 12, size: 12, hasHalo: true)
        }
        canvas.text("invitations", x.to, bottom + 34, size: 12, fill: .quiet, anchor: .end)
        return canvas.finished(height: bottom + 42, title: title, description: description)
    }
}
