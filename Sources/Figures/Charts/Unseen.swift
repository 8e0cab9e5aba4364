/// A chart that cannot be drawn: hatching, and the reason.
package struct Unseen: Chart {
    package let title: String
    /// "withheld" or "not known".
    package let state: String
    package let reason: String

    package init(title: String, state: String, reason: String) {
        self.title = title
        self.state = state
        self.reason = reason
    }

    package var description: String { "Nothing is drawn. \(state): \(reason)" }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(caption: title, header: ["State", "Reason"], rows: [[state, reason]])
    }

    /// - Complexity: O(n) in the reason's length.
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let width = min(column.rawValue - 48, 440)
        let lines = TextFit.lines(reason, size: 14, width: width - 32, limit: 6)
        let height = 92 + Double(lines.count) * 20
        canvas.rect(0.5, 0.5, column.rawValue - 1, height - 1, fill: .hatch, stroke: .token(.quiet))
        let left = (column.rawValue - width) / 2
        canvas.rect(left, 24, width, height - 48, fill: .token(.paper), radius: 6)
        canvas.text(state, left + 16, 50, size: 14, isStrong: true)
        for (index, line) in lines.enumerated() {
            canvas.text(line, left + 16, 72 + Double(index) * 20, size: 14)
        }
        return canvas.finished(height: height, title: title, description: description)
    }
}
