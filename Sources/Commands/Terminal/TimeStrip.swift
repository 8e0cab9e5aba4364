import Measures

/// Days along a line of characters.
struct TimeStrip {
    let from: Day
    let to: Day
    /// Characters of the line, at least 10.
    let width: Int

    init(from: Day, to: Day, width: Int) {
        self.from = from
        self.to = max(to, from.advanced(by: 1))
        self.width = max(10, width)
    }

    /// The first and the last day a character stands for.
    func days(of cell: Int) -> ClosedRange<Day> {
        let all = from.distance(to: to) + 1
        let first = cell * all / width
        let last = max(first, (cell + 1) * all / width - 1)
        return from.advanced(by: first)...from.advanced(by: last)
    }

    /// The character that stands for a day; nil outside the line.
    func cell(of day: Day) -> Int? {
        guard day >= from, day <= to else { return nil }
        return min(width - 1, from.distance(to: day) * width / (from.distance(to: to) + 1))
    }

    /// A line with one mark where any of the stretches is, another elsewhere.
    func line(_ stretches: [ClosedRange<Day>], mark: Character, elsewhere: Character) -> String {
        String(
            (0..<width).map { cell in
                let days = days(of: cell)
                return stretches.contains { $0.overlaps(days) } ? mark : elsewhere
            })
    }

    /// A line of one character a cell, from a share 0...1 of each day's cell; nil: not shown.
    func line(_ share: (ClosedRange<Day>) -> Double?) -> String {
        let steps = Array(" ▁▂▃▄▅▆▇█")
        return String(
            (0..<width).map { cell in
                share(days(of: cell)).map { steps[Int((min(1, max(0, $0)) * 8).rounded())] } ?? "·"
            })
    }

    /// Months written where they begin, as far as there is room.
    var months: String {
        var line = [Character](repeating: " ", count: width)
        var free = 0
        var day = from
        var year: Int?
        while day <= to {
            let parts = day.components
            if parts.day == 1 || day == from, let place = cell(of: day), place >= free {
                let name = String(day.short.split(separator: " ")[1])
                let words = parts.year == year ? name : "\(name) \(parts.year)"
                if place + words.count <= width, parts.day == 1 || parts.day <= 20 {
                    for (offset, character) in words.enumerated() { line[place + offset] = character }
                    free = place + words.count + 1
                    year = parts.year
                }
            }
            day = day.advanced(by: 1)
        }
        return String(line)
    }
}
