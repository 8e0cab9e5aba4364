package import Archive
package import Foundation
package import Intake
import Rollout

/// Brings files into a running installation, one import after another.
///
/// Files wait in a folder of their own until they are read, so that an import that was cut off by a crash starts
/// over. Reading changes nothing; what was read is filed in one step. Then the files are removed: they hold names.
package actor ImportDesk {
    private let installation: Installation
    private let folder: URL
    private let whenDone: @Sendable () async -> Void
    private var running: Task<Void, Never>?
    private var cancelled: Set<Int64> = []
    private var seen: [Int64: Int64] = [:]

    /// A desk.
    /// - Parameters:
    ///   - folder: Where files wait; made if missing.
    ///   - whenDone: Called after an import changed the evidence.
    package init(
        _ installation: Installation, folder: URL, whenDone: @escaping @Sendable () async -> Void
    ) {
        self.installation = installation
        self.folder = folder
        self.whenDone = whenDone
    }

    private var archive: any Archive { installation.archive }

    /// A new folder to put the files of one import into; hand it to `receive`.
    package func tray() throws -> URL {
        let tray = folder.appendingPathComponent("tray-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: tray, withIntermediateDirectories: true)
        return tray
    }

    /// Fills a tray and takes it over; nothing is left lying about where either fails.
    package func receive(
        title: String, by visitor: Visitor?, fill: @Sendable (URL) throws -> Void
    ) async throws -> ImportRecord {
        let tray = try tray()
        do {
            try fill(tray)
            return try await receive(tray, title: title, by: visitor)
        } catch {
            try? FileManager.default.removeItem(at: tray)
            throw error
        }
    }

    /// Takes a tray over and reads it as soon as nothing else is read.
    package func receive(_ tray: URL, title: String, by visitor: Visitor?) async throws -> ImportRecord {
        let source = FolderCase(tray.path)
        let files = try source.files()
        let bytes = files.reduce(Int64(0)) { $0 + Int64($1.size ?? 0) }
        let record = try await archive.addImport(
            title: title, contentHash: ImportDesk.hash(files), bytes: bytes, at: installation.now())
        try FileManager.default.moveItem(at: tray, to: place(of: record.id))
        try await installation.log(.imported, "Handed in files for import", by: visitor)
        start()
        return record
    }

    /// Goes on with imports that were waiting or running when the program ended.
    package func resume() async throws {
        for var record in try await archive.imports() where record.state == .running {
            record.state = .waiting
            record.bytesRead = 0
            try await archive.update(record)
        }
        try removeAbandonedTrays()
        start()
    }

    /// Removes trays nobody has touched for a day: whoever filled them is gone.
    private func removeAbandonedTrays() throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder.path) else { return }
        for name in try manager.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("tray-") {
            let tray = folder.appendingPathComponent(name)
            let touched = try manager.attributesOfItem(atPath: tray.path)[.modificationDate] as? Date
            if let touched, Int64(touched.timeIntervalSince1970) < installation.now().seconds - 86_400 {
                try manager.removeItem(at: tray)
            }
        }
    }

    /// Stops an import that waits or runs; what was filed before stays.
    package func cancel(_ id: Int64, by visitor: Visitor?) async throws {
        cancelled.insert(id)
        if var record = try await archive.importRecord(id), record.state == .waiting {
            record.state = .cancelled
            record.finishedAt = installation.now()
            try await archive.update(record)
            removeFiles(id)
        }
        try await installation.log(.imported, "Cancelled an import", by: visitor)
    }

    /// How far a running import has come, in bytes.
    package func bytesRead(_ id: Int64) -> Int64? { seen[id] }

    /// Waits until nothing is left to read.
    package func idle() async {
        while let running { await running.value }
    }

    private func start() {
        guard running == nil else { return }
        running = Task {
            await work()
            running = nil
        }
    }

    private func work() async {
        do {
            while let next = try await archive.imports().last(where: { $0.state == .waiting }) {
                try await run(next)
            }
        } catch {
            // The archive refuses even to say what waits. The next import, or a restart, tries again.
            return
        }
    }

    private func run(_ waiting: ImportRecord) async throws {
        var record = waiting
        if try await archive.finishedImport(contentHash: record.contentHash) != nil {
            record.state = .repeated
            record.finishedAt = installation.now()
            try await archive.update(record)
            removeFiles(record.id)
            return
        }
        let place = place(of: record.id)
        guard FileManager.default.fileExists(atPath: place.path) else {
            // The program ended between the record and its files. To read nothing would count as having read them.
            record.state = .failed
            record.failure = "The files were cut off on their way. Hand them in again."
            record.finishedAt = installation.now()
            try await archive.update(record)
            return
        }
        record.state = .running
        try await archive.update(record)
        do {
            let source = UploadCase(folder: FolderCase(place.path), known: try await knownCase())
            let result = try await read(source, of: record.id)
            guard !cancelled.contains(record.id) else {
                record.state = .cancelled
                record.finishedAt = installation.now()
                try await archive.update(record)
                removeFiles(record.id)
                return
            }
            let contacts = try await installation.contacts(of: result)
            record.report = try await archive.file(Filing(evidence: result.evidence, contacts: contacts))
            record.rowsRead = result.statistics.files.reduce(0) { $0 + $1.rowsRead }
            record.rowsRefused = result.statistics.files.reduce(0) { $0 + $1.rowsRefused }
            record.bytesRead = record.bytes
            record.state = .done
            try await archive.keepNotices(result.notices, ofImport: record.id)
        } catch let failure as IntakeFailure {
            record.state = .failed
            record.failure = failure.message
        } catch let failure as ArchiveFailure {
            record.state = .failed
            record.failure = failure.message
        }
        record.finishedAt = installation.now()
        try await archive.update(record)
        seen[record.id] = nil
        removeFiles(record.id)
        if record.state == .done { await whenDone() }
    }

    private func read(_ source: UploadCase, of id: Int64) async throws -> ReadResult {
        try await LongWork.do {
            try await ImportDesk.readAway(source) { progress in
                Task { await self.note(id, Int64(progress.bytesRead)) }
            }
        }
    }

    private func note(_ id: Int64, _ bytes: Int64) { seen[id] = max(bytes, seen[id] ?? 0) }

    /// Away from the actor, so that others can be told how far it is.
    @concurrent private static func readAway(
        _ source: UploadCase, progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws -> ReadResult {
        try CaseReader().read(source, progress: progress)
    }

    /// Where the files of an import wait.
    private func place(of id: Int64) -> URL {
        folder.appendingPathComponent("import-\(id)", isDirectory: true)
    }

    private func removeFiles(_ id: Int64) {
        // A folder that cannot be removed is found by `firsthand doctor`.
        try? FileManager.default.removeItem(at: place(of: id))
    }

    /// What the installation knows already, as files of a case, so that an export alone finds its people.
    private func knownCase() async throws -> [String: [UInt8]] {
        let stored = try await archive.evidence(asOf: nil, withObjectors: true).without(archive.unnamed())
        guard !stored.evidence.people.isEmpty else { return [:] }
        let contacts = Dictionary(
            uniqueKeysWithValues: try await archive.contacts().map { ($0.member, $0.contact) })
        let people = EvidenceTables.people(stored, contacts: contacts)
        var files = [people.file: CSVWriter.bytes(of: people)]
        if let settings = try await archive.setting("case.yaml") {
            files["case.yaml"] = Array(settings.utf8)
        }
        return files
    }

    private static func hash(_ files: [CaseFile]) -> String {
        files.sorted { $0.path < $1.path }.map { file in
            "\(file.path):\(file.size ?? -1):\(ContentHash(of: file)?.text ?? "unreadable")"
        }.joined(separator: "\n")
    }
}

/// Files that were handed in, with what is known already where they do not bring it themselves.
struct UploadCase: CaseSource, Sendable {
    let folder: FolderCase
    /// Bytes by path.
    let known: [String: [UInt8]]

    func files() throws -> [CaseFile] {
        let brought = try folder.files()
        let paths = Set(brought.map(\.plainPath))
        return brought
            + known.sorted { $0.key < $1.key }.filter { !paths.contains($0.key) }
            .map { CaseFile(path: $0.key, bytes: $0.value) }
    }
}

extension Installation {
    /// Who the people of a reading are, each with the mark by which an erased person is recognised.
    package func contacts(of result: ReadResult) async throws -> [Contact] {
        let key = try await markKey()
        return result.contacts.map { entry in
            let code = SHA256.authenticationCode(entry.key.utf8, key: key)
            return Contact(key: entry.key, email: entry.email, mark: SHA256.hexadecimal(code))
        }
    }

    /// The key of the marks by which erased people are recognised; made when first asked for.
    func markKey() async throws -> [UInt8] {
        if let text = try await archive.setting("mark.key") { return Array(text.utf8) }
        let text = Secret(secretBytes).text
        try await archive.set(text, for: "mark.key")
        return Array(text.utf8)
    }
}
