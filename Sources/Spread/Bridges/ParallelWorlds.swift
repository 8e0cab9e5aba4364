import Inference

/// Sixty-four worlds in one word: who moves once they see how many, drawn anew for each world.
///
/// A horizon of weeks is drawn together: with the chances that the past allows, a person moves within it unprompted, or once one
/// or two users are in sight, or not at all. One pass over a person's arcs serves all worlds at once.
struct ParallelWorlds {
    static let count = 64

    /// From a person to everybody who sees that person.
    let seenBy: Graph
    /// Worlds in which one in sight is enough; shape (people).
    private let needsOne: [UInt64]
    /// Worlds in which two in sight are enough.
    private let needsTwo: [UInt64]
    /// Worlds in which an invitation is taken up.
    let accepts: [UInt64]
    /// Worlds in which a person has firsthand experience; shape (people).
    private(set) var reached: [UInt64]
    private var seesOne: [UInt64]
    private var seesTwo: [UInt64]
    private var queue: [(person: Int, worlds: UInt64)] = []

    /// Worlds of a ground.
    ///
    /// - Parameter weeks: The horizon.
    /// - Complexity: O(64 · people + arcs of users).
    init(_ ground: RolloutGround, history: RolloutHistory, weeks: Int, accepts given: Double?, seed: UInt64) {
        let people = ground.count
        seenBy = ground.seenBy
        var chances: [(unprompted: Double, one: Double, two: Double, accepts: Double)] = []
        var random = RandomSource(seed: seed, stream: "parallel worlds")
        for _ in 0..<Self.count {
            let rates = history.rates(using: &random)
            func within(_ chance: Double) -> Double {
                chance >= 1 ? 1 : -Elementary.expLessOne(Double(weeks) * Elementary.log(onePlus: -chance))
            }
            chances.append(
                (
                    within(rates.trial[0]), within(rates.trial[1]), within(rates.trial[2]),
                    given ?? rates.accepts
                ))
        }
        var one = [UInt64](repeating: 0, count: people)
        var (two, accepts, alone) = (one, one, one)
        for person in 0..<people {
            for world in 0..<Self.count {
                let (chance, bit) = (chances[world], UInt64(1) << UInt64(world))
                let u = random.uniform()
                if u < chance.two { two[person] |= bit }
                if u < chance.one { one[person] |= bit }
                if u < chance.unprompted { alone[person] |= bit }
                if random.uniform() < chance.accepts { accepts[person] |= bit }
            }
        }
        needsOne = one
        needsTwo = two
        self.accepts = accepts
        reached = [UInt64](repeating: 0, count: people)
        seesOne = reached
        seesTwo = reached
        // Those who have let it lapse have the experience and are in nobody's sight.
        for person in 0..<people where ground.places[person].hasTried {
            if ground.places[person].isInSight {
                _ = add(person, worlds: ~0)
            } else {
                reached[person] = ~0
            }
        }
        for person in 0..<people where alone[person] != 0 { _ = add(person, worlds: alone[person]) }
    }

    /// What an addition changed, for taking it back.
    struct Trace {
        fileprivate var people: [(person: Int, worlds: UInt64)] = []
        fileprivate var sights: [(person: Int, one: UInt64, two: UInt64)] = []
        /// Everybody newly reached, with the worlds.
        var newly: [(person: Int, worlds: UInt64)] { people }
    }

    /// Gives a person the experience in some worlds and follows what comes of it.
    mutating func add(_ person: Int, worlds: UInt64) -> Trace {
        var trace = Trace()
        let fresh = worlds & ~reached[person]
        guard fresh != 0 else { return trace }
        reached[person] |= fresh
        queue.removeAll(keepingCapacity: true)
        queue.append((person, fresh))
        trace.people.append((person, fresh))
        var head = 0
        while head < queue.count {
            let (from, live) = queue[head]
            head += 1
            for arc in seenBy.arcs(of: from) {
                let other = seenBy.end(at: arc)
                let (one, two) = (seesOne[other], seesTwo[other])
                seesTwo[other] = two | one & live
                seesOne[other] = one | live
                if seesTwo[other] == two, seesOne[other] == one { continue }
                trace.sights.append((other, one, two))
                let moved =
                    (needsOne[other] & seesOne[other] | needsTwo[other] & seesTwo[other]) & ~reached[other]
                if moved != 0 {
                    reached[other] |= moved
                    queue.append((other, moved))
                    trace.people.append((other, moved))
                }
            }
        }
        return trace
    }

    /// Takes back what an addition did; the latest first.
    mutating func takeBack(_ trace: Trace) {
        for (person, one, two) in trace.sights.reversed() {
            seesOne[person] = one
            seesTwo[person] = two
        }
        for (person, worlds) in trace.people { reached[person] &= ~worlds }
    }
}
