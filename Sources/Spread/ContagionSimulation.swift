import Inference

/// Deals out an observed adoption curve among people by contagion in teams and across the organisation.
///
/// Every week has exactly as many adoptions as were observed; who adopts is drawn with chances proportional to
/// weight × (p + q × ((1 − mixing) × share of team-mates + mixing × share of everybody else)) at the week's start.
/// Drawing is by exact rejection from a mixture (anybody; a team-mate of an earlier adopter), so that a run costs in
/// proportion to the adopters and not to people × weeks.
struct ContagionSimulation {
    let teams: TeamTable
    /// People of each team; shape (teams)(members).
    let roster: [[Int]]
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
        self.roster = members(of: teams.team.map { Int($0) })
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
        let earlier = adopted
        for _ in 0..<min(new, order.count - earlier) {
            var chosen: Int?
            // The bound is never met in practice; it keeps a run finite when all weight sits on adopters.
            for _ in 0..<20_000 {
                let candidate: Int
                if random.uniform() * (anybody + fromTeams) >= fromTeams || earlier == 0 {
                    candidate = Int(order[adopted + random.below(order.count - adopted)])
                } else {
                    let model = Int(order[random.below(earlier)])
                    let mates = roster[Int(teams.team[model])]
                    // A place among n − 1 mates: the model's own place stands for the last member's.
                    if mates.count < 2 { continue }
                    let drawn = mates[random.below(mates.count - 1)]
                    candidate = drawn == model ? mates[mates.count - 1] : drawn
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
        counts[Int(teams.team[person])] += 1
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
