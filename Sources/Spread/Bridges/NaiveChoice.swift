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
    /// - Parameter most: Most invitations into each team, as a plan keeps to; nil where any number may be. Shape (teams).
    /// - Complexity: O(people · log people).
    public func choose(
        _ wanted: Int, of ground: RolloutGround, candidates: [Bool], most: [Int]? = nil, seed: UInt64
    ) -> [Int] {
        let open = (0..<ground.count).filter { candidates[$0] && ground.places[$0].rawValue <= 2 }
        func fitting(_ people: [Int]) -> [Int] {
            guard var room = most else { return Array(people.prefix(wanted)) }
            var chosen: [Int] = []
            for person in people where room[ground.team[person]] > 0 {
                if chosen.count == wanted { break }
                room[ground.team[person]] -= 1
                chosen.append(person)
            }
            return chosen
        }
        func first(by value: (Int) -> Int) -> [Int] {
            fitting(open.sorted { (value($1), $0) < (value($0), $1) })
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
            return fitting(shuffled)
        case .onePerTeam:
            var queues = [[Int]](repeating: [], count: ground.teams)
            var shuffled = open
            random.shuffle(&shuffled)
            for person in shuffled { queues[ground.team[person]].append(person) }
            let size = ground.team.reduce(into: [Int](repeating: 0, count: ground.teams)) { $0[$1] += 1 }
            let order = queues.indices.sorted { (size[$1], $0) < (size[$0], $1) }
            let rounds = queues.map(\.count).max() ?? 0
            return fitting(
                (0..<rounds).flatMap { round in
                    order.compactMap { round < queues[$0].count ? queues[$0][round] : nil }
                })
        }
    }
}
