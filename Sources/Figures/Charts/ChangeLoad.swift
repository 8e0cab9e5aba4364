package import Measures

/// The changes that land on each team, on one time axis, with the weeks in which none does.
package struct ChangeLoad: Chart {
    /// One change.
    package struct Bar: Sendable {
        package let initiative: String
        package let from: Day
        /// Nil: no end is known.
        package let to: Day?
        /// 1, 2 or 3.
        package let weight: Int

        package init(initiative: String, from: Day, to: Day?, weight: Int) {
            self.initiative = initiative
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// One team, or everybody.
    package struct Row: Sendable {
        package let name: String
        package let bars: [Bar]
        /// Stretches ahead without any change, ends included.
        package let free: [ClosedRange<Day>]

        package init(name: String, bars: [Bar], free: [ClosedRange<Day>]) {
            self.name = name
            self.bars = bars
            self.free = free
        }
    }

    package let title: String
    package let description: String
    package let rows: [Row]
    package let asOf: Day
    package let from: Day
    package let to: Day

    package init(title: String, description: String, rows: [Row], asOf: Day, from: Day, to: Day) {
        self.title = title
        self.description = description
        self.rows = rows
        self.asOf = asOf
        self.from = from
        self.to = to
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Changes by team", header: ["For", "Change", "From", "To", "Weight, 1 to 3"],
            rows: rows.flatMap { row in
                row.bars.map {
                    [
                        row.name, $0.initiative, "\($0.from)", $0.to.map { "\($0)" } ?? "no end known",
                        "\($0.weight)",
                    ]
                }
                    + row.free.map { [row.name, "free", "\($0.lowerBound)", "\($0.upperBound)", "–"] }
            })
    }

    /// - Complexity: O(bars² + days).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let isNarrow = column.isNarrow
        let axis = TimeAxis(from: from, to: to, left: isNarrow ? 1 : 150, right: column.rawValue - 2)
        let top = 22.0
        let lanes = rows.map { Self.lanes($0.bars) }
        let heights = lanes.map { Double(max($0.count, 1)) * 22 + (isNarrow ? 32 : 12) }
        let bottom = top + heights.reduce(0, +)
        axis.draw(top: top, bottom: bottom, on: &canvas)
        axis.drawPresent(asOf, top: top, bottom: bottom, on: &canvas)
        var y = top
        for (index, row) in rows.enumerated() {
            canvas.line(0, y, column.rawValue, y, stroke: .hairline)
            let start = y + (isNarrow ? 26 : 6)
            if isNarrow {
                canvas.text(
                    TextFit.shortened(row.name, size: 13, width: column.rawValue, isStrong: true), 0, y + 18,
                    size: 13, isStrong: true, hasHalo: true)
            } else {
                canvas.text(TextFit.shortened(row.name, size: 14, width: 140), 0, start + 15, size: 14)
            }
            for window in row.free {
                let (left, right) = (axis(window.lowerBound), axis(window.upperBound.advanced(by: 1)))
                let height = Double(max(lanes[index].count, 1)) * 22 - 3
                canvas.rect(
                    left, start, right - left, height, fill: .token(.paper), stroke: .token(.ink),
                    strokeWidth: 1.5, dash: "5 3")
                if right - left > 34 {
                    canvas.text("free", left + 5, start + 14, size: 12, isStrong: true)
                }
            }
            for (lane, bars) in lanes[index].enumerated() {
                // Words beside a bar end where the present, another bar of the lane or a free stretch stands.
                let edges =
                    [axis.scale.from, axis.scale.to, axis(asOf)]
                    + bars.flatMap { [axis($0.from), axis($0.to ?? to)] }
                    + row.free.map { axis($0.lowerBound) }
                for bar in bars {
                    draw(bar, y: start + Double(lane) * 22, axis: axis, edges: edges, on: &canvas)
                }
            }
            y += heights[index]
        }
        var height = bottom + 40
        let key = "darker: weighs more (1 to 3); arrow: no end known; dashed: free"
        for line in TextFit.lines(key, size: 12, width: column.rawValue) {
            height += 16
            canvas.text(line, 0, height - 4, size: 12, fill: .quiet)
        }
        return canvas.finished(height: height, title: title, description: description)
    }

    private func draw(
        _ bar: Bar, y: Double, axis: TimeAxis, edges: [Double], on canvas: inout Canvas
    ) {
        let left = axis(bar.from)
        let right = max(axis(bar.to ?? to), left + 4)
        let shades: [Token] = [.ramp1, .ramp2, .ramp4]
        let fill = shades[max(0, min(2, bar.weight - 1))]
        canvas.rect(left, y, right - left, 19, fill: .token(fill), stroke: .token(.quiet))
        if bar.to == nil {
            canvas.path(
                [(right - 8, y + 4), (right - 3, y + 9.5), (right - 8, y + 15)], stroke: .token(.ink),
                strokeWidth: 1.5)
        }
        let words = TextFit.width(bar.initiative, size: 12)
        let before = left - (edges.filter { $0 < left - 1 }.max() ?? axis.scale.from)
        let behind = (edges.filter { $0 > right + 1 }.min() ?? axis.scale.to) - right
        if words + 18 <= right - left {
            canvas.text(bar.initiative, left + 5, y + 14, size: 12)
        } else if words + 8 <= behind {
            canvas.text(bar.initiative, right + 4, y + 14, size: 12, hasHalo: true)
        } else if words + 8 <= before {
            canvas.text(bar.initiative, left - 4, y + 14, size: 12, anchor: .end, hasHalo: true)
        } else if behind - 8 > right - left - 10 {
            canvas.text(
                TextFit.shortened(bar.initiative, size: 12, width: behind - 8), right + 4, y + 14, size: 12,
                hasHalo: true)
        } else {
            canvas.text(
                TextFit.shortened(bar.initiative, size: 12, width: right - left - 10), left + 5, y + 14,
                size: 12)
        }
    }

    /// Bars in as few lanes as a simple first-fit gives, none above another of its lane.
    private static func lanes(_ bars: [Bar]) -> [[Bar]] {
        var lanes: [[Bar]] = []
        for bar in bars.sorted(by: { ($0.from, $0.initiative) < ($1.from, $1.initiative) }) {
            let place = lanes.firstIndex { lane in
                lane.allSatisfy { other in other.to.map { $0 < bar.from } ?? false }
            }
            if let place { lanes[place].append(bar) } else { lanes.append([bar]) }
        }
        return lanes
    }
}
