import Archive
import GRDB

/// An archive in one SQLite file, for one machine.
///
/// Write-ahead log, so that reading goes on while something is written; `synchronous = FULL`, so that what was
/// acknowledged is there after a power cut; foreign keys on. All SQL of the product is in this room.
package final class SQLiteArchive: Archive {
    let pool: DatabasePool

    /// Opens the archive at a path, making it or bringing it up to date.
    ///
    /// - Parameter path: A file on a local disk; beside it SQLite keeps `-wal` and `-shm`.
    /// - Throws: `ArchiveFailure`: `unreadable`, `tooNew`, `damaged`, `diskFull`, `inputOutput`, `busy`.
    package init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.label = "firsthand"
        // Values stay out of errors: they may be addresses or names.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is erased is overwritten at once, not left in free pages.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            let migrator = Schema.migrator
            if try pool.read({ try migrator.hasBeenSuperseded($0) }) {
                throw ArchiveFailure(
                    .tooNew,
                    "The archive was written by a newer Firsthand. Run that version, or restore an older backup."
                )
            }
            try migrator.migrate(pool)
        } catch let failure as ArchiveFailure {
            throw failure
        } catch {
            throw ArchiveFailure(sqlite: error)
        }
    }

    /// Reads, with errors in our own words.
    func read<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        do { return try await pool.read(body) } catch let failure as ArchiveFailure { throw failure } catch {
            throw ArchiveFailure(sqlite: error)
        }
    }

    /// Writes in one transaction, with errors in our own words.
    func write<Value: Sendable>(
        _ body: @Sendable @escaping (Database) throws -> Value
    ) async throws -> Value {
        do { return try await pool.write(body) } catch let failure as ArchiveFailure { throw failure } catch {
            throw ArchiveFailure(sqlite: error)
        }
    }

    package func selfCheck() async throws -> [String] {
        try await read { database in
            var found = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                .map { "The database file is damaged: \($0). Restore the latest backup." }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            if orphans > 0 {
                found.append(
                    "\(orphans) rows point at something that is not there. Restore the latest backup.")
            }
            return found
        }
    }

    /// Copies everything, consistently and while work goes on, into a new file.
    /// - Throws: `taken` where the file exists; otherwise as `init`.
    package func backUp(to path: String) throws {
        do {
            var configuration = Configuration()
            configuration.label = "backup"
            let target = try DatabaseQueue(path: path, configuration: configuration)
            try pool.backup(to: target)
            try target.close()
        } catch {
            throw ArchiveFailure(sqlite: error)
        }
    }

    /// Writes a copy without the space that deleted rows leave behind, so that nothing erased is in it.
    /// - Throws: `taken` or others as `init`.
    package func vacuum(into path: String) throws {
        do { try pool.vacuum(into: path) } catch { throw ArchiveFailure(sqlite: error) }
    }

    /// Closes the file; nothing can be asked afterwards.
    package func close() throws {
        do { try pool.close() } catch { throw ArchiveFailure(sqlite: error) }
    }

    // MARK: Settings

    package func setting(_ name: String) async throws -> String? {
        try await read {
            try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
        }
    }

    package func settingNames(beginning prefix: String) async throws -> [String] {
        try await read {
            // By code, as Swift compares: LIKE would fold case and read _ and %.
            try String.fetchAll(
                $0, sql: "SELECT name FROM setting WHERE substr(name, 1, length(?)) = ? ORDER BY name",
                arguments: [prefix, prefix])
        }
    }

    package func set(_ value: String?, for name: String) async throws {
        try await write { database in
            if let value {
                try SQLiteArchive.set(value, for: name, database)
            } else {
                try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
            }
        }
    }

    /// Keeps a setting as part of a larger write.
    static func set(_ value: String, for name: String, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO setting(name, value) VALUES(?, ?)
                ON CONFLICT(name) DO UPDATE SET value = excluded.value
                """, arguments: [name, value])
    }
}

extension ArchiveFailure {
    /// What a database error means to whoever runs the installation.
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self.init(
                .inputOutput, "The archive cannot be used. Check its file and folder: `firsthand doctor`.")
            return
        }
        switch error.resultCode {
        case .SQLITE_FULL:
            self.init(
                .diskFull,
                "The disk is full: nothing more can be kept. What was kept is safe and can be read. Free some space."
            )
        case .SQLITE_IOERR, .SQLITE_READONLY:
            self.init(
                .inputOutput,
                "The disk refused to write. What was kept is safe; check the disk and the permissions.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                .damaged, "The archive's file is damaged or no archive. Restore the latest backup.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "Another program is writing to the archive. Wait for it, or stop it.")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .unreadable,
                "The archive's file cannot be opened. Check that its folder exists and is yours.")
        default:
            self.init(
                .inputOutput,
                "The archive refused (SQLite code \(error.extendedResultCode.rawValue)). Run `firsthand doctor`."
            )
        }
    }
}

extension SQLiteArchive {
    /// The columns of a table, in their order; for tests of what cannot be kept.
    package func columns(of table: String) async throws -> [String] {
        try await read { try $0.columns(in: table).map(\.name) }
    }

    /// How a table is made; for tests of what cannot be kept.
    package func definition(of table: String) async throws -> String {
        try await read {
            try String.fetchOne(
                $0, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table]) ?? ""
        }
    }
}
