import Hummingbird

/// The session's cookie.
///
/// `__Host-`: only this host, only over TLS (or on this machine), for every path, not for script. Lax, so that a link in a
/// message finds the reader signed in; nothing is changed by following a link.
enum SessionCookie {
    static let name = "__Host-firsthand"

    /// The secret a request brings; nil where there is none.
    static func secret(of request: Request) -> String? { request.cookies[name]?.value }

    /// The header that sets it.
    static func set(_ secret: String) -> String {
        "\(name)=\(secret); Path=/; Secure; HttpOnly; SameSite=Lax"
    }

    /// The header that removes it.
    static let remove = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
}
