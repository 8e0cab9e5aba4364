import Intake

/// A secret that is shown once and of which only the hash is kept: links, cookies.
package struct Secret: Hashable, Sendable {
    /// The secret as it stands in a link or a cookie: 43 letters of the URL-safe alphabet.
    package let text: String

    /// A new secret of 32 random bytes.
    package init(_ bytes: (Int) -> [UInt8]) { text = Secret.encode(bytes(32)) }

    /// A secret somebody brings; nil where it cannot be one.
    package init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy({ Secret.alphabet.contains($0) }) else {
            return nil
        }
        self.text = text
    }

    /// What is kept of it. The secret has 256 random bits, so a plain hash cannot be turned back.
    package var hash: [UInt8] { SHA256.digest(text.utf8) }

    /// A key for one purpose, which whoever knows only the hash cannot make.
    package func key(for purpose: String) -> [UInt8] {
        SHA256.authenticationCode(purpose.utf8, key: Array(text.utf8))
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Base64 for links, without padding (RFC 4648, section 5).
    private static func encode(_ bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        var held: UInt32 = 0
        var bits = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                letters.append(alphabet[Int(held >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { letters.append(alphabet[Int(held << UInt32(6 - bits) & 63)]) }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Whether two texts are the same, in a time that does not tell where they differ.
package func isSameSecret(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
