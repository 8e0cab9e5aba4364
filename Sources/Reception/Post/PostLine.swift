import NIOCore
import NIOPosix
import NIOSSL

/// A connection to a server that answers in lines: opened, used and closed without holding a thread.
///
/// It waits so many seconds at most for a connection, and as many for each answer.
final class PostLine {
    /// What TLS is spoken with: whom it trusts, and the name the server has to show.
    struct Trust: Sendable {
        let context: NIOSSLContext
        /// Nil for an address of numbers, which is checked as such.
        let name: String?

        /// Trust in the system's authorities, or in those of a file.
        /// - Throws: `PostFailure` where the file cannot be read.
        init(host: String, authorities: String?) throws {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            if let authorities { configuration.trustRoots = .file(authorities) }
            do { context = try NIOSSLContext(configuration: configuration) } catch {
                throw PostFailure("`post-trust` is no PEM file of certificates. Check the path.")
            }
            name = (try? SocketAddress(ipAddress: host, port: 0)) == nil ? host : nil
        }

        func handler() throws -> NIOSSLClientHandler {
            try NIOSSLClientHandler(context: context, serverHostname: name)
        }
    }

    /// Closes a connection on which nothing has been heard for too long, and tells what went wrong first: whoever writes
    /// next learns only that it is closed.
    private final class Impatience: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let trouble: EventLoopPromise<any Error>

        init(_ trouble: EventLoopPromise<any Error>) { self.trouble = trouble }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            trouble.succeed(error)
            context.fireErrorCaught(error)
        }

        func handlerRemoved(context: ChannelHandlerContext) { trouble.fail(CancellationError()) }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// Longest line, and most that is held unread.
    private static let longest = 65_536

    private let channel: any Channel
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var held = ByteBuffer()
    /// What the other end is called in sentences, with the setting that names it.
    private let what: String

    private init(
        _ channel: any Channel, _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>, what: String
    ) {
        self.channel = channel
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
        self.what = what
    }

    /// Opens a connection, does something with it, and closes it.
    ///
    /// - Parameters:
    ///   - trust: What to speak TLS with from the first byte; nil: plain.
    ///   - what: What answers, for example "The mail relay".
    ///   - setting: The setting that names it.
    ///   - patience: Seconds to wait for a connection, and for each answer.
    /// - Throws: `PostFailure`.
    static func with<Result: Sendable>(
        host: String, port: Int, trust: Trust?, what: String, setting: String,
        patience: Int64, _ body: (PostLine) async throws -> Result
    ) async throws -> Result {
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
        let trouble: EventLoopFuture<any Error>
        do {
            (channel, trouble) = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(patience))
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let line = channel.pipeline.syncOperations
                        let trouble = channel.eventLoop.makePromise(of: (any Error).self)
                        if let trust { try line.addHandler(try trust.handler()) }
                        try line.addHandler(IdleStateHandler(readTimeout: .seconds(patience)))
                        try line.addHandler(Impatience(trouble))
                        let wrapped = try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                            wrappingChannelSynchronously: channel)
                        return (wrapped, trouble.futureResult)
                    }
                }
        } catch {
            throw PostFailure("\(what) does not answer. Check `\(setting)`, and whether it is running.")
        }
        do {
            return try await channel.executeThenClose { inbound, outbound in
                try await body(PostLine(channel.channel, inbound, outbound, what: what))
            }
        } catch let failure as PostFailure where !failure.isHangUp {
            throw failure
        } catch {
            // Nothing was noted: then what was thrown says most.
            let first = (try? await trouble.get()) ?? error
            switch first {
            case is NIOSSLError, is NIOSSLExtraError:
                throw PostFailure(
                    "\(what) did not show a certificate that can be trusted. Check the name in `\(setting)`, and `post-trust`."
                )
            default: throw PostFailure(hungUp: what)
            }
        }
    }

    /// Speaks TLS from here on. What was said before in plain is not believed any more.
    func startTLS(_ trust: Trust) async throws {
        // Lines that came with the permission were said by whoever could say them in plain (RFC 3207, section 6).
        guard held.readableBytes == 0 else {
            throw PostFailure("\(what) said more than it was asked before TLS began.")
        }
        let channel = channel
        try await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.addHandler(try trust.handler(), position: .first)
        }.get()
    }

    /// Sends a text as it is.
    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    /// The next line, without its end.
    func line() async throws -> String {
        while true {
            if let end = held.readableBytesView.firstIndex(of: 10) {
                let length = end - held.readerIndex
                let text = held.readString(length: length) ?? ""
                held.moveReaderIndex(forwardBy: 1)
                return text.hasSuffix("\r") ? String(text.dropLast()) : text
            }
            guard held.readableBytes < PostLine.longest else {
                throw PostFailure("\(what) answers in lines without an end.")
            }
            guard var bytes = try await inbound.next(isolation: #isolation) else {
                throw PostFailure(hungUp: what)
            }
            held.discardReadBytes()
            held.writeBuffer(&bytes)
        }
    }
}
