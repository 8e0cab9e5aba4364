import GRDB
import GRDBSQLite

/// Inserts many rows of whole numbers with few statements.
///
/// A million rows one by one spend more time on handing values over than the database on keeping them. Rows are
/// collected and handed over a hundred at a time, as numbers and without being wrapped.
final class BulkInsert {
    private static let rowsAtOnce = 100

    private let columns: Int
    private let sql: (Int) -> String
    private let database: Database
    private let full: Statement
    private var values: [Int64] = []

    /// - Parameters:
    ///   - table: The table with its columns in parentheses.
    ///   - columns: How many columns those are.
    ///   - onConflict: What follows ON CONFLICT.
    init(into table: String, columns: Int, onConflict: String, _ database: Database) throws {
        self.columns = columns
        self.database = database
        sql = { rows in
            let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
            return "INSERT INTO \(table) VALUES \(Array(repeating: row, count: rows).joined(separator: ", "))"
                + " ON CONFLICT\(onConflict)"
        }
        full = try database.makeStatement(sql: sql(BulkInsert.rowsAtOnce))
        values.reserveCapacity(columns * BulkInsert.rowsAtOnce)
    }

    /// Adds one row.
    func add(_ row: Int64...) throws {
        values += row
        if values.count == columns * BulkInsert.rowsAtOnce { try write(with: full) }
    }

    /// Writes the rows that are left.
    func finish() throws {
        if values.isEmpty { return }
        try write(with: try database.makeStatement(sql: sql(values.count / columns)))
    }

    private func write(with statement: Statement) throws {
        // GRDB would forget what is bound here if it thought that arguments were missing.
        statement.setUncheckedArguments(StatementArguments())
        let handle = statement.sqliteStatement
        for (place, value) in values.enumerated() { sqlite3_bind_int64(handle, Int32(place + 1), value) }
        try statement.execute()
        values.removeAll(keepingCapacity: true)
    }
}
