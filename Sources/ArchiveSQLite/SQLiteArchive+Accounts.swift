package import Archive
import Foundation
import GRDB

extension SQLiteArchive {
    package func accounts() async throws -> [Account] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY id").map(SQLiteArchive.account)
        }
    }

    package func account(_ id: AccountID) async throws -> Account? {
        try await read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM account WHERE id = ?", arguments: [id.number])
                .map(SQLiteArchive.account)
        }
    }

    package func account(email: String) async throws -> Account? {
        try await read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM account WHERE email = ?", arguments: [email.lowercased()]
            ).map(SQLiteArchive.account)
        }
    }

    package func add(_ account: NewAccount, at moment: Moment) async throws -> Account {
        try await write { try SQLiteArchive.insert(account, at: moment, into: $0) }
    }

    package func setCapabilities(_ capabilities: Set<Capability>, of account: AccountID) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE account SET capabilities = ? WHERE id = ?",
                arguments: [Capability.column(capabilities), account.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such account.")
        }
    }

    package func setPasswordHash(_ hash: String, of account: AccountID) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE account SET passwordHash = ? WHERE id = ?", arguments: [hash, account.number])
            try SQLiteArchive.mustHaveChanged(database, "There is no such account.")
            try database.execute(
                sql: "DELETE FROM session WHERE account = ?", arguments: [account.number])
        }
    }

    package func removeAccount(_ id: AccountID) async throws {
        try await write {
            try $0.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [id.number])
        }
    }

    package func add(_ invitation: Invitation) async throws {
        try await write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO invitation VALUES(?, ?, ?, ?, ?)",
                arguments: [
                    Data(invitation.secretHash), invitation.email, invitation.member?.number,
                    Capability.column(invitation.capabilities), invitation.expiresAt.seconds,
                ])
        }
    }

    package func invitation(secretHash: [UInt8], at moment: Moment) async throws -> Invitation? {
        try await read { try SQLiteArchive.invitation(secretHash, moment, $0) }
    }

    package func redeem(
        secretHash: [UInt8], as account: NewAccount, at moment: Moment
    ) async throws -> Account {
        try await write { database in
            guard try SQLiteArchive.invitation(secretHash, moment, database) != nil else {
                throw ArchiveFailure(
                    .missing, "This invitation has been used or has expired. Ask for a new one.")
            }
            let kept = try SQLiteArchive.insert(account, at: moment, into: database)
            try database.execute(
                sql: "DELETE FROM invitation WHERE secretHash = ?", arguments: [Data(secretHash)])
            return kept
        }
    }

    package func add(_ session: SessionRecord) async throws {
        try await write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO session VALUES(?, ?, ?, ?, ?)",
                arguments: [
                    Data(session.secretHash), session.account.number, session.startedAt.seconds,
                    session.lastSeenAt.seconds, session.expiresAt.seconds,
                ])
        }
    }

    package func session(secretHash: [UInt8], at moment: Moment) async throws -> SessionRecord? {
        try await read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM session WHERE secretHash = ? AND expiresAt > ?",
                arguments: [Data(secretHash), moment.seconds]
            ).map { row in
                let columns = Columns(row: row)
                return SessionRecord(
                    secretHash: secretHash, account: AccountID(columns.number("account")),
                    startedAt: columns.moment("startedAt"), lastSeenAt: columns.moment("lastSeenAt"),
                    expiresAt: columns.moment("expiresAt"))
            }
        }
    }

    package func touchSession(secretHash: [UInt8], at moment: Moment) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE session SET lastSeenAt = ? WHERE secretHash = ?",
                arguments: [moment.seconds, Data(secretHash)])
        }
    }

    package func endSession(secretHash: [UInt8]) async throws {
        try await write {
            try $0.execute(sql: "DELETE FROM session WHERE secretHash = ?", arguments: [Data(secretHash)])
        }
    }

    package func endSessions(of account: AccountID) async throws {
        try await write {
            try $0.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [account.number])
        }
    }

    package func removeExpired(at moment: Moment) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM session WHERE expiresAt <= ?", arguments: [moment.seconds])
            try database.execute(
                sql: "DELETE FROM invitation WHERE expiresAt <= ?", arguments: [moment.seconds])
        }
    }

    // MARK: Rows

    static func mustHaveChanged(_ database: Database, _ sentence: String) throws {
        guard database.changesCount > 0 else { throw ArchiveFailure(.missing, sentence) }
    }

    private static func account(_ row: Row) -> Account {
        let columns = Columns(row: row)
        return Account(
            id: AccountID(columns.number("id")), email: columns.text("email"), name: columns.text("name"),
            member: columns.maybeMember("member"),
            capabilities: Capability.set(column: columns.text("capabilities")),
            passwordHash: columns.text("passwordHash"), createdAt: columns.moment("createdAt"))
    }

    private static func insert(
        _ account: NewAccount, at moment: Moment, into database: Database
    ) throws -> Account {
        let folded = account.email.lowercased()
        let taken = try Bool.fetchOne(
            database, sql: "SELECT EXISTS(SELECT 1 FROM account WHERE email = ?)", arguments: [folded])
        guard taken != true else {
            throw ArchiveFailure(.taken, "There is an account with this address already.")
        }
        try database.execute(
            sql: """
                INSERT INTO account(email, name, member, capabilities, passwordHash, createdAt)
                VALUES(?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                folded, account.name, account.member?.number, Capability.column(account.capabilities),
                account.passwordHash, moment.seconds,
            ])
        return Account(
            id: AccountID(database.lastInsertedRowID), email: folded, name: account.name,
            member: account.member, capabilities: account.capabilities, passwordHash: account.passwordHash,
            createdAt: moment)
    }

    private static func invitation(
        _ secretHash: [UInt8], _ moment: Moment, _ database: Database
    ) throws -> Invitation? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM invitation WHERE secretHash = ? AND expiresAt > ?",
            arguments: [Data(secretHash), moment.seconds]
        ).map { row in
            let columns = Columns(row: row)
            return Invitation(
                secretHash: secretHash, email: columns.maybeText("email"),
                member: columns.maybeMember("member"),
                capabilities: Capability.set(column: columns.text("capabilities")),
                expiresAt: columns.moment("expiresAt"))
        }
    }
}
