import Inference

/// Who works with whom in the hazard world: nearly everybody in a team, few across.
enum Ties {
    /// Draws ties; walls thin out those across teams.
    ///
    /// - Complexity: O(members × cross ties), plus the square of each team.
    static func draw(
        staff: Staff, causes: Causes, using random: inout RandomSource
    ) -> [(a: Int, b: Int, weight: Int)] {
        var seen = Set<[Int]>()
        var ties: [(a: Int, b: Int, weight: Int)] = []
        func tie(_ one: Int, _ other: Int, _ weight: Int) {
            let pair = [min(one, other), max(one, other)]
            guard one != other, seen.insert(pair).inserted else { return }
            ties.append((pair[0], pair[1], weight))
        }
        var byTeam = Array(repeating: [Int](), count: staff.teams.count)
        for member in staff.members.indices { byTeam[staff.members[member].team].append(member) }
        for team in byTeam {
            for (place, one) in team.enumerated() {
                for other in team[(place + 1)...] where random.drawBernoulli(0.6) {
                    tie(one, other, 2 + random.below(4))
                }
            }
        }
        for member in staff.members.indices {
            let wall = causes.severity(.echoChamber, unit: staff.teamUnit[staff.members[member].team])
            let number = random.drawPoisson(1.6)
            for _ in 0..<number {
                let other = random.below(staff.count)
                let weight = 1 + random.below(2)
                let passes = random.uniform()
                if passes < (wall > 0 ? 0.15 : 1) { tie(member, other, weight) }
            }
            if let manager = staff.managers[member] { tie(member, manager, 3) }
        }
        return ties.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
}
