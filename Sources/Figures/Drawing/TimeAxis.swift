import Measures

/// Days along the horizontal, with months written under it.
struct TimeAxis {
    let scale: Scale

    init(from: Day, to: Day, left: Double, right: Double) {
        scale = Scale(
            domain: Double(from.number)...Double(max(to.number, from.number + 1)), from: left, to: right)
    }

    /// Where a day begins; days outside the axis take its nearest end.
    func callAsFunction(_ day: Day) -> Double { scale.clamped(Double(day.number)) }

    /// Writes months where they fit, with their hairlines, and the years.
    func draw(top: Double, bottom: Double, on canvas: inout Canvas) {
        var day = Day(number: Int(scale.domain.lowerBound))
        let last = Day(number: Int(scale.domain.upperBound))
        var free = scale.from - 1
        var isFirst = true
        while day <= last {
            let parts = day.components
            if parts.day == 1 {
                let x = self(day)
                canvas.line(x, top, x, bottom, stroke: .hairline)
                let words = String(day.long.split(separator: " ")[1].prefix(3))
                if x >= free, x + 30 <= scale.to + 10 {
                    canvas.line(x, bottom, x, bottom + 4, stroke: .quiet)
                    canvas.text(words, x, bottom + 17, size: 12, fill: .quiet)
                    if isFirst || parts.month == 1 {
                        canvas.text("\(parts.year)", x, bottom + 32, size: 12, fill: .quiet)
                        isFirst = false
                    }
                    free = x + 40
                }
            }
            day = day.advanced(by: 1)
        }
    }

    /// Marks the day the page speaks of.
    func drawPresent(_ day: Day, top: Double, bottom: Double, on canvas: inout Canvas) {
        let x = self(day)
        canvas.line(x, top, x, bottom, stroke: .accent, strokeWidth: 2)
        let words = day.short
        let half = TextFit.width(words, size: 12, isStrong: true) / 2
        let anchor: Canvas.Anchor = x + half > scale.to ? .end : x - half < scale.from ? .start : .middle
        canvas.text(
            words, x, top - 5, size: 12, fill: .accent, anchor: anchor, isStrong: true, hasHalo: true)
    }
}
