import Inference

/// The explicit network of the threshold world: who sees whom at work, from when to when.
struct Acquaintance: Sendable {
    struct Edge: Sendable {
        let other: Int
        let weight: Double
        /// Weeks in which the two meet.
        let weeks: ClosedRange<Int>
        /// Ties across teams are cut in an echo chamber when this is below the wall.
        let luck: Double
        let isAcross: Bool
    }

    /// Edges of each member, both ways.
    private(set) var edges: [[Edge]]

    /// Ties teammates, colleagues of the same role, chance acquaintances and the line of command.
    ///
    /// Sociability is uneven: some know five times as many as others.
    ///
    /// - Complexity: O(members × ties) plus the square of each team.
    init(staff: Staff, season: Season, reorganised: Int?, using random: inout RandomSource) {
        var edges = Array(repeating: [Edge](), count: staff.count)
        let all = 0...(season.weeks - 1)
        func tie(
            _ one: Int, _ other: Int, _ weight: Double, _ weeks: ClosedRange<Int>, isAcross: Bool,
            luck: Double
        ) {
            guard one != other, !edges[one].contains(where: { $0.other == other }) else { return }
            edges[one].append(
                Edge(other: other, weight: weight, weeks: weeks, luck: luck, isAcross: isAcross))
            edges[other].append(
                Edge(other: one, weight: weight, weeks: weeks, luck: luck, isAcross: isAcross))
        }
        let turn = min(max(reorganised ?? 0, 1), season.weeks - 1)
        let spans: [(weeks: ClosedRange<Int>, isBefore: Bool)] =
            reorganised == nil
            ? [(all, false)] : [(turn...(season.weeks - 1), false), (0...(turn - 1), true)]
        for span in spans {
            var teams = Array(repeating: [Int](), count: staff.teams.count)
            for member in staff.members.indices {
                let person = staff.members[member]
                teams[span.isBefore ? person.teamBefore : person.team].append(member)
            }
            for team in teams {
                for (place, one) in team.enumerated() {
                    for other in team[(place + 1)...] {
                        let chance = random.uniform()
                        let weight = 1 + random.uniform() * 2
                        let stayed =
                            staff.members[one].team == staff.members[one].teamBefore
                            && staff.members[other].team == staff.members[other].teamBefore
                        guard chance < 0.65 else { continue }
                        tie(one, other, weight, stayed ? all : span.weeks, isAcross: false, luck: 1)
                    }
                }
            }
        }
        var byRole = Array(repeating: [Int](), count: staff.roles.count)
        for member in staff.members.indices { byRole[staff.members[member].role].append(member) }
        for member in staff.members.indices {
            let sociability = random.drawGamma(2) / 2
            let peers = byRole[staff.members[member].role]
            for _ in 0..<random.drawPoisson(0.9 * sociability) {
                tie(
                    member, peers[random.below(peers.count)], 0.6, all, isAcross: true, luck: random.uniform()
                )
            }
            for _ in 0..<random.drawPoisson(0.9 * sociability) {
                tie(
                    member, random.below(staff.count), 0.5, all, isAcross: true, luck: random.uniform())
            }
            if let manager = staff.managers[member] {
                tie(member, manager, 1.2, all, isAcross: false, luck: 1)
            }
        }
        self.edges = edges
    }

    /// Share of a member's acquaintances, by weight, of whom something holds; 0 where they have none.
    func share(of member: Int, week: Int, wall: [Double], holds: (Int) -> Bool) -> Double {
        var total = 0.0
        var holding = 0.0
        for edge in edges[member] where edge.weeks.contains(week) {
            if edge.isAcross, edge.luck < max(wall[member], wall[edge.other]) { continue }
            total += edge.weight
            if holds(edge.other) { holding += edge.weight }
        }
        return total == 0 ? 0 : holding / total
    }
}
