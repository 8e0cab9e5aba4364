import Archive
import Casework
import Foundation
import Reception
import Testing

@Suite("Mails by SMTP")
struct MailPostTests {
    private func mail(_ to: String) -> ReminderDesk.Reminder {
        ReminderDesk.Reminder(
            to: to, subject: "How did it go – again?",
            body: ".\nA line\n" + String(repeating: "ä", count: 200))
    }

    private func post(_ server: PostServer) throws -> MailPost {
        try MailPost(relay: "127.0.0.1:\(server.port)", from: "firsthand@example.com", patience: 300)
    }

    @Test("arrive whole at a real server")
    func arrive() async throws {
        let relay = try await PostServer.open(.mail)
        let taken = try await post(relay).send(
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
        try await relay.close()
    }

    @Test("that are refused cost nobody else theirs")
    func refused() async throws {
        let relay = try await PostServer.open(.mail, answers: ["RCPT TO:<ada": "550 no such person"])
        #expect(
            try await post(relay).send([mail("ada@example.com"), mail("ben@example.com")], at: "now") == 1)
        #expect(relay.lines.contains("RSET"))
        try await relay.close()
    }

    @Test("say why none could be sent, without an address")
    func failures() async throws {
        let relay = try await PostServer.open(.mail, answers: ["hello": "554 closed"])
        await #expect {
            _ = try await post(relay).send([mail("ada@example.com")], at: "now")
        } throws: {
            "\($0)" == "The mail relay refused (554)."
        }
        try await relay.close()
        let nobody = try MailPost(relay: "127.0.0.1:1", from: "firsthand@example.com")
        await #expect {
            _ = try await nobody.send([mail("ada@example.com")], at: "now")
        } throws: {
            "\($0)".hasPrefix("The mail relay does not answer.")
        }
        for relay in ["", ":25", "host:port", "a:b:c"] {
            #expect(throws: PostFailure.self) { try MailPost(relay: relay, from: "a@example.com") }
        }
        #expect(throws: PostFailure.self) { try MailPost(relay: "host", from: "a@b\r\nDATA") }
        #expect(throws: PostFailure("A password is not sent in plain: set `mail-tls` to starttls or tls.")) {
            try MailPost(relay: "host", from: "a@b.example", login: .init(user: "u", password: "p"))
        }
    }

    @Test(
        "go through TLS with a login, from the first byte or after STARTTLS, and to nobody who cannot be trusted",
        .enabled(
            if: Notary.openssl != nil, "the openssl command, which signs the certificate, is not installed"),
        arguments: [PostSafety.startTLS, .tls])
    func safe(_ safety: PostSafety) async throws {
        let notary = try Notary()
        try await notary.sign("mail", as: "mail")
        let files = (file: notary.path("mail.pem"), key: notary.path("mail.key"))
        let relay = try await PostServer.open(.mail, certificate: files, startsSafe: safety == .tls)
        let login = MailPost.Login(user: "firsthand", password: "pass word")
        let post = try MailPost(
            relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com", safety: safety, login: login,
            authorities: files.file, patience: 300)
        #expect(try await post.send([mail("ada@example.com")], at: "now") == 1)
        let secret = Data("\0firsthand\0pass word".utf8).base64EncodedString()
        #expect(relay.lines.contains("AUTH PLAIN \(secret)"))
        #expect(relay.lines.contains("STARTTLS") == (safety == .startTLS))
        // The system vouches for no certificate of our own making.
        let stranger = try MailPost(
            relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com", safety: safety, login: login,
            patience: 300)
        let before = relay.lines.count
        await #expect {
            _ = try await stranger.send([mail("ada@example.com")], at: "now")
        } throws: {
            "\($0)".hasPrefix("The mail relay did not show a certificate that can be trusted.")
        }
        #expect(!relay.lines[before...].contains { $0.hasPrefix("AUTH") || $0.hasPrefix("RCPT") })
        try await relay.close()
    }

    @Test("are not sent where TLS is asked for and not offered, nor where the login is refused")
    func notSafe() async throws {
        let plain = try await PostServer.open(.mail)
        let post = try MailPost(
            relay: "127.0.0.1:\(plain.port)", from: "firsthand@example.com", safety: .startTLS, patience: 300)
        await #expect(throws: PostFailure("The mail relay does not offer STARTTLS. Nothing was sent.")) {
            _ = try await post.send([mail("ada@example.com")], at: "now")
        }
        #expect(plain.lines == ["EHLO localhost"])
        try await plain.close()
    }

    @Test(
        "say which login is known and which was refused",
        .enabled(
            if: Notary.openssl != nil, "the openssl command, which signs the certificate, is not installed"),
        arguments: [
            ("250 AUTH LOGIN", "235 in", nil),
            ("250 AUTH LOGIN", "535 no", "The mail relay did not let us in (535)."),
            (
                "250 AUTH XOAUTH2", "",
                "The mail relay offers no way to sign in that is known here (PLAIN, LOGIN)."
            ),
        ] as [(String, String, String?)])
    func logins(_ offer: String, _ last: String, _ failure: String?) async throws {
        let notary = try Notary()
        try await notary.sign("mail", as: "mail")
        let files = (file: notary.path("mail.pem"), key: notary.path("mail.key"))
        let (user, password) = (Data("u".utf8).base64EncodedString(), Data("p".utf8).base64EncodedString())
        let relay = try await PostServer.open(
            .mail,
            answers: [
                "EHLO": offer, "AUTH LOGIN": "334 VXNlcm5hbWU6", user: "334 UGFzc3dvcmQ6", password: last,
            ],
            certificate: files, startsSafe: true)
        let post = try MailPost(
            relay: "127.0.0.1:\(relay.port)", from: "firsthand@example.com", safety: .tls,
            login: .init(user: "u", password: "p"), authorities: files.file, patience: 300)
        if let failure {
            await #expect {
                _ = try await post.send([mail("ada@example.com")], at: "now")
            } throws: {
                "\($0)".hasPrefix(failure)
            }
        } else {
            #expect(try await post.send([mail("ada@example.com")], at: "now") == 1)
        }
        try await relay.close()
    }
}

