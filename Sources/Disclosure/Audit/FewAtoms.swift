/// A list of atoms that stays a list while it is short.
///
/// Of a rare trait hardly any atom can give. A search that looks for one in the whole organisation would pass
/// all the atoms that cannot, at every step.
struct FewAtoms {
    /// Longest list worth keeping.
    private static let most = 4_096

    /// All atoms that may qualify, in no order; some may have ceased to.
    private(set) var atoms: [Int] = []
    private var isListed: [Bool]

    /// The atoms that qualify; nil where they are many.
    /// - Complexity: O(candidates).
    init?(_ candidates: some Sequence<Int>, of all: Int, where qualifies: (Int) -> Bool) {
        isListed = [Bool](repeating: false, count: all)
        for atom in candidates where qualifies(atom) {
            if atoms.count == FewAtoms.most { return nil }
            insert(atom)
        }
    }

    /// Adds an atom that qualifies from now on.
    mutating func insert(_ atom: Int) {
        if isListed[atom] { return }
        isListed[atom] = true
        atoms.append(atom)
    }
}
