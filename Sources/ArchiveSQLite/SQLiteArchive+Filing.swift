package import Archive
import GRDB
import Measures
import Rollout

extension SQLiteArchive {
    package func file(_ filing: Filing) async throws -> FilingReport {
        try await write { database in
            var report = FilingReport()
            let members = try SQLiteArchive.recognise(filing.contacts, &report, database)
            let rows = FilingRows(filing.evidence, members: members)
            try SQLiteArchive.keepPeople(rows, &report, database)
            try SQLiteArchive.keepUse(rows, &report, database)
            try SQLiteArchive.keepRegister(rows, database)
            for source in filing.evidence.sources {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO source(name) VALUES(?)", arguments: [source.rawValue])
            }
            try EvidenceSettings.keep(filing.evidence, database)
            return report
        }
    }

    /// The member number of each contact; nil for somebody who was erased.
    private static func recognise(
        _ contacts: [Contact], _ report: inout FilingReport, _ database: Database
    ) throws -> [MemberID?] {
        let erased = try Set(String.fetchAll(database, sql: "SELECT mark FROM erased"))
        let find = try database.makeStatement(sql: "SELECT member FROM contact WHERE key = ?")
        let insert = try database.makeStatement(
            sql: "INSERT INTO contact(key, email, name, mark) VALUES(?, ?, ?, ?)")
        let update = try database.makeStatement(
            sql: """
                UPDATE contact SET email = coalesce(?, email), name = coalesce(?, name), mark = ?
                WHERE member = ?
                """)
        var members: [MemberID?] = []
        for contact in contacts {
            guard !erased.contains(contact.mark) else {
                report.erasedPeople += 1
                members.append(nil)
                continue
            }
            if let known = try Int64.fetchOne(find, arguments: [contact.key]) {
                try update.execute(arguments: [contact.email, contact.name, contact.mark, known])
                members.append(MemberID(known))
            } else {
                try insert.execute(arguments: [contact.key, contact.email, contact.name, contact.mark])
                members.append(MemberID(database.lastInsertedRowID))
                report.newPeople += 1
            }
        }
        return members
    }

    private static func keepPeople(
        _ rows: FilingRows, _ report: inout FilingReport, _ database: Database
    ) throws {
        let team = try database.makeStatement(
            sql: """
                INSERT INTO team(name, parent) VALUES(?, ?)
                ON CONFLICT(name) DO UPDATE SET parent = excluded.parent
                """)
        for (name, parent) in rows.teams { try team.execute(arguments: [name, parent]) }
        let find = try database.makeStatement(sql: "SELECT * FROM person WHERE member = ?")
        let keep = try database.makeStatement(
            sql: "INSERT OR REPLACE INTO person VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for told in rows.people {
            var person = told
            if let row = try Row.fetchOne(find, arguments: [told.member.number]) {
                let known = try SQLiteArchive.person(row)
                person = told.after(known)
                if known == person { continue }
                report.movedPeople += 1
            }
            try keep.execute(arguments: [
                person.member.number, person.team, person.role, person.layer.rawValue,
                person.manager?.number, person.from?.column, person.to?.column, person.occupation,
                person.mayBeInvited.map { $0 ? 1 : 0 },
            ])
        }
    }

    /// A person's place as it is kept.
    static func person(_ row: Row) throws -> Rows.Person {
        let columns = Columns(row: row)
        return Rows.Person(
            member: columns.member("member"), team: columns.text("team"), role: columns.text("role"),
            layer: try columns.word("layer"), manager: columns.maybeMember("manager"),
            from: columns.maybeDay("first"), to: columns.maybeDay("last"),
            occupation: columns.maybeText("occupation"),
            mayBeInvited: columns.maybeNumber("mayBeInvited").map { $0 != 0 })
    }

    private static func keepUse(
        _ rows: FilingRows, _ report: inout FilingReport, _ database: Database
    ) throws {
        let keys = try keyNumbers(Set(rows.use.map(\.key)), database)
        let known = try KnownDays(of: rows.use, keys: keys, database)
        let use = try BulkInsert(
            into: "use(member, key, block, days)", columns: 4,
            onConflict: "(member, key, block) DO UPDATE SET days = days | excluded.days", database)
        for row in rows.use {
            let key = keys[row.key]!
            let old = try known.days(of: row.member.number, key: key, block: Int64(row.block.index))
            let fresh = row.block.bits & ~old
            guard fresh != 0 else { continue }
            report.newDays += fresh.nonzeroBitCount
            try use.add(
                row.member.number, key, Int64(row.block.index), Int64(bitPattern: row.block.bits))
        }
        try use.finish()
        let work = try BulkInsert(
            into: "work(member, block, days)", columns: 3,
            onConflict: "(member, block) DO UPDATE SET days = days | excluded.days", database)
        for row in rows.work {
            try work.add(row.member.number, Int64(row.block.index), Int64(bitPattern: row.block.bits))
        }
        try work.finish()
        let depth = try BulkInsert(
            into: "depth(member, week, actions, activeDays, singleActionDays)", columns: 5,
            onConflict: """
                (member, week) DO UPDATE SET actions = excluded.actions, activeDays = excluded.activeDays,
                    singleActionDays = excluded.singleActionDays
                """, database)
        for row in rows.depth {
            try depth.add(
                row.member.number, Int64(row.week.number), Int64(row.actions), Int64(row.activeDays),
                Int64(row.singleActionDays))
        }
        try depth.finish()
        let week = try database.makeStatement(sql: "INSERT OR REPLACE INTO weekUse VALUES(?, ?, ?, ?, ?)")
        for row in rows.weeks {
            try week.execute(arguments: [
                row.member.number, row.tool, row.mode.rawValue, row.week.number, row.activeDays,
            ])
        }
        try keepCoverage(rows, database)
    }

