/// Figures in columns, printed a row at a time.
struct FigureTable {
    /// Width of every column but the last.
    let width: Int

    /// A table with its heading printed.
    init(_ columns: [String], width: Int = 14) {
        self.width = width
        row(columns)
    }

    /// Prints one row.
    func row(_ cells: [String]) {
        print(
            cells.map { $0 + String(repeating: " ", count: max(1, width - $0.count)) }.joined())
    }

    /// A number with a fixed number of decimals at most.
    static func number(_ value: Double, decimals: Int = 3) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return "\((value * scale).rounded() / scale)"
    }
}
