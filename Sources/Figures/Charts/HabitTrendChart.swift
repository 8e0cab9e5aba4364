package import Measures

/// The weekly habit share with its interval, the weeks in which use was ordered, and what is likely next,
/// as a fan.
package struct HabitTrendChart: Chart {
    /// One week; the number is a share.
    package struct Point: Sendable {
        package let week: Week
        package let share: Reading
        package let isMandated: Bool

        package init(week: Week, share: Reading, isMandated: Bool) {
            self.week = week
            self.share = share
            self.isMandated = isMandated
        }
    }

    /// One week of the fan; all ends are finite by `Interval`.
    package struct FanPoint: Sendable {
        package let week: Week
        package let inner: Interval
        package let outer: Interval

        package init(week: Week, inner: Interval, outer: Interval) {
            self.week = week
            self.inner = inner
            self.outer = outer
        }
    }

    /// A day on which the instrument changed, so that a step may be the instrument's.
    package struct InstrumentChange: Sendable {
        package let day: Day
        package let what: String

        package init(day: Day, what: String) {
            self.day = day
            self.what = what
        }
    }

    package let title: String
    package let description: String
    /// Weeks ascending.
    package let points: [Point]
    /// Weeks ascending, after the last point; may be empty.
    package let fan: [FanPoint]
    package let instrumentChanges: [InstrumentChange]
    /// The share that counts as traction.
    package let threshold: Number

    package init(
        title: String, description: String, points: [Point], fan: [FanPoint],
        instrumentChanges: [InstrumentChange], threshold: Number
    ) {
        self.title = title
        self.description = description
        self.points = points
        self.fan = fan
        self.instrumentChanges = instrumentChanges
        self.threshold = threshold
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Habit by week, then the forecast", header: ["Week from", "Habit", "Use ordered"],
            rows: points.map { ["\($0.week.monday)", $0.share.fullText, $0.isMandated ? "yes" : "no"] }
                + fan.map { point in
                    let (inner, outer) = (point.inner, point.outer)
                    let words =
                        "forecast \(Printed.percentRange(inner.low, inner.high))"
                        + " (\(Printed.percent(inner.level)) sure), "
                        + "\(Printed.percentRange(outer.low, outer.high)) (\(Printed.percent(outer.level)) sure)"
                    return ["\(point.week.monday)", words, "–"]
                })
    }

    private struct Frame {
        let x: Scale
        let y: Scale
        let top: Double
        let bottom: Double
    }

    /// - Complexity: O(weeks).
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let highest = max(
            threshold.value,
            points.compactMap { $0.share.number.map { max($0.value, $0.high ?? 0) } }.max() ?? 0,
            fan.map(\.outer.high).max() ?? 0)
        let ticks = Scale.ticks(upTo: min(1, highest * 1.08), steps: 5)
        let weeks = points.map(\.week.number) + fan.map(\.week.number)
        let first = Double(weeks.min() ?? 0)
        let last = Double(weeks.max() ?? 1)
        let frame = Frame(
            x: Scale(domain: first...max(last, first + 1), from: 40, to: column.rawValue - 12),
            y: Scale(domain: 0...(ticks.last ?? 1), from: column.isNarrow ? 268 : 310, to: 44),
            top: 44, bottom: column.isNarrow ? 268 : 310)
        drawGround(frame, ticks: ticks, column: column, on: &canvas)
        drawWeeksSetApart(frame, on: &canvas)
        drawThreshold(frame, on: &canvas)
        drawFan(frame, on: &canvas)
        drawShares(frame, on: &canvas)
        drawMonths(frame, column: column, on: &canvas)
        let height = drawInstrumentChanges(frame, column: column, on: &canvas)
        return canvas.finished(height: height, title: title, description: description)
    }

    private func drawGround(_ frame: Frame, ticks: [Double], column: Column, on canvas: inout Canvas) {
        canvas.text("people with a habit, % of everybody, by week", 0, 12, size: 12, fill: .quiet)
        for tick in ticks {
            let y = frame.y(tick)
            canvas.line(frame.x.from, y, frame.x.to, y, stroke: tick == 0 ? .quiet : .hairline)
            canvas.text(
                Printed.decimal(tick * 100, places: 0), frame.x.from - 8, y + 4, size: 12, fill: .quiet,
                anchor: .end)
        }
    }

    private func drawWeeksSetApart(_ frame: Frame, on canvas: inout Canvas) {
        let half = (frame.x(1) - frame.x(0)) / 2
        var hasLabel = false
        for run in runs(where: { $0.isMandated }) {
            let (from, to) = (frame.x(Double(run.0.number)) - half, frame.x(Double(run.1.number)) + half)
            canvas.rect(
                from, frame.top - 16, to - from, frame.bottom - frame.top + 16, fill: .token(.hairline),
                opacity: 0.7)
            if !hasLabel {
                let width = TextFit.width("use was ordered", size: 12)
                canvas.text(
                    "use was ordered", min(max(from + 3, frame.x.from), frame.x.to - width), frame.top - 4,
                    size: 12, fill: .ink, hasHalo: false)
                hasLabel = true
            }
        }
        for run in runs(where: { $0.share.number == nil }) {
            let (from, to) = (frame.x(Double(run.0.number)) - half, frame.x(Double(run.1.number)) + half)
            let (left, right) = (max(from, frame.x.from), min(to, frame.x.to))
            canvas.rect(left, frame.top, right - left, frame.bottom - frame.top, fill: .hatch)
            let words = points.first { $0.week == run.0 }?.share.text ?? ""
            let width = TextFit.width(words, size: 12, isStrong: true) + 6
            let x = min(max((left + right) / 2, frame.x.from + width / 2), frame.x.to - width / 2)
            canvas.text(
                words, x, (frame.top + frame.bottom) / 2, size: 12, anchor: .middle, isStrong: true,
                hasHalo: true)
        }
    }

    private func drawThreshold(_ frame: Frame, on canvas: inout Canvas) {
        let y = frame.y(threshold.value)
        canvas.line(frame.x.from, y, frame.x.to, y, stroke: .ink, dash: "2 4")
        let fanTop = fan.last.map { frame.y.clamped($0.outer.high) } ?? frame.bottom
        // The fan's label stands at the right; where both would meet, this one goes left.
        let isRight = (fanTop - 12 - y).magnitude > 18
        canvas.text(
            threshold.text, isRight ? frame.x.to : frame.x.from + 4, y - 6, size: 12,
            anchor: isRight ? .end : .start, hasHalo: true)
    }

    private func drawFan(_ frame: Frame, on canvas: inout Canvas) {
        guard let last = points.last(where: { $0.share.number != nil }), let number = last.share.number,
            let end = fan.last
        else { return }
        let start = (x: frame.x(Double(last.week.number)), y: frame.y.clamped(number.value))
        func band(_ interval: (FanPoint) -> Interval, opacity: Double) {
            let upper = fan.map { (frame.x(Double($0.week.number)), frame.y.clamped(interval($0).high)) }
            let lower = fan.reversed().map {
                (frame.x(Double($0.week.number)), frame.y.clamped(interval($0).low))
            }
            canvas.path([start] + upper + lower, isClosed: true, fill: .token(.accent), opacity: opacity)
        }
        band(\.outer, opacity: 0.18)
        band(\.inner, opacity: 0.34)
        for edge in [end.outer.low, end.outer.high] {
            canvas.line(
                frame.x.to, frame.y.clamped(edge) - 3, frame.x.to, frame.y.clamped(edge) + 3, stroke: .accent,
                strokeWidth: 2)
        }
        canvas.text(
            "likely by \(end.week.monday.short): \(Printed.percentRange(end.outer.low, end.outer.high))",
            frame.x.to, frame.y.clamped(end.outer.high) - 10, size: 12, fill: .accent, anchor: .end,
            isStrong: true, hasHalo: true)
    }

    private func drawShares(_ frame: Frame, on canvas: inout Canvas) {
        var run: [(x: Double, number: Number)] = []
        func finish() {
            let upper = run.map { ($0.x, frame.y.clamped($0.number.high ?? $0.number.value)) }
            let lower = run.reversed().map { ($0.x, frame.y.clamped($0.number.low ?? $0.number.value)) }
            canvas.path(upper + lower, isClosed: true, fill: .token(.ink), opacity: 0.16)
            canvas.path(
                run.map { ($0.x, frame.y.clamped($0.number.value)) }, stroke: .token(.ink), strokeWidth: 2)
            if run.count == 1, let only = run.first {
                canvas.circle(only.x, frame.y.clamped(only.number.value), radius: 2.5, fill: .token(.ink))
            }
            run = []
        }
        for point in points {
            let x = frame.x(Double(point.week.number))
            if let number = point.share.number, number.hasPoint {
                run.append((x, number))
            } else {
                finish()
            }
            if let number = point.share.number, !number.hasPoint {
                drawBand(number, x, frame, on: &canvas)
            }
        }
        finish()
        guard let last = points.last(where: { $0.share.number != nil }), let number = last.share.number else {
            return
        }
        let (x, y) = (frame.x(Double(last.week.number)), frame.y.clamped(number.value))
        if number.hasPoint {
            canvas.circle(x, y, radius: 4, fill: .token(.ink), stroke: .token(.paper), strokeWidth: 1.5)
        }
        // Below the interval, or above it where the words would stand on the axis.
        let below = frame.y.clamped(number.low ?? number.value) + 20
        let width = TextFit.width(number.text, size: 14)
        canvas.text(
            number.text, max(x, frame.x.from + width),
            below < frame.bottom - 4 ? below : frame.y.clamped(number.high ?? number.value) - 10,
            size: 14, anchor: .end, isStrong: true, hasHalo: true)
    }

    /// A share told in words only: where it may lie, or a hollow mark where not even that is shown.
    private func drawBand(_ number: Number, _ x: Double, _ frame: Frame, on canvas: inout Canvas) {
        guard let low = number.low, let high = number.high else {
            canvas.circle(
                x, frame.y.clamped(number.value), radius: 3, fill: .token(.paper), stroke: .token(.ink),
                strokeWidth: 1.5)
            return
        }
        canvas.line(
            x, frame.y.clamped(low), x, frame.y.clamped(high), stroke: .ink, strokeWidth: 3, opacity: 0.3)
    }

    private func drawMonths(_ frame: Frame, column: Column, on canvas: inout Canvas) {
        let weeks = points.map(\.week) + fan.map(\.week)
        var lastEnd = -100.0
        var lastMonth = 0
        for week in weeks {
            let parts = week.monday.components
            guard parts.month != lastMonth else { continue }
            lastMonth = parts.month
            let x = frame.x(Double(week.number))
            let words = String(week.monday.long.split(separator: " ")[1].prefix(3))
            let isYear = parts.month == 1 || lastEnd < 0
            let width = TextFit.width(isYear ? "0000" : words, size: 12)
            guard x - 2 > lastEnd, x + width <= frame.x.to + 12 else { continue }
            canvas.line(x, frame.bottom, x, frame.bottom + 5, stroke: .quiet)
            canvas.text(words, x, frame.bottom + 18, size: 12, fill: .quiet)
            if isYear { canvas.text("\(parts.year)", x, frame.bottom + 33, size: 12, fill: .quiet) }
            lastEnd = x + width + 8
        }
    }

    private func drawInstrumentChanges(_ frame: Frame, column: Column, on canvas: inout Canvas) -> Double {
        var y = frame.bottom + 44
        for (index, change) in instrumentChanges.enumerated() {
            let x = frame.x.clamped(Double(change.day.number + 3) / 7)
            canvas.line(x, frame.top + 22, x, frame.bottom, stroke: .ink, dash: "1 3")
            canvas.circle(x, frame.top + 14, radius: 8, fill: .token(.paper), stroke: .token(.ink))
            canvas.text("\(index + 1)", x, frame.top + 18, size: 12, anchor: .middle, isStrong: true)
            let words = "(\(index + 1)) \(change.day.short): \(change.what)"
            for line in TextFit.lines(words, size: 12, width: column.rawValue - 4) {
                y += 16
                canvas.text(line, 0, y - 4, size: 12)
            }
        }
        return y
    }

    /// Stretches of weeks that share a property, first and last week.
    private func runs(where isSet: (Point) -> Bool) -> [(Week, Week)] {
        var result: [(Week, Week)] = []
        for point in points where isSet(point) {
            if let last = result.last, last.1.number + 1 == point.week.number {
                result[result.count - 1].1 = point.week
            } else {
                result.append((point.week, point.week))
            }
        }
        return result
    }
}
