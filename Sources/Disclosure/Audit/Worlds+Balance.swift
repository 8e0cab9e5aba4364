extension Worlds {
    /// Brings a first world closer to what is published, by single steps and by shifts within a group, each of
    /// which comes closer; ends where none does.
    ///
    /// - Complexity: O(atoms · atoms of a small group) a sweep; few sweeps are needed where groups are many.
    mutating func balance(_ homes: Homes) {
        var before = Int.max
        while excess > 0, excess < before {
            before = excess
            for (home, members) in homes.members.enumerated() where members.count <= Worlds.widestHome {
                if excess == 0 { return }
                if home < groups.count { step(members, of: home) }
                shift(within: members)
            }
        }
    }

    /// Single steps that come closer and never take a home away from what is published of it: wider groups may
    /// ask for such a step, but it leads nowhere.
    private mutating func step(_ members: [Int32], of home: Int) {
        for atom in members {
            let atom = Int(atom)
            for step in [1, -1] {
                while (0...sizes[atom]).contains(counts[atom] + step),
                    distance(home, sums[home] + step) <= distance(home, sums[home]), cost(atom, step) < 0
                {
                    place(atom, step)
                }
            }
        }
    }

    /// Exchanges within a home that come closer.
    private mutating func shift(within home: [Int32]) {
        for giver in home {
            for taker in home where giver != taker {
                let (giver, taker) = (Int(giver), Int(taker))
                if counts[giver] == 0 || counts[taker] == sizes[taker] { continue }
                let price = cost(giver, -1)
                place(giver, -1)
                if price + cost(taker, 1) < 0 { place(taker, 1) } else { place(giver, 1) }
            }
        }
    }
}
