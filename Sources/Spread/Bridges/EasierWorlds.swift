import Inference

/// Sixty-four worlds in one word in which experience passes more easily than in the rollout that is played; see `BridgeBound`.
///
/// What is reached with nobody invited follows the rule of several contacts. From there on one contact more is enough, so that
/// what invitations add is reachability along arcs, and submodular.
struct EasierWorlds {
    static let count = 64

    private let seenBy: Graph
    /// Worlds in which a person is reached; shape (people).
    private var reached: [UInt64]
    /// Worlds in which one contact moves a person who is not reached; shape (people).
    private var open: [UInt64]
    /// Worlds in which an invitation is taken up; shape (people).
    private var accepts: [UInt64]
    /// Who is shown it by each person once that person has it, and tries it; rows by `showStarts`.
    private var shows: [(to: Int, worlds: UInt64)] = []
    /// Shape (people + 1).
    private var showStarts: [Int] = [0]
    private var queue: [(person: Int, worlds: UInt64)] = []
    private var trail: [(person: Int, worlds: UInt64)] = []

    /// Draws the worlds and follows what comes with nobody invited.
    ///
    /// - Parameter rates: Chances of one world, with their levels week by week.
    /// - Complexity: O(64 · people · weeks + arcs).
    init(
        _ ground: RolloutGround, weeks: Int, off: Set<Int>, accepts given: Double?,
        using random: inout RandomSource, rates draw: (inout RandomSource) -> RolloutRates
    ) {
        let people = ground.count
        seenBy = ground.seenBy
        let working = (0..<weeks).filter { !off.contains($0) }
        var all: [RolloutRates] = []
        // The chance to move within the whole horizon, seeing none, one, or several all along.
        var within: [[Double]] = []
        for _ in 0..<Self.count {
            var rates = draw(&random)
            if let given { rates.accepts = given }
            var stays = [1.0, 1.0, 1.0]
            for week in working {
                let chances = rates.trial(in: week)
                for sight in 0..<3 { stays[sight] *= 1 - chances[sight] }
            }
            all.append(rates)
            within.append(stays.map { 1 - $0 })
        }
        reached = [UInt64](repeating: 0, count: people)
        open = []
        accepts = []
        var (alone, one, two, invited, inSight) = (reached, reached, reached, reached, reached)
        for person in 0..<people {
            let place = ground.places[person]
            for world in 0..<Self.count {
                let bit = UInt64(1) << UInt64(world)
                if place.hasTried {
                    let rates = all[world]
                    let comesBack = { (random: inout RandomSource) in
                        random.uniform() < 1 - Self.power(1 - rates.again, working.count)
                    }
                    if place.isInSight || comesBack(&random) { inSight[person] |= bit }
                } else {
                    // One number for all three, so that who moves on fewer moves on more.
                    let u = random.uniform()
                    if u < within[world][0] { alone[person] |= bit }
                    if u < within[world][1] { one[person] |= bit }
                    if u < within[world][2] { two[person] |= bit }
                    if random.uniform() < all[world].accepts { invited[person] |= bit }
                }
                show(person, from: place, bit, all[world], weeks: working.count, &random)
            }
            showStarts.append(shows.count)
        }
        accepts = invited
        follow(ground, alone: alone, one: one, two: two, inSight: inSight)
        open = (0..<people).map { two[$0] & ~reached[$0] }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    /// One person's course from the day of the first try, or from today's place, and whom that course shows it to.
    private mutating func show(
        _ person: Int, from today: RolloutPlace, _ bit: UInt64, _ rates: RolloutRates, weeks: Int,
        _ random: inout RandomSource
    ) {
        let row = seenBy.arcs(of: person)
        guard rates.shows > 0, !row.isEmpty else { return }
        var place = today.hasTried ? today : .tried
        if place == .habit, random.uniform() < rates.advocate { place = .advocate }
        for _ in 0..<weeks {
            let u = random.uniform()
            switch place {
            case .tried:
                if u < rates.keep {
                    place = random.uniform() < rates.advocate ? .advocate : .habit
                } else if u < rates.keep + rates.drop {
                    place = .lapsed
                }
            case .habit: if u < rates.lose { place = .tried }
            case .advocate:
                if u < rates.lose {
                    place = .tried
                } else if u < rates.lose + rates.shows {
                    let other = seenBy.end(at: row.lowerBound + random.below(row.count))
                    if random.uniform() < rates.accepts { shows.append((other, bit)) }
                }
            default: if u < rates.again { place = .tried }
            }
        }
    }

    /// Everybody reached with nobody invited, by the rule of none, one and several in sight.
    private mutating func follow(
        _ ground: RolloutGround, alone: [UInt64], one: [UInt64], two: [UInt64], inSight: [UInt64]
    ) {
        var seesOne = [UInt64](repeating: 0, count: ground.count)
        var seesTwo = seesOne
        queue.removeAll(keepingCapacity: true)
        for person in 0..<ground.count {
            if ground.places[person].hasTried {
                reached[person] = ~0
                if inSight[person] != 0 { queue.append((person, inSight[person])) }
            } else if alone[person] != 0 {
                reached[person] = alone[person]
                queue.append((person, alone[person]))
            }
        }
        var head = 0
        while head < queue.count {
            let (from, live) = queue[head]
            head += 1
            for arc in seenBy.arcs(of: from) {
                let other = seenBy.end(at: arc)
                seesTwo[other] |= seesOne[other] & live
                seesOne[other] |= live
                arrive(other, one[other] & seesOne[other] | two[other] & seesTwo[other])
            }
            for place in showStarts[from]..<showStarts[from + 1] {
                arrive(shows[place].to, shows[place].worlds & live)
            }
        }
    }

    /// Marks a person reached in some worlds and lines up what follows.
    @inline(__always)
    private mutating func arrive(_ person: Int, _ worlds: UInt64) {
        let fresh = worlds & ~reached[person]
        if fresh == 0 { return }
        reached[person] |= fresh
        queue.append((person, fresh))
    }

    /// People newly reached by one invitation, summed over the worlds.
    private mutating func invite(_ person: Int) -> Int {
        queue.removeAll(keepingCapacity: true)
        arrive(person, accepts[person])
        var (head, sum) = (0, 0)
        while head < queue.count {
            let (from, live) = queue[head]
            head += 1
            sum += live.nonzeroBitCount
            for arc in seenBy.arcs(of: from) {
                let other = seenBy.end(at: arc)
                arrive(other, open[other] & live)
            }
            for place in showStarts[from]..<showStarts[from + 1] {
                arrive(shows[place].to, shows[place].worlds & live)
            }
        }
        return sum
    }

    /// What one invitation would add; nothing is changed.
    private mutating func gain(_ person: Int) -> Int {
        let sum = invite(person)
        for (other, worlds) in queue { reached[other] &= ~worlds }
        return sum
    }

    /// People in the mean of the worlds that no choice of as many reaches more than.
    ///
    /// - Parameter known: A choice that is tried as what the others add to.
    mutating func bound(
        wanted: Int, candidates: [Bool], most: [Int], known: [Int], _ ground: RolloutGround
    ) -> Double {
        let open = (0..<ground.count).filter { candidates[$0] && !ground.places[$0].hasTried }
        var base = reached.reduce(0) { $0 + $1.nonzeroBitCount }
        var best = base + largest(wanted, of: open, most, ground)
        for person in known { base += invite(person) }
        best = min(best, base + largest(wanted, of: open, most, ground))
        return Double(best) / Double(Self.count)
    }

    /// The largest gains one by one that fit into the teams, added up.
    private mutating func largest(
        _ wanted: Int, of people: [Int], _ most: [Int], _ ground: RolloutGround
    ) -> Int {
        var gains: [(gain: Int, person: Int)] = []
        for person in people where most[ground.team[person]] > 0 {
            let value = gain(person)
            if value > 0 { gains.append((value, person)) }
        }
        gains.sort { ($1.gain, $0.person) < ($0.gain, $1.person) }
        var (room, left, sum) = (most, wanted, 0)
        for (gain, person) in gains where left > 0 && room[ground.team[person]] > 0 {
            sum += gain
            room[ground.team[person]] -= 1
            left -= 1
        }
        return sum
    }
}
