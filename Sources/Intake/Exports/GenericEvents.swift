import Measures
import Rollout

/// Generic event CSV: one row an event, from any tool that can export a table.
enum GenericEvents: ExportReader {
    static let id = "generic-events"
    static let title = "Generic event table"
    static let contributes: Set<ExportPart> = [.use]
    static let cannotSee = [
        "People without an event may be idle, or not covered by the tool that wrote the table."
    ]

    enum Column: Int, TableColumn {
        case timestamp, person, tool, event, useCase, count, minutesSaved
        static var required: [Column] { [.timestamp, .person, .tool] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: Set(Column.required.map(\.name)), any: Set(Column.allCases.map(\.name)), of: head.columns,
            isGeneric: true)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        cursor.forEachRow { (row) throws(RowRefusal) in
            let cell = row.bytes(.person)
            if cell.isEmpty { throw row.missing(.person) }
            guard let person = try contribution.person(cell, .login, line: row.line) else { return }
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
            try contribution.use(person: person, tool: toolNumber, useCase: useCase, day: day)
            contribution.count(person: person, tool: toolNumber, day: day, actions: actions)
        }
    }
}
