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
        /// `tool` and `use_case` may be one text for the whole file instead.
        static var required: [Column] { [.timestamp, .person] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["timestamp", "person", "tool"], any: Set(Column.allCases.map(\.name)), of: head.columns,
            isGeneric: true)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        let constants = desk.settings.constants(for: file)
        let soleTool = constants[Column.tool.name].map { desk.tools.number(of: $0) }
        let soleUseCase = constants[Column.useCase.name].map { desk.useCases.number(of: $0) }
        guard cursor.has(.tool) || soleTool != nil else {
            desk.book.add(
                .missingColumn, file: file.path,
                "Column `tool` is missing, and nothing can be read without. Add it, map your column under `columns` in case.yaml, or name the tool of the whole file there: `=My tool: tool`."
            )
            return
        }
        cursor.forEachRow { (row) throws(RowRefusal) in
            let cell = row.bytes(.person)
            if cell.isEmpty { throw row.missing(.person) }
            guard let person = try contribution.person(cell, .login, line: row.line) else { return }
            let day = try row.requiredInstantDay(.timestamp)
            let tool = row.bytes(.tool)
            guard soleTool != nil || !tool.isEmpty else { throw row.missing(.tool) }
            // A row without a count is one event.
            let actions = try row.count(.count) ?? 1
            if actions == 0 || row.isLate(day) { return }
            let useCaseCell = row.bytes(.useCase)
            let useCase = useCaseCell.isEmpty ? soleUseCase ?? -1 : desk.useCases.number(of: useCaseCell)
            let toolNumber = tool.isEmpty ? soleTool ?? -1 : desk.tools.number(of: tool)
            try contribution.use(person: person, tool: toolNumber, useCase: useCase, day: day)
            contribution.count(person: person, tool: toolNumber, day: day, actions: actions)
        }
    }
}
