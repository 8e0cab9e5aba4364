import Measures
import Rollout

/// Reads `use-cases.csv`: the register of what was built.
enum UseCasesTable {
    enum Column: Int, TableColumn {
        case useCase, title, tool, roles, builder, idea, started, live, retired
        static var required: [Column] { [.useCase, .title] }
    }

    /// A use case whose names are still numbers of the books.
    struct Entry {
        let number: Int
        let title: String
        let tool: Int?
        let roles: [Int]
        let builder: PersonID?
        let idea: Day?
        let started: Day?
        let live: Day?
        let retired: Day?
    }

    /// The register, one entry a use case; nil where the file is lost.
    static func read(_ file: CaseFile, desk: IntakeDesk) -> [Entry]? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var keeper = RowKeeper<Entry>()
        cursor.forEachRow { (row) throws(RowRefusal) in
            let id = try row.requiredText(.useCase)
            let title = row.text(.title) ?? id
            let tool = row.text(.tool).map { desk.tools.number(of: $0) }
            let roleNames = (row.text(.roles) ?? "").split(separator: ";").map(CellText.trimmed)
            let roles = Set(
                roleNames.filter { !$0.isEmpty }.map { desk.role($0, file: row.file, line: row.line) })
            var builder: PersonID?
            if row.text(.builder) != nil {
                let person = desk.people.find(row.bytes(.builder))
                if person >= 0 {
                    builder = PersonID(person)
                } else {
                    desk.book.add(
                        .unknownPerson, file: row.file.path, line: row.line,
                        "`builder` names nobody in people.csv. The use case is kept without its builder; correct the name."
                    )
                }
            }
            let (idea, started, live, retired) = (
                row.day(.idea), row.day(.started), row.day(.live), row.day(.retired)
            )
            let stages = [idea, started, live, retired].compactMap { $0 }
            if stages != stages.sorted() {
                desk.book.add(
                    .datesReversed, file: row.file.path, line: row.line,
                    "`idea`, `started`, `live` and `retired` are not in this order. They are kept as they stand; check them."
                )
            }
            let entry = Entry(
                number: desk.useCases.number(of: id, isFixed: true), title: title, tool: tool,
                roles: roles.sorted(), builder: builder, idea: idea, started: started, live: live,
                retired: retired)
            keeper.take(
                entry, key: CellText.key(id), rank: joined(live, started, idea),
                content: joined(
                    title, row.text(.tool), roleNames.sorted(), builder?.ordinal, idea, started, live,
                    retired),
                what: "one use case", at: (row.file.path, row.line), book: desk.book)
        }
        return keeper.values
    }
}

extension CellText {
    /// A part of a list without the spaces around it.
    static func trimmed(_ part: some StringProtocol) -> String { display(String(part)) }
}
