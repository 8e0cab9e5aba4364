/// Finds the person a key, an address or a login stands for.
///
/// Keys of the roster come first, then addresses, then the aliases of `case.yaml`. A name that two people
/// could mean finds nobody. Letter case, spaces around it and the Unicode form do not matter.
final class PersonDirectory {
    private let roster: [String: Int32]
    private var others: [String: Int32] = [:]
    /// Bytes of the longest name.
    private var longest: Int
    private let raw: ByteInterner
    private var rawToPerson: [Int32] = []
    /// People, or `nobody`, by the spellings met, for many look-ups at once.
    let table: ByteTable

    /// Number of people.
    var count: Int { roster.count }

    /// A directory of the roster's keys in ascending order: a person's number is the place there.
    init(keys: [String]) {
        roster = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Int32($0)) })
        longest = keys.reduce(0) { max($0, $1.utf8.count) }
        raw = ByteInterner(capacity: keys.count)
        table = ByteTable(capacity: keys.count)
        // A key in plain letters is spelled as it is compared.
        for (person, key) in keys.enumerated() where key.utf8.allSatisfy({ $0 < 0x80 }) {
            var key = key
            key.withUTF8 { table.add(UnsafeRawBufferPointer($0), number: person) }
        }
    }

    /// Adds another name for a person.
    /// - Returns: False where the name already stands for somebody else; it then finds nobody,
    ///   unless it is a key of the roster, which keeps its person.
    func add(_ name: String, for person: Int) -> Bool {
        let key = CellText.key(name)
        if let owner = roster[key] { return Int(owner) == person }
        longest = max(longest, key.utf8.count)
        if let other = others[key], Int(other) != person {
            others[key] = -1
            return false
        }
        others[key] = Int32(person)
        return true
    }

    /// The person a name stands for; nil where nobody or more than one.
    func find(_ name: String) -> Int? {
        let key = CellText.key(name)
        guard let person = roster[key] ?? others[key], person >= 0 else { return nil }
        return Int(person)
    }

    /// Whether the name of anybody known stands in a text, alone or run together with other letters.
    ///
    /// Names of fewer than four letters are only found alone.
    /// - Complexity: O(length × longest name) look-ups, however many people there are.
    func isNamed(in text: String) -> Bool {
        let key = CellText.key(text)
        let words = key.split { !($0.isLetter || $0.isNumber || "@._-".contains($0)) }
        if words.contains(where: { isKey(String($0)) }) { return true }
        for start in key.indices {
            var end = start
            while end < key.endIndex {
                end = key.index(after: end)
                let part = key[start..<end]
                if part.utf8.count > longest { break }
                if part.utf8.count >= 4, isKey(String(part)) { return true }
            }
        }
        return false
    }

    /// Whether a text is nothing but the name of somebody known, or an address.
    ///
    /// A few first names are products too, and are taken for those.
    /// - Complexity: O(length).
    func isName(_ text: String) -> Bool {
        let key = CellText.key(text)
        return PersonDirectory.isAddress(key) || isKey(key) && !PersonDirectory.products.contains(key)
    }

    /// Whether a text looks like an e-mail address: one sign between two parts without spaces, and a dot after it.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !text.contains { $0.isWhitespace || "()=".contains($0) }
    }

    /// Assistants whose names people bear.
    private static let products: Set<String> = [
        "ada", "alexa", "claude", "cody", "copilot", "cursor", "devin", "gemini", "jasper", "julius", "maya",
        "merlin", "otter", "poe", "siri", "theo",
    ]

    private func isKey(_ name: String) -> Bool { roster[name] != nil || others[name] != nil }

    /// Adds a name of a known kind for a person; the rule is that of `add(_:for:)`.
    func add(_ name: Identity, for person: Int) -> Bool { add(name.directoryKey, for: person) }

    /// The person a name of a known kind stands for; nil where nobody or more than one.
    ///
    /// An alias of `case.yaml` says no kind and is found for every kind.
    func find(_ name: Identity) -> Int? {
        if name.kind.isShared { return find(name.key) }
        return find(name.directoryKey) ?? find(name.key)
    }

    /// The same for bytes; fast for bytes met before. Negative where nobody is found.
    @inline(__always)
    func find(_ bytes: UnsafeRawBufferPointer) -> Int {
        if raw.count >= PersonDirectory.mostSpellings { return find(CellText.decode(bytes).text) ?? -1 }
        let (id, isNew) = raw.intern(bytes)
        if isNew { meet(bytes) }
        return Int(rawToPerson[id])
    }

    /// Spellings that are remembered: a column of anything else than people must not fill the memory.
    private static let mostSpellings = 1 << 22
    /// The number of nobody in `table`.
    static let nobody: Int32 = .max

    private func meet(_ bytes: UnsafeRawBufferPointer) {
        let person = find(CellText.decode(bytes).text) ?? -1
        rawToPerson.append(Int32(person))
        table.add(bytes, number: person < 0 ? Int(PersonDirectory.nobody) : person)
    }
}
