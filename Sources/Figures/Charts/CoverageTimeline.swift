package import Measures

/// What can be seen at all: every source on one time axis.
package struct CoverageTimeline: Chart {
    /// What it means that somebody has no use on a day.
    package enum Sight: Sendable {
        /// Absence means not used.
        case full
        /// Only the last day of use is known.
        case lastSeenOnly
        /// Use cannot be seen.
        case none
    }

    /// One source, for a team or for everybody.
    package struct Row: Sendable {
        package let name: String
        package let from: Day
        package let to: Day
        package let sight: Sight
        /// Written on the bar, for example "412 people".
        package let label: String
        package let note: String?

        package init(name: String, from: Day, to: Day, sight: Sight, label: String, note: String?) {
            self.name = name
            self.from = from
            self.to = to
            self.sight = sight
            self.label = label
            self.note = note
        }
    }

    package let title: String
    package let description: String
    package let rows: [Row]
    package let asOf: Day

    package init(title: String, description: String, rows: [Row], asOf: Day) {
        self.title = title
        self.description = description
        self.rows = rows
        self.asOf = asOf
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "What each source can see", header: ["Source", "From", "To", "Sees", "People", "Note"],
            rows: rows.map { row in
                let sees =
                    switch row.sight {
                    case .full: "use and its absence"
                    case .lastSeenOnly: "the last day used, no more"
                    case .none: "nothing"
                    }
                return [row.name, "\(row.from)", "\(row.to)", sees, row.label, row.note ?? "–"]
            })
    }

    /// - Complexity: O(rows + days).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let isNarrow = column.isNarrow
        let first = rows.map(\.from).min() ?? asOf
        let last = max(rows.map(\.to).max() ?? asOf, asOf)
        let axis = TimeAxis(
            from: first, to: last, left: isNarrow ? 1 : 196, right: column.rawValue - 2)
        let step = isNarrow ? 48.0 : 38.0
        let top = 22.0
        let bottom = top + step * Double(rows.count)
        axis.draw(top: top, bottom: bottom, on: &canvas)
        axis.drawPresent(asOf, top: top, bottom: bottom, on: &canvas)
        for (index, row) in rows.enumerated() {
            let y = top + step * Double(index) + (isNarrow ? 23 : 6)
            if isNarrow {
                canvas.text(
                    TextFit.shortened(row.name, size: 13, width: column.rawValue, isStrong: true), 0, y - 5,
                    size: 13,
                    isStrong: true, hasHalo: true)
            } else {
                let lines = TextFit.lines(row.name, size: 13, width: 188, limit: 2)
                for (place, line) in lines.enumerated() {
                    canvas.text(line, 0, y + (lines.count == 1 ? 16 : 9 + Double(place) * 15), size: 13)
                }
            }
            let (from, to) = (axis(row.from), max(axis(row.to), axis(row.from) + 3))
            let fill: Canvas.Paint =
                switch row.sight {
                case .full: .token(.ramp3)
                case .lastSeenOnly: .token(.paper)
                case .none: .hatch
                }
            canvas.rect(
                from, y, to - from, 22, fill: fill, stroke: .token(.quiet),
                dash: row.sight == .lastSeenOnly ? "4 3" : nil)
            let width = TextFit.width(row.label, size: 12)
            let isInside = width + 12 <= to - from
            let isBefore = !isInside && to + width + 8 > axis.scale.to
            canvas.text(
                row.label, isInside ? from + 6 : isBefore ? from - 6 : to + 6, y + 15, size: 12,
                anchor: isBefore ? .end : .start, hasHalo: !isInside || row.sight == .none)
        }
        let height = drawKey(y: bottom + 52, column: column, on: &canvas)
        return canvas.finished(height: height, title: title, description: description)
    }

    private func drawKey(y: Double, column: Column, on canvas: inout Canvas) -> Double {
        let keys: [(Canvas.Paint, String, String?)] = [
            (.token(.ramp3), "sees use and its absence", nil), (.token(.paper), "last day used only", "4 3"),
            (.hatch, "cannot see", nil),
        ]
        var (x, line) = (0.0, y)
        for (paint, words, dash) in keys {
            let width = TextFit.width(words, size: 12) + 40
            if x + width > column.rawValue {
                x = 0
                line += 20
            }
            canvas.rect(x + 0.5, line - 10, 16, 12, fill: paint, stroke: .token(.quiet), dash: dash)
            canvas.text(words, x + 22, line, size: 12, fill: .quiet)
            x += width
        }
        return line + 8
    }
}
