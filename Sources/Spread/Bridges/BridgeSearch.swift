import Inference

/// Chooses whom the system invites, so that experience crosses from teams that have it to teams that do not.
///
/// Moves are one person, or two of one team who have colleagues in common: where several contacts are needed, one
/// invitation alone may reach nobody and two a whole team. Reach is **not submodular** then, and the choice has no guarantee;
/// it is checked by `RolloutForecast`, which shares no code with it, beside naive choices.
/// - Source: Centola & Macy (2007), doi:10.1086/521848 (wide bridges); sample average over worlds: Kempe, Kleinberg & Tardos
///   (2003), doi:10.1145/956750.956769; lazily looked at again: Leskovec et al. (2007), doi:10.1145/1281192.1281239.
public struct BridgeSearch: Sendable {
    /// What the choice is for.
    public enum Goal: String, Hashable, Sendable, CaseIterable {
        /// As many people with firsthand experience as possible.
        case reach
        /// As many as possible of those who have nobody in sight today.
        case outOfSight
        /// The least-reached team as far as possible.
        case leastReached
    }

    /// Those invited, in the order chosen: every beginning of the list is a plan for fewer.
    public let chosen: [Int]
    /// The team whose users do the inviting, of each.
    public let fromTeam: [Int]
    /// Moves looked at.
    public let trials: Int

    /// Moves whose gain is looked at anew in every step.
    private static let fresh = 192
    /// Colleagues of the same team that are tried as the second of a pair.
    private static let partners = 3

