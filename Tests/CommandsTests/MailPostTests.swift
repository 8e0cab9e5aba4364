import Casework
import Commands
import Foundation
import Synchronization
import Testing

/// Closes a socket, under a name that a method called `close` does not hide.
private func endSocket(_ number: Int32) { _ = close(number) }

/// A mail server on this machine that takes what it is sent, or answers as it is told.
final class LocalRelay: Sendable {
    let port: UInt16
    private let number: Int32
    private let heard = Mutex<[String]>([])

    /// - Parameter answers: Replies to lines that begin so, instead of the usual ones.
    init(answers: [String: String] = [:]) {
        number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = number
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(number, $0, size)
                _ = listen(number, 4)
                _ = getsockname(number, $0, &size)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        Thread { [self] in serve(answers) }.start()
    }

    /// Everything that was said to the server, line by line.
    var lines: [String] { heard.withLock { $0 } }

    func close() { _ = shutdown(number, Int32(SHUT_RDWR)); endSocket(number) }

    private func serve(_ answers: [String: String]) {
        let client = accept(number, nil, nil)
        guard client >= 0, let file = fdopen(client, "r+") else { return }
        defer { fclose(file) }
        func answer(_ text: String) {
            fputs(text + "\r\n", file)
            fflush(file)
        }
        answer(answers["hello"] ?? "220-local\r\n220 ready")
        var isData = false
        var buffer = [CChar](repeating: 0, count: 4_096)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
            heard.withLock { $0.append(line) }
            if isData {
                if line == "." {
                    isData = false
                    answer("250 taken")
                }
                continue
            }
            if let special = answers.first(where: { line.hasPrefix($0.key) })?.value {
                answer(special)
                continue
            }
            switch line.prefix(4) {
            case "DATA":
                isData = true
                answer("354 go on")
            case "QUIT":
                answer("221 bye")
                return
            default: answer("250-one\r\n250 fine")
            }
        }
    }
}

@Suite("Mails by SMTP")
struct MailPostTests {
    private func mail(_ to: String) -> ReminderDesk.Mail {
        ReminderDesk.Mail(
            to: to, subject: "How did it go – again?",
            body: ".\nA line\n" + String(repeating: "ä", count: 200))
    }

    @Test("arrive whole at a real server")
    func arrive() throws {
        let relay = LocalRelay()
        defer { relay.close() }
        let post = try MailPost(relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com")
        let taken = try post.send(
            [mail("ada@example.com"), mail("x>\r\nRCPT TO:<all@example.com"), mail("ben@example.com")],
            at: "Mon, 29 Jun 2026 08:00:00 +0000")
        #expect(taken == 2)
        let lines = relay.lines
        #expect(lines.first == "EHLO localhost" && lines.last == "QUIT")
        #expect(
            lines.filter { $0.hasPrefix("RCPT") } == [
                "RCPT TO:<ada@example.com>", "RCPT TO:<ben@example.com>",
            ])
        #expect(lines.filter { $0 == "." }.count == 2)
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
        // What arrives is what was written.
        let start = try #require(lines.firstIndex(of: ""))
        let end = try #require(lines.firstIndex(of: "."))
        let body = try #require(Data(base64Encoded: lines[(start + 1)..<end].joined()))
        #expect(
            String(decoding: body, as: UTF8.self) == ".\r\nA line\r\n" + String(repeating: "ä", count: 200))
        let subject = try #require(lines.first { $0.hasPrefix("Subject: =?UTF-8?B?") })
        #expect(
            Data(base64Encoded: String(subject.dropFirst(19).dropLast(2)))
                == Data("How did it go – again?".utf8))
    }

    @Test("that are refused cost nobody else theirs")
    func refused() throws {
        let relay = LocalRelay(answers: ["RCPT TO:<ada": "550 no such person"])
        defer { relay.close() }
        let post = try MailPost(relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com")
        #expect(try post.send([mail("ada@example.com"), mail("ben@example.com")], at: "now") == 1)
        #expect(relay.lines.contains("RSET"))
    }

    @Test("say why none could be sent, without an address")
    func failures() throws {
        let relay = LocalRelay(answers: ["hello": "554 closed"])
        defer { relay.close() }
        let post = try MailPost(relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com")
        #expect {
            _ = try post.send([mail("ada@example.com")], at: "now")
        } throws: { "\($0)" == "The mail relay refused (554)." }
        let nobody = try MailPost(relay: "127.0.0.1:1", from: "firsthand@example.com")
        #expect {
            _ = try nobody.send([mail("ada@example.com")], at: "now")
        } throws: { "\($0)".hasPrefix("The mail relay does not answer.") }
        for relay in ["", ":25", "host:port", "a:b:c"] {
            #expect(throws: MailPost.Failure.self) { try MailPost(relay: relay, from: "a@example.com") }
        }
        #expect(throws: MailPost.Failure.self) { try MailPost(relay: "host", from: "a@b\r\nDATA") }
    }
}
