package import Archive
import GRDB
package import Measures
import Rollout

extension SQLiteArchive {
    package func evidence(asOf: Day?, withObjectors: Bool) async throws -> StoredEvidence {
        let (holdings, objectors) = try await read { database in
            (try SQLiteArchive.holdings(database), try SQLiteArchive.objectors(database))
        }
        return holdings.evidence(asOf: asOf, leavingOut: withObjectors ? [] : objectors)
    }

    package func contacts() async throws -> [(member: MemberID, contact: Contact)] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM contact WHERE mark <> '' ORDER BY member").map {
                row in
                (member: Columns(row: row).member("member"), contact: SQLiteArchive.contact(row))
            }
        }
    }

    package func contact(_ member: MemberID) async throws -> Contact? {
        try await read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM contact WHERE member = ? AND mark <> ''",
                arguments: [member.number]
            ).map(SQLiteArchive.contact)
        }
    }

    package func forgetUse(before day: Day) async throws -> Int {
        let (block, bit) = DaySet.position(of: day)
        let mask = Int64(bitPattern: ~0 << UInt64(bit))
        return try await write { database in
            func days() throws -> Int {
                try Int64.fetchCursor(
                    database, sql: "SELECT days FROM use WHERE block <= ?", arguments: [block]
                )
                .reduce(0) { $0 + $1.nonzeroBitCount }
            }
            let before = try days()
            for table in ["use", "work"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE block < ?", arguments: [block])
                try database.execute(
                    sql: "UPDATE \(table) SET days = days & ? WHERE block = ?", arguments: [mask, block])
                try database.execute(sql: "DELETE FROM \(table) WHERE days = 0")
            }
            try database.execute(
                sql: "DELETE FROM depth WHERE week < ?", arguments: [Week(containing: day).number])
            try database.execute(
                sql: "DELETE FROM weekUse WHERE week < ?", arguments: [Week(containing: day).number])
            return before - (try days())
        }
    }

    package func forgetAnswers(before day: Day) async throws -> Int {
        try await write { database in
            var forgotten = 0
            for table in ["answer", "importedAnswer"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE wave < ?", arguments: [day.column])
                forgotten += database.changesCount
            }
            return forgotten
        }
    }

    static func contact(_ row: Row) -> Contact {
        let columns = Columns(row: row)
        return Contact(
            key: columns.text("key"), email: columns.maybeText("email"), name: columns.maybeText("name"),
            mark: columns.text("mark"))
    }

    static func objectors(_ database: Database) throws -> Set<MemberID> {
        try Set(Int64.fetchAll(database, sql: "SELECT member FROM objector").map { MemberID($0) })
    }

    // MARK: Holdings

    private static func holdings(_ database: Database) throws -> Holdings {
        var holdings = Holdings()
        try EvidenceSettings.fill(&holdings, database)
        holdings.sources = try Set(
            String.fetchAll(database, sql: "SELECT name FROM source").compactMap(Evidence.Source.init))
        for row in try Row.fetchAll(database, sql: "SELECT * FROM team") {
            holdings.teams[row["name"]] = .some(row["parent"])
        }
        holdings.people = try Row.fetchAll(database, sql: "SELECT * FROM person").map(person)
        try readUse(&holdings, database)
        holdings.coverage = try coverage(database)
        try readRegister(&holdings, database)
        try readAnswers(&holdings, database)
        return holdings
    }

    private static func readUse(_ holdings: inout Holdings, _ database: Database) throws {
        var keys: [Int64: UseKey] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT * FROM useKey") {
            let columns = Columns(row: row)
            keys[columns.number("id")] = UseKey(
                tool: columns.text("tool"), useCase: columns.named("useCase"),
                mode: try columns.word("mode"))
        }
        // By place, since there can be millions of these.
        let use = try Row.fetchCursor(database, sql: "SELECT member, key, block, days FROM use")
        while let row = try use.next() {
            let number: Int64 = row[1]
            guard let key = keys[number] else { continue }
            holdings.use.append(
                Rows.Use(member: MemberID(row[0]), key: key, block: block(row[2], row[3])))
        }
        let work = try Row.fetchCursor(database, sql: "SELECT member, block, days FROM work")
        while let row = try work.next() {
            holdings.work.append(Rows.Work(member: MemberID(row[0]), block: block(row[1], row[2])))
        }
        holdings.weeks = try Row.fetchAll(database, sql: "SELECT * FROM weekUse").map { row in
            let columns = Columns(row: row)
            return Rows.WeekUse(
                member: columns.member("member"), tool: columns.text("tool"), mode: try columns.word("mode"),
                week: columns.week("week"), activeDays: row["activeDays"])
        }
        holdings.depth = try Row.fetchAll(database, sql: "SELECT * FROM depth").map { row in
            let columns = Columns(row: row)
            return Rows.Depth(
                member: columns.member("member"), week: columns.week("week"),
                actions: columns.count("actions"), activeDays: columns.count("activeDays"),
                singleActionDays: columns.count("singleActionDays"))
        }
    }

    static func block(_ index: Int64, _ days: Int64) -> DaySet.Block {
        DaySet.Block(index: Int32(truncatingIfNeeded: index), bits: UInt64(bitPattern: days))
    }

    private static func coverage(_ database: Database) throws -> [Rows.Coverage] {
        let members = try database.makeStatement(
            sql: """
                SELECT member FROM covered WHERE source = ? AND team = ? AND first = ? AND absence = ?
                ORDER BY member
                """)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM coverage ORDER BY source, team, first, absence"
        ).map { row in
            let columns = Columns(row: row)
            var listed: [MemberID]?
            if columns.flag("isListed") {
                listed = try Int64.fetchAll(
                    members,
                    arguments: [
                        columns.text("source"), columns.text("team"), columns.number("first"),
                        columns.text("absence"),
                    ]
                ).map { MemberID($0) }
            }
            return Rows.Coverage(
                source: columns.text("source"), team: columns.named("team"), members: listed,
                from: columns.day("first"), to: columns.day("last"), absence: try columns.word("absence"),
                note: columns.maybeText("note"))
        }
    }

    private static func readRegister(_ holdings: inout Holdings, _ database: Database) throws {
        holdings.useCases = try Row.fetchAll(database, sql: "SELECT * FROM useCase").map { row in
            let columns = Columns(row: row)
            return Rows.UseCase(
                id: columns.text("id"), title: columns.text("title"), tool: columns.maybeText("tool"),
                roles: columns.text("roles").split(separator: "\n").map(String.init),
                builder: columns.maybeMember("builder"), idea: columns.maybeDay("idea"),
                started: columns.maybeDay("started"), live: columns.maybeDay("live"),
                retired: columns.maybeDay("retired"))
        }
        holdings.champions = try Row.fetchAll(database, sql: "SELECT * FROM champion").map { row in
            let columns = Columns(row: row)
            return Rows.Champion(
                member: columns.member("member"), week: columns.week("week"),
                promised: columns.real("promised"), kept: columns.maybeReal("kept"))
        }
        holdings.changes = try Row.fetchAll(database, sql: "SELECT * FROM change").map { row in
            let columns = Columns(row: row)
            return Rows.Change(
                initiative: columns.text("initiative"), team: columns.named("team"),
                from: columns.day("first"), to: columns.maybeDay("last"), weight: columns.count("weight"))
        }
        holdings.messages = try Row.fetchAll(database, sql: "SELECT * FROM message").map { row in
            let columns = Columns(row: row)
            return Message(
                date: columns.day("date"), layer: try columns.word("layer"),
                channel: columns.named("channel"), motive: try columns.maybeWord("motive"),
                hasExample: Flag.value(columns.text("example")),
                isOrder: Flag.value(columns.text("command")))
        }
        holdings.mandates = try Row.fetchAll(database, sql: "SELECT * FROM mandate").map { row in
            let columns = Columns(row: row)
            return Rows.Mandate(
                from: columns.day("first"), to: columns.day("last"), team: columns.named("team"),
                what: columns.text("what"))
        }
        holdings.ties = try Row.fetchAll(database, sql: "SELECT * FROM tie").map { row in
            let columns = Columns(row: row)
            return Rows.Tie(
                a: columns.member("a"), b: columns.member("b"), weight: columns.real("weight"))
        }
    }

    private static func readAnswers(_ holdings: inout Holdings, _ database: Database) throws {
        for table in ["importedAnswer", "answer"] {
            let answers = try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
                let columns = Columns(row: row)
                return Rows.Answer(
                    wave: columns.day("wave"), team: columns.maybeText("team"), role: columns.text("role"),
                    layer: try columns.word("layer"), item: try columns.word("item"),
                    reply: try PulseAnswer.Reply(column: columns.text("reply")),
                    variant: try columns.maybeWord("variant"), form: columns.maybeText("form")?.first,
                    respondent: columns.maybeNumber("respondent"))
            }
            holdings.answers += answers
            if table == "answer", !answers.isEmpty { holdings.sources.insert(.pulse) }
        }
        holdings.examples = try Row.fetchAll(database, sql: "SELECT * FROM example").map(example)
    }
}
