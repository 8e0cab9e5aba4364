extension Worlds {
    /// Most atoms tried at one step of a search.
    static let breadth = 64
    /// Groups of more atoms are gone through by kind.
    private static let wide = 2_048

    /// An atom that could make a step, and by how much that changes the distance from what is published.
    private typealias Candidate = (cost: Int, atom: Int)

    /// Depth-first: mends the violated group with the fewest atoms by its best atoms first.
    mutating func search(depth: Int, goal: Int) -> Bool {
        if excess <= goal { return true }
        guard depth > 0, let group = violated.min() else { return false }
        let step = sums[group] > bounds[group].high ? -stride : stride
        // Every further step mends at most as many groups as an atom can be in.
        let limit = goal - excess + 5 * stride * (depth - 1)
        var candidates = candidates(in: group, step, limit: limit)
        budget -= candidates.count
        candidates.sort { ($0.cost, $0.atom) < ($1.cost, $1.atom) }
        for (_, atom) in candidates {
            if budget < 0 { return false }
            apply(atom, step)
            if search(depth: depth - 1, goal: goal) { return true }
            undo()
        }
        return false
    }

    /// Atoms of a group that can make a step at no more than a cost.
    private func candidates(in group: Int, _ step: Int, limit: Int) -> [Candidate] {
        var found: [Candidate] = []
        if let few = step < 0 ? counting : missing, few.atoms.count < groups[group].count {
            take(few.atoms, step, limit, upTo: Worlds.breadth, to: &found) {
                memberships[groupsOf($0)].contains(Int32(group))
            }
            return found
        }
        guard let homes, groups[group].count > Worlds.wide else {
            take(groups[group], step, limit, upTo: Worlds.breadth, to: &found)
            return found
        }
        // In a wide group hardly any atom may fit, and whether it fits its wider groups is the same for its kind.
        take(homes.members[group], step, limit, upTo: Worlds.breadth, to: &found)
        let kinds = homes.kindsOfGroup[group]
        let first = kinds.isEmpty ? 0 : start(in: kinds.count)
        let each = max(4, Worlds.breadth / max(kinds.count, 1))
        for offset in kinds.indices {
            if found.count >= Worlds.breadth { break }
            let kind = kinds[(first + offset) % kinds.count]
            let atoms = homes.atomsOfKind[Int(kind)]
            // At home a step can mend no more than itself.
            let spare = limit - widerCost(Int(atoms[0]), step)
            if spare < -stride { continue }
            let most = min(Worlds.breadth, found.count + each)
            if spare < 0 {
                // Only where the step comes closer at home, too: in one of the few groups that are off.
                for home in violated {
                    take(homes.members[home], step, limit, upTo: most, to: &found) { homes.kind[$0] == kind }
                }
                continue
            }
            // Where nothing may be spoilt at home, only what is free there fits.
            let free = spare < stride ? (step > 0 ? rising : falling)?.atoms(of: Int(kind)) : nil
            take(free ?? atoms, step, limit, upTo: most, to: &found)
        }
        return found
    }

    /// Adds atoms of a list that can make a step at no more than a cost.
    ///
    /// Of a long list only some are tried, from a place that differs from move to move.
    private func take(
        _ atoms: [some BinaryInteger], _ step: Int, _ limit: Int, upTo most: Int,
        to found: inout [Candidate], where isFit: (Int) -> Bool = { _ in true }
    ) {
        let start = atoms.count > Worlds.breadth ? start(in: atoms.count) : 0
        for offset in atoms.indices {
            // A list may hold everybody; nothing more is looked at once enough are found.
            if found.count >= most { break }
            let place = start + offset
            let atom = Int(atoms[place < atoms.count ? place : place - atoms.count])
            if isFrozen[atom] || change[atom] * step < 0 || !isFit(atom) { continue }
            let count = counts[atom] + step
            if count < 0 || count > sizes[atom] { continue }
            let price = cost(atom, step)
            if price <= limit { found.append((price, atom)) }
        }
    }

    private func start(in count: Int) -> Int {
        Int(Residue.mixed(moves &* 31 &+ path.count &+ excess &* 1_009) % UInt64(count))
    }

    /// By how much a step changes the distance from what is published of an atom's wider groups.
    private func widerCost(_ atom: Int, _ step: Int) -> Int {
        memberships[groupsOf(atom).dropFirst()].reduce(0) { price, group in
            price + distance(Int(group), sums[Int(group)] + step) - distance(Int(group), sums[Int(group)])
        }
    }
}
