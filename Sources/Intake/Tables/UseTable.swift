import Measures
import Rollout

/// Reads `use.csv`: who used what on which day.
enum UseTable {
    enum Column: Int, TableColumn {
        case person, date, tool, useCase, count, mode
        static var required: [Column] { [.person, .date, .tool] }
    }

    /// Reads the file into an accumulator.
    /// - Returns: The tools used with their first day and the file's last day; nil where the file is lost.
    static func read(
        _ file: CaseFile, desk: IntakeDesk, into use: UseAccumulator, hasRegister: Bool
    ) -> UseAccumulator.FileSpan? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        let counts = cursor.has(.count)
        // Use cases of the register have the lowest numbers.
        let registered = desk.useCases.count
        var strangers: Set<Int> = []
        let plan = cursor.plan([
            .person: .person, .date: .date, .tool: .tool, .useCase: .useCase, .count: .count, .mode: .mode,
        ])
        cursor.forEachRow(
            by: plan, threads: desk.threads, into: UseSink(desk: desk, use: use), dates: .date
        ) { (row) throws(RowRefusal) in
            let person = try row.requiredPerson(.person)
            let day = try row.requiredDay(.date)
            let tool = row.bytes(.tool)
            guard !tool.isEmpty else { throw row.missing(.tool) }
            let mode = try mode(of: row)
            var actions: Int?
            if counts, case let cell = row.bytes(.count), !cell.isEmpty {
                guard let number = CellNumber.whole(cell) else {
                    throw row.badNumber(.count, "0 to 1000000000, without a fraction")
                }
                actions = number
            }
            if actions == 0 || row.isLate(day) { return }
            let useCaseCell = row.bytes(.useCase)
            let useCase = useCaseCell.isEmpty ? -1 : desk.useCases.number(of: useCaseCell)
            let toolNumber = desk.tools.number(of: tool)
            guard use.add(person: person, tool: toolNumber, useCase: useCase, mode: mode, day: day) else {
                throw RowRefusal(
                    .tooManyNames,
                    "There are more different tools or use cases than can be kept. The row is left out; check the columns."
                )
            }
            if let actions, !mode.isWeak {
                use.count(person: person, tool: toolNumber, day: day, actions: actions)
            }
            if hasRegister, useCase >= registered, strangers.insert(useCase).inserted {
                desk.book.add(
                    .unknownUseCase, file: row.file.path, line: row.line,
                    "`use_case` names one that is not in use-cases.csv. The use is counted; add the use case to the register."
                )
            }
        }
        return use.endFile()
    }

    private static func mode(of row: TableCursor<Column>) throws(RowRefusal) -> UseMode {
        let cell = row.bytes(.mode)
        // The four words differ in length and first letter; the usual ones need no text.
        switch (cell.count, cell.first) {
        case (0, _): return .assist
        case (6, UInt8(ascii: "a")) where cell.elementsEqual("assist".utf8): return .assist
        case (5, UInt8(ascii: "a")) where cell.elementsEqual("agent".utf8): return .agent
        default:
            guard let mode = UseMode(rawValue: CellText.key(CellText.decode(cell).text)) else {
                throw row.badValue(.mode, "assist, agent, review, editor")
            }
            return mode
        }
    }
}

/// Takes plain rows of `use.csv`.
private final class UseSink: BulkSink {
    private let desk: IntakeDesk
    private let use: UseAccumulator

    init(desk: IntakeDesk, use: UseAccumulator) {
        self.desk = desk
        self.use = use
    }

    var hasRoom: Bool { use.hasRoom(tools: desk.tools.count) }

    func settle(_ keys: BulkKeys) {
        for key in keys.keys[keys.settled.count...] {
            // The row that named them first has made them known.
            let tool = keys.toolBytes[key.tool].withUnsafeBytes { desk.tools.number(of: $0) }
            let useCase =
                key.useCase < 0
                ? -1 : keys.useCaseBytes[key.useCase].withUnsafeBytes { desk.useCases.number(of: $0) }
            keys.settled.append(Int32(use.key(tool: tool, useCase: useCase, mode: key.mode) ?? 0))
        }
    }

    func take(_ parser: BulkParser) { use.take(parser) }
}
