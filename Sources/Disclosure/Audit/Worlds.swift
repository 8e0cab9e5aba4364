/// A walk through the worlds that agree with everything published.
///
/// A world says how many people of each atom count (have the habit, agree, …). The walk starts at
/// some world within all published totals and changes it by short moves that keep them. What a move
/// changes, nobody can know from the publication: each world passed is a proof by example.
struct Worlds {
    /// What is published of one group: its count lies within these bounds, ends included.
    struct Bound: Hashable, Sendable {
        let low: Int
        let high: Int
    }

    /// Up to this many atoms, moves are searched for each atom; beyond, most are read off tables.
    static let searchedUpTo = 512
    /// Groups of more atoms are not balanced pair by pair.
    static let widestHome = 64

    let sizes: [Int]
    /// Groups with bounds, as atoms; ascending by number of atoms.
    let groups: [[Int]]
    let bounds: [Bound]
    /// Bounded groups of each atom, ascending, one atom after another; those of an atom lie at `groupsOf(atom)`.
    let memberships: [Int32]
    private let membershipStarts: [Int32]
    /// Where each atom is at home; nil in small systems.
    let homes: Homes?
    /// The present world: people who count, an atom.
    var counts: [Int]
    /// Sums of mixed coefficients over all moves made; a union whose shadow is not zero was changed by one.
    var shadow: [UInt64]
    /// Whether a world was passed in which somebody of the atom counts, and one in which somebody does not.
    var canCount: [Bool]
    var canMiss: [Bool]
    /// Whether a world was passed in which some of the atom count and some do not.
    var isDivided: [Bool]

    private(set) var sums: [Int]
    /// By how many people all groups together are off what is published of them.
    private(set) var excess = 0
    var violated: [Int] = []
    var isFrozen: [Bool]
    var change: [Int]
    var path: [(atom: Int, step: Int)] = []
    var budget = 0
    /// People that one step of a search changes.
    var stride = 1
    /// Atoms of which somebody counts, and atoms of which somebody does not, where they are few.
    var counting: FewAtoms?
    var missing: FewAtoms?
    /// Atoms that can rise by one, or fall by one, without a cost at home; nil in small systems.
    var rising: FreeAtoms?
    var falling: FreeAtoms?
    /// Moves made or shown so far.
    var moves = 0

    /// - Parameters:
    ///   - system: The atoms.
    ///   - published: Groups with what is published of each.
    init(_ system: SetSystem, published: [(set: Int, bound: Bound)]) {
        sizes = system.sizes
        let ordered = published.sorted {
            (system.atomsOfSet[$0.set].count, $0.set) < (system.atomsOfSet[$1.set].count, $1.set)
        }
        groups = ordered.map { system.atomsOfSet[$0.set] }
        bounds = ordered.map(\.bound)
        var starts = [Int32](repeating: 0, count: system.sizes.count + 1)
        for atoms in groups { for atom in atoms { starts[atom + 1] += 1 } }
        for atom in system.sizes.indices { starts[atom + 1] += starts[atom] }
        var memberships = [Int32](repeating: 0, count: Int(starts[system.sizes.count]))
        var cursor = starts
        for (group, atoms) in groups.enumerated() {
            for atom in atoms {
                memberships[Int(cursor[atom])] = Int32(group)
                cursor[atom] += 1
            }
        }
        self.memberships = memberships
        membershipStarts = starts
        homes =
            sizes.count > Worlds.searchedUpTo
            ? Homes(groups: groups.count, memberships: memberships, starts: starts) : nil
        counts = [Int](repeating: 0, count: sizes.count)
        shadow = [UInt64](repeating: 0, count: sizes.count)
        canCount = [Bool](repeating: false, count: sizes.count)
        canMiss = canCount
        isDivided = canCount
        isFrozen = canCount
        change = counts
        sums = [Int](repeating: 0, count: groups.count)
    }

    /// Where an atom's groups lie in `memberships`.
    func groupsOf(_ atom: Int) -> Range<Int> {
        Int(membershipStarts[atom])..<Int(membershipStarts[atom + 1])
    }

    /// Looks for a first world; false where none was found.
    ///
    /// Deals each group's count out to its atoms, small groups first, then mends what larger
    /// groups miss by short moves.
    /// - Parameter byStrides: Whether steps begin large and halve where none comes closer, since atoms are large
    ///   and off by many people at once.
    mutating func settle(byStrides: Bool) -> Bool {
        if let homes { spread(homes) } else { share() }
        for (group, atoms) in groups.enumerated() {
            sums[group] = atoms.reduce(0) { $0 + counts[$1] }
            excess += distance(group, sums[group])
            if distance(group, sums[group]) > 0 { violated.append(group) }
        }
        if let homes {
            balance(homes)
            rising = FreeAtoms(self, homes, step: 1)
            falling = FreeAtoms(self, homes, step: -1)
            listFew()
        }
        if byStrides { stride = groups.indices.reduce(1) { max($0, distance($1, sums[$1])) } }
        while excess > 0 {
            let before = excess
            var isMended = false
            for depth in [1, 2, 4, 6] where !isMended {
                budget = 1_000 * depth
                isMended = search(depth: depth, goal: before - 1)
            }
            if !isMended, stride == 1 { return false }
            if !isMended { stride /= 2 }
            for step in path { change[step.atom] = 0 }
            path.removeAll(keepingCapacity: true)
        }
        stride = 1
        for atom in sizes.indices { note(atom) }
        return true
    }

    /// Lists the few atoms that can give, or take, so that a search in a wide group does not pass all the others.
    private mutating func listFew() {
        counting = FewAtoms(sizes.indices, of: sizes.count) { counts[$0] > 0 }
        missing = FewAtoms(sizes.indices, of: sizes.count) { counts[$0] < sizes[$0] }
    }

