/// Atoms by the smallest published group they belong to, where a change can be made up for at home, and by the
/// wider groups they share.
struct Homes: Sendable {
    /// Home of each atom; −1 for an atom in no published group. Shape (atoms).
    let home: [Int32]
    /// Atoms of each home, ascending; the last list holds those without one. Shape (groups + 1, any).
    let members: [[Int32]]
    /// The kind of each atom: atoms of one kind lie in exactly the same wider groups. Shape (atoms).
    let kind: [Int32]
    /// Atoms of each kind, ascending. Shape (kinds, any).
    let atomsOfKind: [[Int32]]
    /// Kinds that lie in a group as one of their wider ones, ascending. Shape (groups, any).
    let kindsOfGroup: [[Int32]]

    /// - Parameters:
    ///   - groups: Number of published groups.
    ///   - memberships: Groups of each atom, ascending by their number of atoms, one atom after another.
    ///   - starts: Where an atom's groups begin. Shape (atoms + 1).
    /// - Complexity: O(memberships) with hashing.
    init(groups: Int, memberships: [Int32], starts: [Int32]) {
        let atoms = starts.count - 1
        var home = [Int32](repeating: -1, count: atoms)
        var members = [[Int32]](repeating: [], count: groups + 1)
        var kind = [Int32](repeating: 0, count: atoms)
        var atomsOfKind: [[Int32]] = []
        var kindsOfGroup = [[Int32]](repeating: [], count: groups)
        // Kinds by the sum of mixed group numbers; different kinds of one sum stand in one list.
        var numbered: [UInt64: [Int32]] = [:]
        func wider(_ atom: Int) -> ArraySlice<Int32> {
            memberships[Int(starts[atom])..<Int(starts[atom + 1])].dropFirst()
        }
        for atom in 0..<atoms {
            if starts[atom] < starts[atom + 1] { home[atom] = memberships[Int(starts[atom])] }
            members[home[atom] < 0 ? groups : Int(home[atom])].append(Int32(atom))
            let groupsOfAtom = wider(atom)
            let word = groupsOfAtom.reduce(UInt64(0)) { $0 &+ Residue.mixed(Int($1)) }
            let known = numbered[word]?.first { number in
                wider(Int(atomsOfKind[Int(number)][0])).elementsEqual(groupsOfAtom)
            }
            if let known {
                kind[atom] = known
                atomsOfKind[Int(known)].append(Int32(atom))
            } else {
                let number = Int32(atomsOfKind.count)
                kind[atom] = number
                numbered[word, default: []].append(number)
                atomsOfKind.append([Int32(atom)])
                for group in groupsOfAtom { kindsOfGroup[Int(group)].append(number) }
            }
        }
        self.home = home
        self.members = members
        self.kind = kind
        self.atomsOfKind = atomsOfKind
        self.kindsOfGroup = kindsOfGroup
    }

    /// Whether a home's sum may change by a step and keep what is published of it.
    func hasRoom(_ worlds: Worlds, _ home: Int, _ step: Int) -> Bool {
        worlds.distance(home, worlds.sums[home] + step) == 0
    }

    /// Whether an atom can make a step without taking its home further from what is published of it.
    func isFree(_ worlds: Worlds, _ atom: Int, _ step: Int) -> Bool {
        guard (0...worlds.sizes[atom]).contains(worlds.counts[atom] + step) else { return false }
        let home = Int(home[atom])
        if home < 0 { return true }
        return worlds.distance(home, worlds.sums[home] + step) <= worlds.distance(home, worlds.sums[home])
    }

    /// Whether an atom's home is too large to be gone through at every change.
    func isWide(_ atom: Int) -> Bool {
        home[atom] < 0 || members[Int(home[atom])].count > Worlds.widestHome
    }

    /// Whether two atoms lie in the same wider groups.
    func isAlike(_ one: Int, _ other: Int) -> Bool { kind[one] == kind[other] }
}
