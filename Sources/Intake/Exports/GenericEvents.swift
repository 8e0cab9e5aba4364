import Measures
import Rollout

/// Generic event CSV: one row an event, from any tool that can export a table.
enum GenericEvents: ExportReader {
    static let id = "generic-events"

    enum Column: Int, TableColumn {
        case timestamp, person, tool, event, useCase, count, minutesSaved
        static var required: [Column] { [.timestamp, .person, .tool] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        guard Column.required.allSatisfy({ head.columns.contains($0.name) }) else { return nil }
        return Recognition(marks: Column.allCases.filter { head.columns.contains($0.name) }.count)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        let use = contribution.use
        cursor.forEachRow { (row) throws(RowRefusal) in
            let person = try row.requiredPerson(.person)
            let day = try row.requiredInstantDay(.timestamp)
            let tool = row.bytes(.tool)
            guard !tool.isEmpty else { throw row.missing(.tool) }
            // A row without a count is one event.
            var actions = 1
            if case let cell = row.bytes(.count), !cell.isEmpty {
                guard let number = CellNumber.whole(cell) else {
                    throw row.badNumber(.count, "0 to 1000000000, without a fraction")
                }
                actions = number
            }
            if actions == 0 || row.isLate(day) { return }
            let useCaseCell = row.bytes(.useCase)
            let useCase = useCaseCell.isEmpty ? -1 : desk.useCases.number(of: useCaseCell)
            let toolNumber = desk.tools.number(of: tool)
            guard use.add(person: person, tool: toolNumber, useCase: useCase, mode: .assist, day: day) else {
                throw RowRefusal(
                    .tooManyNames,
                    "There are more different tools or use cases than can be kept. The row is left out; check the columns."
                )
            }
            use.count(person: person, tool: toolNumber, day: day, actions: actions)
        }
        let span = use.endFile()
        if let last = span.last {
            contribution.hasUse = true
            contribution.assumed.append(AssumedCoverage(file: file.path, first: span.first, last: last))
        }
    }
}
