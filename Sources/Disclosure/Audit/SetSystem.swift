import Rollout

/// The groups of one family cut into atoms: classes of people who belong to exactly the same groups.
///
/// People of one atom are interchangeable for everything published, so whoever works backwards from
/// totals works on atoms.
struct SetSystem: Sendable {
    /// People in each atom; all at least one. Shape (atoms).
    let sizes: [Int]
    /// Atoms of each group, ascending. Shape (groups, any).
    let atomsOfSet: [[Int]]
    /// Groups of each atom, ascending. Shape (atoms, any).
    let setsOfAtom: [[Int]]
    /// People in each group. Shape (groups).
    let setSizes: [Int]

    /// Cuts the people of all groups into atoms.
    ///
    /// Atoms are numbered by their first person, so the numbering depends on the groups alone.
    /// - Parameter sets: The groups; they may overlap in any way, repeat, and be empty.
    /// - Complexity: O(total size of the groups + groups × roster / 64).
    init(_ sets: [PeopleSet]) {
        let roster = (sets.map { $0.base + $0.words.count }.max() ?? 0) * 64
        var classOf = [Int32](repeating: -1, count: roster)
        for set in sets { set.forEachOrdinal { classOf[$0] = 0 } }
        var classes: Int32 = 1
        // Each group splits the classes it cuts: members move to a class of their own.
        var movedTo: [Int32] = [-1]
        for set in sets {
            var touched: [Int32] = []
            set.forEachOrdinal { person in
                let old = classOf[person]
                if movedTo[Int(old)] < 0 {
                    movedTo[Int(old)] = classes
                    movedTo.append(-1)
                    touched.append(old)
                    classes += 1
                }
                classOf[person] = movedTo[Int(old)]
            }
            for old in touched { movedTo[Int(old)] = -1 }
        }
        var atomOfClass = [Int32](repeating: -1, count: Int(classes))
        var sizes: [Int] = []
        for person in classOf.indices where classOf[person] >= 0 {
            let old = Int(classOf[person])
            if atomOfClass[old] < 0 {
                atomOfClass[old] = Int32(sizes.count)
                sizes.append(0)
            }
            sizes[Int(atomOfClass[old])] += 1
            classOf[person] = atomOfClass[old]
        }
        var setsOfAtom = [[Int]](repeating: [], count: sizes.count)
        var setSizes: [Int] = []
        for (index, set) in sets.enumerated() {
            var count = 0
            set.forEachOrdinal { person in
                count += 1
                let atom = Int(classOf[person])
                if setsOfAtom[atom].last != index { setsOfAtom[atom].append(index) }
            }
            setSizes.append(count)
        }
        var atomsOfSet = [[Int]](repeating: [], count: sets.count)
        for atom in sizes.indices {
            for set in setsOfAtom[atom] { atomsOfSet[set].append(atom) }
        }
        self.sizes = sizes
        self.atomsOfSet = atomsOfSet
        self.setsOfAtom = setsOfAtom
        self.setSizes = setSizes
    }
}

extension PeopleSet {
    /// Calls back with each member's place in the roster, ascending.
    func forEachOrdinal(_ body: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                body(((base + index) << 6) + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
