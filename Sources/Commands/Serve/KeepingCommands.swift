import Archive
import ArchiveSQLite
import ArgumentParser
import Casework
import Foundation
import Measures
import Rollout

/// The data folder of an installation, and the archive in it.
struct DataFolder {
    let url: URL

    init(_ path: String?) {
        let given =
            path ?? ProcessInfo.processInfo.environment[ServeSetting.data.variable]
            ?? ServeSetting.data.fallback
        url = URL(fileURLWithPath: given, isDirectory: true)
    }

    var archivePath: String { url.appendingPathComponent("archive.sqlite").path }

    /// Opens an archive that is there; none is made.
    func open() throws -> SQLiteArchive {
        guard FileManager.default.fileExists(atPath: archivePath) else {
            throw ValidationError(
                "There is no archive in \(url.path). Give the data folder of the server with --data.")
        }
        return try SQLiteArchive(path: archivePath)
    }

    func installation(_ archive: SQLiteArchive) -> Installation {
        Installation(
            archive: archive, now: { Moment(seconds: Int64(Date().timeIntervalSince1970)) },
            secretBytes: Server.secretBytes)
    }
}

/// `firsthand import`: brings files into an installation, whether its server runs or not.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring exports or case files into an installation.",
        discussion: """
            The same files again change nothing. A running server shows what is new with its next reading, at the \
            latest in the night.
            """)

    @Argument(help: "Files, or folders of files.", completion: .file()) var files: [String]
    @Option(help: "The server's data folder.", completion: .directory) var data: String?

    func run() async throws {
        let folder = DataFolder(data)
        let archive = try folder.open()
        let desk = ImportDesk(
            folder.installation(archive), folder: folder.url.appendingPathComponent("incoming")
        ) {}
        let title =
            files.count == 1 ? URL(fileURLWithPath: files[0]).lastPathComponent : "\(files.count) files"
        let record: ImportRecord
        do {
            let files = files
            record = try await desk.receive(title: title, by: nil) { try Self.fill($0, with: files) }
        } catch {
            guard let reason = Self.reason(of: error) else { throw error }
            FirsthandCommand.complain(
                "firsthand: The files could not be copied to the disk of the data folder: \(reason). Free some space "
                    + "there, or check the permissions. Nothing was imported.")
            throw ExitCode(1)
        }
        await desk.idle()
        guard let done = try await archive.importRecord(record.id) else { return }
        switch done.state {
        case .done:
            let report = done.report ?? FilingReport()
            print(
                "Done: \(done.rowsRead) rows read, \(done.rowsRefused) refused; \(report.newPeople) people and \(report.newDays) days of use are new."
            )
        case .repeated: print("The same files were imported before; nothing was read.")
        case .failed:
            FirsthandCommand.complain("firsthand: \(done.failure ?? "The import failed.")")
            throw ExitCode(3)
        case .waiting, .running, .cancelled: print("Not finished; the server goes on with it.")
        }
        let notices = try await archive.notices(ofImport: record.id)
        for notice in notices.filter({ $0.severity != .note }).prefix(20) {
            let place = [notice.file, notice.line.map { "line \($0)" }].compactMap { $0 }.joined(
                separator: ", ")
            print("  \(notice.severity.rawValue): \(place.isEmpty ? "" : place + ": ")\(notice.message)")
        }
        if notices.contains(where: { $0.severity == .error }) { throw ExitCode(4) }
    }

    /// What the system says of a file that could not be copied; nil for any other trouble.
    private static func reason(of error: any Error) -> String? {
        let error = error as NSError
        // The cause is kept as an error of its own kind, which is no NSError everywhere.
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        guard cause.domain == NSPOSIXErrorDomain else { return nil }
        return String(cString: strerror(Int32(cause.code))).lowercased()
    }

    /// Copies what was named into the tray: own files of a case to its top, everything else to its exports.
    static func fill(_ tray: URL, with paths: [String]) throws {
        let manager = FileManager.default
        let exports = tray.appendingPathComponent("exports")
        try manager.createDirectory(at: exports, withIntermediateDirectories: true)
        for path in paths {
            let source = URL(fileURLWithPath: path)
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ValidationError("There is no file \(path). Check the path.")
            }
            guard isFolder.boolValue else {
                let name = source.lastPathComponent
                // Two tables of the same name would be one: the second is read as an export, or told of as unknown.
                let isOwn =
                    ImportTray.isOwn(name)
                    && !manager.fileExists(atPath: tray.appendingPathComponent(name).path)
                try manager.copyItem(at: source, to: ImportTray.place(name, in: isOwn ? tray : exports))
                continue
            }
            for name in try manager.contentsOfDirectory(atPath: path) where !name.hasPrefix(".") {
                let target = name == "exports" ? nil : ImportTray.place(name, in: tray)
                if let target {
                    try manager.copyItem(at: source.appendingPathComponent(name), to: target)
                } else {
                    let inner = source.appendingPathComponent(name)
                    for export in try manager.contentsOfDirectory(atPath: inner.path)
                    where !export.hasPrefix(".") {
                        try manager.copyItem(
                            at: inner.appendingPathComponent(export),
                            to: ImportTray.place(export, in: exports))
                    }
                }
            }
        }
    }
}

