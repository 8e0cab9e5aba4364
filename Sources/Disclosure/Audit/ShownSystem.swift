/// The groups of a family as somebody knows them who sees only some of them: atoms that lie in exactly the same
/// shown groups are one.
///
/// People whom nothing shown tells apart may change places in every world, so whatever holds of the merged atoms
/// holds of their parts; a small group that takes only part of a merged atom varies as soon as one world has some
/// of that atom count and some not.
struct ShownSystem {
    /// Atoms merged; a hidden group that takes only part of one is left out, as an empty group.
    let system: SetSystem
    /// Whether an atom is made of several. Shape (merged atoms).
    let isMerged: [Bool]

    /// All atoms as they are.
    init(whole system: SetSystem) {
        self.system = system
        isMerged = [Bool](repeating: false, count: system.sizes.count)
    }

    /// - Parameters:
    ///   - system: The atoms of all groups.
    ///   - shown: Indices of the shown groups.
    /// - Complexity: O(memberships) with hashing.
    init(_ system: SetSystem, shown: [Int]) {
        // Equal groups give equal pairs of words; unequal ones the same only with a chance of about 2^-120.
        var first = [UInt64](repeating: 0, count: system.sizes.count)
        var second = first
        for set in shown {
            let word = Residue.mixed(set)
            let other = Residue.mixed(~set)
            for atom in system.atomsOfSet[set] {
                first[atom] &+= word
                second[atom] &+= other
            }
        }
        var places: [Pair: Int32] = [:]
        var mergedOf = [Int32](repeating: 0, count: system.sizes.count)
        var sizes: [Int] = []
        var isMerged: [Bool] = []
        for atom in system.sizes.indices {
            let pair = Pair(first: first[atom], second: second[atom])
            if let place = places[pair] {
                mergedOf[atom] = place
                sizes[Int(place)] += system.sizes[atom]
                isMerged[Int(place)] = true
            } else {
                mergedOf[atom] = Int32(sizes.count)
                places[pair] = Int32(sizes.count)
                sizes.append(system.sizes[atom])
                isMerged.append(false)
            }
        }
        self.isMerged = isMerged
        guard sizes.count < system.sizes.count else {
            self.system = system
            return
        }
        var lastSetOf = [Int32](repeating: -1, count: sizes.count)
        var atomsOfSet: [[Int]] = []
        atomsOfSet.reserveCapacity(system.atomsOfSet.count)
        var setSizes = system.setSizes
        for (set, atoms) in system.atomsOfSet.enumerated() {
            var merged: [Int] = []
            for atom in atoms {
                let place = Int(mergedOf[atom])
                if lastSetOf[place] == Int32(set) { continue }
                lastSetOf[place] = Int32(set)
                merged.append(place)
            }
            if merged.reduce(0, { $0 + sizes[$1] }) == setSizes[set] {
                atomsOfSet.append(merged.sorted())
            } else {
                atomsOfSet.append([])
                setSizes[set] = 0
            }
        }
        self.system = SetSystem(sizes: sizes, atomsOfSet: atomsOfSet, setSizes: setSizes)
    }

    private struct Pair: Hashable {
        let first: UInt64
        let second: UInt64
    }
}
