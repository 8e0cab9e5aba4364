package import Archive
import Foundation
import GRDB
package import Measures
package import Rollout

extension SQLiteArchive {
    // MARK: Audit

    package func add(_ entry: AuditEntry) async throws {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO audit(at, account, who, action, what, team) VALUES(?, ?, ?, ?, ?, ?)",
                arguments: [
                    entry.at.seconds, entry.account?.number, entry.who, entry.action.rawValue, entry.what,
                    entry.team,
                ])
        }
    }

    package func auditEntries(
        aboutTeam team: String?, offset: Int, limit: Int
    ) async throws -> [AuditEntry] {
        try await read { database in
            let condition =
                team == nil ? "" : "WHERE action IN ('looked', 'exported') AND (team IS NULL OR team = :team)"
            return try Row.fetchAll(
                database,
                sql: "SELECT * FROM audit \(condition) ORDER BY id DESC LIMIT :limit OFFSET :offset",
                arguments: team == nil
                    ? ["limit": limit, "offset": offset]
                    : ["team": team, "limit": limit, "offset": offset]
            ).map { row in
                let columns = Columns(row: row)
                return AuditEntry(
                    at: columns.moment("at"), account: columns.maybeNumber("account").map(AccountID.init),
                    who: columns.text("who"), action: try columns.word("action"),
                    what: columns.text("what"), team: columns.maybeText("team"))
            }
        }
    }

    package func auditCount() async throws -> Int {
        try await read { try Int.fetchOne($0, sql: "SELECT count(*) FROM audit") ?? 0 }
    }

    // MARK: Verdicts

    package func keep(_ verdict: VerdictRecord) async throws {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM verdictDocument WHERE kind = ? AND asOf >= ? AND asOf < ?",
                arguments: [verdict.kind, verdict.asOf.week.monday.column, verdict.asOf.column])
            try database.execute(
                sql: """
                    INSERT INTO verdict(kind, asOf, dueOn, code, moving, phase1, phase2, habit, document,
                        membership)
                    VALUES(?, ?, ?, ?, ?, ?, ?, ?, x'', ?)
                    ON CONFLICT(kind, asOf) DO UPDATE SET dueOn = excluded.dueOn, code = excluded.code,
                        moving = excluded.moving, phase1 = excluded.phase1, phase2 = excluded.phase2,
                        habit = excluded.habit, membership = excluded.membership
                    WHERE outcome IS NULL
                    """,
                arguments: [
                    verdict.kind, verdict.asOf.column, verdict.dueOn.column, verdict.code, verdict.moving,
                    verdict.phase1, verdict.phase2, verdict.habit, verdict.membership,
                ])
            // Not kept again: it has been judged.
            if database.changesCount == 0 { return }
            try database.execute(
                sql: "DELETE FROM verdictDocument WHERE kind = ? AND asOf = ?",
                arguments: [verdict.kind, verdict.asOf.column])
            if verdict.document.isEmpty { return }
            try database.execute(
                sql: "INSERT INTO verdictDocument(kind, asOf, document) VALUES(?, ?, ?)",
                arguments: [verdict.kind, verdict.asOf.column, Data(verdict.document)])
        }
    }

    /// What every list of verdicts asks for; documents can be long and come one by one.
    private static let verdictColumns = """
        kind, asOf, dueOn, code, moving, phase1, phase2, habit, membership, scoredOn, outcome, outcomeHabit,
        brier, brierOfHabit, brierOfLast,
        EXISTS(SELECT 1 FROM verdictDocument AS d WHERE d.kind = verdict.kind AND d.asOf = verdict.asOf)
            AS hasDocument
        """

    package func verdicts() async throws -> [VerdictRecord] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT \(SQLiteArchive.verdictColumns), x'' AS document FROM verdict ORDER BY asOf, kind"
            ).map(SQLiteArchive.verdict)
        }
    }

    package func verdict(kind: String, asOf: Day) async throws -> VerdictRecord? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql:
                    """
                    SELECT \(SQLiteArchive.verdictColumns), coalesce((SELECT d.document FROM verdictDocument AS d
                        WHERE d.kind = verdict.kind AND d.asOf = verdict.asOf), x'') AS document
                    FROM verdict WHERE kind = ? AND asOf = ?
                    """,
                arguments: [kind, asOf.column]
            ).map(SQLiteArchive.verdict)
        }
    }

    private static func verdict(_ row: Row) -> VerdictRecord {
        let columns = Columns(row: row)
        var outcome: VerdictRecord.Outcome?
        if let code = columns.maybeText("outcome") {
            outcome = VerdictRecord.Outcome(
                scoredOn: columns.day("scoredOn"), code: code, habit: columns.maybeReal("outcomeHabit"),
                brier: columns.real("brier"), brierOfHabit: columns.real("brierOfHabit"),
                brierOfLast: columns.maybeReal("brierOfLast"))
        }
        return VerdictRecord(
            asOf: columns.day("asOf"), dueOn: columns.day("dueOn"), kind: columns.text("kind"),
            code: columns.text("code"), moving: columns.real("moving"), phase1: columns.real("phase1"),
            phase2: columns.real("phase2"), habit: columns.maybeReal("habit"),
            document: columns.bytes("document"), hasDocument: columns.flag("hasDocument"),
            membership: columns.maybeText("membership"), outcome: outcome)
    }

    package func judge(kind: String, asOf: Day, outcome: VerdictRecord.Outcome) async throws {
        try await write { database in
            let isThere = try Bool.fetchOne(
                database, sql: "SELECT EXISTS(SELECT 1 FROM verdict WHERE kind = ? AND asOf = ?)",
                arguments: [kind, asOf.column])
            guard isThere == true else {
                throw ArchiveFailure(.missing, "There is no verdict of that day to judge.")
            }
            try database.execute(
                sql: """
                    UPDATE verdict SET scoredOn = ?, outcome = ?, outcomeHabit = ?, brier = ?,
                        brierOfHabit = ?, brierOfLast = ?
                    WHERE kind = ? AND asOf = ? AND outcome IS NULL
                    """,
                arguments: [
                    outcome.scoredOn.column, outcome.code, outcome.habit, outcome.brier,
                    outcome.brierOfHabit, outcome.brierOfLast, kind, asOf.column,
                ])
        }
    }

    // MARK: Imports

    package func addImport(
        title: String, contentHash: String, bytes: Int64, at moment: Moment
    ) async throws -> ImportRecord {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO import(arrivedAt, title, contentHash, bytes, state, bytesRead, rowsRead, rowsRefused)
                    VALUES(?, ?, ?, ?, ?, 0, 0, 0)
                    """,
                arguments: [
                    moment.seconds, title, contentHash, bytes, ImportRecord.State.waiting.rawValue,
                ])
            return ImportRecord(
                id: database.lastInsertedRowID, arrivedAt: moment, title: title, contentHash: contentHash,
                bytes: bytes)
        }
    }

    package func update(_ record: ImportRecord) async throws {
        try await write { database in
            try database.execute(
                sql: """
                    UPDATE import SET state = ?, bytesRead = ?, rowsRead = ?, rowsRefused = ?, newPeople = ?,
                        movedPeople = ?, erasedPeople = ?, newDays = ?, failure = ?, finishedAt = ?
                    WHERE id = ?
                    """,
                arguments: [
                    record.state.rawValue, record.bytesRead, record.rowsRead, record.rowsRefused,
                    record.report?.newPeople, record.report?.movedPeople, record.report?.erasedPeople,
                    record.report?.newDays, record.failure, record.finishedAt?.seconds, record.id,
                ])
            try SQLiteArchive.mustHaveChanged(database, "There is no such import.")
        }
    }

    package func imports() async throws -> [ImportRecord] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM import ORDER BY id DESC")
                .map(SQLiteArchive.importRecord)
        }
    }

    package func importRecord(_ id: Int64) async throws -> ImportRecord? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM import WHERE id = ?", arguments: [id])
                .map(SQLiteArchive.importRecord)
        }
    }

    package func finishedImport(contentHash: String) async throws -> ImportRecord? {
        try await read { database in
            try Row.fetchOne(
                database,
                sql: "SELECT * FROM import WHERE contentHash = ? AND state = 'done' ORDER BY id DESC LIMIT 1",
                arguments: [contentHash]
            ).map(SQLiteArchive.importRecord)
        }
    }

    private static func importRecord(_ row: Row) throws -> ImportRecord {
        let columns = Columns(row: row)
        var report: FilingReport?
        if let newPeople: Int = row["newPeople"] {
            var known = FilingReport()
            known.newPeople = newPeople
            known.movedPeople = columns.count("movedPeople")
            known.erasedPeople = columns.count("erasedPeople")
            known.newDays = columns.count("newDays")
            report = known
        }
        return ImportRecord(
            id: columns.number("id"), arrivedAt: columns.moment("arrivedAt"), title: columns.text("title"),
            contentHash: columns.text("contentHash"), bytes: columns.number("bytes"),
            state: try columns.word("state"), bytesRead: columns.number("bytesRead"),
            rowsRead: columns.count("rowsRead"), rowsRefused: columns.count("rowsRefused"), report: report,
            failure: columns.maybeText("failure"), finishedAt: columns.maybeMoment("finishedAt"))
    }

    package func keepNotices(_ notices: [Notice], ofImport id: Int64) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM importNotice WHERE import = ?", arguments: [id])
            let insert = try database.makeStatement(
                sql: "INSERT INTO importNotice VALUES(?, ?, ?, ?, ?, ?, ?)")
            for (place, notice) in notices.enumerated() {
                try insert.execute(arguments: [
                    id, place, notice.id, notice.severity.rawValue, notice.file, notice.line,
                    notice.message,
                ])
            }
        }
    }

    package func notices(ofImport id: Int64) async throws -> [Notice] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM importNotice WHERE import = ? ORDER BY place", arguments: [id]
            ).map { row in
                let columns = Columns(row: row)
                return Notice(
                    columns.text("id"), try columns.word("severity"), file: columns.maybeText("file"),
                    line: row["line"], message: columns.text("message"))
            }
        }
    }
}
