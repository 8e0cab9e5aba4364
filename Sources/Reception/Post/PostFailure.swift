/// Why a message was not taken; without addresses, names or passwords.
package struct PostFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// A failure with its sentence.
    package init(_ description: String) { self.description = description }

    /// The other end closed the line or said nothing for too long.
    init(hungUp what: String) { description = what + PostFailure.hungUp }

    private static let hungUp = " hung up, or took too long."

    /// Whether the line was closed, which may have a reason that is known elsewhere.
    var isHangUp: Bool { description.hasSuffix(PostFailure.hungUp) }
}

/// How a connection to a mail server is kept from being read.
package enum PostSafety: String, Hashable, Sendable, CaseIterable {
    /// Not at all: for a relay on the same machine or the same protected network.
    case none
    /// Plain at first, then TLS (STARTTLS, RFC 3207); nothing is sent where the server will not.
    case startTLS = "starttls"
    /// TLS from the first byte (RFC 8314).
    case tls

    /// The port where none is named.
    var port: Int {
        switch self {
        case .none: 25
        case .startTLS: 587
        case .tls: 465
        }
    }
}
