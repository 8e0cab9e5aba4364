import Foundation

/// One setting of the server: where it can be given, and what it means. The only list of settings there is.
struct ServeSetting: Sendable {
    /// The name in the settings file and, as `--name`, on the command line.
    let name: String
    let fallback: String
    let help: String

    /// The name in the environment, for example `FIRSTHAND_BASE_URL`.
    var variable: String {
        "FIRSTHAND_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
    }

    static let data = ServeSetting(
        name: "data", fallback: "firsthand-data", help: "The folder everything is kept in.")
    static let host = ServeSetting(name: "host", fallback: "127.0.0.1", help: "The address to listen on.")
    static let port = ServeSetting(name: "port", fallback: "8080", help: "The port to listen on.")
    static let baseURL = ServeSetting(
        name: "base-url", fallback: "", help: "The address people type; links begin with it.")
    static let behindTLS = ServeSetting(
        name: "behind-tls", fallback: "no",
        help: "yes where a proxy in front speaks TLS: browsers are then told to stay with it.")
    static let tlsCertificate = ServeSetting(
        name: "tls-certificate", fallback: "",
        help: "A PEM file with the certificate (and its chain): the server speaks TLS itself.")
    static let tlsKey = ServeSetting(
        name: "tls-key", fallback: "", help: "A PEM file with the certificate's private key.")
    static let watch = ServeSetting(
        name: "watch", fallback: "", help: "A folder whose new files are imported; empty: none.")
    static let watchMinutes = ServeSetting(
        name: "watch-minutes", fallback: "5",
        help: "Minutes between two looks into the watched folder, 1 to 1440.")
    static let mailRelay = ServeSetting(
        name: "mail-relay", fallback: "",
        help: "Host and port of the mail server that takes mails; empty: no mails.")
    static let mailFrom = ServeSetting(
        name: "mail-from", fallback: "", help: "The address reminders come from.")
    static let mailTLS = ServeSetting(
        name: "mail-tls", fallback: "none",
        help: "none, starttls or tls: how the connection to the mail server is kept from being read.")
    static let mailUser = ServeSetting(
        name: "mail-user", fallback: "", help: "Who signs in at the mail server; empty: nobody does.")
    static let mailPasswordFile = ServeSetting(
        name: "mail-password-file", fallback: "",
        help: "A file with the password for the mail server and nothing else.")
    static let chatWebhook = ServeSetting(
        name: "chat-webhook", fallback: "",
        help: "The address messages are sent to as JSON, for a chat; empty: no chat.")
    static let postTrust = ServeSetting(
        name: "post-trust", fallback: "",
        help: "A PEM file of authorities that vouch for the mail server and the chat; empty: the system's.")
    static let uploadLimit = ServeSetting(
        name: "upload-limit", fallback: "4096", help: "Most mebibytes of one upload.")
    static let useMonths = ServeSetting(
        name: "use-months", fallback: "13", help: "Months after which days of use are forgotten, 1 to 13.")
    static let answerMonths = ServeSetting(
        name: "answer-months", fallback: "24", help: "Months after which answers are forgotten, 1 to 24.")
    static let night = ServeSetting(
        name: "night", fallback: "2", help: "The hour (UTC) at which the nightly reading is made, 0 to 23.")
    static let logLevel = ServeSetting(
        name: "log-level", fallback: "info",
        help: "debug, info, warning or error; no personal value is ever logged.")

    static let all = [
        data, host, port, baseURL, behindTLS, tlsCertificate, tlsKey, watch, watchMinutes, mailRelay,
        mailFrom, mailTLS, mailUser, mailPasswordFile, chatWebhook, postTrust, uploadLimit, useMonths,
        answerMonths, night, logLevel,
    ]
}

/// Settings as they were given: flags win over the environment, the environment over the file.
struct ServeSettings: Sendable {
    /// A setting nobody can act on, in a sentence.
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    private var values: [String: String] = [:]

    /// Reads the settings.
    /// - Parameters:
    ///   - flags: What the command line gave, by name.
    ///   - environment: The process's environment.
    ///   - file: The text of a settings file: lines of `name: value`, `#` begins a remark.
    /// - Throws: `Mistake` where a name is unknown.
    init(flags: [String: String], environment: [String: String], file: String?) throws {
        let known = Set(ServeSetting.all.map(\.name))
        for (number, line) in (file ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let text = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty else { continue }
            let parts = text.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard parts.count == 2, known.contains(parts[0]) else {
                throw Mistake(
                    description:
                        "Line \(number + 1) of the settings file sets nothing known. Write `name: value`; the names are \(ServeSetting.all.map(\.name).joined(separator: ", "))."
                )
            }
            values[parts[0]] = parts[1]
        }
        for setting in ServeSetting.all {
            if let value = environment[setting.variable] { values[setting.name] = value }
            if let value = flags[setting.name] { values[setting.name] = value }
        }
    }

    /// A setting's text.
    func text(_ setting: ServeSetting) -> String { values[setting.name] ?? setting.fallback }

    /// A whole number in a range.
    func number(_ setting: ServeSetting, in range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text(setting)), range.contains(number) else {
            throw Mistake(
                description:
                    "`\(setting.name)` is a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text(setting))\"."
            )
        }
        return number
    }

    /// Yes or no.
    func flag(_ setting: ServeSetting) throws -> Bool {
        switch text(setting).lowercased() {
        case "yes", "true", "1": return true
        case "no", "false", "0", "": return false
        default: throw Mistake(description: "`\(setting.name)` is yes or no, not \"\(text(setting))\".")
        }
    }
}
