package import Archive
import GRDB
import Measures
import Rollout

extension SQLiteArchive {
    package func personalRecord(_ member: MemberID) async throws -> PersonalRecord? {
        try await read { database in
            let who = member.number
            guard
                let contact = try Row.fetchOne(
                    database, sql: "SELECT * FROM contact WHERE member = ? AND mark <> ''", arguments: [who]),
                let place = try Row.fetchOne(
                    database, sql: "SELECT * FROM person WHERE member = ?", arguments: [who])
            else { return nil }
            let person = try SQLiteArchive.person(place)
            return PersonalRecord(
                contact: SQLiteArchive.contact(contact), team: person.team, role: person.role,
                layer: person.layer, from: person.from, to: person.to,
                use: try SQLiteArchive.use(of: who, database),
                workDays: try SQLiteArchive.workDays(of: who, database),
                champion: try SQLiteArchive.hours(of: who, database),
                ties: try Int.fetchOne(
                    database, sql: "SELECT count(*) FROM tie WHERE a = ? OR b = ?", arguments: [who, who])
                    ?? 0,
                pulse: try SQLiteArchive.invitations(of: who, database),
                hasObjected: try SQLiteArchive.objectors(database).contains(member))
        }
    }

    private static func use(of member: Int64, _ database: Database) throws -> [PersonalRecord.Use] {
        var days: [UseKey: DaySet] = [:]
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT tool, useCase, mode, block, days FROM use JOIN useKey ON useKey.id = use.key
                WHERE member = ?
                """, arguments: [member])
        for row in rows {
            let columns = Columns(row: row)
            let key = UseKey(
                tool: columns.text("tool"), useCase: columns.named("useCase"),
                mode: try columns.word("mode"))
            days[key, default: DaySet()].merge(block(row["block"], row["days"]))
        }
        return days.sorted { $0.key < $1.key }.map {
            PersonalRecord.Use(
                tool: $0.key.tool, useCase: $0.key.useCase, mode: $0.key.mode, days: $0.value)
        }
    }

    private static func workDays(of member: Int64, _ database: Database) throws -> DaySet {
        var days = DaySet()
        let rows = try Row.fetchAll(
            database, sql: "SELECT block, days FROM work WHERE member = ?", arguments: [member])
        for row in rows { days.merge(block(row["block"], row["days"])) }
        return days
    }

    private static func hours(
        of member: Int64, _ database: Database
    ) throws -> [PersonalRecord.ChampionHours] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM champion WHERE member = ? ORDER BY week", arguments: [member]
        ).map { row in
            let columns = Columns(row: row)
            return PersonalRecord.ChampionHours(
                week: columns.week("week"), promised: columns.real("promised"),
                kept: columns.maybeReal("kept"))
        }
    }

    private static func invitations(
        of member: Int64, _ database: Database
    ) throws -> [PersonalRecord.Invited] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT opens, answeredIn FROM ballot JOIN wave ON wave.id = ballot.wave
                WHERE member = ? ORDER BY opens
                """, arguments: [member]
        ).map { row in
            let columns = Columns(row: row)
            return PersonalRecord.Invited(
                wave: columns.day("opens"), hasAnswered: columns.maybeNumber("answeredIn") != nil)
        }
    }

    package func setObjection(_ isObjecting: Bool, of member: MemberID) async throws {
        try await write { database in
            try database.execute(
                sql: isObjecting
                    ? "INSERT OR IGNORE INTO objector(member) VALUES(?)"
                    : "DELETE FROM objector WHERE member = ?", arguments: [member.number])
        }
    }

    package func objectors() async throws -> Set<MemberID> {
        try await read { try SQLiteArchive.objectors($0) }
    }

    package func requestCorrection(of member: MemberID, text: String, at moment: Moment) async throws {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO correction(member, at, text) VALUES(?, ?, ?)",
                arguments: [member.number, moment.seconds, text])
        }
    }

    package func corrections() async throws -> [CorrectionRequest] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM correction ORDER BY id DESC").map { row in
                let columns = Columns(row: row)
                return CorrectionRequest(
                    id: columns.number("id"), member: columns.member("member"), at: columns.moment("at"),
                    text: columns.text("text"), settledAt: columns.maybeMoment("settledAt"))
            }
        }
    }

    package func settleCorrection(_ id: Int64, at moment: Moment) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE correction SET settledAt = ? WHERE id = ?", arguments: [moment.seconds, id])
            try SQLiteArchive.mustHaveChanged(database, "There is no such request.")
        }
    }

    package func eraseIdentity(
        of member: MemberID, rewriting settings: @escaping @Sendable (MemberID) -> [String: String]
    ) async throws -> MemberID? {
        try await write { database in
            let mark = try String.fetchOne(
                database, sql: "SELECT mark FROM contact WHERE member = ? AND mark <> ''",
                arguments: [member.number])
            guard let mark else { return nil }
            // A control character is in no key that a file brings.
            try database.execute(
                sql: "INSERT INTO contact(key, mark) VALUES('\u{1}' || hex(randomblob(16)), '')")
            let number = database.lastInsertedRowID
            let moves = [
                "UPDATE person SET member = :new WHERE member = :old",
                "UPDATE person SET manager = :new WHERE manager = :old",
                "UPDATE use SET member = :new WHERE member = :old",
                "UPDATE work SET member = :new WHERE member = :old",
                "UPDATE depth SET member = :new WHERE member = :old",
                "UPDATE weekUse SET member = :new WHERE member = :old",
                "UPDATE covered SET member = :new WHERE member = :old",
                "UPDATE champion SET member = :new WHERE member = :old",
                "UPDATE useCase SET builder = :new WHERE builder = :old",
                // The new number is the largest, and ties begin with the smaller.
                "UPDATE tie SET a = b, b = :new WHERE a = :old",
                "UPDATE tie SET b = :new WHERE b = :old",
            ]
            for move in moves {
                try database.execute(sql: move, arguments: ["old": member.number, "new": number])
            }
            // Nobody can invite somebody who is not there by name.
            try database.execute(
                sql: "UPDATE person SET mayBeInvited = 0 WHERE member = ? AND mayBeInvited IS NOT NULL",
                arguments: [number])
            try SQLiteArchive.erase(member, mark: mark, database)
            for (name, text) in settings(MemberID(number)) {
                try SQLiteArchive.set(text, for: name, database)
            }
            return MemberID(number)
        }
    }

    package func unnamed() async throws -> Set<MemberID> {
        try await read { database in
            try Set(
                Int64.fetchAll(database, sql: "SELECT member FROM contact WHERE mark = ''").map {
                    MemberID($0)
                })
        }
    }

    package func erase(_ member: MemberID) async throws {
        try await write { database in
            let mark = try String.fetchOne(
                database, sql: "SELECT mark FROM contact WHERE member = ?", arguments: [member.number])
            guard let mark else { return }
            try SQLiteArchive.erase(member, mark: mark, database)
        }
    }

    private static func erase(_ member: MemberID, mark: String, _ database: Database) throws {
        if !mark.isEmpty {
            try database.execute(sql: "INSERT OR IGNORE INTO erased(mark) VALUES(?)", arguments: [mark])
        }
        // Everything about the member hangs on the contact and goes with it.
        try database.execute(sql: "DELETE FROM contact WHERE member = ?", arguments: [member.number])
    }
}
