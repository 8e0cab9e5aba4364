package import Archive
import GRDB

// What teams agreed to try together.

extension SQLiteArchive {
    package func add(_ plan: TeamTrial) async throws -> TeamTrial {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO teamTrial(team, useCase, closes, until) VALUES(?, ?, ?, ?)",
                arguments: [plan.team, plan.useCase, plan.closes.column, plan.until.column])
            return plan.with(id: database.lastInsertedRowID)
        }
    }

    package func teamTrials() async throws -> [TeamTrial] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM teamTrial ORDER BY id").map {
                let columns = Columns(row: $0)
                return TeamTrial(
                    id: columns.number("id"), team: columns.text("team"), useCase: columns.text("useCase"),
                    closes: columns.day("closes"), until: columns.day("until"),
                    isAgreed: columns.maybeNumber("isAgreed").map { $0 != 0 })
            }
        }
    }

    package func setIn(_ isIn: Bool, teamTrial id: Int64, by member: MemberID) async throws {
        try await write { database in
            try SQLiteArchive.mustBeKnown(member, database)
            let isOpen = try Bool.fetchOne(
                database, sql: "SELECT isAgreed IS NULL FROM teamTrial WHERE id = ?", arguments: [id])
            guard isOpen == true else {
                throw ArchiveFailure(.missing, "This plan is settled, or there is no such plan.")
            }
            try database.execute(
                sql: isIn
                    ? "INSERT INTO teamTrialYes(teamTrial, member) VALUES(?, ?) ON CONFLICT DO NOTHING"
                    : "DELETE FROM teamTrialYes WHERE teamTrial = ? AND member = ?",
                arguments: [id, member.number])
        }
    }

    package func membersIn(teamTrial id: Int64) async throws -> Set<MemberID> {
        try await read { database in
            Set(
                try Int64.fetchAll(
                    database, sql: "SELECT member FROM teamTrialYes WHERE teamTrial = ?", arguments: [id]
                ).map { MemberID($0) })
        }
    }

    package func settle(teamTrial id: Int64, isAgreed: Bool) async throws {
        try await write { database in
            try database.execute(
                sql: "UPDATE teamTrial SET isAgreed = ? WHERE id = ? AND isAgreed IS NULL",
                arguments: [isAgreed, id])
            try database.execute(sql: "DELETE FROM teamTrialYes WHERE teamTrial = ?", arguments: [id])
        }
    }
}
