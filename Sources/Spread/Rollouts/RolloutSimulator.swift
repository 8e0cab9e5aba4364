import Inference

/// Plays a rollout forward, week by week and person by person.
///
/// Few people move in a week, so a loop jumps from one who might to the next: everybody is met at the largest chance there
/// is and moves with what of it is theirs, which is exact. Users in sight are counted where somebody takes it up or lets it lapse,
/// not anew every week. Everybody moves by what stood at the beginning of the week.
/// - Source: thinning: Lewis & Shedler (1979), doi:10.1002/nav.3800260304.
final class RolloutSimulator {
    private let ground: RolloutGround
    private let plan: RolloutPlan
    private let people: Int
    /// Users in sight times eight, and the place; shape (people).
    private let cells: UnsafeMutablePointer<UInt32>
    private let start: UnsafeMutablePointer<UInt32>
    private let moves: UnsafeMutablePointer<UInt32>
    private let draws = ExponentialDraws()
    /// People in each place; shape (7).
    private(set) var counts = [Int](repeating: 0, count: 7)
    private let startCounts: [Int]
    /// Arcs along which somebody came into sight or went out of it, over all runs.
    private(set) var arcVisits = 0

    init(_ ground: RolloutGround, plan: RolloutPlan) {
        self.ground = ground
        self.plan = plan
        people = ground.count
        precondition(people < 1 << 28, "a rollout numbers people with 28 bits")
        cells = .allocate(capacity: max(1, people))
        start = .allocate(capacity: max(1, people))
        moves = .allocate(capacity: max(1, people))
        var counts = [Int](repeating: 0, count: 7)
        for (person, users) in ground.usersInSight.enumerated() {
            var place = UInt32(ground.places[person].rawValue)
            if place <= 2 { place = UInt32(min(2, users)) }
            start[person] = UInt32(users) << 3 | place
            counts[Int(place)] += 1
        }
        startCounts = counts
    }

    deinit {
        cells.deallocate()
        start.deallocate()
        moves.deallocate()
    }

    /// The place of a person after the last run.
    func place(_ person: Int) -> Int { Int(cells[person] & 7) }

    /// One run: people in each place at the end of every week, shape (weeks × 7).
    func run(
        _ drawn: RolloutRates, into result: UnsafeMutablePointer<Int32>, using random: inout RandomSource
    ) {
        var rates = drawn
        if let time = plan.championTime { rates.shows = 0.5 * time }
        if let accepts = plan.accepts { rates.accepts = accepts }
        if let trained = plan.trainedTries { rates.trained = trained }
        cells.update(from: start, count: people)
        counts = startCounts
        if rates.advocate > 0 {
            for person in 0..<people where start[person] & 7 == 4 && random.uniform() < rates.advocate {
                become(person, .advocate)
            }
        }
        for week in 0..<plan.weeks {
            if !plan.off.contains(week) { step(week, rates, &random) }
            for place in 0..<7 { result[week * 7 + place] = Int32(counts[place]) }
        }
    }

    private func step(_ week: Int, _ rates: RolloutRates, _ random: inout RandomSource) {
        // Leaving chances by place; two ways out follow one another in the same number.
        let trial = rates.trial(in: week)
        let leave = [
            trial[0], trial[1], trial[2], min(1, rates.keep + rates.drop), rates.lose,
            min(1, rates.lose + rates.shows), rates.again,
        ]
        let orders = plan.ordered[week]
        func withOrder(_ chance: Double) -> Double { 1 - (1 - chance) * (1 - rates.ordered) }
        let under = orders == nil ? leave : (0..<7).map { $0 <= 2 ? withOrder(leave[$0]) : leave[$0] }
        let largest = max(leave.max() ?? 0, under.max() ?? 0)
        let isEverybody = orders?.isEmpty ?? false
        var size = 0
        if largest > 0 {
            let reach = Double(ExponentialDraws.reach(largest))
            leave.withUnsafeBufferPointer { leave in
                under.withUnsafeBufferPointer { under in
                    var person = 0
                    while true {
                        person &+= Int(draws.next(&random) * reach)
                        if person >= people { break }
                        let place = Int(cells[person] & 7)
                        let isUnder =
                            orders != nil && (isEverybody || orders!.contains(ground.team[person]))
                        let chance = isUnder ? under[place] : leave[place]
                        let met = largest < 1 || chance < 1 ? random.uniform() * largest : 0
                        if met < chance {
                            // The way out is told by where in the chance the number fell.
                            moves[size] =
                                UInt32(person) << 4 | UInt32(place) << 1
                                | (isSecond(place, met, rates) ? 1 : 0)
                            size += 1
                        }
                        person &+= 1
                    }
                }
            }
        }
        for index in 0..<size {
            let person = Int(moves[index] >> 4)
            let hadNotTried = moves[index] >> 1 & 7 <= 2
            // Shown it by an advocate a moment ago: one try a week is enough.
            if hadNotTried, cells[person] & 7 > 2 { continue }
            move(person, isSecond: moves[index] & 1 == 1, rates, &random)
        }
        for person in plan.invited[week] ?? [] where cells[person] & 7 <= 2 {
            if random.uniform() < rates.accepts { become(person, .tried) }
        }
        for person in plan.trained[week] ?? [] where cells[person] & 7 <= 2 {
            if random.uniform() < rates.trained { become(person, .tried) }
        }
    }

    @inline(__always)
    private func isSecond(_ place: Int, _ met: Double, _ rates: RolloutRates) -> Bool {
        place == 3 ? met >= rates.keep : place == 5 ? met >= rates.lose : false
    }

    private func move(_ person: Int, isSecond: Bool, _ rates: RolloutRates, _ random: inout RandomSource) {
        switch cells[person] & 7 {
        case 0, 1, 2: become(person, .tried)
        case 3:
            if isSecond {
                become(person, .lapsed)
            } else {
                become(person, random.uniform() < rates.advocate ? .advocate : .habit)
            }
        case 4: become(person, .tried)
        case 5:
            if !isSecond {
                become(person, .tried)
                return
            }
            let row = ground.seenBy.arcs(of: person)
            guard !row.isEmpty else { return }
            let shown = ground.seenBy.end(at: row.lowerBound + random.below(row.count))
            if cells[shown] & 7 <= 2, random.uniform() < rates.accepts { become(shown, .tried) }
        default: become(person, .tried)
        }
    }

    private func become(_ person: Int, _ place: RolloutPlace) {
        let before = cells[person] & 7
        let new = UInt32(place.rawValue)
        counts[Int(before)] -= 1
        counts[Int(new)] += 1
        cells[person] = cells[person] & ~7 | new
        let wasInSight = before >= 3 && before != 6
        if wasInSight == place.isInSight { return }
        let row = ground.seenBy.arcs(of: person)
        arcVisits += row.count
        for arc in row {
            let other = ground.seenBy.end(at: arc)
            let cell = place.isInSight ? cells[other] &+ 8 : cells[other] &- 8
            let old = cell & 7
            if old > 2 {
                cells[other] = cell
                continue
            }
            let aware = min(2, cell >> 3)
            cells[other] = cell & ~7 | aware
            if aware != old {
                counts[Int(old)] -= 1
                counts[Int(aware)] += 1
            }
        }
    }
}
