package import Casework
import Foundation

/// Hands mails to a server by SMTP: a relay of the same house, or one that asks for TLS and a login.
///
/// - Source: RFC 5321 (commands and replies), RFC 3207 (STARTTLS), RFC 4954 and 4616 (AUTH PLAIN), RFC 2047 (subject),
///   RFC 2045 (base64 body in lines of 76).
package struct MailPost: Sendable {
    /// Who signs in at the server.
    package struct Login: Sendable {
        let user: String
        let password: String

        /// A login.
        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    private let host: String
    private let port: Int
    private let from: String
    private let safety: PostSafety
    private let login: Login?
    private let trust: PostLine.Trust?
    private let patience: Int64

    /// A post.
    ///
    /// - Parameters:
    ///   - relay: Host and port, for example `mail.example.com:587`; without a port the usual one of `safety`.
    ///   - from: The address mails come from.
    ///   - login: Nil: the server takes mails from here without.
    ///   - authorities: A PEM file of those who may vouch for the server; nil: the system's.
    ///   - patience: Seconds to wait for a connection, and for each answer.
    /// - Throws: `PostFailure` where one of them cannot be, or a password would go out in plain.
    package init(
        relay: String, from: String, safety: PostSafety = .none, login: Login? = nil,
        authorities: String? = nil, patience: Int64 = 10
    ) throws {
        let parts = relay.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2,
            parts.count < 2 || UInt16(parts[1]) != nil
        else { throw PostFailure("`mail-relay` is a host and a port, for example mail.example.com:25.") }
        guard MailPost.isAddress(from) else { throw PostFailure("`mail-from` is no address.") }
        guard login == nil || safety != .none else {
            throw PostFailure("A password is not sent in plain: set `mail-tls` to starttls or tls.")
        }
        self.host = host
        self.patience = patience
        port = parts.count == 2 ? Int(parts[1])! : safety.port
        self.from = from
        self.safety = safety
        self.login = login
        trust = safety == .none ? nil : try PostLine.Trust(host: host, authorities: authorities)
    }

    /// Whether a text is an address that cannot smuggle anything into a command or header.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 32 && $0.value < 127 && !"<>()[]\\,;:\"".unicodeScalars.contains($0)
        }
        return parts.count == 2 && isPlain && parts.allSatisfy { !$0.isEmpty } && text.count <= 254
    }

    /// Sends mails over one connection; who has no usable address is passed over.
    ///
    /// - Returns: How many were taken.
    /// - Throws: `PostFailure` where the relay cannot be reached, trusted or refuses.
    package func send(_ mails: [ReminderDesk.Reminder], at date: String) async throws -> Int {
        let usable = mails.compactMap { mail in
            mail.to.flatMap { MailPost.isAddress($0) ? (to: $0, mail: mail) : nil }
        }
        guard !usable.isEmpty else { return 0 }
        return try await PostLine.with(
            host: host, port: port, trust: safety == .tls ? trust : nil, what: "The mail relay",
            setting: "mail-relay", patience: patience
        ) { line in
            let talk = MailTalk(line)
            try await talk.expect(220)
            var offers = try await talk.say("EHLO localhost", 250)
            if safety == .startTLS, let trust {
                guard offers.contains(where: { $0.uppercased() == "STARTTLS" }) else {
                    throw PostFailure("The mail relay does not offer STARTTLS. Nothing was sent.")
                }
                try await talk.say("STARTTLS", 220)
                try await line.startTLS(trust)
                offers = try await talk.say("EHLO localhost", 250)
            }
            if let login { try await talk.signIn(login, offers: offers) }
            var taken = 0
            for (to, mail) in usable {
                try await talk.say("MAIL FROM:<\(from)>", 250)
                // One address that is refused costs nobody else their mail.
                guard try await talk.ask("RCPT TO:<\(to)>").code / 100 == 2 else {
                    try await talk.say("RSET", 250)
                    continue
                }
                try await talk.say("DATA", 354)
                try await talk.say(text(of: mail, to: to, at: date) + "\r\n.", 250)
                taken += 1
            }
            _ = try await talk.ask("QUIT")
            return taken
        }
    }

    /// The mail as it is sent. In base64 no line can begin with a dot or be too long.
    private func text(of mail: ReminderDesk.Reminder, to: String, at date: String) -> String {
        let subject = Data(mail.subject.utf8).base64EncodedString()
        let body = Data(mail.body.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
        return [
            "From: <\(from)>", "To: <\(to)>", "Subject: =?UTF-8?B?\(subject)?=", "Date: \(date)",
            "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", body,
        ].joined(separator: "\r\n")
    }
}

/// Commands and replies of SMTP on a line.
private struct MailTalk {
    let line: PostLine

    init(_ line: PostLine) { self.line = line }

    /// Signs in, by PLAIN where it is offered, else by LOGIN.
    func signIn(_ login: MailPost.Login, offers: [String]) async throws {
        let ways = offers.map { $0.uppercased() }.first { $0.hasPrefix("AUTH ") }?
            .split(separator: " ").dropFirst().map(String.init)
        func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        if ways?.contains("PLAIN") == true {
            let answer = try await ask("AUTH PLAIN \(base64("\0\(login.user)\0\(login.password)"))")
            guard answer.code == 235 else { throw MailTalk.notLetIn(answer.code) }
        } else if ways?.contains("LOGIN") == true {
            try await say("AUTH LOGIN", 334)
            try await say(base64(login.user), 334)
            let answer = try await ask(base64(login.password))
            guard answer.code == 235 else { throw MailTalk.notLetIn(answer.code) }
        } else {
            throw PostFailure("The mail relay offers no way to sign in that is known here (PLAIN, LOGIN).")
        }
    }

    private static func notLetIn(_ code: Int) -> PostFailure {
        PostFailure(
            "The mail relay did not let us in (\(code)). Check `mail-user` and `mail-password-file`.")
    }

    /// Sends a line and answers with the reply.
    func ask(_ text: String) async throws -> (code: Int, lines: [String]) {
        try await line.send(text + "\r\n")
        return try await reply()
    }

    /// Sends a line that has to be answered with a code; answers with what was said beside it.
    @discardableResult
    func say(_ text: String, _ code: Int) async throws -> [String] {
        try await line.send(text + "\r\n")
        return try await expect(code)
    }

    /// Waits for a reply that has to have a code; answers with what was said beside it.
    @discardableResult
    func expect(_ code: Int) async throws -> [String] {
        let answer = try await reply()
        guard answer.code == code else { throw PostFailure("The mail relay refused (\(answer.code)).") }
        return answer.lines
    }

    /// A reply; lines with a dash after the code are followed by more.
    private func reply() async throws -> (code: Int, lines: [String]) {
        var lines: [String] = []
        while lines.count < 200 {
            let text = try await line.line()
            guard text.count >= 3, let code = Int(text.prefix(3)) else { break }
            lines.append(String(text.dropFirst(4)))
            if text.dropFirst(3).first != "-" { return (code, lines) }
        }
        throw PostFailure("What answers at `mail-relay` is no mail server.")
    }
}
