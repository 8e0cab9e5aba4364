extension Worlds {
    /// Deals each group's count out to its atoms so that wider groups get what they are still short of and atoms
    /// of every kind get their part all along.
    ///
    /// Small groups come first. An atom's part is what its wider groups are short of, over the room left in
    /// them; what rounding takes from a kind of atoms, the next of that kind gets back. Where a band leaves a choice,
    /// the group's own parts decide. A world that is mixed everywhere leaves exchanges everywhere.
    /// - Complexity: O(memberships + groups · atoms of a group · log).
    mutating func spread(_ homes: Homes) {
        var shortage = Shortage(self, homes)
        var isPlaced = [Bool](repeating: false, count: sizes.count)
        for group in groups.indices {
            let open = groups[group].filter { !isPlaced[$0] }
            let room = open.reduce(0) { $0 + sizes[$1] }
            if room == 0 { continue }
            let placed = groups[group].reduce(0) { $0 + (isPlaced[$1] ? counts[$1] : 0) }
            var parts = open.map { shortage.part(self, of: $0, besides: group) }
            let wished = parts.reduce(0, +)
            let least = min(max(bounds[group].low - placed, 0), room)
            let most = min(max(bounds[group].high - placed, 0), room)
            let wanted = shortage.whole(wished, within: least...max(least, most))
            for index in parts.indices {
                let size = Double(sizes[open[index]])
                let scaled =
                    wished > 0 ? parts[index] * Double(wanted) / wished : size * Double(wanted) / Double(room)
                parts[index] = min(size, scaled)
            }
            deal(wanted, to: open, parts: parts, &shortage)
            for atom in open {
                isPlaced[atom] = true
                shortage.take(self, atom)
            }
        }
    }

    /// Rounds the parts to whole people that add up to what is wanted.
    private mutating func deal(_ wanted: Int, to open: [Int], parts: [Double], _ shortage: inout Shortage) {
        var left = wanted
        for (index, atom) in open.enumerated() {
            counts[atom] = Int(parts[index])
            left -= counts[atom]
        }
        let due = open.indices.map { parts[$0] - Double(counts[open[$0]]) + shortage.owed(to: open[$0]) }
        let order = open.indices.sorted { (due[$1], $0) < (due[$0], $1) }
        while left > 0 {
            for index in order where left > 0 && counts[open[index]] < sizes[open[index]] {
                counts[open[index]] += 1
                left -= 1
            }
        }
        for (index, atom) in open.enumerated() {
            shortage.owe(parts[index] - Double(counts[atom]), to: atom)
        }
    }
}

/// What published groups are still short of while a first world is dealt out.
private struct Shortage {
    /// People still to be placed in each group, and room for them.
    private var need: [Double]
    private var room: [Double]
    /// Kind of each atom, numbered from 0, and what rounding has kept from each kind so far.
    private let kind: [Int32]
    private var debt: [Double]
    /// What rounding to whole groups has kept back so far.
    private var carry = 0.0

    init(_ worlds: Worlds, _ homes: Homes) {
        need = worlds.bounds.map { Double($0.low + $0.high) / 2 }
        room = worlds.groups.map { atoms in Double(atoms.reduce(0) { $0 + worlds.sizes[$1] }) }
        kind = homes.kind
        debt = [Double](repeating: 0, count: homes.atomsOfKind.count)
    }

    /// People of an atom that its wider groups ask for; those of the group at hand where there is no wider one.
    func part(_ worlds: Worlds, of atom: Int, besides group: Int) -> Double {
        var sum = 0.0
        var count = 0.0
        for place in worlds.groupsOf(atom) {
            let other = Int(worlds.memberships[place])
            if other <= group { continue }
            sum += room[other] > 0 ? min(max(need[other] / room[other], 0), 1) : 0
            count += 1
        }
        let size = Double(worlds.sizes[atom])
        return count > 0 ? size * sum / count : size * min(max(need[group] / max(room[group], 1), 0), 1)
    }

    /// A wish rounded to whole people within bounds; what is kept back is made up for in the next group.
    mutating func whole(_ wish: Double, within range: ClosedRange<Int>) -> Int {
        if range.lowerBound == range.upperBound { return range.lowerBound }
        let whole = min(max(Int((wish + carry).rounded()), range.lowerBound), range.upperBound)
        carry = min(max(carry + wish - Double(whole), -1), 1)
        return whole
    }

    func owed(to atom: Int) -> Double { debt[Int(kind[atom])] }

    mutating func owe(_ part: Double, to atom: Int) { debt[Int(kind[atom])] += part }

    /// Counts an atom as placed.
    mutating func take(_ worlds: Worlds, _ atom: Int) {
        for place in worlds.groupsOf(atom) {
            let group = Int(worlds.memberships[place])
            need[group] -= Double(worlds.counts[atom])
            room[group] -= Double(worlds.sizes[atom])
        }
    }
}
