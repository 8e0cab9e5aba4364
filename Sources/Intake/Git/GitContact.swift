/// A name and an address as git writes them: in the author field or in a trailer.
///
/// It never leaves this room: what goes out is a pseudonym.
package struct GitContact: Hashable, Sendable {
    package let name: String
    package let address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }

    /// A contact from the value of a trailer, `Name <address>`; nil where there is no address.
    ///
    /// A trailer without an address names nobody who could be found again.
    package init?(trailer value: ArraySlice<UInt8>) {
        guard let open = value.lastIndex(of: UInt8(ascii: "<")),
            let close = value[open...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let address = String(decoding: value[(open + 1)..<close], as: UTF8.self).trimmedOfBlanks
        guard !address.isEmpty, !address.contains(where: { $0.isWhitespace || $0 == "<" }) else { return nil }
        self.init(
            name: String(decoding: value[..<open], as: UTF8.self).trimmedOfBlanks, address: address)
    }

    /// The address without differences of case.
    var foldedAddress: String { address.lowercased() }

    /// The name without differences of case and of blanks.
    var foldedName: String { words.joined(separator: " ").lowercased() }

    /// The words of the name.
    var words: [Substring] { name.split(whereSeparator: \.isWhitespace) }

    /// The part of the address before the sign @, folded; the whole where there is none.
    var localPart: String {
        let folded = foldedAddress
        return String(folded.prefix { $0 != "@" })
    }

    /// The account behind a GitHub no-reply address, `123+login@…` or `login@…`; nil for others.
    var account: (number: String?, login: String)? {
        let folded = foldedAddress
        let host = "@users.noreply.github.com"
        guard folded.hasSuffix(host) else { return nil }
        let local = folded.dropLast(host.count)
        guard !local.isEmpty else { return nil }
        if let plus = local.firstIndex(of: "+"), plus > local.startIndex,
            local[..<plus].allSatisfy({ $0.isASCII && $0.isNumber })
        {
            let login = local[local.index(after: plus)...]
            return login.isEmpty ? nil : (String(local[..<plus]), String(login))
        }
        return (nil, String(local))
    }

    /// Whether nobody can be written to at the address, and so no person stands behind it alone.
    var isMachineAddress: Bool {
        ["noreply", "no-reply", "donotreply", "do-not-reply"].contains(localPart)
            || localPart.hasSuffix("[bot]")
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmedOfBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
