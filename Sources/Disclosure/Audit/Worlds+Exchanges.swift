extension Worlds {
    /// Shows many other worlds at once, each one exchange away from the present one.
    ///
    /// Within its smallest published group an atom is exchanged for another: one more counts here, one fewer
    /// there. What that does to the wider groups is made up for by the opposite exchange between two atoms of
    /// the same wider groups in another small group. Where bands leave all groups of an atom room, it changes alone; where
    /// one leaves its small group room, it may change against an atom of another such group. Every exchange keeps all that is published, so each shows a
    /// world, as a move does; none is made. What no exchange shows is left to moves.
    ///
    /// - Complexity: O(atoms · `Exchanges.breadth`).
    mutating func exchange(_ homes: Homes) {
        let exchanges = Exchanges(self, homes)
        for atom in sizes.indices {
            if canCount[atom], canMiss[atom], shadow[atom] != 0 { continue }
            let steps = !canCount[atom] ? [1] : !canMiss[atom] ? [-1] : [1, -1]
            for step in steps where (0...sizes[atom]).contains(counts[atom] + step) {
                guard let changes = exchanges.find(self, atom, step) else { continue }
                show(changes)
                break
            }
        }
    }

    /// Notes a world that differs from the present one by single steps.
    private mutating func show(_ changes: [(atom: Int, step: Int)]) {
        let coefficient = Residue.mixed(moves)
        moves += 1
        for (atom, step) in changes {
            shadow[atom] = shadow[atom] &+ coefficient &* UInt64(bitPattern: Int64(step))
            note(atom, counts[atom] + step)
        }
    }
}

/// Atoms that can change alone, by kind.
private struct Free {
    /// At most two of each kind, of different homes.
    private(set) var byKind: [Int32: [Int32]] = [:]
    /// One of each of the first kinds.
    private(set) var some: [Int32] = []

    init(_ worlds: Worlds, _ homes: Homes, step: Int) {
        let kind = homes.kind
        for home in worlds.groups.indices where homes.hasRoom(worlds, home, step) {
            for atom in homes.members[home]
            where (0...worlds.sizes[Int(atom)]).contains(worlds.counts[Int(atom)] + step) {
                let known = byKind[kind[Int(atom)]] ?? []
                if known.count >= 2 || known.contains(where: { homes.home[Int($0)] == Int32(home) }) {
                    continue
                }
                byKind[kind[Int(atom)]] = known + [atom]
                if known.isEmpty, some.count < Exchanges.breadth { some.append(atom) }
            }
        }
    }
}

/// Which atoms can give and take, by the small group they are at home in and the wider groups they share.
struct Exchanges {
    /// Atoms of one small group looked at; of a larger one the first of each kind.
    static let breadth = 16
    /// Pairs of kinds kept; of two that meet in one place the first is kept.
    private static let places = 1 << 16

    /// A shift inside one small group: one fewer counts in `giver`, one more in `taker`.
    private struct Shift {
        let giver: Int32
        let taker: Int32
    }

    private let homes: Homes
    /// By home, atoms that can give or take, at most one of each kind.
    private let givers: [[Int32]]
    private let takers: [[Int32]]
    /// Up to two shifts of different homes, by pair of kinds. Shape (places × 2).
    private var shifts: [Shift]
    /// Atoms that can give or take alone, since a band leaves their home room.
    private let freeGivers: Free
    private let freeTakers: Free

    init(_ worlds: Worlds, _ homes: Homes) {
        self.homes = homes
        let kind = homes.kind
        func chosen(_ members: [Int32], _ isOpen: (Int) -> Bool) -> [Int32] {
            var chosen: [Int32] = []
            for atom in members where isOpen(Int(atom)) {
                if chosen.count >= Exchanges.breadth { break }
                if !chosen.contains(where: { kind[Int($0)] == kind[Int(atom)] }) { chosen.append(atom) }
            }
            return chosen
        }
        givers = homes.members.map { chosen($0) { worlds.counts[$0] > 0 } }
        takers = homes.members.map { chosen($0) { worlds.counts[$0] < worlds.sizes[$0] } }
        freeGivers = Free(worlds, homes, step: -1)
        freeTakers = Free(worlds, homes, step: 1)
        shifts = [Shift](repeating: Shift(giver: -1, taker: -1), count: 2 * Exchanges.places)
        for home in givers.indices.dropLast() {
            for giver in givers[home] {
                for taker in takers[home] where taker != giver { keep(Shift(giver: giver, taker: taker)) }
            }
        }
    }

    private func place(giver: Int32, taker: Int32) -> Int {
        var word = UInt64(giver) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(taker)
        word = (word ^ (word >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return 2 * Int((word ^ (word >> 32)) & UInt64(Exchanges.places - 1))
    }

    private mutating func keep(_ shift: Shift) {
        let place = place(giver: homes.kind[Int(shift.giver)], taker: homes.kind[Int(shift.taker)])
        let first = shifts[place]
        if first.giver < 0 {
            shifts[place] = shift
        } else if shifts[place + 1].giver < 0, homes.home[Int(first.giver)] != homes.home[Int(shift.giver)],
            homes.kind[Int(first.giver)] == homes.kind[Int(shift.giver)],
            homes.kind[Int(first.taker)] == homes.kind[Int(shift.taker)]
        {
            shifts[place + 1] = shift
        }
    }

    /// An exchange that changes an atom by a step and keeps everything published; nil where none is at hand.
    func find(_ worlds: Worlds, _ atom: Int, _ step: Int) -> [(atom: Int, step: Int)]? {
        let home = homes.home[atom]
        // Alone, where no group has the atom or the bands of all its groups have room.
        if home < 0 || worlds.cost(atom, step) == 0 { return [(atom, step)] }
        for partner in step > 0 ? givers[Int(home)] : takers[Int(home)] where Int(partner) != atom {
            if let changes = pair(worlds, atom, Int(partner), step) { return changes }
        }
        guard homes.hasRoom(worlds, Int(home), step) else { return nil }
        let free = step > 0 ? freeGivers : freeTakers
        for partner in (free.byKind[homes.kind[atom]] ?? []) + free.some
        where homes.home[Int(partner)] != home {
            if let changes = pair(worlds, atom, Int(partner), step) { return changes }
        }
        return nil
    }

    /// One atom changed by a step and another by its opposite, with what makes up for it in the wider groups.
    private func pair(
        _ worlds: Worlds, _ atom: Int, _ partner: Int, _ step: Int
    ) -> [(atom: Int, step: Int)]? {
        let own = [(atom, step), (partner, -step)]
        if homes.isAlike(atom, partner) || worlds.keeps(atom, step, and: partner) { return own }
        // Elsewhere the opposite: who shares the giver's wider groups takes, and the other way round.
        let (up, down) = step > 0 ? (atom, partner) : (partner, atom)
        let place = place(giver: homes.kind[up], taker: homes.kind[down])
        for shift in shifts[place..<(place + 2)] where shift.giver >= 0 {
            let (giver, taker) = (Int(shift.giver), Int(shift.taker))
            let elsewhere = homes.home[giver]
            if elsewhere != homes.home[atom], elsewhere != homes.home[partner],
                homes.isAlike(giver, up),
                homes.isAlike(taker, down)
            {
                return own + [(giver, -1), (taker, 1)]
            }
        }
        return nil
    }
}