    /// Shares each group's count out over its atoms, small groups first, in proportion to their sizes.
    private mutating func share() {
        var isPlaced = [Bool](repeating: false, count: sizes.count)
        for (group, atoms) in groups.enumerated() {
            let open = atoms.filter { !isPlaced[$0] }
            let room = open.reduce(0) { $0 + sizes[$1] }
            if room == 0 { continue }
            let placed = atoms.reduce(0) { $0 + (isPlaced[$1] ? counts[$1] : 0) }
            let middle = (bounds[group].low + bounds[group].high) / 2
            let wanted = min(max(middle - placed, 0), room)
            var passed = 0
            var given = 0
            for atom in open {
                passed += sizes[atom]
                // Running remainders keep the sum exact.
                let share = wanted * passed / room - given
                counts[atom] = min(share, sizes[atom])
                given += counts[atom]
                isPlaced[atom] = true
            }
        }
    }

    /// Makes a move that changes an atom by one, keeps everything published and leaves some atoms alone.
    ///
    /// - Parameters:
    ///   - step: 1 or -1.
    ///   - frozen: Atoms that must not change.
    /// - Returns: False where no move was found within the budget; nothing has changed then.
    mutating func move(_ atom: Int, by step: Int, frozen: [Int] = []) -> Bool {
        guard (0...sizes[atom]).contains(counts[atom] + step) else { return false }
        for other in frozen { isFrozen[other] = true }
        defer { for other in frozen { isFrozen[other] = false } }
        apply(atom, step)
        // Four steps around two groups of each kind are the usual move: short ones are tried first.
        for (depth, allowance) in [(1, 500), (3, 6_000), (5, 6_000), (7, 6_000)] {
            budget = allowance
            if search(depth: depth, goal: 0) {
                finishMove()
                return true
            }
        }
        undo()
        return false
    }

    /// Goes to another world found elsewhere, as one move.
    mutating func jump(to world: [Int]) {
        for atom in sizes.indices {
            let step = world[atom] - counts[atom]
            if step != 0 { apply(atom, step) }
        }
        finishMove()
        for atom in sizes.indices { note(atom) }
    }

    private mutating func finishMove() {
        let coefficient = Residue.mixed(moves)
        moves += 1
        for (atom, _) in path where change[atom] != 0 {
            shadow[atom] = shadow[atom] &+ coefficient &* UInt64(bitPattern: Int64(change[atom]))
            change[atom] = 0
            note(atom)
        }
        path.removeAll(keepingCapacity: true)
    }

    private mutating func note(_ atom: Int) { note(atom, counts[atom]) }

    /// Notes that a world was passed in which so many of an atom count.
    mutating func note(_ atom: Int, _ count: Int) {
        if count > 0 { canCount[atom] = true }
        if count < sizes[atom] { canMiss[atom] = true }
        if count > 0, count < sizes[atom] { isDivided[atom] = true }
    }

    func distance(_ group: Int, _ sum: Int) -> Int {
        max(bounds[group].low - sum, sum - bounds[group].high, 0)
    }

    mutating func apply(_ atom: Int, _ step: Int) {
        counts[atom] += step
        change[atom] += step
        path.append((atom, step))
        list(atom)
        shift(atom, step)
    }

    /// Keeps the lists of those who can give and take as they are.
    private mutating func list(_ atom: Int) {
        counting?.set(atom, qualifies: counts[atom] > 0)
        missing?.set(atom, qualifies: counts[atom] < sizes[atom])
    }

    /// Changes an atom on the way to the first world, where nothing is proved by it.
    mutating func place(_ atom: Int, _ step: Int) {
        counts[atom] += step
        shift(atom, step)
    }

    mutating func undo() {
        let (atom, step) = path.removeLast()
        counts[atom] -= step
        change[atom] -= step
        list(atom)
        shift(atom, -step)
    }

    private mutating func shift(_ atom: Int, _ step: Int) {
        for place in groupsOf(atom) {
            let group = Int(memberships[place])
            let before = distance(group, sums[group])
            sums[group] += step
            let after = distance(group, sums[group])
            excess += after - before
            if before == 0, after > 0 {
                violated.append(group)
            } else if before > 0, after == 0, let place = violated.firstIndex(of: group) {
                violated.swapAt(place, violated.count - 1)
                violated.removeLast()
            }
        }
        guard let homes, rising != nil, !homes.isWide(atom) else { return }
        // Whoever of this home could not go back before may now.
        let home = Int(homes.home[atom])
        if distance(home, sums[home] - step) > distance(home, sums[home]) { return }
        if step > 0 { falling?.add(homes, home: home) } else { rising?.add(homes, home: home) }
    }

    /// By how much a step changes the total distance from what is published.
    func cost(_ atom: Int, _ step: Int) -> Int {
        var price = 0
        for place in groupsOf(atom) {
            let group = Int(memberships[place])
            price += distance(group, sums[group] + step) - distance(group, sums[group])
        }
        return price
    }

    /// Whether a step of one atom and the opposite step of another keep all that is published.
    func keeps(_ atom: Int, _ step: Int, and partner: Int) -> Bool {
        let (own, others) = (memberships[groupsOf(atom)], memberships[groupsOf(partner)])
        // In a group of both nothing changes.
        return own.allSatisfy { others.contains($0) || distance(Int($0), sums[Int($0)] + step) == 0 }
            && others.allSatisfy { own.contains($0) || distance(Int($0), sums[Int($0)] - step) == 0 }
    }
}
