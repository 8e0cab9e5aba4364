import Archive
import ArchiveSQLite
import ArgumentParser
import Casework
import Foundation
import Hummingbird
import Logging
import Reception
import ServiceLifecycle

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
        let (port, limit, hour) = try numbers()
        var logger = Logger(label: "firsthand") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.text(.logLevel)) ?? .info
        let archive = try SQLiteArchive(path: folder.appendingPathComponent("archive.sqlite").path)
        let installation = Installation(
            archive: archive, now: { Moment(seconds: Int64(Date().timeIntervalSince1970)) },
            secretBytes: Server.secretBytes)
        let baseURL =
            settings.text(.baseURL).isEmpty ? "http://localhost:\(port)" : settings.text(.baseURL)
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
                baseURL: baseURL, isBehindTLS: try settings.flag(.behindTLS), demo: people,
                longestUpload: limit << 20, product: "firsthand \(Product.version)"))
        try await importDesk.resume()
        let night = NightShift(
            installation: installation, readingRoom: readingRoom, importDesk: importDesk, hour: hour,
            schedule: try schedule(), watched: settings.text(.watch), logger: logger)
        var application = Application(
            responder: door.router().buildResponder(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.text(.host), port: port), serverName: nil), logger: logger)
        application.addServices(night)
        print("Firsthand listens on \(baseURL)")
        fflush(nil)
        try await application.runService()
        try archive.close()
    }

    private func numbers() throws -> (port: Int, limit: Int, hour: Int) {
        do {
            return (
                try settings.number(.port, in: 0...65_535),
                try settings.number(.uploadLimit, in: 1...1_048_576), try settings.number(.night, in: 0...23)
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