    private static func keyNumbers(_ keys: Set<UseKey>, _ database: Database) throws -> [UseKey: Int64] {
        var numbers: [UseKey: Int64] = [:]
        for key in keys.sorted() {
            let arguments: StatementArguments = [key.tool, key.useCase ?? "", key.mode.rawValue]
            try database.execute(
                sql: "INSERT OR IGNORE INTO useKey(tool, useCase, mode) VALUES(?, ?, ?)",
                arguments: arguments)
            numbers[key] = try Int64.fetchOne(
                database, sql: "SELECT id FROM useKey WHERE tool = ? AND useCase = ? AND mode = ?",
                arguments: arguments)
        }
        return numbers
    }

    private static func keepCoverage(_ rows: FilingRows, _ database: Database) throws {
        // A source that once spoke of everybody still does, so `isListed` only ever falls.
        let line = try database.makeStatement(
            sql: """
                INSERT INTO coverage(source, team, first, absence, last, isListed, note)
                VALUES(?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(source, team, first, absence) DO UPDATE SET last = max(last, excluded.last),
                    isListed = min(isListed, excluded.isListed), note = coalesce(excluded.note, note)
                """)
        let member = try database.makeStatement(
            sql: "INSERT OR IGNORE INTO covered VALUES(?, ?, ?, ?, ?)")
        for row in rows.coverage {
            let team = row.team ?? ""
            try line.execute(arguments: [
                row.source, team, row.from.column, row.absence.rawValue, row.to.column,
                row.members == nil ? 0 : 1, row.note,
            ])
            for who in row.members ?? [] {
                try member.execute(arguments: [
                    row.source, team, row.from.column, row.absence.rawValue, who.number,
                ])
            }
        }
    }

    private static func keepRegister(_ rows: FilingRows, _ database: Database) throws {
        for row in rows.useCases {
            try database.execute(
                sql: "INSERT OR REPLACE INTO useCase VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    row.id, row.title, row.tool, row.roles.joined(separator: "\n"), row.builder?.number,
                    row.idea?.column, row.started?.column, row.live?.column, row.retired?.column,
                ])
        }
        let champion = try database.makeStatement(sql: "INSERT OR REPLACE INTO champion VALUES(?, ?, ?, ?)")
        for row in rows.champions {
            try champion.execute(arguments: [row.member.number, row.week.number, row.promised, row.kept])
        }
        for row in rows.changes {
            try database.execute(
                sql: "INSERT OR REPLACE INTO change VALUES(?, ?, ?, ?, ?)",
                arguments: [
                    row.initiative, row.team ?? "", row.from.column, row.to?.column, row.weight,
                ])
        }
        for row in rows.messages {
            try database.execute(
                sql: "INSERT OR IGNORE INTO message VALUES(?, ?, ?, ?, ?, ?)",
                arguments: [
                    row.date.column, row.layer.rawValue, row.channel ?? "", row.motive?.rawValue ?? "",
                    Flag.column(row.hasExample), Flag.column(row.isOrder),
                ])
        }
        for row in rows.mandates {
            try database.execute(
                sql: "INSERT OR IGNORE INTO mandate VALUES(?, ?, ?, ?)",
                arguments: [row.from.column, row.to.column, row.team ?? "", row.what])
        }
        let tie = try database.makeStatement(sql: "INSERT OR REPLACE INTO tie VALUES(?, ?, ?)")
        for row in rows.ties { try tie.execute(arguments: [row.a.number, row.b.number, row.weight]) }
        try keepAnswers(rows, database)
    }

    private static func keepAnswers(_ rows: FilingRows, _ database: Database) throws {
        for wave in Set(rows.answers.map(\.wave)) {
            try database.execute(
                sql: "DELETE FROM importedAnswer WHERE wave = ?", arguments: [wave.column])
        }
        let answer = try database.makeStatement(
            sql: "INSERT INTO importedAnswer VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for row in rows.answers {
            try answer.execute(arguments: [
                row.wave.column, row.team, row.role, row.layer.rawValue, row.item.rawValue,
                row.reply.column, row.variant?.rawValue, row.form.map { String($0) }, row.respondent,
            ])
        }
        // In the order of the file: a set has another one each time, and two installations would differ.
        var known = try Set(Row.fetchAll(database, sql: "SELECT * FROM example").map(SQLiteArchive.example))
        for row in rows.examples where known.insert(row).inserted {
            let example = row.example
            try database.execute(
                sql: "INSERT INTO example VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    row.role, example.task, example.useCase, example.date.column, example.beforeMinutes,
                    example.afterMinutes, example.interruptionsBefore, example.interruptionsAfter,
                    example.stressBefore, example.stressAfter, example.isKept,
                ])
        }
    }

    /// An example as it is kept; its role is told by name.
    static func example(_ row: Row) -> Rows.Example {
        let columns = Columns(row: row)
        return Rows.Example(
            role: columns.text("role"),
            example: Example(
                role: 0, task: columns.text("task"), useCase: columns.text("useCase"),
                beforeMinutes: columns.real("beforeMinutes"), afterMinutes: columns.real("afterMinutes"),
                interruptionsBefore: columns.maybeReal("interruptionsBefore"),
                interruptionsAfter: columns.maybeReal("interruptionsAfter"),
                stressBefore: columns.maybeReal("stressBefore"),
                stressAfter: columns.maybeReal("stressAfter"), date: columns.day("date"),
                isKept: columns.flag("isKept")))
    }
}
