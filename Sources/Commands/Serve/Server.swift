import Archive
import ArchiveSQLite
import ArgumentParser
import Casework
import Foundation
import Reception

/// Puts the product together and runs it until it is told to stop.
struct Server {
    private let settings: ServeSettings
    private let isDemo: Bool

    init(_ settings: ServeSettings, isDemo: Bool) throws {
        self.settings = settings
        self.isDemo = isDemo
    }

    func run() async throws {
        let folder = URL(fileURLWithPath: settings.text(.data), isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let (port, limit, hour, minutes) = try numbers()
        let log = HouseLog(level: settings.text(.logLevel))
        let archive = try SQLiteArchive(path: folder.appendingPathComponent("archive.sqlite").path)
        let installation = Installation(
            archive: archive, now: { Moment(seconds: Int64(Date().timeIntervalSince1970)) },
            secretBytes: Server.secretBytes)
        let certificate = try certificate(log: log, installation)
        let scheme = certificate == nil ? "http" : "https"
        let baseURL =
            settings.text(.baseURL).isEmpty ? "\(scheme)://localhost:\(port)" : settings.text(.baseURL)
        let readingRoom = ReadingRoom(installation)
        let importDesk = ImportDesk(installation, folder: folder.appendingPathComponent("incoming")) {
            await readingRoom.invalidate()
        }
        let doorkeeper = Doorkeeper(installation)
        var people: [FrontSettings.DemoPerson] = []
        if isDemo {
            people = try await DemoInstallation(installation, doorkeeper: doorkeeper).fill()
        } else if try await doorkeeper.isFirstRun() {
            let secret = try await doorkeeper.invite(capabilities: [.administrator, .rolloutLead])
            print("Nobody can administer yet. Make the first account here, within seven days:")
            print("    \(baseURL)/invitation/\(secret.text)")
        }
        let door = FrontDoor(
            installation: installation, doorkeeper: doorkeeper, readingRoom: readingRoom,
            importDesk: importDesk,
            settings: FrontSettings(
                baseURL: baseURL, isBehindTLS: try isBehindTLS(certificate), demo: people,
                longestUpload: limit << 20, product: "firsthand \(Product.version)", channels: channels))
        try await importDesk.resume()
        let shift = NightShift(
            installation: installation, readingRoom: readingRoom, schedule: try schedule(),
            watched: watched(installation, importDesk), log: log)
        let night = HouseServer.Night(hour: hour, now: { installation.now().seconds }, work: shift.work)
        let reminders = try reminders(installation, baseURL: baseURL, log: log)
        let round = HouseServer.Round(seconds: Int64(minutes) * 60) {
            await shift.round()
            await reminders?.look()
        }
        try await HouseServer(
            door, host: settings.text(.host), port: port, log: log, night: night, round: round,
            certificate: certificate
        ) { _ in
            print("Firsthand listens on \(baseURL)")
            // Redirected output is held back by the block; whoever waits for this line wants it now.
            fflush(nil)
        }.runUntilSignalled()
        try archive.close()
    }

    /// Ways in which reminders can reach people.
    private var channels: Set<NoticePreference.Channel> {
        var channels: Set<NoticePreference.Channel> = []
        if !settings.text(.mailRelay).isEmpty { channels.insert(.mail) }
        if !settings.text(.chatWebhook).isEmpty { channels.insert(.chat) }
        return channels
    }

    /// Messages by mail and into a chat; nil where neither is set.
    private func reminders(
        _ installation: Installation, baseURL: String, log: HouseLog
    ) throws -> ReminderRound? {
        func given(_ setting: ServeSetting) -> String? {
            let text = settings.text(setting)
            return text.isEmpty ? nil : text
        }
        do {
            let authorities = given(.postTrust)
            let mail = try given(.mailRelay).map { relay in
                guard let safety = PostSafety(rawValue: settings.text(.mailTLS).lowercased()) else {
                    throw ValidationError("`mail-tls` is none, starttls or tls.")
                }
                return try MailPost(
                    relay: relay, from: settings.text(.mailFrom), safety: safety, login: try login(),
                    authorities: authorities)
            }
            let chat = try given(.chatWebhook).map { try ChatPost(address: $0, authorities: authorities) }
            guard mail != nil || chat != nil else { return nil }
            return ReminderRound(installation, mail: mail, chat: chat, baseURL: baseURL, log: log)
        } catch let failure as PostFailure {
            throw ValidationError(failure.description)
        }
    }

    /// Who signs in at the mail server; nil where nobody does.
    private func login() throws -> MailPost.Login? {
        let (user, path) = (settings.text(.mailUser), settings.text(.mailPasswordFile))
        guard user.isEmpty == path.isEmpty else {
            throw ValidationError(
                "`mail-user` and `mail-password-file` belong together: give both, or neither.")
        }
        guard !user.isEmpty else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("The file of `mail-password-file` cannot be read. Check the path.")
        }
        let password = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
        return MailPost.Login(user: user, password: password)
    }

    private func watched(_ installation: Installation, _ desk: ImportDesk) -> WatchedFolder? {
        let path = settings.text(.watch)
        guard !path.isEmpty else { return nil }
        return WatchedFolder(installation, desk: desk, path: path) {
            try ImportCommand.fill($0, with: [path])
        }
    }

    /// The certificate to speak TLS with; nil where none is set.
    private func certificate(log: HouseLog, _ installation: Installation) throws -> HouseCertificate? {
        let (certificate, key) = (settings.text(.tlsCertificate), settings.text(.tlsKey))
        guard certificate.isEmpty == key.isEmpty else {
            throw ValidationError("`tls-certificate` and `tls-key` belong together: give both, or neither.")
        }
        guard !certificate.isEmpty else { return nil }
        return try HouseCertificate(
            certificate: certificate, key: key, now: { installation.now().seconds }, whenFailed: log.error)
    }

    private func isBehindTLS(_ certificate: HouseCertificate?) throws -> Bool {
        do {
            let isBehindProxy = try settings.flag(.behindTLS)
            return certificate != nil || isBehindProxy
        } catch let mistake as ServeSettings.Mistake {
            throw ValidationError(mistake.description)
        }
    }

    private func numbers() throws -> (port: Int, limit: Int, hour: Int, minutes: Int) {
        do {
            return (
                try settings.number(.port, in: 0...65_535),
                try settings.number(.uploadLimit, in: 1...1_048_576), try settings.number(.night, in: 0...23),
                try settings.number(.watchMinutes, in: 1...1_440)
            )
        } catch let mistake as ServeSettings.Mistake {
            throw ValidationError(mistake.description)
        }
    }

    private func schedule() throws -> Keeper.Schedule {
        do {
            return Keeper.Schedule(
                useMonths: try settings.number(.useMonths, in: 1...13),
                answerMonths: try settings.number(.answerMonths, in: 1...24))
        } catch let mistake as ServeSettings.Mistake {
            throw ValidationError(mistake.description)
        }
    }

    /// Bytes from the system's source of secrets.
    static let secretBytes: @Sendable (Int) -> [UInt8] = { count in
        var system = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &system) }
    }
}
