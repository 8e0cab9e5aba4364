import Casework
package import Hummingbird
package import NIOCore

/// What is known of a request: who asks, and from where.
package struct FrontContext: RequestContext, RemoteAddressRequestContext, Sendable {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    /// Who is signed in; nil for strangers.
    var visitor: Visitor?
    /// The session's secret, for tokens and for ending it.
    var session: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Where the request comes from, for counting failures; never kept or logged.
    var place: String { remoteAddress?.ipAddress ?? "unknown" }
}
