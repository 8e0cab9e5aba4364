import Archive
import Measures
import Rollout
import Testing

@Suite("Every archive keeps accounts, the log, the pulse and verdicts")
struct DeskContractTests {
    @Test("keeps accounts, one an address", arguments: Archives.allCases)
    func accounts(_ kind: Archives) async throws {
        let archive = try kind.make()
        let ada = try await archive.add(Samples.account("Ada@Example.com"), at: Samples.noon)
        #expect(try await archive.account(email: "ADA@example.com") == ada)
        await #expect(throws: ArchiveFailure.self) {
            _ = try await archive.add(Samples.account("ada@example.com"), at: Samples.noon)
        }
        try await archive.setCapabilities([.council, .administrator], of: ada.id)
        #expect(try await archive.account(ada.id)?.capabilities == [.administrator, .council])
        await #expect(throws: ArchiveFailure(.missing, "There is no such account.")) {
            try await archive.setCapabilities([], of: AccountID(77))
        }
        let ben = try await archive.add(Samples.account("ben@example.com"), at: Samples.noon)
        #expect(try await archive.accounts().map(\.id) == [ada.id, ben.id])
        try await archive.removeAccount(ada.id)
        let cem = try await archive.add(Samples.account("cem@example.com"), at: Samples.noon)
        #expect(cem.id != ada.id, "a number is never given twice")
    }

    @Test("ends sessions when time, a password or the person says so", arguments: Archives.allCases)
    func sessions(_ kind: Archives) async throws {
        let archive = try kind.make()
        let ada = try await archive.add(Samples.account("ada@example.com"), at: Samples.noon)
        func open(_ number: UInt8) async throws {
            try await archive.add(
                SessionRecord(
                    secretHash: Samples.secret(number), account: ada.id, startedAt: Samples.noon,
                    lastSeenAt: Samples.noon, expiresAt: Samples.noon.advanced(by: 60)))
        }
        try await open(1)
        try await open(2)
        let later = Samples.noon.advanced(by: 30)
        try await archive.touchSession(secretHash: Samples.secret(1), at: later)
        #expect(try await archive.session(secretHash: Samples.secret(1), at: later)?.lastSeenAt == later)
        #expect(
            try await archive.session(secretHash: Samples.secret(1), at: Samples.noon.advanced(by: 60))
                == nil)
        try await archive.endSession(secretHash: Samples.secret(1))
        #expect(try await archive.session(secretHash: Samples.secret(1), at: Samples.noon) == nil)
        #expect(try await archive.session(secretHash: Samples.secret(2), at: Samples.noon) != nil)
        try await archive.setPasswordHash("new", of: ada.id)
        #expect(try await archive.session(secretHash: Samples.secret(2), at: Samples.noon) == nil)
        #expect(try await archive.account(ada.id)?.passwordHash == "new")
        try await open(3)
        try await archive.removeExpired(at: Samples.noon.advanced(by: 60))
        #expect(try await archive.session(secretHash: Samples.secret(3), at: Samples.noon) == nil)
    }

    @Test("lets one of many who try at once use an invitation", arguments: Archives.allCases)
    func invitations(_ kind: Archives) async throws {
        let archive = try kind.make()
        try await archive.add(
            Invitation(
                secretHash: Samples.secret(9), capabilities: [.administrator],
                expiresAt: Samples.noon.advanced(by: 60)))
        #expect(
            try await archive.invitation(secretHash: Samples.secret(9), at: Samples.noon)?.capabilities
                == [.administrator])
        await #expect(throws: ArchiveFailure.self) {
            _ = try await archive.redeem(
                secretHash: Samples.secret(9), as: Samples.account("late@example.com"),
                at: Samples.noon.advanced(by: 60))
        }
        let made = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    let account = Samples.account("p\(number)@example.com")
                    do {
                        _ = try await archive.redeem(
                            secretHash: Samples.secret(9), as: account, at: Samples.noon)
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(made == 1)
        #expect(try await archive.accounts().count == 1)
    }

    @Test("keeps the log and tells a team who looked", arguments: Archives.allCases)
    func audit(_ kind: Archives) async throws {
        let archive = try kind.make()
        func entry(_ action: AuditEntry.Action, _ team: String?, _ what: String) -> AuditEntry {
            AuditEntry(
                at: Samples.noon, account: AccountID(1), who: "Ada", action: action, what: what, team: team)
        }
        try await archive.add(entry(.looked, nil, "Where we stand"))
        try await archive.add(entry(.looked, "Dispatch", "Team Dispatch"))
        try await archive.add(entry(.looked, "Operations", "Team Operations"))
        try await archive.add(entry(.signedIn, nil, "Signed in"))
        #expect(try await archive.auditCount() == 4)
        #expect(
            try await archive.auditEntries(aboutTeam: "Dispatch", offset: 0, limit: 9).map(\.what)
                == ["Team Dispatch", "Where we stand"])
        #expect(
            try await archive.auditEntries(aboutTeam: nil, offset: 1, limit: 2).map(\.what)
                == ["Team Operations", "Team Dispatch"])
    }

    @Test("keeps verdicts, and the first outcome stands", arguments: Archives.allCases)
    func verdicts(_ kind: Archives) async throws {
        let archive = try kind.make()
        func verdict(_ code: String, _ offset: Int) -> VerdictRecord {
            VerdictRecord(
                asOf: Samples.monday.advanced(by: offset), dueOn: Samples.monday.advanced(by: offset + 84),
                kind: "diagnosis", code: code, moving: 0.1, phase1: 0.2, phase2: 0.7, habit: 0.25,
                document: [1, 2, 3])
        }
        try await archive.keep(verdict("phase2", 7))
        try await archive.keep(verdict("phase1", 0))
        try await archive.keep(verdict("moving", 0))
        #expect(try await archive.verdicts().map(\.code) == ["moving", "phase2"])
        let outcome = VerdictRecord.Outcome(
            scoredOn: Samples.monday.advanced(by: 84), code: "phase2", habit: nil, brier: 0.5,
            brierOfHabit: 0.7, brierOfLast: nil)
        try await archive.judge(kind: "diagnosis", asOf: Samples.monday, outcome: outcome)
        try await archive.judge(
            kind: "diagnosis", asOf: Samples.monday,
            outcome: VerdictRecord.Outcome(
                scoredOn: Samples.monday, code: "moving", habit: 1, brier: 0, brierOfHabit: 0,
                brierOfLast: 0))
        try await archive.keep(verdict("phase1", 0))
        #expect(try await archive.verdicts().map(\.document) == [[], []])
        #expect(try await archive.verdict(kind: "interview", asOf: Samples.monday) == nil)
        let kept = try #require(try await archive.verdict(kind: "diagnosis", asOf: Samples.monday))
        #expect(kept.code == "moving")
        #expect(kept.outcome == outcome)
        #expect(kept.document == [1, 2, 3])
        // Of the readings of one week only the last is kept, with every verdict.
        try await archive.keep(verdict("moving", 9))
        try await archive.keep(verdict("moving", 8))
        #expect(try await archive.verdicts().map(\.hasDocument) == [true, false, true, true])
        await #expect(throws: ArchiveFailure.self) {
            try await archive.judge(
                kind: "interview", asOf: Samples.monday, outcome: outcome)
        }
    }

    @Test("keeps imports and what was found", arguments: Archives.allCases)
    func imports(_ kind: Archives) async throws {
        let archive = try kind.make()
        var record = try await archive.addImport(
            title: "use.csv", contentHash: "abc", bytes: 12, at: Samples.noon)
        #expect(try await archive.finishedImport(contentHash: "abc") == nil)
        var report = FilingReport()
        report.newDays = 5
        record.state = .done
        record.rowsRead = 6
        record.report = report
        record.finishedAt = Samples.noon.advanced(by: 3)
        try await archive.update(record)
        #expect(try await archive.finishedImport(contentHash: "abc") == record)
        let second = try await archive.addImport(
            title: "two", contentHash: "def", bytes: 1, at: Samples.noon)
        #expect(try await archive.imports().map(\.id) == [second.id, record.id])
        let notices = [
            Notice("intake.badDate", .warning, file: "use.csv", line: 3, message: "A date."),
            Notice("intake.note", .note, message: "A note."),
        ]
        try await archive.keepNotices(notices, ofImport: record.id)
        try await archive.keepNotices(notices, ofImport: record.id)
        #expect(try await archive.notices(ofImport: record.id) == notices)
        #expect(try await archive.importRecord(99) == nil)
    }

    @Test("keeps settings", arguments: Archives.allCases)
    func settings(_ kind: Archives) async throws {
        let archive = try kind.make()
        try await archive.set("5", for: "minimum")
        try await archive.set("6", for: "minimum")
        #expect(try await archive.setting("minimum") == "6")
        try await archive.set(nil, for: "minimum")
        #expect(try await archive.setting("minimum") == nil)
    }

    @Test("settles corrections", arguments: Archives.allCases)
    func corrections(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let ada = try await archive.contacts()[0].member
        try await archive.requestCorrection(of: ada, text: "My role is lead", at: Samples.noon)
        let asked = try await archive.corrections()
        #expect(asked.map(\.text) == ["My role is lead"])
        try await archive.settleCorrection(asked[0].id, at: Samples.noon)
        #expect(try await archive.corrections()[0].settledAt == Samples.noon)
        await #expect(throws: ArchiveFailure.self) {
            try await archive.settleCorrection(99, at: Samples.noon)
        }
    }
}
