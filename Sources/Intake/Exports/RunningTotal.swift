import Measures

/// A total that grows row by row, and the days it was counted over.
struct RunningTotal {
    private(set) var value = 0
    private var from: Day?
    private var to: Day?

    /// Adds what was counted on a day.
    mutating func add(_ count: Int, on day: Day) { add(count, from: day, to: day) }

    /// Adds what was counted from a day to a day.
    mutating func add(_ count: Int, from first: Day, to last: Day) {
        value = value.addingReportingOverflow(count).overflow ? .max : value + count
        from = min(from ?? first, first)
        to = max(to ?? last, last)
    }

    /// The total as an export tells it; nil where nothing was counted.
    func total(tool: String, part: String? = nil, _ quantity: ExportTotal.Quantity) -> ExportTotal? {
        guard let from, let to, value > 0 else { return nil }
        return ExportTotal(
            tool: tool, part: part, quantity: quantity, from: from, to: max(from, to), value: value)
    }
}