/// `firsthand backup`: a consistent copy while the server runs.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy an installation, consistently and while it runs.",
        discussion: "The copy holds everything that is personal. Keep it as safe as the original.")

    @Argument(help: "The file to write; it must not exist.", completion: .file()) var to: String
    @Option(help: "The server's data folder.", completion: .directory) var data: String?

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: to) else {
            throw ValidationError("\(to) is there already. Name a new file.")
        }
        let archive = try DataFolder(data).open()
        try archive.backUp(to: to)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: to)
        let copy = try SQLiteArchive(path: to)
        let found = try await copy.selfCheck()
        try copy.close()
        guard found.isEmpty else {
            FirsthandCommand.complain(found.joined(separator: "\n"))
            throw ExitCode(4)
        }
        print("Copied to \(to) and checked.")
    }
}

/// `firsthand restore`: puts a copy in the place of an installation's archive.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of an installation's archive.",
        discussion: "Stop the server first. What is there is kept beside it under another name.")

    @Argument(help: "The backup.", completion: .file()) var from: String
    @Option(help: "The server's data folder.", completion: .directory) var data: String?

    func run() async throws {
        let folder = DataFolder(data)
        let manager = FileManager.default
        guard manager.fileExists(atPath: from) else {
            throw ValidationError("There is no file \(from). Check the path.")
        }
        try manager.createDirectory(
            at: folder.url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let fresh = folder.archivePath + ".restoring"
        if manager.fileExists(atPath: fresh) { try manager.removeItem(atPath: fresh) }
        try manager.copyItem(atPath: from, toPath: fresh)
        let copy = try SQLiteArchive(path: fresh)
        let found = try await copy.selfCheck()
        try copy.close()
        guard found.isEmpty else {
            try manager.removeItem(atPath: fresh)
            FirsthandCommand.complain(found.joined(separator: "\n"))
            throw ExitCode(3)
        }
        if manager.fileExists(atPath: folder.archivePath) {
            let kept = folder.archivePath + ".before-restore-\(Int(Date().timeIntervalSince1970))"
            try manager.moveItem(atPath: folder.archivePath, toPath: kept)
            for suffix in ["-wal", "-shm"] where manager.fileExists(atPath: folder.archivePath + suffix) {
                try manager.moveItem(atPath: folder.archivePath + suffix, toPath: kept + suffix)
            }
            print("What was there is kept as \(kept).")
        }
        try manager.moveItem(atPath: fresh, toPath: folder.archivePath)
        print("Restored. Start the server again.")
    }
}

/// `firsthand export`: everything that is evidence, as a case folder.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all evidence of an installation as a case folder.",
        discussion: "The folder holds names and days of persons. It is for moving house, not for passing on.")

    @Option(help: "The folder to write.", completion: .directory) var out: String
    @Option(help: "The server's data folder.", completion: .directory) var data: String?

    func run() async throws {
        let folder = DataFolder(data)
        try await Keeper(folder.installation(try folder.open())).export(to: out)
        print("Written to \(out).")
    }
}

/// `firsthand doctor`: checks an installation and says what to do.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check an installation: data, clock, disk, settings.")

    @Option(help: "The server's data folder.", completion: .directory) var data: String?

    func run() async throws {
        let folder = DataFolder(data)
        var found: [String] = []
        let archive = try folder.open()
        found += try await archive.selfCheck()
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.path)
        if let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 {
            found.append(
                "Others on this machine can look into \(folder.url.path). Close it: chmod 700 \(folder.url.path)"
            )
        }
        let space = try FileManager.default.attributesOfFileSystem(forPath: folder.url.path)
        let free = (space[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let size =
            (try? FileManager.default.attributesOfItem(atPath: folder.archivePath)[.size] as? Int64) ?? 0
        if free < max(1 << 30, 2 * size) {
            found.append(
                "Only \(free >> 20) MiB are free beside an archive of \(size >> 20) MiB. Free some space before the next import."
            )
        }
        let now = Moment(seconds: Int64(Date().timeIntervalSince1970))
        if now.seconds < 1_764_000_000 {
            found.append(
                "The clock of this machine stands at \(now.day.long). Set it: sessions and waves go by it.")
        }
        if let last = try await archive.auditEntries(aboutTeam: nil, offset: 0, limit: 1).first, last.at > now
        {
            found.append("The last entry of the log lies in the future: the clock has gone back. Set it.")
        }
        let waiting = try await archive.imports().filter { $0.state == .running || $0.state == .waiting }
        if !waiting.isEmpty {
            found.append(
                "\(waiting.count) imports are not finished. The server goes on with them when it runs; start it."
            )
        }
        if try await Doorkeeper(folder.installation(archive)).isFirstRun() {
            found.append("Nobody can administer. Start the server: it prints a link for the first account.")
        }
        for sentence in found { print("· \(sentence)") }
        print(found.isEmpty ? "All is well." : "\(found.count) things to look at.")
        if !found.isEmpty { throw ExitCode(4) }
    }
}
