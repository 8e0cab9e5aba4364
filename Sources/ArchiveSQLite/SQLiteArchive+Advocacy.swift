package import Archive
package import Discovery
import Foundation
import GRDB
package import Measures

// Invitations, marks, demonstrations, messages and preferences.

extension SQLiteArchive {
    package func invite(
        _ invitation: ShowInvitation, markedFor member: MemberID, in month: Month
    ) async throws {
        try await write { database in
            try SQLiteArchive.mustBeKnown(member, database)
            try database.execute(
                sql: "INSERT INTO showInvitation(secretHash, team, lastDay) VALUES(?, ?, ?)",
                arguments: [Data(invitation.secretHash), invitation.team, invitation.lastDay.column])
            try database.execute(
                sql: """
                    INSERT INTO stanceMark(member, shown) VALUES(?, ?)
                    ON CONFLICT(member) DO UPDATE SET shown = excluded.shown
                    """, arguments: [member.number, month.number])
        }
    }

    package func invitingTeam(secretHash: [UInt8], on day: Day) async throws -> String? {
        try await read { try SQLiteArchive.invitingTeam(secretHash, day, $0) }
    }

    private static func invitingTeam(
        _ secretHash: [UInt8], _ day: Day, _ database: Database
    ) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT team FROM showInvitation WHERE secretHash = ? AND lastDay >= ?",
            arguments: [Data(secretHash), day.column])
    }

    package func follow(secretHash: [UInt8], into team: String, on day: Day) async throws {
        try await write { database in
            guard let from = try SQLiteArchive.invitingTeam(secretHash, day, database) else {
                throw ArchiveFailure(.missing, "This link has been used or is too old. Ask for a new one.")
            }
            try database.execute(
                sql: "DELETE FROM showInvitation WHERE secretHash = ?", arguments: [Data(secretHash)])
            try database.execute(
                sql: """
                    INSERT INTO crossing(fromTeam, toTeam, count) VALUES(?, ?, 1)
                    ON CONFLICT(fromTeam, toTeam) DO UPDATE SET count = count + 1
                    """, arguments: [from, team])
        }
    }

    package func crossings() async throws -> [CrossingTally.Pair: Int] {
        try await read { database in
            var counts: [CrossingTally.Pair: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT * FROM crossing") {
                let columns = Columns(row: row)
                counts[CrossingTally.Pair(from: columns.text("fromTeam"), to: columns.text("toTeam"))] =
                    columns.count("count")
            }
            return counts
        }
    }

    package func removeOldInvitations(before day: Day) async throws {
        try await write {
            try $0.execute(sql: "DELETE FROM showInvitation WHERE lastDay < ?", arguments: [day.column])
        }
    }

    // MARK: Marks

    package func stanceMarks() async throws -> [MemberID: StanceMarks] {
        try await read { database in
            var marks: [MemberID: StanceMarks] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT * FROM stanceMark") {
                let columns = Columns(row: row)
                func month(_ name: String) -> Month? {
                    columns.maybeNumber(name).map { Month(number: Int($0)) }
                }
                marks[columns.member("member")] = StanceMarks(
                    shown: month("shown"), declined: try columns.maybeWord("declined"),
                    watched: month("watched"), asked: month("asked"))
            }
            return marks
        }
    }

    package func setDeclined(_ why: TrialVerdict.Why?, by member: MemberID) async throws {
        try await write { database in
            try SQLiteArchive.mustBeKnown(member, database)
            try database.execute(
                sql: """
                    INSERT INTO stanceMark(member, declined) VALUES(?, ?)
                    ON CONFLICT(member) DO UPDATE SET declined = excluded.declined
                    """, arguments: [member.number, why?.rawValue])
        }
    }

    package func noteWatched(_ didWatch: Bool, in month: Month, by member: MemberID) async throws {
        try await write { database in
            try SQLiteArchive.mustBeKnown(member, database)
            try database.execute(
                sql: """
                    INSERT INTO stanceMark(member, asked, watched) VALUES(?, ?, ?)
                    ON CONFLICT(member) DO UPDATE SET asked = excluded.asked,
                    watched = coalesce(excluded.watched, watched)
                    """, arguments: [member.number, month.number, didWatch ? month.number : nil])
        }
    }

    // MARK: Demonstrations

    package func keep(_ demonstration: DemonstrationRecord) async throws -> DemonstrationRecord {
        try await write { database in
            let values: [(any DatabaseValueConvertible)?] = [
                demonstration.title, demonstration.place, demonstration.starts.day.column,
                demonstration.starts.minute, demonstration.isCancelled, demonstration.changed.seconds,
                demonstration.host.number,
            ]
            if demonstration.id == 0 {
                try SQLiteArchive.mustBeKnown(demonstration.host, database)
                try database.execute(
                    sql: """
                        INSERT INTO demonstration(title, place, day, minute, isCancelled, changed, host)
                        VALUES(?, ?, ?, ?, ?, ?, ?)
                        """, arguments: StatementArguments(values))
                return demonstration.numbered(database.lastInsertedRowID)
            }
            try database.execute(
                sql: """
                    UPDATE demonstration SET title = ?, place = ?, day = ?, minute = ?, isCancelled = ?,
                    changed = ? WHERE host = ? AND id = ?
                    """, arguments: StatementArguments(values + [demonstration.id]))
            try SQLiteArchive.mustHaveChanged(database, "There is no such demonstration of yours.")
            return demonstration
        }
    }

    package func demonstrations(from day: Day) async throws -> [DemonstrationRecord] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM demonstration WHERE day >= ? ORDER BY day, minute, id",
                arguments: [day.column]
            ).map { row in
                let columns = Columns(row: row)
                return DemonstrationRecord(
                    id: columns.number("id"), host: columns.member("host"), title: columns.text("title"),
                    place: columns.text("place"),
                    starts: CalendarTime(day: columns.day("day"), minute: columns.count("minute")),
                    isCancelled: columns.flag("isCancelled"), changed: columns.moment("changed"))
            }
        }
    }

    // MARK: Messages

    package func add(_ message: SaidMessage) async throws -> SaidMessage {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO saidMessage(date, layer, channel, motive, hasExample, isOrder, text)
                    VALUES(?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    message.date.column, message.layer, message.channel, message.motive, message.hasExample,
                    message.isOrder, message.text,
                ])
            return message.numbered(database.lastInsertedRowID)
        }
    }

    package func saidMessages() async throws -> [SaidMessage] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM saidMessage ORDER BY date DESC, id DESC").map {
                let columns = Columns(row: $0)
                return SaidMessage(
                    id: columns.number("id"), date: columns.day("date"), layer: columns.text("layer"),
                    channel: columns.text("channel"), motive: columns.maybeText("motive"),
                    hasExample: columns.flag("hasExample"), isOrder: columns.flag("isOrder"),
                    text: columns.text("text"))
            }
        }
    }

    package func removeSaidMessage(_ id: Int64) async throws {
        try await write { database in
            try database.execute(sql: "DELETE FROM saidMessage WHERE id = ?", arguments: [id])
            try SQLiteArchive.mustHaveChanged(database, "There is no such message in the log.")
        }
    }

    // MARK: Preferences

    package func noticePreference(of member: MemberID) async throws -> NoticePreference {
        try await read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM noticePreference WHERE member = ?",
                arguments: [member.number]
            ).map(SQLiteArchive.preference) ?? .untouched
        }
    }

    private static func preference(_ row: Row) throws -> NoticePreference {
        let columns = Columns(row: row)
        return NoticePreference(
            isOn: columns.flag("isOn"), quietFrom: columns.count("quietFrom"),
            quietTo: columns.count("quietTo"), feedHash: columns.maybeBytes("feedHash"),
            channel: try columns.maybeWord("channel") ?? .mail)
    }

    package func set(_ preference: NoticePreference, of member: MemberID) async throws {
        try await write { database in
            try SQLiteArchive.mustBeKnown(member, database)
            try database.execute(
                sql: """
                    INSERT INTO noticePreference(member, isOn, quietFrom, quietTo, feedHash, channel)
                    VALUES(?, ?, ?, ?, ?, ?)
                    ON CONFLICT(member) DO UPDATE SET isOn = excluded.isOn, quietFrom = excluded.quietFrom,
                    quietTo = excluded.quietTo, feedHash = excluded.feedHash,
                    channel = excluded.channel
                    """,
                arguments: [
                    member.number, preference.isOn, preference.quietFrom, preference.quietTo,
                    preference.feedHash.map { Data($0) }, preference.channel.rawValue,
                ])
        }
    }

    package func membersToTell() async throws -> [MemberID: NoticePreference] {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM noticePreference WHERE isOn")
            return Dictionary(
                uniqueKeysWithValues: try rows.map {
                    (Columns(row: $0).member("member"), try SQLiteArchive.preference($0))
                })
        }
    }

    package func member(feedHash: [UInt8]) async throws -> MemberID? {
        try await read { database in
            try Int64.fetchOne(
                database, sql: "SELECT member FROM noticePreference WHERE feedHash = ?",
                arguments: [Data(feedHash)]
            ).map { MemberID($0) }
        }
    }

    // MARK: Leaving

    package func leaveDiscovery(_ member: MemberID) async throws {
        try await write { database in
            for table in ["pain", "trial", "stanceMark", "noticePreference", "teamTrialYes"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE member = ?", arguments: [member.number])
            }
            try database.execute(
                sql: "DELETE FROM demonstration WHERE host = ?", arguments: [member.number])
        }
    }
}
