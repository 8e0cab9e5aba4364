import CArgon2

/// Passwords, kept only as Argon2id hashes.
///
/// - Source: RFC 9106, second recommended option scaled to 19 MiB, two passes, one lane (OWASP's minimum), by
///   the reference implementation libargon2.
package enum Passwords {
    /// Fewest characters of a password.
    package static let shortest = 12
    /// Most bytes that are looked at; a longer one is refused, never cut.
    package static let longest = 1_024

    private static let passes: UInt32 = 2
    private static let memoryKiB: UInt32 = 19_456
    private static let lanes: UInt32 = 1

    /// Why a password is refused; nil where it is good.
    package static func objection(to password: String, email: String) -> String? {
        if password.count < shortest {
            return "The password needs at least \(shortest) characters. Three or four words are easy to keep."
        }
        if password.utf8.count > longest { return "The password is too long. Use at most 1,024 letters." }
        if Set(password).count < 5 {
            return "The password repeats the same few characters. Use more of them."
        }
        let local = email.split(separator: "@").first.map { $0.lowercased() } ?? ""
        if local.count > 3, password.lowercased().contains(local) {
            return "The password holds your own address. Use words that are not about you."
        }
        return nil
    }

    /// The hash of a password in its standard text form.
    /// - Complexity: About 30 ms and 19 MiB, on purpose.
    package static func hash(_ password: String, salt: [UInt8]) -> String {
        let text = Array(password.utf8)
        let room = argon2_encodedlen(passes, memoryKiB, lanes, UInt32(salt.count), 32, Argon2_id)
        var encoded = [CChar](repeating: 0, count: Int(room))
        let result = argon2id_hash_encoded(
            passes, memoryKiB, lanes, text, text.count, salt, salt.count, 32, &encoded, encoded.count)
        precondition(result == ARGON2_OK.rawValue, "Argon2id refuses only parameters that are constants here")
        return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a password is the one of a hash; false for a hash that cannot be read.
    package static func matches(_ password: String, hash: String) -> Bool {
        guard password.utf8.count <= longest else { return false }
        let text = Array(password.utf8)
        return argon2id_verify(hash, text, text.count) == ARGON2_OK.rawValue
    }
}
