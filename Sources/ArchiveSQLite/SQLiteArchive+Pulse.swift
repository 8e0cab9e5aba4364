package import Archive
import Foundation
import GRDB
package import Measures
import Rollout

extension SQLiteArchive {
    package func waves() async throws -> [PulseWave] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT wave.*, count(ballot.member) AS invited, count(ballot.answeredIn) AS answered
                    FROM wave LEFT JOIN ballot ON ballot.wave = wave.id GROUP BY wave.id ORDER BY opens DESC
                    """
            ).map { row in
                let columns = Columns(row: row)
                return PulseWave(
                    id: columns.number("id"), opens: columns.day("opens"), closes: columns.day("closes"),
                    minimum: columns.count("minimum"), invited: columns.count("invited"),
                    answered: columns.count("answered"))
            }
        }
    }

    package func addWave(opens: Day, closes: Day, minimum: Int) async throws -> PulseWave {
        try await write { database in
            let taken = try Bool.fetchOne(
                database, sql: "SELECT EXISTS(SELECT 1 FROM wave WHERE opens = ?)",
                arguments: [opens.column])
            guard taken != true else {
                throw ArchiveFailure(.taken, "A wave opens on that day already. Choose another day.")
            }
            try database.execute(
                sql: "INSERT INTO wave(opens, closes, minimum) VALUES(?, ?, ?)",
                arguments: [opens.column, closes.column, minimum])
            return PulseWave(
                id: database.lastInsertedRowID, opens: opens, closes: closes, minimum: minimum, invited: 0,
                answered: 0)
        }
    }

    package func add(_ ballots: [Ballot]) async throws {
        try await write { database in
            // A link that was used stays; an unused one gives way.
            let remove = try database.makeStatement(
                sql: "DELETE FROM ballot WHERE wave = ? AND member = ? AND answeredIn IS NULL")
            let insert = try database.makeStatement(
                sql: """
                    INSERT INTO ballot(secretHash, wave, member, form) VALUES(?, ?, ?, ?)
                    ON CONFLICT(wave, member) DO NOTHING
                    """)
            for ballot in ballots {
                try remove.execute(arguments: [ballot.wave, ballot.member.number])
                try insert.execute(arguments: [
                    Data(ballot.secretHash), ballot.wave, ballot.member.number, String(ballot.form),
                ])
            }
        }
    }

    package func ballot(secretHash: [UInt8]) async throws -> (ballot: Ballot, isAnswered: Bool)? {
        try await read { try SQLiteArchive.ballot(secretHash, $0) }
    }

    package func silentMembers(wave: Int64) async throws -> [MemberID] {
        try await read { database in
            try Int64.fetchAll(
                database,
                sql: "SELECT member FROM ballot WHERE wave = ? AND answeredIn IS NULL ORDER BY member",
                arguments: [wave]
            ).map { MemberID($0) }
        }
    }

    package func handIn(_ answers: BallotAnswers, secretHash: [UInt8], week: Week) async throws {
        try await write { database in
            guard let (ballot, isAnswered) = try SQLiteArchive.ballot(secretHash, database) else {
                throw ArchiveFailure(.missing, "There is no such invitation. Ask for a new link.")
            }
            guard !isAnswered else {
                throw ArchiveFailure(.taken, "This link has been used: the answers are in. Thank you.")
            }
            let opens =
                try Int64.fetchOne(
                    database, sql: "SELECT opens FROM wave WHERE id = ?", arguments: [ballot.wave]) ?? 0
            try database.execute(
                sql: "UPDATE ballot SET answeredIn = ? WHERE secretHash = ?",
                arguments: [week.number, Data(secretHash)])
            let insert = try database.makeStatement(
                sql: """
                    INSERT INTO answer(respondent, item, wave, team, role, layer, reply, variant, form)
                    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for row in answers.rows(wave: Day(column: opens)) {
                try insert.execute(arguments: [
                    answers.respondent, row.item.rawValue, opens, answers.team, row.role,
                    row.layer.rawValue, row.reply.column, row.variant?.rawValue, row.form.map { String($0) },
                ])
            }
        }
    }

    private static func ballot(
        _ secretHash: [UInt8], _ database: Database
    ) throws -> (ballot: Ballot, isAnswered: Bool)? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM ballot WHERE secretHash = ?", arguments: [Data(secretHash)]
        ).map { row in
            let columns = Columns(row: row)
            return (
                Ballot(
                    secretHash: secretHash, wave: columns.number("wave"), member: columns.member("member"),
                    form: columns.text("form").first ?? "a"), columns.maybeNumber("answeredIn") != nil
            )
        }
    }
}
