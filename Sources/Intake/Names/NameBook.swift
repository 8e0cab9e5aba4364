/// Numbers names that differ only in letter case, spaces or Unicode form as one.
///
/// What is shown is the spelling of the register or of `case.yaml` where there is one, else the spelling
/// that sorts first: the order in which files are read never shows. A name that is a person's stands where
/// columns slipped; it is never kept, and all such are one name, `NameBook.hidden`.
final class NameBook {
    /// What stands for every name that is a person's.
    static let hidden = "(a person's name)"

    /// Whether a name that nobody registered is a person's.
    var isPersonal: (String) -> Bool = { _ in false }
    /// Different spellings that were hidden.
    private(set) var hiddenCount = 0

    private let raw = ByteInterner()
    private var rawToName: [Int32] = []
    private var byKey: [String: Int] = [:]
    private var aliases: [String: String] = [:]
    private var isFixed: [Bool] = []
    /// The spelling shown, by number.
    private(set) var names: [String] = []

    /// Number of different names.
    var count: Int { names.count }

    /// Other names by name, as `case.yaml` gives them; call before the first name is met.
    func setAliases(_ others: [String: [String]]) {
        for name in others.keys.sorted() {
            for other in others[name] ?? [] { aliases[CellText.key(other)] = name }
            aliases[CellText.key(name)] = name
        }
    }

    /// The number of a name.
    /// - Parameter isFixed: Whether this spelling is the one to show.
    func number(of text: String, isFixed fixed: Bool = false) -> Int {
        let alias = aliases[CellText.key(text)]
        var shown = CellText.display(alias ?? text)
        if isHidden(shown, fixed: fixed || alias != nil) {
            hiddenCount += 1
            shown = NameBook.hidden
        }
        let key = CellText.key(shown)
        guard let number = byKey[key] else {
            byKey[key] = names.count
            names.append(shown)
            isFixed.append(fixed || alias != nil)
            return names.count - 1
        }
        let wins = fixed || alias != nil
        if wins == isFixed[number] {
            names[number] = min(names[number], shown)
        } else if wins {
            names[number] = shown
            isFixed[number] = true
        }
        return number
    }

    /// The number of a name in bytes; fast for bytes met before.
    func number(of bytes: UnsafeRawBufferPointer) -> Int {
        let (id, isNew) = raw.intern(bytes)
        if isNew { rawToName.append(Int32(number(of: CellText.decode(bytes).text))) }
        return Int(rawToName[id])
    }

    /// The number of a name that has been met; nil otherwise.
    func known(_ text: String) -> Int? {
        let alias = aliases[CellText.key(text)]
        let shown = alias ?? text
        return byKey[CellText.key(isHidden(shown, fixed: alias != nil) ? NameBook.hidden : shown)]
    }

    /// A registered name may be anybody's: somebody meant it.
    private func isHidden(_ name: String, fixed: Bool) -> Bool {
        !fixed && byKey[CellText.key(name)] == nil && isPersonal(name)
    }

    /// Names in ascending order, and for each number its place there.
    func sorted() -> (names: [String], place: [Int]) {
        let order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
        var place = [Int](repeating: 0, count: names.count)
        for (index, number) in order.enumerated() { place[number] = index }
        return (order.map { names[$0] }, place)
    }
}
