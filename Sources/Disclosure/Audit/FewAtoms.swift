/// A list of atoms that stays a list while it is short.
///
/// Of a rare trait hardly any atom can give. A search that looks for one in the whole organisation would pass
/// all the atoms that cannot, at every step.
struct FewAtoms {
    /// Longest list worth keeping.
    private static let most = 4_096

    /// The atoms that qualify, in no order.
    private(set) var atoms: [Int] = []
    /// Where an atom stands in the list; −1 where it does not. Shape (all atoms).
    private var places: [Int32]

    /// The atoms that qualify; nil where they are many.
    /// - Complexity: O(candidates).
    init?(_ candidates: some Sequence<Int>, of all: Int, where qualifies: (Int) -> Bool) {
        places = [Int32](repeating: -1, count: all)
        for atom in candidates where qualifies(atom) {
            if atoms.count == FewAtoms.most { return nil }
            insert(atom)
        }
    }

    /// Lists an atom, or no longer, as it qualifies from now on.
    mutating func set(_ atom: Int, qualifies: Bool) {
        if qualifies { insert(atom) } else { remove(atom) }
    }

    private mutating func insert(_ atom: Int) {
        if places[atom] >= 0 { return }
        places[atom] = Int32(atoms.count)
        atoms.append(atom)
    }

    /// The last of the list takes the place; a search tries and takes back many atoms, which must not stay.
    private mutating func remove(_ atom: Int) {
        let place = Int(places[atom])
        if place < 0 { return }
        let last = atoms.removeLast()
        if last != atom {
            atoms[place] = last
            places[last] = Int32(place)
        }
        places[atom] = -1
    }
}
