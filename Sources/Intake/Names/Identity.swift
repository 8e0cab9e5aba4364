/// What kind of name a person goes by in a source.
///
/// Addresses, logins and pseudonyms are looked up among all names of a person. Numbers and ids are looked up
/// among those of their own kind, so that employee 1001 is never mistaken for account 1001.
package enum IdentityKind: String, Hashable, Sendable, CaseIterable {
    /// An e-mail address or user principal name.
    case address
    /// A login of a tool.
    case login
    /// The number of an HR system.
    case employeeID
    /// The id of a directory object.
    case objectID
    /// The number or id of an account in a tool.
    case accountID
    /// A code that stands for a name in one source, for example a Viva `PersonId`.
    case pseudonym

    /// Whether names of this kind are looked up among those of every kind that is so.
    var isShared: Bool { self == .address || self == .login || self == .pseudonym }
}

/// One name of a person in a source. It never leaves Intake but in the list of names that met nobody.
struct Identity: Hashable {
    let kind: IdentityKind
    /// The name as it is compared.
    let key: String

    /// A name; nil where there is none.
    init?(_ kind: IdentityKind, _ text: String?) {
        guard let text, case let key = CellText.key(text), !key.isEmpty else { return nil }
        self.kind = kind
        self.key = key
    }

    /// The word under which the directory knows it.
    var directoryKey: String { kind.isShared ? key : "\(kind.rawValue)\u{1F}\(key)" }

    /// Whether the name is one of the codes that stand for concealed names.
    var isConcealed: Bool { kind == .pseudonym || Concealment.isCode(key) }
}

/// The codes that vendors put in place of names.
enum Concealment {
    /// Whether a compared name is such a code: 32 hexadecimal digits, a GUID, `user_…` or `(unknown)`.
    static func isCode(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        if key == "(unknown)" { return true }
        if key.hasPrefix("user_"), !key.contains("@") {
            // `user_3f9a` is a code, `user_experience` a mailbox.
            let rest = bytes.dropFirst(5)
            return !rest.isEmpty && rest.allSatisfy(isHex) && rest.contains { (48...57).contains($0) }
        }
        if bytes.count == 32 { return bytes.allSatisfy(isHex) }
        guard bytes.count == 36 else { return false }
        return bytes.enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index) ? byte == 45 : isHex(byte)
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
