import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A mail server or a web server on this machine that takes what it is sent, or answers as it is told.
final class PostServer: Sendable {
    /// How it speaks.
    enum Kind: Sendable {
        case mail, web
    }

    let port: Int
    private let channel: any Channel
    private let heard: Heard

    /// What was said, line by line; the web server keeps whole bodies.
    final class Heard: Sendable {
        let lines = Mutex<[String]>([])
    }

    /// - Parameters:
    ///   - answers: Replies to lines that begin so, instead of the usual ones; `hello` is the greeting.
    ///   - certificate: What TLS is spoken with; `startsSafe`: from the first byte, else after STARTTLS.
    static func open(
        _ kind: Kind, answers: [String: String] = [:], certificate: (file: String, key: String)? = nil,
        startsSafe: Bool = false
    ) async throws -> PostServer {
        let heard = Heard()
        let safe = try certificate.map { files in
            try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: try NIOSSLCertificate.fromPEMFile(files.file).map { .certificate($0) },
                    privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem))))
        }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let line = channel.pipeline.syncOperations
                    if startsSafe, let safe { try line.addHandler(NIOSSLServerHandler(context: safe)) }
                    try line.addHandler(Talk(kind, answers: answers, safe: startsSafe ? nil : safe, heard))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return PostServer(channel, heard)
    }

    private init(_ channel: any Channel, _ heard: Heard) {
        self.channel = channel
        self.heard = heard
        port = channel.localAddress?.port ?? 0
    }

    var lines: [String] { heard.lines.withLock { $0 } }

    func close() async throws { try await channel.close() }

    /// One connection.
    private final class Talk: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let kind: Kind
        private let answers: [String: String]
        private let safe: NIOSSLContext?
        private let heard: Heard
        private var held = ""
        private var isData = false
        private var isSafe = false

        init(_ kind: Kind, answers: [String: String], safe: NIOSSLContext?, _ heard: Heard) {
            self.kind = kind
            self.answers = answers
            self.safe = safe
            self.heard = heard
        }

        func channelActive(context: ChannelHandlerContext) {
            if kind == .mail { say(answers["hello"] ?? "220-local\r\n220 ready", context) }
        }

        private func say(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            held += String(buffer: unwrapInboundIn(data))
            if kind == .web { return answerRequest(context) }
            while let end = held.firstRange(of: "\r\n") {
                let line = String(held[..<end.lowerBound])
                held.removeSubrange(..<end.upperBound)
                heard.lines.withLock { $0.append(line) }
                answer(line, context)
            }
        }

        private func answerRequest(_ context: ChannelHandlerContext) {
            guard let end = held.firstRange(of: "\r\n\r\n"),
                let length = held.firstMatch(of: /Content-Length: (\d+)/).flatMap({ Int($0.1) }),
                held[end.upperBound...].utf8.count >= length
            else { return }
            heard.lines.withLock { $0.append(held) }
            held = ""
            context.writeAndFlush(
                wrapOutboundOut(ByteBuffer(string: answers["hello"] ?? "HTTP/1.1 200 OK\r\n\r\n")),
                promise: nil)
            context.close(promise: nil)
        }

        private func answer(_ line: String, _ context: ChannelHandlerContext) {
            if isData {
                if line == "." {
                    isData = false
                    say("250 taken", context)
                }
                return
            }
            if let special = answers.first(where: { line.hasPrefix($0.key) })?.value {
                return say(special, context)
            }
            switch line.prefix(4) {
            case "DATA":
                isData = true
                say("354 go on", context)
            case "QUIT": say("221 bye", context)
            case "EHLO":
                let offer = safe != nil && !isSafe ? "250-STARTTLS\r\n" : ""
                say("250-local\r\n\(offer)250 AUTH LOGIN PLAIN", context)
            case "STAR":
                guard let safe else { return say("502 no", context) }
                isSafe = true
                // The permission goes out in plain, and everything after it does not.
                say("220 go on", context)
                do {
                    try context.pipeline.syncOperations.addHandler(
                        NIOSSLServerHandler(context: safe), position: .first)
                } catch { context.close(promise: nil) }
            case "AUTH": say("235 welcome", context)
            default: say("250-one\r\n250 fine", context)
            }
        }
    }
}
