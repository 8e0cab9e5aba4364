import Inference

/// How people are chosen where nobody computes anything, to compare with.
public enum NaiveChoice: String, Hashable, Sendable, CaseIterable {
    /// Those whom most people see.
    case mostCentral
    /// Those who have most users around them: the friends of the enthusiasts.
    case mostEnthusiastic
    /// Anybody.
    case atRandom
    /// One of each team in turn, the largest team first.
    case onePerTeam

    /// Chooses people; fewer where there are fewer.
    ///
    /// - Complexity: O(people · log people).
    public func choose(
        _ wanted: Int, of ground: RolloutGround, candidates: [Bool], seed: UInt64
    ) -> [Int] {
        let open = (0..<ground.count).filter { candidates[$0] && ground.places[$0].rawValue <= 2 }
        func first(by value: (Int) -> Int) -> [Int] {
            Array(open.sorted { (value($1), $0) < (value($0), $1) }.prefix(wanted))
        }
        var random = RandomSource(seed: seed, stream: "naive choice")
        switch self {
        case .mostCentral: return first { ground.seenBy.degree(of: $0) }
        case .mostEnthusiastic:
            let users = ground.usersInSight
            return first { users[$0] }
        case .atRandom:
            var shuffled = open
            random.shuffle(&shuffled)
            return Array(shuffled.prefix(wanted))
        case .onePerTeam:
            var queues = [[Int]](repeating: [], count: ground.teams)
            var shuffled = open
            random.shuffle(&shuffled)
            for person in shuffled { queues[ground.team[person]].append(person) }
            let size = ground.team.reduce(into: [Int](repeating: 0, count: ground.teams)) { $0[$1] += 1 }
            let order = queues.indices.sorted { (size[$1], $0) < (size[$0], $1) }
            var chosen: [Int] = []
            var round = 0
            while chosen.count < min(wanted, open.count) {
                for team in order where round < queues[team].count && chosen.count < wanted {
                    chosen.append(queues[team][round])
                }
                round += 1
            }
            return chosen
        }
    }
}
