/// The audit against narrowing down: whether totals and bands pin a person, or a small group's count.
///
/// Exact counts leave less open than linear algebra sees: a remainder of eight people of whom eight
/// count gives away all eight, though no single one follows from the totals. For everybody there
/// must be a world in which they count and one in which they do not, and for every group under the
/// minimum two worlds with different counts, all of them agreeing with everything published. Worlds
/// are found by `Worlds`, in small systems by `WorldSearch`; what is not found counts as pinned.
struct BoundsAudit {
    /// What may be read off one published figure.
    struct Reading: Hashable, Sendable {
        let bound: Worlds.Bound
        /// Whether in truth all or none of the group count.
        let isUnanimous: Bool
    }

    /// Threes and fours of small atoms are looked at up to this many small atoms; beyond, the audit
    /// of totals has looked at them already.
    static let deepUpTo = 40

    let system: SetSystem
    let minimum: Int
    /// What each candidate would show; nil where its value is not known and shows nothing.
    let readings: [Reading?]
    /// Whether values are blends with other groups, so that their totals may contradict each other.
    let isModelled: Bool

    /// Whether nobody is pinned by the published candidates.
    func isSafe(_ published: [Int]) -> Bool {
        let shown = published.compactMap { set in readings[set].map { (set: set, reading: $0) } }
        return isSafe(shown, within: ShownSystem(system, shown: shown.map(\.set)))
            ?? isSafe(shown, within: ShownSystem(whole: system)) ?? false
    }

    /// Nil where merged atoms do not decide.
    private func isSafe(_ shown: [(set: Int, reading: Reading)], within view: ShownSystem) -> Bool? {
        let system = view.system
        if undoesBand(shown, system) { return false }
        var worlds = Worlds(system, published: shown.map { ($0.set, $0.reading.bound) })
        let isMerged = view.isMerged.contains(true)
        if !worlds.settle(byStrides: isMerged) {
            guard let world = WorldSearch.find(worlds) else {
                if isMerged { return nil }
                // Figures that no count of people explains cannot be worked back to people.
                return isModelled
            }
            worlds.jump(to: world)
        }
        if let homes = worlds.homes { worlds.exchange(homes) }
        for atom in system.sizes.indices {
            let isSmall = system.sizes[atom] < minimum
            if !worlds.canCount[atom], !reach(&worlds, [atom], .init(low: 1, high: .max), 1) { return false }
            if !worlds.canMiss[atom],
                !reach(&worlds, [atom], .init(low: 0, high: system.sizes[atom] - 1), -1)
            {
                return false
            }
            if isSmall, worlds.shadow[atom] == 0, !vary(&worlds, [atom]) { return false }
            if view.isMerged[atom], !worlds.isDivided[atom] { return nil }
        }
        return smallUnionsVary(&worlds, system)
    }

    /// Whether the exact figures add up to a group of which all or none count, banded or hidden.
    ///
    /// The walk would find that too, but only by not finding anything; this is quick and says why.
    private func undoesBand(_ shown: [(set: Int, reading: Reading)], _ system: SetSystem) -> Bool {
        let alike = readings.indices.filter {
            (readings[$0]?.isUnanimous ?? false) && system.setSizes[$0] > 0
        }
        if alike.isEmpty { return false }
        let exact = shown.filter { $0.reading.bound.low == $0.reading.bound.high }.map(\.set)
        let space = RowSpace(system, published: exact)
        return alike.contains { set in
            system.atomsOfSet[set].reduce(0) { Residue.add($0, space.shadow[$1]) } == 0
        }
    }

    private func smallUnionsVary(_ worlds: inout Worlds, _ system: SetSystem) -> Bool {
        for set in system.setSizes.indices where (1..<minimum).contains(system.setSizes[set]) {
            let atoms = system.atomsOfSet[set]
            if atoms.reduce(0, { $0 &+ worlds.shadow[$1] }) == 0, !vary(&worlds, atoms) { return false }
        }
        let unions = SmallUnions(
            sizes: system.sizes, minimum: minimum, deepUpTo: BoundsAudit.deepUpTo)
        // Each round makes at least one standing union vary for good, so this ends.
        while true {
            let standing = unions.standingStill(
                limit: 64, weight: worlds.shadow, add: &+, negative: { 0 &- $0 })
            if standing.isEmpty { return true }
            for union in standing where union.reduce(0, { $0 &+ worlds.shadow[$1] }) == 0 {
                if !vary(&worlds, union) { return false }
            }
        }
    }

    /// Walks to a world in which a union's count is another than now.
    private func vary(_ worlds: inout Worlds, _ union: [Int]) -> Bool {
        for atom in union {
            let others = union.filter { $0 != atom }
            if worlds.move(atom, by: 1, frozen: others) || worlds.move(atom, by: -1, frozen: others) {
                return true
            }
        }
        let count = union.reduce(0) { $0 + worlds.counts[$1] }
        for bound in [Worlds.Bound(low: count + 1, high: .max), Worlds.Bound(low: 0, high: count - 1)] {
            if let world = WorldSearch.find(worlds, union: union, within: bound) {
                worlds.jump(to: world)
                return true
            }
        }
        return false
    }

    /// Walks to a world in which a union's count lies within a bound.
    private func reach(
        _ worlds: inout Worlds, _ union: [Int], _ bound: Worlds.Bound, _ step: Int
    ) -> Bool {
        if worlds.move(union[0], by: step) { return true }
        guard let world = WorldSearch.find(worlds, union: union, within: bound) else { return false }
        worlds.jump(to: world)
        return true
    }
}
