package import Measures
package import Rollout

/// The archive that forgets with the program: for tests, and the plainest account of what an archive promises.
package actor MemoryArchive: Archive {
    var evidence = MemoryEvidence()
    var desk = MemoryDesk()
    var pulse = MemoryPulse()
    var discovery = MemoryDiscovery()

    package init() {}

    package func selfCheck() -> [String] { [] }

    // MARK: Settings

    package func setting(_ name: String) -> String? { desk.settings[name] }

    package func settingNames(beginning prefix: String) -> [String] {
        desk.settings.keys.filter { $0.hasPrefix(prefix) }.sorted()
    }

    package func set(_ value: String?, for name: String) { desk.settings[name] = value }

    // MARK: Audit

    package func add(_ entry: AuditEntry) { desk.audit.append(entry) }

    package func auditEntries(aboutTeam team: String?, offset: Int, limit: Int) -> [AuditEntry] {
        let entries = desk.audit.reversed().filter {
            guard let team else { return true }
            return [.looked, .exported].contains($0.action) && ($0.team ?? team) == team
        }
        return Array(entries.dropFirst(offset).prefix(limit))
    }

    package func auditCount() -> Int { desk.audit.count }

    // MARK: Verdicts

    package func keep(_ verdict: VerdictRecord) {
        let monday = verdict.asOf.week.monday
        for (place, other) in desk.verdicts.enumerated()
        where other.kind == verdict.kind && other.asOf >= monday && other.asOf < verdict.asOf {
            desk.verdicts[place] = other.withoutDocument(isKept: false)
        }
        let place = desk.verdicts.firstIndex { $0.kind == verdict.kind && $0.asOf == verdict.asOf }
        guard let place else {
            desk.verdicts.append(verdict)
            return
        }
        if desk.verdicts[place].outcome == nil { desk.verdicts[place] = verdict }
    }

    package func verdicts() -> [VerdictRecord] {
        desk.verdicts.sorted { ($0.asOf, $0.kind) < ($1.asOf, $1.kind) }
            .map { $0.withoutDocument(isKept: $0.hasDocument) }
    }

    package func verdict(kind: String, asOf: Day) -> VerdictRecord? {
        desk.verdicts.first { $0.kind == kind && $0.asOf == asOf }
    }

    package func judge(kind: String, asOf: Day, outcome: VerdictRecord.Outcome) throws {
        guard let place = desk.verdicts.firstIndex(where: { $0.kind == kind && $0.asOf == asOf }) else {
            throw ArchiveFailure(.missing, "There is no verdict of that day to judge.")
        }
        if desk.verdicts[place].outcome == nil { desk.verdicts[place].outcome = outcome }
    }

    // MARK: Imports

    package func addImport(title: String, contentHash: String, bytes: Int64, at moment: Moment)
        -> ImportRecord
    {
        let record = ImportRecord(
            id: Int64(desk.imports.count + 1), arrivedAt: moment, title: title, contentHash: contentHash,
            bytes: bytes)
        desk.imports.append(record)
        return record
    }

    package func update(_ record: ImportRecord) throws {
        guard let place = desk.imports.firstIndex(where: { $0.id == record.id }) else {
            throw ArchiveFailure(.missing, "There is no such import.")
        }
        desk.imports[place] = record
    }

    package func imports() -> [ImportRecord] { desk.imports.reversed() }

    package func importRecord(_ id: Int64) -> ImportRecord? { desk.imports.first { $0.id == id } }

    package func finishedImport(contentHash: String) -> ImportRecord? {
        desk.imports.last { $0.contentHash == contentHash && $0.state == .done }
    }

    package func keepNotices(_ notices: [Notice], ofImport id: Int64) { desk.notices[id] = notices }

    package func notices(ofImport id: Int64) -> [Notice] { desk.notices[id] ?? [] }
}

/// What lies on the desk: accounts, log, imports, verdicts, settings.
struct MemoryDesk {
    var settings: [String: String] = [:]
    var audit: [AuditEntry] = []
    var verdicts: [VerdictRecord] = []
    var imports: [ImportRecord] = []
    var notices: [Int64: [Notice]] = [:]
    var accounts: [Account] = []
    var lastAccount: Int64 = 0
    var invitations: [[UInt8]: Invitation] = [:]
    var sessions: [[UInt8]: SessionRecord] = [:]
    var corrections: [CorrectionRequest] = []
}

extension VerdictRecord {
    /// The same without its document.
    fileprivate func withoutDocument(isKept: Bool) -> VerdictRecord {
        VerdictRecord(
            asOf: asOf, dueOn: dueOn, kind: kind, code: code, moving: moving, phase1: phase1, phase2: phase2,
            habit: habit, document: [], hasDocument: isKept, membership: membership, outcome: outcome)
    }
}
