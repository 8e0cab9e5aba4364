package import Casework
import Foundation

/// Hands mails to a relay by SMTP, without a password: for a mail server of the same house.
///
/// - Source: RFC 5321 (commands and replies), RFC 2047 (subject), RFC 2045 (base64 body in lines of 76).
package struct MailPost: Sendable {
    /// Why a mail was not taken; without addresses.
    package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String

        init(_ description: String) { self.description = description }
    }

    private let host: String
    private let port: String
    private let from: String

    /// A post.
    ///
    /// - Parameters:
    ///   - relay: Host and port, for example `mail.example.com:25`; without a port: 25.
    ///   - from: The address mails come from.
    /// - Throws: `Failure` where one of the two cannot be.
    package init(relay: String, from: String) throws {
        let parts = relay.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2,
            parts.count < 2 || UInt16(parts[1]) != nil
        else { throw Failure("`mail-relay` is a host and a port, for example mail.example.com:25.") }
        guard MailPost.isAddress(from) else { throw Failure("`mail-from` is no address.") }
        self.host = host
        port = parts.count == 2 ? parts[1] : "25"
        self.from = from
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
    /// - Throws: `Failure` where the relay cannot be reached or refuses.
    package func send(_ mails: [ReminderDesk.Mail], at date: String) throws -> Int {
        let usable = mails.filter { MailPost.isAddress($0.to) }
        guard !usable.isEmpty else { return 0 }
        let line = try RelayLine(host: host, port: port)
        defer { line.close() }
        try line.expect(220)
        try line.say("EHLO localhost", 250)
        var taken = 0
        for mail in usable {
            try line.say("MAIL FROM:<\(from)>", 250)
            // One address that is refused costs nobody else their mail.
            guard try line.ask("RCPT TO:<\(mail.to)>") / 100 == 2 else {
                try line.say("RSET", 250)
                continue
            }
            try line.say("DATA", 354)
            try line.say(text(of: mail, at: date) + "\r\n.", 250)
            taken += 1
        }
        _ = try line.ask("QUIT")
        return taken
    }

    /// The mail as it is sent. In base64 no line can begin with a dot or be too long.
    func text(of mail: ReminderDesk.Mail, at date: String) -> String {
        let subject = Data(mail.subject.utf8).base64EncodedString()
        let body = Data(mail.body.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
        return [
            "From: <\(from)>", "To: <\(mail.to)>", "Subject: =?UTF-8?B?\(subject)?=", "Date: \(date)",
            "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", body,
        ].joined(separator: "\r\n")
    }
}

/// Closes a socket, under a name that methods called `close` do not hide.
private func endSocket(_ number: Int32) { _ = close(number) }

/// Sends bytes; a relay that hangs up is an error here and no signal to the process.
private func sendBytes(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    send(number, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
}

/// A connection to a relay, line by line, that waits ten seconds at most.
private final class RelayLine {
    private static let patience = 10
    private var socketNumber: Int32 = -1
    private var held: [UInt8] = []

    init(host: String, port: String) throws {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, port, &hints, &found) == 0 else {
            throw MailPost.Failure("The mail relay's name cannot be found. Check `mail-relay`.")
        }
        defer { freeaddrinfo(found) }
        var next = found
        while let address = next?.pointee {
            let made = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            if made >= 0 {
                var time = timeval(tv_sec: RelayLine.patience, tv_usec: 0)
                let size = socklen_t(MemoryLayout<timeval>.size)
                setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &time, size)
                setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &time, size)
                if connect(made, address.ai_addr, address.ai_addrlen) == 0 {
                    socketNumber = made
                    return
                }
                endSocket(made)
            }
            next = address.ai_next
        }
        throw MailPost.Failure(
            "The mail relay does not answer. Check `mail-relay`, and whether it is running.")
    }

    func close() { if socketNumber >= 0 { endSocket(socketNumber) } }

    /// Sends a line and answers with the reply's code.
    func ask(_ text: String) throws -> Int {
        var bytes = Array((text + "\r\n").utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { sendBytes(socketNumber, $0) }
            guard count > 0 else { throw MailPost.Failure("The mail relay hung up.") }
            bytes = bytes.dropFirst(count)
        }
        return try reply()
    }

    /// Sends a line that has to be answered with a code.
    func say(_ text: String, _ code: Int) throws {
        let answer = try ask(text)
        guard answer == code else { throw MailPost.Failure("The mail relay refused (\(answer)).") }
    }

    /// Waits for a reply that has to have a code.
    func expect(_ code: Int) throws {
        let answer = try reply()
        guard answer == code else { throw MailPost.Failure("The mail relay refused (\(answer)).") }
    }

    /// The code of a reply; lines with a dash after the code are followed by more.
    private func reply() throws -> Int {
        while true {
            let line = try self.line()
            guard line.count >= 3, let code = Int(line.prefix(3)) else {
                throw MailPost.Failure("What answers at `mail-relay` is no mail server.")
            }
            if line.dropFirst(3).first != "-" { return code }
        }
    }

    private func line() throws -> String {
        while true {
            if let end = held.firstIndex(of: 10) {
                let line = held[..<end]
                held.removeSubrange(...end)
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            guard held.count < 65_536 else {
                throw MailPost.Failure("What answers at `mail-relay` is no mail server.")
            }
            var bytes = [UInt8](repeating: 0, count: 1_024)
            let count = recv(socketNumber, &bytes, bytes.count, 0)
            guard count > 0 else { throw MailPost.Failure("The mail relay hung up, or took too long.") }
            held += bytes[..<count]
        }
    }
}
