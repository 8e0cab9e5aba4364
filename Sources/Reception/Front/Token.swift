import Casework

/// The token a form carries, so that only our own pages can send it for somebody (CSRF).
///
/// It is made from the session's secret, which no other site can read, and from nothing that is kept.
enum FormToken {
    /// The token of a session.
    static func of(session: String) -> String? {
        Secret(session).map {
            $0.key(for: "form").map { byte in
                let digits = String(byte, radix: 16)
                return digits.count < 2 ? "0" + digits : digits
            }.joined()
        }
    }

    /// Whether a form's token is the session's.
    static func isRight(_ token: String?, session: String?) -> Bool {
        guard let token, let session, let expected = of(session: session) else { return false }
        return isSameSecret(Array(token.utf8), Array(expected.utf8))
    }
}
