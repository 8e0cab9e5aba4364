package import Archive
package import Discovery
import Foundation
import GRDB
import Measures

// Pains, trials and the shelf.

extension SQLiteArchive {
    static func mustBeKnown(_ member: MemberID, _ database: Database) throws {
        let isKnown = try Bool.fetchOne(
            database, sql: "SELECT EXISTS(SELECT 1 FROM contact WHERE member = ?)",
            arguments: [member.number])
        guard isKnown == true else {
            throw ArchiveFailure(.missing, "This person is not on the roster.")
        }
    }

    package func add(_ pain: PainRecord) async throws -> PainRecord {
        try await write { database in
            try SQLiteArchive.mustBeKnown(pain.member, database)
            try database.execute(
                sql: "INSERT INTO pain(member, role, kind, text, theme, named) VALUES(?, ?, ?, ?, ?, ?)",
                arguments: [
                    pain.member.number, pain.role, pain.kind.rawValue, pain.text, pain.theme?.text,
                    pain.named.column,
                ])
            return PainRecord(
                id: database.lastInsertedRowID, member: pain.member, role: pain.role, kind: pain.kind,
                text: pain.text, theme: pain.theme, named: pain.named)
        }
    }

    package func pains(of member: MemberID?) async throws -> [PainRecord] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM pain WHERE ?1 IS NULL OR member = ?1 ORDER BY id",
                arguments: [member?.number]
            ).map { row in
                let columns = Columns(row: row)
                return PainRecord(
                    id: columns.number("id"), member: columns.member("member"), role: columns.text("role"),
                    kind: try columns.word("kind"), text: columns.text("text"),
                    theme: columns.maybeText("theme").map { ThemeKey($0) }, named: columns.day("named"))
            }
        }
    }

    package func setTheme(_ theme: ThemeKey?, ofPain id: Int64, by member: MemberID) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE pain SET theme = ? WHERE id = ? AND member = ?",
                arguments: [theme?.text, id, member.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such entry of yours.")
        }
    }

    package func removePain(_ id: Int64, by member: MemberID) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM pain WHERE id = ? AND member = ?", arguments: [id, member.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such entry of yours.")
        }
    }

    // MARK: Trials

    package func keep(_ trial: TrialRecord) async throws -> TrialRecord {
        try await write { database in
            var kept = trial
            let values: [(any DatabaseValueConvertible)?] = [
                trial.role, trial.task, trial.theme?.text, trial.useCase, trial.baseline.minutes,
                trial.baseline.interruptions, trial.baseline.strain, trial.baseline.tedium,
                trial.began.column, trial.verdict?.rawValue, trial.why?.rawValue, trial.decided?.column,
                trial.consent.rawValue, trial.member.number,
            ]
            if trial.id == 0 {
                try SQLiteArchive.mustBeKnown(trial.member, database)
                try database.execute(
                    sql: """
                        INSERT INTO trial(role, task, theme, useCase, minutes, interruptions, strain, tedium,
                        began, verdict, why, decided, consent, member)
                        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, arguments: StatementArguments(values))
                kept = trial.numbered(database.lastInsertedRowID)
            } else {
                try database.execute(
                    sql: """
                        UPDATE trial SET role = ?, task = ?, theme = ?, useCase = ?, minutes = ?,
                        interruptions = ?, strain = ?, tedium = ?, began = ?, verdict = ?, why = ?,
                        decided = ?, consent = ? WHERE member = ? AND id = ?
                        """, arguments: StatementArguments(values + [trial.id]))
                try SQLiteArchive.mustHaveChanged(database, "There is no such trial of yours.")
                try database.execute(sql: "DELETE FROM occasion WHERE trial = ?", arguments: [trial.id])
            }
            let insert = try database.makeStatement(
                sql: "INSERT INTO occasion VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            for (place, occasion) in trial.occasions.enumerated() {
                try insert.execute(arguments: [
                    kept.id, place, occasion.day.column, occasion.after.minutes,
                    occasion.after.interruptions, occasion.after.strain, occasion.after.tedium,
                    occasion.usualMinutes,
                ])
            }
            return kept
        }
    }

    package func trials(of member: MemberID?) async throws -> [TrialRecord] {
        try await read { database in
            var occasions: [Int64: [Occasion]] = [:]
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT occasion.* FROM occasion JOIN trial ON trial.id = occasion.trial
                    WHERE ?1 IS NULL OR member = ?1 ORDER BY trial, place
                    """, arguments: [member?.number])
            for row in rows {
                let columns = Columns(row: row)
                occasions[columns.number("trial"), default: []].append(
                    Occasion(
                        day: columns.day("day"), after: try SQLiteArchive.strain(columns),
                        usualMinutes: columns.maybeReal("usualMinutes")))
            }
            return try Row.fetchAll(
                database, sql: "SELECT * FROM trial WHERE ?1 IS NULL OR member = ?1 ORDER BY id",
                arguments: [member?.number]
            ).map { row in
                let columns = Columns(row: row)
                let id = columns.number("id")
                return TrialRecord(
                    id: id, member: columns.member("member"), role: columns.text("role"),
                    task: columns.text("task"), theme: columns.maybeText("theme").map { ThemeKey($0) },
                    useCase: columns.maybeText("useCase"), baseline: try SQLiteArchive.strain(columns),
                    began: columns.day("began"), occasions: occasions[id] ?? [],
                    verdict: try columns.maybeWord("verdict"), why: try columns.maybeWord("why"),
                    decided: columns.maybeDay("decided"), consent: try columns.word("consent"))
            }
        }
    }

    private static func strain(_ columns: Columns) throws -> Strain {
        func whole(_ name: String) -> Int? { columns.maybeNumber(name).map { Int($0) } }
        do {
            return try Strain(
                minutes: columns.real("minutes"), interruptions: whole("interruptions"),
                strain: whole("strain"), tedium: whole("tedium"))
        } catch {
            throw ArchiveFailure(
                .damaged, "A trial holds numbers that cannot be. Restore the latest backup.")
        }
    }

    package func removeTrial(_ id: Int64, by member: MemberID) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM trial WHERE id = ? AND member = ?", arguments: [id, member.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such trial of yours.")
        }
    }

    // MARK: The shelf

    package func keep(_ example: ExampleRecord) async throws -> ExampleRecord {
        try await write { database in
            let isOwn = try Bool.fetchOne(
                database, sql: "SELECT EXISTS(SELECT 1 FROM trial WHERE id = ? AND member = ?)",
                arguments: [example.trial, example.member.number])
            guard isOwn == true else { throw ArchiveFailure(.missing, "There is no such trial of yours.") }
            let reused =
                try Int.fetchOne(
                    database, sql: "SELECT reused FROM shelf WHERE trial = ?", arguments: [example.trial])
                ?? example.reused
            try database.execute(sql: "DELETE FROM shelf WHERE trial = ?", arguments: [example.trial])
            try database.execute(
                sql: """
                    INSERT INTO shelf(member, trial, role, task, useCase, tool, minutesBefore, minutesAfter,
                    strainBefore, strainAfter, occasions, conditions, didNotHelp, isKept, consent, shared,
                    reused) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    example.member.number, example.trial, example.role, example.task, example.useCase,
                    example.tool, example.minutesBefore, example.minutesAfter, example.strainBefore,
                    example.strainAfter, example.occasions,
                    example.conditions.map(\.rawValue).sorted().joined(separator: " "),
                    example.didNotHelp?.rawValue, example.isKept, example.consent.rawValue,
                    example.shared.column, reused,
                ])
            return example.numbered(database.lastInsertedRowID, reused: reused)
        }
    }

    package func examples() async throws -> [ExampleRecord] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM shelf ORDER BY id").map { row in
                let columns = Columns(row: row)
                let words = columns.text("conditions").split(separator: " ")
                return ExampleRecord(
                    id: columns.number("id"), member: columns.member("member"),
                    trial: columns.number("trial"), role: columns.text("role"), task: columns.text("task"),
                    useCase: columns.text("useCase"), tool: columns.text("tool"),
                    minutesBefore: columns.real("minutesBefore"), minutesAfter: columns.real("minutesAfter"),
                    strainBefore: columns.maybeReal("strainBefore"),
                    strainAfter: columns.maybeReal("strainAfter"), occasions: columns.count("occasions"),
                    conditions: Set(words.compactMap { Condition(rawValue: String($0)) }),
                    didNotHelp: try columns.maybeWord("didNotHelp"), isKept: columns.flag("isKept"),
                    consent: try columns.word("consent"), shared: columns.day("shared"),
                    reused: columns.count("reused"))
            }
        }
    }

    package func countReuse(ofExample id: Int64) async throws {
        try await write {
            try $0.execute(sql: "UPDATE shelf SET reused = reused + 1 WHERE id = ?", arguments: [id])
        }
    }

    package func withdrawExample(_ id: Int64, by member: MemberID) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM shelf WHERE id = ? AND member = ?", arguments: [id, member.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such example of yours.")
        }
    }
}
