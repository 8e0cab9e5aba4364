package import Casework
import Foundation

/// Hands messages to a chat by a webhook: one JSON document a message, sent to an address the administrator sets.
///
/// What a chat needs is there under the name most of them read (`text`), and beside it the parts for those who want to make buttons of
/// them. The document is `firsthand.reminder/1`; Guides/Discovery/Post.md describes it.
package struct ChatPost: Sendable {
    /// The document.
    private struct Body: Encodable {
        struct Answer: Encodable {
            let label: String
            let url: String
        }

        let schema = "firsthand.reminder/1"
        /// The address of who it is for; null: everybody.
        let to: String?
        let subject: String
        let text: String
        let answers: [Answer]

        enum CodingKeys: String, CodingKey { case schema, to, subject, text, answers }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(schema, forKey: .schema)
            try container.encode(to, forKey: .to)
            try container.encode(subject, forKey: .subject)
            try container.encode(text, forKey: .text)
            try container.encode(answers, forKey: .answers)
        }
    }

    private let host: String
    private let port: Int
    /// Path and query.
    private let target: String
    private let trust: PostLine.Trust?
    private let patience: Int64

    /// A post.
    ///
    /// - Parameters:
    ///   - address: An `http` or `https` address, for example `https://chat.example.com/hooks/abc`.
    ///   - authorities: A PEM file of those who may vouch for the server; nil: the system's.
    ///   - patience: Seconds to wait for a connection, and for each answer.
    /// - Throws: `PostFailure` where it is no such address.
    package init(address: String, authorities: String? = nil, patience: Int64 = 10) throws {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.password == nil
        else {
            throw PostFailure(
                "`chat-webhook` is an address such as https://chat.example.com/hooks/abc, without a user in it."
            )
        }
        self.host = host
        self.patience = patience
        let isSafe = scheme == "https"
        port = parts.port ?? (isSafe ? 443 : 80)
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        target = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        trust = isSafe ? try PostLine.Trust(host: host, authorities: authorities) : nil
    }

    /// Sends messages, each over a connection of its own.
    ///
    /// - Returns: How many were taken (an answer in the two hundreds); one that is refused costs nobody else theirs.
    /// - Throws: `PostFailure` where none was taken.
    package func send(_ messages: [ReminderDesk.Reminder]) async throws -> Int {
        var taken = 0
        var failure: PostFailure?
        for message in messages {
            do {
                try await send(message)
                taken += 1
            } catch let failed as PostFailure {
                failure = failed
            }
        }
        if taken == 0, let failure { throw failure }
        return taken
    }

    private func send(_ message: ReminderDesk.Reminder) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = String(
            decoding: try encoder.encode(
                Body(
                    to: message.to, subject: message.subject, text: message.body,
                    answers: message.answers.map { .init(label: $0.label, url: $0.link) })), as: UTF8.self)
        let name = port == (trust == nil ? 80 : 443) ? host : "\(host):\(port)"
        let head = [
            "POST \(target) HTTP/1.1", "Host: \(name)", "Content-Type: application/json",
            "Content-Length: \(body.utf8.count)", "Connection: close", "User-Agent: firsthand", "", "",
        ].joined(separator: "\r\n")
        let code = try await PostLine.with(
            host: host, port: port, trust: trust, what: "The chat", setting: "chat-webhook",
            patience: patience
        ) { line -> Int in
            try await line.send(head + body)
            while true {
                let parts = try await line.line().split(separator: " ")
                guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let code = Int(parts[1]) else {
                    throw PostFailure("What answers at `chat-webhook` is no web server.")
                }
                // "Go on" and the like come before the answer; their lines end with an empty one.
                if code >= 200 { return code }
                while try await !line.line().isEmpty {}
            }
        }
        guard (200..<300).contains(code) else {
            throw PostFailure("The chat refused (\(code)). Check `chat-webhook`.")
        }
    }
}
