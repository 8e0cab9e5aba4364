import Measures
import Rollout

/// One person's cells as a roster gives them, before anything is made of them.
struct RosterCells {
    private var texts: [RosterField: [String]] = [:]
    private var days: [RosterField: Day] = [:]
    let line: Int

    init(line: Int) { self.line = line }

    /// The first text of a field; nil where there is none.
    subscript(field: RosterField) -> String? { texts[field]?.first }

    /// Every text of a field.
    func all(_ field: RosterField) -> [String] { texts[field] ?? [] }

    /// Adds a text; empty ones do not count.
    mutating func add(_ text: String?, to field: RosterField) {
        guard let text, !text.isEmpty else { return }
        texts[field, default: []].append(text)
    }

    /// A day of a field.
    func day(_ field: RosterField) -> Day? { days[field] }

    /// Sets a day.
    mutating func set(_ day: Day?, for field: RosterField) { days[field] = day }

    /// Whether this is somebody from outside who was let in: a guest account.
    var isGuest: Bool {
        self[.userType].map(CellText.key) == "guest"
            || all(.address).contains { $0.uppercased().contains("#EXT#") }
    }

    /// Whether the account or the job is there; nil: not told.
    var isEnabled: Bool? {
        if let flag = self[.enabled].flatMap(CellWords.yesOrNo), !flag { return false }
        // Of two words for it the one that says the person has left counts: it is written later.
        let words = Set(all(.status).map(CellText.key))
        let gone: Set<String> = ["inactive", "terminated", "disabled", "left", "former", "deactivated"]
        if !words.isDisjoint(with: gone) { return false }
        if !words.isDisjoint(with: ["active", "employed", "enabled"]) { return true }
        return self[.enabled].flatMap(CellWords.yesOrNo)
    }

    /// Whether the person has a licence; nil: not told.
    var hasLicence: Bool? { self[.licence].flatMap(CellWords.yesOrNo) }

    /// The names the person can be found by.
    /// - Parameter source: The roster's kind; ids of accounts count within one system only.
    func identities(source: String) -> [Identity] {
        var result: [Identity?] = []
        let addresses =
            all(.address) + all(.otherAddresses).flatMap { $0.split(separator: ";").map(String.init) }
        for address in addresses {
            // Some sources put codes where addresses stand.
            let kind: IdentityKind =
                if address.contains("@") { .address } else if Concealment.isCode(CellText.key(address)) {
                    .pseudonym
                } else { .login }
            result.append(Identity(kind, address))
        }
        result.append(Identity(.login, self[.login]))
        result.append(Identity(.employeeID, self[.employeeID]))
        result.append(Identity(.objectID, self[.objectID]))
        result.append(self[.accountID].flatMap { Identity(.accountID, "\(source):\($0)") })
        var seen: Set<Identity> = []
        return result.compactMap { $0 }.filter { seen.insert($0).inserted }
    }

    /// The person's name in every spelling a manager cell may use.
    var names: [String] {
        var result = all(.name)
        if let given = self[.givenName], let family = self[.familyName] {
            result += ["\(given) \(family)", "\(family), \(given)"]
        } else if let name = self[.name], case let words = name.split(separator: " "), words.count == 2 {
            // The family name is mostly the last; a name of more words is not taken apart.
            result.append("\(words[1]), \(words[0])")
        }
        return result
    }

    /// Whom the person reports to, in the ways the cells allow, the surest first.
    func managers(source: String) -> [RosterRow.Manager] {
        var result: [RosterRow.Manager?] = [
            Identity(.address, self[.managerAddress]).map { .identity($0) },
            Identity(.objectID, self[.managerObjectID]).map { .identity($0) },
            self[.managerAccountID].flatMap { Identity(.accountID, "\(source):\($0)") }.map { .identity($0) },
            Identity(.employeeID, self[.managerEmployeeID]).map { .identity($0) },
        ]
        if let manager = self[.manager] {
            if manager.contains("@") {
                result.append(Identity(.address, manager).map { .identity($0) })
            } else {
                for kind in [IdentityKind.objectID, .pseudonym, .employeeID, .login] {
                    result.append(Identity(kind, manager).map { .identity($0) })
                }
                result.append(.name(manager))
            }
        }
        result.append(self[.managerName].map { .name($0) })
        return result.compactMap { $0 }
    }
}
