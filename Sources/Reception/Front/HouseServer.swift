import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import ServiceLifecycle

/// Lines for whoever runs the house; never a personal value.
package struct HouseLog: Sendable {
    fileprivate let logger: Logger

    /// A log to standard error.
    /// - Parameter level: `debug`, `info`, `warning` or `error`; anything else counts as `info`.
    package init(level: String) {
        var logger = Logger(label: "firsthand") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: level) ?? .info
        self.logger = logger
    }

    /// Something went as it should.
    package func info(_ text: String) { logger.info("\(text)") }

    /// Something did not.
    package func error(_ text: String) { logger.error("\(text)") }
}

/// Runs the front door, and the night's work beside it, until told to stop.
package struct HouseServer: Sendable {
    /// Work that is done at the start and once a night.
    package struct Night: Sendable {
        /// The hour in UTC, 0 to 23.
        package let hour: Int
        /// Seconds since 1970.
        package let now: @Sendable () -> Int64
        package let work: @Sendable () async -> Void

        package init(
            hour: Int, now: @escaping @Sendable () -> Int64, work: @escaping @Sendable () async -> Void
        ) {
            self.hour = hour
            self.now = now
            self.work = work
        }
    }

    /// Work that is done again and again.
    package struct Round: Sendable {
        /// Seconds between two times.
        package let seconds: Int64
        package let work: @Sendable () async -> Void

        package init(seconds: Int64, work: @escaping @Sendable () async -> Void) {
            self.seconds = seconds
            self.work = work
        }
    }

    private let door: FrontDoor
    private let host: String
    private let port: Int
    private let log: HouseLog
    private let certificate: HouseCertificate?
    private let night: Night?
    private let round: Round?
    private let whenOpen: @Sendable (Int) -> Void

    /// A server.
    /// - Parameters:
    ///   - port: The port to listen on; 0: any that is free.
    ///   - certificate: What to speak TLS with; nil: plain HTTP.
    ///   - whenOpen: Told the port once requests are answered.
    package init(
        _ door: FrontDoor, host: String, port: Int, log: HouseLog, night: Night?, round: Round? = nil,
        certificate: HouseCertificate? = nil, whenOpen: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.door = door
        self.host = host
        self.port = port
        self.log = log
        self.night = night
        self.round = round
        self.certificate = certificate
        self.whenOpen = whenOpen
    }

    private func application() throws -> Application<RouterResponder<FrontContext>> {
        let transport: HTTPServerBuilder =
            try certificate.map { try .tls(tlsConfiguration: $0.configuration) } ?? .http1()
        var application = Application(
            responder: door.router().buildResponder(), server: transport,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { [whenOpen, port] channel in whenOpen(channel.localAddress?.port ?? port) },
            logger: log.logger)
        if let night { application.addServices(NightShift(night: night)) }
        if let round { application.addServices(Rounds(round: round)) }
        return application
    }

    /// Runs until SIGTERM or SIGINT; what is being answered is finished first.
    package func runUntilSignalled() async throws { try await application().runService() }

    /// Runs until the task is cancelled.
    package func run() async throws { try await application().run() }
}

/// Works at the start, and then whenever the hour comes.
private struct NightShift: Service {
    let night: HouseServer.Night

    func run() async throws {
        await night.work()
        while !Task.isShuttingDownGracefully {
            let now = night.now()
            let today = now - now % 86_400 + Int64(night.hour) * 3_600
            let next = today > now ? today : today + 86_400
            do {
                try await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .seconds(next - now))
                }
            } catch {
                // Told to stop while waiting: there is nothing left to do.
                return
            }
            await night.work()
        }
    }
}

/// Works again and again, with a pause before each time.
private struct Rounds: Service {
    let round: HouseServer.Round

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            do {
                try await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .seconds(round.seconds))
                }
            } catch {
                // Told to stop while waiting: there is nothing left to do.
                return
            }
            await round.work()
        }
    }
}
