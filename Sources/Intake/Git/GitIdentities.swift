/// Which contacts are the same person.
///
/// Joined are: the same address; the same GitHub account (login or number of its no-reply
/// address); the same full name of two or more words; and a single-word name that equals a login
/// known here and is nobody's given name here. What `.mailmap` says has been applied by git before.
package struct GitIdentities: Sendable {
    /// The person of each contact, numbered from 0 in the order of first contacts; shape (contacts).
    package let person: [Int]
    /// The contacts of each person, ascending; shape (people).
    package let contacts: [[Int]]

    /// - Parameter contacts: Distinct contacts of people, no bots or agents among them.
    /// - Complexity: O(contacts) expected.
    package init(_ contacts: [GitContact]) {
        var forest = UnionFind(count: contacts.count)
        var owner: [String: Int] = [:]
        func join(_ contact: Int, by key: String) {
            if let other = owner[key] { forest.unite(other, contact) } else { owner[key] = contact }
        }
        var givenNames: Set<String> = []
        for (index, contact) in contacts.enumerated() {
            join(index, by: "c " + contact.canonical)
            if let account = contact.account {
                join(index, by: "l " + account.login)
                if let number = account.number { join(index, by: "n " + number) }
            }
            let words = contact.words
            if words.count >= 2, !GitIdentities.placeholders.contains(contact.foldedName) {
                join(index, by: "f " + contact.foldedName)
                givenNames.insert(words[0].lowercased())
            }
        }
        for (index, contact) in contacts.enumerated() where contact.words.count == 1 {
            let name = contact.foldedName
            guard !givenNames.contains(name), owner["l " + name] != nil else { continue }
            join(index, by: "l " + name)
        }
        var number: [Int: Int] = [:]
        var person: [Int] = []
        var members: [[Int]] = []
        for index in contacts.indices {
            let root = forest.root(index)
            let place = number[root, default: members.count]
            if place == members.count {
                number[root] = place
                members.append([])
            }
            person.append(place)
            members[place].append(index)
        }
        self.person = person
        self.contacts = members
    }

    /// Names that stand for nobody.
    private static let placeholders: Set<String> = ["your name", "unknown author", "no name"]
}

extension GitContact {
    /// What the person is known by: the folded address, with the folded name where many share it.
    ///
    /// Addresses that nobody reads and those of machines without a name are nobody's own.
    var canonical: String {
        let address = foldedAddress
        let host = address.firstIndex(of: "@").map { address[address.index(after: $0)...] } ?? ""
        let isOwn =
            !host.isEmpty && !localPart.isEmpty && !isMachineAddress
            && !["root", "none", "nobody"].contains(localPart)
            && !["localhost", "localhost.localdomain", "none", "example.com"].contains(host)
        return isOwn ? address : foldedName + " " + address
    }
}

/// Sets that are joined pair by pair.
///
/// - Source: Tarjan (1975), doi:10.1145/321879.321884, with path halving; the smaller number is
///   the root, so that the order of joining does not show.
struct UnionFind {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(_ element: Int) -> Int {
        var at = element
        while parent[at] != at {
            parent[at] = parent[parent[at]]
            at = parent[at]
        }
        return at
    }

    mutating func unite(_ first: Int, _ second: Int) {
        let (a, b) = (root(first), root(second))
        parent[max(a, b)] = min(a, b)
    }
}
