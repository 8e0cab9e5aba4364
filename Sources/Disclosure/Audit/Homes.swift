/// Atoms by the smallest published group they belong to: where a change can be made up for at home.
struct Homes {
    /// Home of each atom; −1 for an atom in no published group. Shape (atoms).
    let home: [Int32]
    /// Atoms of each home, ascending; the last list holds those without one. Shape (groups + 1, any).
    let members: [[Int32]]
    /// The wider groups of each atom, mixed into one number; equal groups give equal numbers, and whoever relies on
    /// the converse compares the groups. Shape (atoms).
    let kind: [UInt64]

    init(_ worlds: Worlds) {
        var home = [Int32](repeating: -1, count: worlds.sizes.count)
        var members = [[Int32]](repeating: [], count: worlds.groups.count + 1)
        for atom in home.indices {
            // Groups ascend by their number of atoms.
            if let first = worlds.groupsOf(atom).first { home[atom] = worlds.memberships[first] }
            members[home[atom] < 0 ? worlds.groups.count : Int(home[atom])].append(Int32(atom))
        }
        self.home = home
        self.members = members
        kind = worlds.sizes.indices.map { atom in
            worlds.groupsOf(atom).dropFirst().reduce(0) { $0 &+ Residue.mixed(Int(worlds.memberships[$1])) }
        }
    }

    /// Whether a home's sum may change by a step and keep what is published of it.
    func hasRoom(_ worlds: Worlds, _ home: Int, _ step: Int) -> Bool {
        (worlds.bounds[home].low...worlds.bounds[home].high).contains(worlds.sums[home] + step)
    }

    /// Whether two atoms lie in the same wider groups.
    func isAlike(_ worlds: Worlds, _ one: Int, _ other: Int) -> Bool {
        kind[one] == kind[other]
            && worlds.memberships[worlds.groupsOf(one).dropFirst()].elementsEqual(
                worlds.memberships[worlds.groupsOf(other).dropFirst()])
    }
}
