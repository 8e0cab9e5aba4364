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
    /// People in each group. Shape (groups).
    let setSizes: [Int]

    /// Atoms given as they are.
    init(sizes: [Int], atomsOfSet: [[Int]], setSizes: [Int]) {
        self.sizes = sizes
        self.atomsOfSet = atomsOfSet
        self.setSizes = setSizes
    }

    /// Cuts the people of all groups into atoms.
    ///
    /// Atoms are numbered by their first person, so the numbering depends on the groups alone.
    /// - Parameter sets: The groups; they may overlap in any way, repeat, and be empty.
    /// - Complexity: O(total size of the groups + roster).
    init(_ sets: [PeopleSet]) {
        // Everybody of every group, one group after another: read three times.
        var members: [Int32] = []
        var starts = [0]
        for set in sets {
            set.forEachPlace { members.append(Int32($0)) }
            starts.append(members.count)
        }
        let roster = (sets.compactMap(\.lastPlace).max() ?? -1) + 1
        var classOf = [Int32](repeating: -1, count: roster)
        for person in members { classOf[Int(person)] = 0 }
        var classes: Int32 = 1
        // Each group splits the classes it cuts: members move to a class of their own.
        var movedTo: [Int32] = [-1]
        var touched: [Int32] = []
        for set in sets.indices {
            for person in members[starts[set]..<starts[set + 1]] {
                let old = classOf[Int(person)]
                if movedTo[Int(old)] < 0 {
                    movedTo[Int(old)] = classes
                    movedTo.append(-1)
                    touched.append(old)
                    classes += 1
                }
                classOf[Int(person)] = movedTo[Int(old)]
            }
            for old in touched { movedTo[Int(old)] = -1 }
            touched.removeAll(keepingCapacity: true)
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
        var lastSetOf = [Int32](repeating: -1, count: sizes.count)
        var atomsOfSet: [[Int]] = []
        atomsOfSet.reserveCapacity(sets.count)
        for set in sets.indices {
            var atoms: [Int] = []
            for person in members[starts[set]..<starts[set + 1]] {
                let atom = Int(classOf[Int(person)])
                if lastSetOf[atom] == Int32(set) { continue }
                lastSetOf[atom] = Int32(set)
                atoms.append(atom)
            }
            // Atoms are numbered by their first person, so they come in order but for those begun before.
            atomsOfSet.append(atoms.sorted())
        }
        self.sizes = sizes
        self.atomsOfSet = atomsOfSet
        setSizes = sets.map(\.count)
    }
}
