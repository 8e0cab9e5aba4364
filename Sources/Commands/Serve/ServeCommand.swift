import Archive
import ArgumentParser
import Foundation
import Reception

/// `firsthand serve`: the product as an organisation installs it.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the server: pages for everybody, imports, the pulse, nightly readings.",
        discussion: """
            Each setting can also stand in the environment (FIRSTHAND_ and its name in capitals) or in a \
            settings file of lines `name: value`. Flags win over the environment, the environment over the file.

            \(ServeSetting.all.map { "  \($0.name): \($0.help) Without it: \($0.fallback.isEmpty ? "none" : $0.fallback). [\($0.variable)]" }.joined(separator: "\n"))
            """)

    @Option(help: ArgumentHelp(ServeSetting.data.help), completion: .directory) var data: String?
    @Option(help: ArgumentHelp(ServeSetting.host.help)) var host: String?
    @Option(help: ArgumentHelp(ServeSetting.port.help)) var port: String?
    @Option(name: .customLong("base-url"), help: ArgumentHelp(ServeSetting.baseURL.help)) var baseURL: String?
    @Option(name: .customLong("behind-tls"), help: ArgumentHelp(ServeSetting.behindTLS.help))
    var behindTLS: String?
    @Option(
        name: .customLong("tls-certificate"), help: ArgumentHelp(ServeSetting.tlsCertificate.help),
        completion: .file())
    var tlsCertificate: String?
    @Option(
        name: .customLong("tls-key"), help: ArgumentHelp(ServeSetting.tlsKey.help), completion: .file())
    var tlsKey: String?
    @Option(help: ArgumentHelp(ServeSetting.watch.help), completion: .directory) var watch: String?
    @Option(name: .customLong("watch-minutes"), help: ArgumentHelp(ServeSetting.watchMinutes.help))
    var watchMinutes: String?
    @Option(name: .customLong("mail-relay"), help: ArgumentHelp(ServeSetting.mailRelay.help))
    var mailRelay: String?
    @Option(name: .customLong("mail-from"), help: ArgumentHelp(ServeSetting.mailFrom.help))
    var mailFrom: String?
    @Option(name: .customLong("mail-tls"), help: ArgumentHelp(ServeSetting.mailTLS.help))
    var mailTLS: String?
    @Option(name: .customLong("mail-user"), help: ArgumentHelp(ServeSetting.mailUser.help))
    var mailUser: String?
    @Option(
        name: .customLong("mail-password-file"), help: ArgumentHelp(ServeSetting.mailPasswordFile.help),
        completion: .file())
    var mailPasswordFile: String?
    @Option(name: .customLong("chat-webhook"), help: ArgumentHelp(ServeSetting.chatWebhook.help))
    var chatWebhook: String?
    @Option(
        name: .customLong("post-trust"), help: ArgumentHelp(ServeSetting.postTrust.help), completion: .file())
    var postTrust: String?
    @Option(name: .customLong("upload-limit"), help: ArgumentHelp(ServeSetting.uploadLimit.help))
    var uploadLimit: String?
    @Option(name: .customLong("use-months"), help: ArgumentHelp(ServeSetting.useMonths.help))
    var useMonths: String?
    @Option(name: .customLong("answer-months"), help: ArgumentHelp(ServeSetting.answerMonths.help))
    var answerMonths: String?
    @Option(help: ArgumentHelp(ServeSetting.night.help)) var night: String?
    @Option(name: .customLong("log-level"), help: ArgumentHelp(ServeSetting.logLevel.help))
    var logLevel: String?
    @Option(help: "A settings file.", completion: .file()) var settings: String?
    @Flag(help: "Fill an empty data folder with an invented organisation and six people to sign in as.")
    var demo = false

    func run() async throws {
        let settings = try serveSettings()
        do {
            try await Server(settings, isDemo: demo).run()
        } catch let failure as ArchiveFailure {
            FirsthandCommand.complain("firsthand: \(failure.message)")
            throw ExitCode(3)
        } catch let mistake as HouseCertificate.Mistake {
            throw ValidationError(mistake.message)
        }
    }

    private func serveSettings() throws -> ServeSettings {
        let given: [(ServeSetting, String?)] = [
            (.data, data), (.host, host), (.port, port), (.baseURL, baseURL), (.behindTLS, behindTLS),
            (.tlsCertificate, tlsCertificate), (.tlsKey, tlsKey), (.watch, watch),
            (.watchMinutes, watchMinutes), (.mailRelay, mailRelay), (.mailFrom, mailFrom),
            (.mailTLS, mailTLS), (.mailUser, mailUser), (.mailPasswordFile, mailPasswordFile),
            (.chatWebhook, chatWebhook), (.postTrust, postTrust), (.uploadLimit, uploadLimit),
            (.useMonths, useMonths),
            (.answerMonths, answerMonths), (.night, night), (.logLevel, logLevel),
        ]
        var flags: [String: String] = [:]
        for (setting, value) in given { flags[setting.name] = value }
        var file: String?
        if let settings {
            guard let data = FileManager.default.contents(atPath: settings) else {
                throw ValidationError("The settings file \(settings) cannot be read. Check the path.")
            }
            file = String(decoding: data, as: UTF8.self)
        }
        do {
            return try ServeSettings(
                flags: flags, environment: ProcessInfo.processInfo.environment, file: file)
        } catch let mistake as ServeSettings.Mistake {
            throw ValidationError(mistake.description)
        }
    }
}