    /// Chooses people.
    ///
    /// - Parameters:
    ///   - candidates: Who may be invited; shape (people).
    ///   - hosts: The team that invites into each team, nil where none adjoins that could; shape (teams).
    ///   - most: Most invitations into each team; shape (teams).
    ///   - inPairs: Whether pairs are tried: where contagion is complex.
    /// - Complexity: O((people + wanted · 192) · reach of a move).
    public init(
        _ ground: RolloutGround, history: RolloutHistory, wanted: Int, candidates: [Bool], hosts: [Int?],
        most: [Int], goal: Goal = .reach, inPairs: Bool, weeks: Int, accepts: Double? = nil, seed: UInt64
    ) {
        precondition(
            candidates.count == ground.count && hosts.count == ground.teams && most.count == ground.teams)
        var worlds = ParallelWorlds(ground, history: history, weeks: weeks, accepts: accepts, seed: seed)
        let sight = ground.usersInSight
        let weights = (0..<ground.count).map { person -> Float in
            goal == .outOfSight && sight[person] > 0 ? 0.001 : 1
        }
        var room = most
        let size = ground.team.reduce(into: [Int](repeating: 0, count: ground.teams)) { $0[$1] += 1 }
        func mayInvite(_ person: Int) -> Bool {
            candidates[person] && hosts[ground.team[person]] != nil && room[ground.team[person]] > 0
                && ground.places[person].rawValue <= 2
        }
        var isChosen = [Bool](repeating: false, count: ground.count)
        var moves: [(first: Int, second: Int)] = []
        for person in 0..<ground.count where mayInvite(person) {
            moves.append((person, -1))
            guard inPairs else { continue }
            let team = ground.team[person]
            let mates = ground.seenBy.neighbours(of: person).map { Int($0) }
                .filter { $0 > person && ground.team[$0] == team && mayInvite($0) }
                .sorted { (ground.seenBy.degree(of: $1), $0) < (ground.seenBy.degree(of: $0), $1) }
            for mate in mates.prefix(Self.partners) { moves.append((person, mate)) }
        }
        var trials = 0
        // For the least-reached team what a move reaches is kept by team: from step to step other teams count, and the moves need
        // not be played again for that.
        var byTeam = [[(team: Int32, sum: Float)]](
            repeating: [], count: goal == .leastReached ? moves.count : 0)
        var teamWeights = [Float](repeating: 1, count: ground.teams)
        var tally = [Float](repeating: 0, count: goal == .leastReached ? ground.teams : 0)
        func worth(_ index: Int) -> Float {
            let sum = byTeam[index].reduce(Float(0)) { $0 + teamWeights[Int($1.team)] * $1.sum }
            return sum / (moves[index].second >= 0 ? 2 : 1)
        }
        func gain(_ index: Int, _ worlds: inout ParallelWorlds) -> Float {
            trials += 1
            let move = moves[index]
            let one = worlds.add(move.first, worlds: worlds.accepts[move.first])
            let two = move.second >= 0 ? worlds.add(move.second, worlds: worlds.accepts[move.second]) : nil
            var sum: Float = 0
            var reached: [Int32] = []
            for newly in [one.newly, two?.newly ?? []] {
                for (person, worlds) in newly {
                    let count = Float(worlds.nonzeroBitCount)
                    guard goal == .leastReached else {
                        sum += weights[person] * count
                        continue
                    }
                    let team = ground.team[person]
                    if tally[team] == 0 { reached.append(Int32(team)) }
                    tally[team] += count
                }
            }
            if let two { worlds.takeBack(two) }
            worlds.takeBack(one)
            guard goal == .leastReached else { return sum / (move.second >= 0 ? 2 : 1) }
            byTeam[index] = reached.map { ($0, tally[Int($0)]) }
            for team in reached { tally[Int(team)] = 0 }
            return worth(index)
        }
        func weighTeams() {
            guard goal == .leastReached else { return }
            var sums = [Double](repeating: 0, count: ground.teams)
            for person in 0..<ground.count {
                sums[ground.team[person]] += Double(worlds.reached[person].nonzeroBitCount)
            }
            let open = (0..<ground.teams).filter { size[$0] > 0 && hosts[$0] != nil && room[$0] > 0 }
            let least = open.map { sums[$0] / Double(size[$0]) }.min() ?? 0
            for team in 0..<ground.teams where size[team] > 0 {
                let isLeast = sums[team] / Double(size[team]) <= least + 1e-9
                teamWeights[team] = (isLeast ? 1 : 0.001) / Float(size[team])
            }
        }
        weighTeams()
        var known = moves.indices.map { gain($0, &worlds) }
        var chosen: [Int] = []
        while chosen.count < wanted {
            if goal == .leastReached {
                weighTeams()
                for index in moves.indices where known[index] >= 0 { known[index] = worth(index) }
            }
            var best: (gain: Float, index: Int)?
            for index in known.placesOfLargest(Self.fresh) {
                let move = moves[index]
                let team = ground.team[move.first]
                let width = move.second >= 0 ? 2 : 1
                if isChosen[move.first] || (move.second >= 0 && isChosen[move.second]) || room[team] < width
                    || chosen.count + width > wanted
                {
                    // A pair that is too wide for what is left may not come back: budgets only shrink.
                    known[index] = -1
                    continue
                }
                known[index] = gain(index, &worlds)
                if known[index] > best?.gain ?? 0 { best = (known[index], index) }
            }
            guard let best else { break }
            let move = moves[best.index]
            for person in [move.first, move.second] where person >= 0 {
                isChosen[person] = true
                room[ground.team[person]] -= 1
                chosen.append(person)
                _ = worlds.add(person, worlds: worlds.accepts[person])
            }
            // Whoever has been brought one contact nearer may now be worth more than was known.
            let near = Set(
                [move.first, move.second].filter { $0 >= 0 }
                    .flatMap { ground.seenBy.neighbours(of: $0).map { Int($0) } })
            for index in moves.indices where known[index] >= 0 && near.contains(moves[index].first) {
                known[index] = gain(index, &worlds)
            }
        }
        self.chosen = chosen
        fromTeam = chosen.map { hosts[ground.team[$0]] ?? ground.team[$0] }
        self.trials = trials
    }
}
