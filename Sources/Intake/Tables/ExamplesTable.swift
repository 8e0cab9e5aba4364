import Measures
import Rollout

/// Reads `examples.csv`: tasks measured before and after, kept or not.
enum ExamplesTable {
    enum Column: Int, TableColumn {
        case role, task, useCase, beforeMinutes, afterMinutes, interruptionsBefore, interruptionsAfter
        case stressBefore, stressAfter, date, kept
        static var required: [Column] {
            [.role, .task, .useCase, .beforeMinutes, .afterMinutes, .date, .kept]
        }
    }

    /// Examples in order of their days.
    /// - Returns: A function that makes them once every role and use case is known; nil where the file is lost.
    static func read(
        _ file: CaseFile, desk: IntakeDesk
    ) -> ((_ roles: [Int], _ useCases: [String]) -> [Example])? {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return nil }
        var entries: [(example: Example, useCase: Int)] = []
        cursor.forEachRow { (row) throws(RowRefusal) in
            let role = try row.requiredText(.role)
            let task = try row.requiredText(.task)
            let useCase = try row.requiredText(.useCase)
            let date = try row.requiredDay(.date)
            let minutes = 0.0...100_000.0
            guard let before = try row.number(.beforeMinutes, in: minutes) else {
                throw row.missing(.beforeMinutes)
            }
            guard let after = try row.number(.afterMinutes, in: minutes) else {
                throw row.missing(.afterMinutes)
            }
            guard let isKept = try row.flag(.kept) else { throw row.missing(.kept) }
            let interruptions = (
                try row.number(.interruptionsBefore, in: 0...1000),
                try row.number(.interruptionsAfter, in: 0...1000)
            )
            let stress = (
                try row.number(.stressBefore, in: 0...10), try row.number(.stressAfter, in: 0...10)
            )
            if row.isLate(date) { return }
            entries.append(
                (
                    Example(
                        role: desk.role(role, file: row.file, line: row.line), task: task, useCase: useCase,
                        beforeMinutes: before, afterMinutes: after, interruptionsBefore: interruptions.0,
                        interruptionsAfter: interruptions.1, stressBefore: stress.0, stressAfter: stress.1,
                        date: date, isKept: isKept), desk.useCases.number(of: useCase)
                ))
        }
        return { roles, useCases in
            entries.map { entry in
                let raw = entry.example
                let example = Example(
                    role: roles[raw.role], task: raw.task, useCase: useCases[entry.useCase],
                    beforeMinutes: raw.beforeMinutes, afterMinutes: raw.afterMinutes,
                    interruptionsBefore: raw.interruptionsBefore, interruptionsAfter: raw.interruptionsAfter,
                    stressBefore: raw.stressBefore, stressAfter: raw.stressAfter, date: raw.date,
                    isKept: raw.isKept)
                let key = joined(
                    example.date, example.role, example.task, example.useCase, example.beforeMinutes,
                    example.afterMinutes, example.isKept, example.interruptionsBefore,
                    example.interruptionsAfter, example.stressBefore, example.stressAfter)
                return (key, example)
            }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
