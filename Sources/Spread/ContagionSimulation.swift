import Inference

/// Deals out an observed adoption curve among people by contagion in teams and across the organisation.
///
/// Every week has exactly as many adoptions as were observed; who adopts is drawn with chances proportional to
/// weight × (p + q × ((1 − mixing) × share of team-mates + mixing × share of everybody else)) at the week's start.
/// Drawing is by exact rejection from a mixture (anybody; a team-mate of an earlier adopter), so that a run costs in
/// proportion to the adopters and not to people × weeks.
struct ContagionSimulation {
    let teams: TeamTable
    /// People team by team; those of a team lie from its start on. Shapes (people), (teams + 1).
    private let roster: [UInt32]
    private let starts: [Int32]
    /// Relative chances, scaled so that the largest is one; nil for equal chances.
    let weights: [Double]?
    let mixing: Double
    /// Adoptions in each week, shape (weeks).
    let adoptions: [Int]

    /// The people who have adopted, in order of adoption; the rest follow.
    private var order: [UInt32]
    /// Where in `order` each person stands.
    private var place: [UInt32]
    private var adopted = 0
    /// Adopters in each team.
    private(set) var counts: [Int32]

    init(teams: TeamTable, weights: [Double]?, mixing: Double, adoptions: [Int]) {
        self.teams = teams
        var starts = [Int32](repeating: 0, count: teams.size.count + 1)
        for (team, size) in teams.size.enumerated() { starts[team + 1] = starts[team] + size }
        var roster = [UInt32](repeating: 0, count: teams.team.count)
        var cursor = starts
        for (person, team) in teams.team.enumerated() {
            roster[Int(cursor[Int(team)])] = UInt32(person)
            cursor[Int(team)] += 1
        }
        self.roster = roster
        self.starts = starts
        let largest = weights?.max() ?? 0
        self.weights = largest > 0 ? weights?.map { max(0, $0) / largest } : nil
        self.mixing = mixing
        self.adoptions = adoptions
        self.order = (0..<teams.team.count).map { UInt32($0) }
        self.place = order
        self.counts = [Int32](repeating: 0, count: teams.size.count)
    }

    /// The adopters of the last run, in order of adoption.
    var adopters: ArraySlice<UInt32> { order[..<adopted] }

    /// One run; `watch` hears, at the start of each week, the adopted share and the mean exposure of the others.
    mutating func run(
        fit: ContagionFit, using random: inout RandomSource, watch: ((Double, Double) -> Void)? = nil
    ) {
        adopted = 0
        for team in counts.indices { counts[team] = 0 }
        let people = order.count
        for (week, new) in adoptions.enumerated() {
            let left = people - adopted
            if left == 0 || (new == 0 && watch == nil) { continue }
            let share = people > 1 ? Double(adopted) / Double(people - 1) : 0
            var p = fit.p
            if watch != nil || fit.steps.contains(week) {
                let exposure = (1 - mixing) * meanTeamShare(left: left) + mixing * share
                watch?(Double(adopted) / Double(people), exposure)
                // In a step the surplus comes from outside and falls on everybody alike.
                if fit.steps.contains(week) { p = max(p, Double(new) / Double(left) - fit.q * exposure) }
            }
            let anybody = (p + fit.q * mixing * share) * Double(left)
            let fromTeams = fit.q * (1 - mixing) * Double(adopted)
            draw(new, anybody: anybody, fromTeams: fromTeams, using: &random)
        }
    }

    /// Mean share of adopters among the team-mates of those who have not adopted.
    private func meanTeamShare(left: Int) -> Double {
        var sum = 0.0
        for team in counts.indices {
            sum += Double(Int(teams.size[team] - counts[team]) * Int(counts[team])) * teams.perMate[team]
        }
        return sum / Double(left)
    }

    /// Adds one week's adopters.
    private mutating func draw(
        _ new: Int, anybody: Double, fromTeams: Double, using random: inout RandomSource
    ) {
        let state = (people: order.count, adopted: adopted, weights: weights)
        // Everything below touches memory at random; pointers leave nothing else to pay for.
        adopted = order.withUnsafeMutableBufferPointer { order in
            place.withUnsafeMutableBufferPointer { place in
                counts.withUnsafeMutableBufferPointer { counts in
                    teams.team.withUnsafeBufferPointer { team in
                        roster.withUnsafeBufferPointer { roster in
                            starts.withUnsafeBufferPointer { starts in
                                var dealer = Dealer(
                                    order: order, place: place, counts: counts, team: team, roster: roster,
                                    starts: starts, weights: state.weights, adopted: state.adopted)
                                dealer.deal(
                                    min(new, state.people - state.adopted), anybody: anybody,
                                    fromTeams: fromTeams, using: &random)
                                return dealer.adopted
                            }
                        }
                    }
                }
            }
        }
    }

    /// Deals out one week's adoptions over borrowed memory.
    private struct Dealer {
        let order: UnsafeMutableBufferPointer<UInt32>
        let place: UnsafeMutableBufferPointer<UInt32>
        let counts: UnsafeMutableBufferPointer<Int32>
        let team: UnsafeBufferPointer<Int32>
        let roster: UnsafeBufferPointer<UInt32>
        let starts: UnsafeBufferPointer<Int32>
        let weights: [Double]?
        var adopted: Int

        mutating func deal(
            _ new: Int, anybody: Double, fromTeams: Double, using random: inout RandomSource
        ) {
            let earlier = adopted
            for _ in 0..<new {
                var chosen: Int?
                // The bound is never met in practice; it keeps a run finite when all weight sits on adopters.
                for _ in 0..<20_000 {
                    let candidate: Int
                    if random.uniform() * (anybody + fromTeams) >= fromTeams || earlier == 0 {
                        candidate = Int(order[adopted + random.below(order.count - adopted)])
                    } else {
                        let model = order[random.below(earlier)]
                        let own = Int(team[Int(model)])
                        let start = Int(starts[own])
                        let last = Int(starts[own + 1]) - 1
                        // A place among n − 1 mates: the model's own place stands for the last member's.
                        if last == start { continue }
                        let drawn = roster[start + random.below(last - start)]
                        candidate = Int(drawn == model ? roster[last] : drawn)
                        if Int(place[candidate]) < adopted { continue }
                    }
                    if let weights, random.uniform() >= weights[candidate] { continue }
                    chosen = candidate
                    break
                }
                adopt(chosen ?? Int(order[adopted]))
            }
        }

        /// Moves a person among the adopters.
        private mutating func adopt(_ person: Int) {
            let from = Int(place[person])
            let other = order[adopted]
            order[from] = other
            place[Int(other)] = UInt32(from)
            order[adopted] = UInt32(person)
            place[person] = UInt32(adopted)
            adopted += 1
            counts[Int(team[person])] += 1
        }
    }

    /// Keeps a number of adopters drawn evenly, and forgets the others.
    mutating func thin(to kept: Int, using random: inout RandomSource) {
        for index in 0..<min(kept, adopted) {
            let other = index + random.below(adopted - index)
            if other == index { continue }
            order.swapAt(index, other)
            place[Int(order[index])] = UInt32(index)
            place[Int(order[other])] = UInt32(other)
        }
        while adopted > kept {
            adopted -= 1
            counts[Int(teams.team[Int(order[adopted])])] -= 1
        }
    }
}
