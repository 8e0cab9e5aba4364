/// Where people are lost between being covered, trying and keeping: bars whose widths are people.
package struct LossBar: Chart {
    /// One stage; its number counts people.
    package struct Stage: Sendable {
        package let name: String
        package let people: Reading
        /// Who did not come along from the stage before, in words; nil where that is not known.
        package let lost: String?

        package init(name: String, people: Reading, lost: String? = nil) {
            self.name = name
            self.people = people
            self.lost = lost
        }
    }

    package let title: String
    package let description: String
    /// The first stage is everybody and sets the scale.
    package let stages: [Stage]
    /// People whose use cannot be seen; hatched at the end of every stage but the first two.
    package let cannotBeSeen: Reading
    /// The stage before which most people are lost; its words are set strong.
    package let widest: Int?

    package init(title: String, description: String, stages: [Stage], cannotBeSeen: Reading, widest: Int?) {
        self.title = title
        self.description = description
        self.stages = stages
        self.cannotBeSeen = cannotBeSeen
        self.widest = widest
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "People by stage", header: ["Stage", "People", "Lost before it"],
            rows: stages.map { [$0.name, $0.people.fullText, $0.lost ?? "–"] }
                + [["Use cannot be seen", cannotBeSeen.fullText, "–"]])
    }

    /// - Complexity: O(stages).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let left = column.isNarrow ? 0.5 : 132.0
        let right = column.rawValue - 0.5
        let whole = stages.first?.people.number?.value ?? 0
        let scale = Scale(domain: 0...max(whole, 1), from: 0, to: right - left)
        let bar = 32.0
        var y = column.isNarrow ? 18.0 : 2.0
        var previous: Double?
        let fills: [Token] = [.wash, .ramp1, .ramp3, .accent]
        for (index, stage) in stages.enumerated() {
            if index > 0 {
                let gap = column.isNarrow ? 44.0 : 30.0
                let reached = stage.people.number.map { scale.clamped($0.value) }
                if let previous, let reached {
                    canvas.path(
                        [
                            (left, y), (left + previous, y), (left + reached, y + gap), (left, y + gap),
                        ], isClosed: true, fill: .token(.hairline), opacity: 0.45)
                }
                if let lost = stage.lost {
                    canvas.text(
                        lost, left + 6, y + (column.isNarrow ? 18 : 19), size: 12,
                        fill: widest == index ? .ink : .quiet, isStrong: widest == index, hasHalo: true)
                }
                y += gap
            }
            if column.isNarrow {
                canvas.text(stage.name, left, y - 5, size: 13, isStrong: true, hasHalo: true)
            } else {
                canvas.text(stage.name, left - 12, y + bar / 2 + 5, size: 14, anchor: .end, isStrong: true)
            }
            draw(
                stage.people, fill: fills[min(index, fills.count - 1)], isFirst: index < 2, scale: scale,
                left: left, y: y, bar: bar, on: &canvas)
            previous = stage.people.number.map { scale.clamped($0.value) }
            y += bar
        }
        if cannotBeSeen.number?.value != 0 {
            canvas.rect(left, y + 12, 14, 12, fill: .hatch, stroke: .token(.quiet))
            canvas.text("cannot be seen: \(cannotBeSeen.text)", left + 20, y + 22, size: 12, fill: .quiet)
            y += 28
        }
        return canvas.finished(height: y + 2, title: title, description: description)
    }

    private func draw(
        _ people: Reading, fill: Token, isFirst: Bool, scale: Scale, left: Double, y: Double, bar: Double,
        on canvas: inout Canvas
    ) {
        guard let number = people.number else {
            canvas.rect(left, y, scale.to, bar, fill: .hatch, stroke: .token(.quiet))
            let words = people.text
            canvas.rect(
                left + 6, y + 7, TextFit.width(words, size: 13) + 12, 19, fill: .token(.paper), radius: 3)
            canvas.text(words, left + 12, y + bar / 2 + 5, size: 13)
            return
        }
        let length = scale.clamped(number.value)
        if !isFirst, let unseen = cannotBeSeen.number {
            let hatched = min(scale.clamped(unseen.value), scale.to - length)
            if hatched > 0 {
                canvas.rect(left + scale.to - hatched, y, hatched, bar, fill: .hatch, stroke: .token(.quiet))
            }
        }
        canvas.rect(left, y, max(length, 1), bar, fill: .token(fill), stroke: .token(.quiet))
        let needed = TextFit.width(number.text, size: 14, isStrong: true) + 12
        let isInside = needed <= length
        if !isInside, !isFirst, let unseen = cannotBeSeen.number,
            length + needed > scale.to - min(scale.clamped(unseen.value), scale.to - length)
        {
            // Words over hatching cannot be read: they get paper of their own.
            canvas.rect(left + length + 4, y + 6, needed - 4, bar - 12, fill: .token(.paper), radius: 3)
        }
        canvas.text(
            number.text, isInside ? left + 8 : left + length + 8, y + bar / 2 + 5, size: 14,
            fill: isInside && fill == .accent ? .paper : .ink, isStrong: true, hasHalo: !isInside)
    }
}