@Suite("Messages into a chat")
struct ChatPostTests {
    private let message = ReminderDesk.Reminder(
        to: "ada@example.com", subject: "How did it go?", body: "One tap.\n",
        answers: [.init("Keep it", link: "https://x.example.com/answer/t-1?say=keep")], channel: .chat)

    @Test("arrive as JSON at a real server, with their answers")
    func arrive() async throws {
        let chat = try await PostServer.open(.web)
        let post = try ChatPost(address: "http://127.0.0.1:\(chat.port)/hooks/a%20b?key=1", patience: 300)
        let everybody = ReminderDesk.Reminder(to: nil, subject: "Watch", body: "Come.", channel: .chat)
        #expect(try await post.send([message, everybody]) == 2)
        let requests = chat.lines
        #expect(requests.count == 2)
        #expect(requests[0].hasPrefix("POST /hooks/a%20b?key=1 HTTP/1.1\r\nHost: 127.0.0.1:\(chat.port)\r\n"))
        let text = try #require(requests[0].components(separatedBy: "\r\n\r\n").last)
        let body = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(body["schema"] as? String == "firsthand.reminder/1")
        #expect(body["to"] as? String == "ada@example.com" && body["text"] as? String == "One tap.\n")
        let answers = try #require(body["answers"] as? [[String: String]])
        #expect(answers == [["label": "Keep it", "url": "https://x.example.com/answer/t-1?say=keep"]])
        #expect(requests[1].contains("\"to\":null"))
        try await chat.close()
    }

    @Test(
        "go through TLS to a server that can be trusted",
        .enabled(
            if: Notary.openssl != nil, "the openssl command, which signs the certificate, is not installed"))
    func safe() async throws {
        let notary = try Notary()
        try await notary.sign("chat", as: "chat")
        let files = (file: notary.path("chat.pem"), key: notary.path("chat.key"))
        let chat = try await PostServer.open(.web, certificate: files, startsSafe: true)
        let address = "https://127.0.0.1:\(chat.port)/hook"
        #expect(
            try await ChatPost(address: address, authorities: files.file, patience: 300).send([message]) == 1)
        await #expect {
            _ = try await ChatPost(address: address, patience: 300).send([message])
        } throws: {
            "\($0)".hasPrefix("The chat did not show a certificate that can be trusted.")
        }
        #expect(chat.lines.count == 1)
        try await chat.close()
    }

    @Test("say why none was taken, and take no address that is none")
    func failures() async throws {
        let chat = try await PostServer.open(.web, answers: ["hello": "HTTP/1.1 403 No\r\n\r\n"])
        await #expect(throws: PostFailure("The chat refused (403). Check `chat-webhook`.")) {
            _ = try await ChatPost(address: "http://127.0.0.1:\(chat.port)", patience: 300).send([message])
        }
        try await chat.close()
        let odd = try await PostServer.open(.web, answers: ["hello": "SSH-2.0\r\n"])
        await #expect(throws: PostFailure("What answers at `chat-webhook` is no web server.")) {
            _ = try await ChatPost(address: "http://127.0.0.1:\(odd.port)", patience: 300).send([message])
        }
        try await odd.close()
        for address in ["", "chat.example.com", "ftp://chat.example.com", "https://", "http://a:b@c.example"]
        {
            #expect(throws: PostFailure.self) { try ChatPost(address: address) }
        }
    }
}
