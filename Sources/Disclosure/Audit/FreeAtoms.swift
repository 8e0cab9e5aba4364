/// Atoms that can make a step and leave their home as close to what is published of it as it was, by kind.
///
/// Where a trait is rare, or every small group's count is published, hardly any atom can; a search that looks for one
/// in a wide group would pass all those that cannot, at every step.
struct FreeAtoms: Sendable {
    /// Of a kind of which at least one atom in so many is free, no list is kept: looking finds one soon.
    private static let rare = 32

    /// Free atoms of each kind, in no order; some may have ceased to be. Nil where they are many. Shape (kinds, any).
    private var lists: [[Int32]?]
    private var isListed: [Bool]

    /// - Complexity: O(atoms).
    init(_ worlds: Worlds, _ homes: Homes, step: Int) {
        isListed = [Bool](repeating: false, count: worlds.sizes.count)
        lists = []
        lists.reserveCapacity(homes.atomsOfKind.count)
        for atoms in homes.atomsOfKind {
            var free: [Int32]? = []
            for atom in atoms
            where homes.isWide(Int(atom)) || homes.isFree(worlds, Int(atom), step) {
                free?.append(atom)
                if free?.count ?? 0 > atoms.count / FreeAtoms.rare {
                    free = nil
                    break
                }
            }
            for atom in free ?? [] { isListed[Int(atom)] = true }
            lists.append(free)
        }
    }

    /// All atoms of a kind that are free, and perhaps others; nil where they are many.
    func atoms(of kind: Int) -> [Int32]? { lists[kind] }

    /// Adds the atoms of a home in which there is room now.
    mutating func add(_ homes: Homes, home: Int) {
        for atom in homes.members[home] where !isListed[Int(atom)] {
            let kind = Int(homes.kind[Int(atom)])
            if lists[kind] == nil { continue }
            isListed[Int(atom)] = true
            lists[kind]?.append(atom)
        }
    }
}
