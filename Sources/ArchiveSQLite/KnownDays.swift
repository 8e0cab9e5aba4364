import Archive
import GRDB
import Rollout

/// The days of use that are kept already, for those who compare a filing with them.
struct KnownDays {
    private struct Slot: Hashable {
        let member: Int64
        let key: Int64
        let block: Int64
    }

    /// Everything that is kept; nil where looking up single rows is cheaper.
    private var all: [Slot: UInt64]?
    private let find: Statement

    /// - Parameter rows: What is to be filed. Nothing is looked up in an empty table, and a table that is no larger than the
    ///   filing is read once.
    init(of rows: [Rows.Use], keys: [UseKey: Int64], _ database: Database) throws {
        find = try database.makeStatement(
            sql: "SELECT days FROM use WHERE member = ? AND key = ? AND block = ?")
        let kept = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM (SELECT 1 FROM use LIMIT ?)", arguments: [rows.count * 2 + 1]
        )!
        guard kept <= rows.count * 2 else { return }
        var all: [Slot: UInt64] = [:]
        all.reserveCapacity(kept)
        let cursor = try Row.fetchCursor(database, sql: "SELECT member, key, block, days FROM use")
        while let row = try cursor.next() {
            let slot = Slot(member: row[0], key: row[1], block: row[2])
            all[slot] = UInt64(bitPattern: row[3])
        }
        self.all = all
    }

    /// Bits of the days kept of a block.
    func days(of member: Int64, key: Int64, block: Int64) throws -> UInt64 {
        if let all { return all[Slot(member: member, key: key, block: block)] ?? 0 }
        let bits = try Int64.fetchOne(find, arguments: [member, key, block]) ?? 0
        return UInt64(bitPattern: bits)
    }
}
