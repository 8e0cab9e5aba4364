package import Measures

/// Codes for people that only the holder of the key can make again.
package struct GitPseudonyms: Sendable {
    private let key: [UInt8]
    private let known: Set<String>

    /// - Parameters:
    ///   - key: 32 random bytes, kept beside the case and never within it.
    ///   - known: Codes given out by an earlier collect with the same key, so that a person who has
    ///     since gained an address keeps the code.
    package init(key: [UInt8], known: Set<String> = []) {
        self.key = key
        self.known = known
    }

    /// The code of one text: `p_` and the first hexadecimal digits of its HMAC-SHA256.
    package func code(_ canonical: String, digits: Int = 10) -> String {
        let mac = SHA256.authenticationCode(canonical.utf8, key: key)
        return "p_" + SHA256.hexadecimal(mac).prefix(digits)
    }

    /// The codes of people.
    ///
    /// The canonical identity of a person is the address first seen (on equal days the first in
    /// order of letters), folded; a code known from before goes first.
    ///
    /// - Parameter people: For each person the addresses with the day each was first seen.
    /// - Returns: One code a person; ten digits, sixteen where ten would be shared. Shape (people).
    /// - Complexity: O(addresses).
    package func codes(_ people: [[(address: String, first: Day)]]) -> [String] {
        func codes(digits: Int) -> [String] {
            people.map { addresses in
                let ordered = addresses.sorted { ($0.first, $0.address) < ($1.first, $1.address) }
                let all = ordered.map { code($0.address, digits: digits) }
                return all.first(where: known.contains) ?? all.first ?? code("", digits: digits)
            }
        }
        let short = codes(digits: 10)
        return Set(short).count == short.count ? short : codes(digits: 16)
    }
}
