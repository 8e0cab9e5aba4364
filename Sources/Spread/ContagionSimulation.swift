import Inference

/// Deals out an observed adoption curve among people by contagion in teams and across the organisation.
///
/// Every week has exactly as many adoptions as were observed; who adopts is drawn with chances proportional to
/// weight × (p + q × ((1 − mixing) × share of team-mates + mixing × share of everybody else)) at the week's start.
/// Drawing is by exact rejection from a mixture (anybody; a team-mate of an earlier adopter), so that a run costs in
/// proportion to the adopters and not to people × weeks.
///
/// People are numbered by their place in the roster, team by team, and whether one has adopted is one bit: of a
/// million people all that is touched at random fits a processor's second cache, except the list of adopters.
struct ContagionSimulation {
    /// Somebody who has adopted: their place in the roster and their team, side by side for one touch of memory.
    private struct Adopter {
        let place: UInt32
        let team: Int32
    }

    let teams: TeamTable
    /// People team by team; those of a team lie from its start on. Shapes (people), (teams + 1).
    private let roster: [UInt32]
    private let starts: [Int32]
    /// The team of each place. Shape (people).
    private let teamOfPlace: [Int32]
    /// Relative chances by place, scaled so that the largest is one; nil for equal chances.
    private let weights: [Double]?
    let mixing: Double
    /// Adoptions in each week, shape (weeks).
    let adoptions: [Int]

    /// Whether somebody has adopted, a bit a place.
    private var marks: [UInt64]
    /// Those who have adopted, in order of adoption.
    private var order: [Adopter] = []
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
        self.teamOfPlace = roster.map { teams.team[Int($0)] }
        let largest = weights?.max() ?? 0
        self.weights =
            largest > 0
            ? weights.map { weights in roster.map { max(0, weights[Int($0)]) / largest } } : nil
        self.mixing = mixing
        self.adoptions = adoptions
        self.marks = [UInt64](repeating: 0, count: (teams.team.count + 63) / 64)
        self.counts = [Int32](repeating: 0, count: teams.size.count)
        order.reserveCapacity(adoptions.reduce(0, +))
    }

    /// The adopters of the last run, in order of adoption.
    var adopters: some Collection<UInt32> { order.lazy.map { [roster] in roster[Int($0.place)] } }

    /// One run; `watch` hears, at the start of each week, the adopted share and the mean exposure of the others.
    mutating func run(
        fit: ContagionFit, using random: inout RandomSource, watch: ((Double, Double) -> Void)? = nil
    ) {
        order.removeAll(keepingCapacity: true)
        for word in marks.indices { marks[word] = 0 }
        for team in counts.indices { counts[team] = 0 }
        let people = roster.count
        for (week, new) in adoptions.enumerated() {
            let adopted = order.count
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
            // Of everybody: who has adopted is turned away when drawn.
            let anybody = (p + fit.q * mixing * share) * Double(people)
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
        let earlier = order.count
        let due = min(new, roster.count - earlier)
        for _ in 0..<due {
            let place = proposal(anybody, fromTeams, of: earlier, using: &random) ?? anyLeft(using: &random)
            marks[place >> 6] |= 1 << UInt64(place & 63)
            let team = teamOfPlace[place]
            order.append(Adopter(place: UInt32(place), team: team))
            counts[Int(team)] += 1
        }
    }

    private func hasAdopted(_ place: Int) -> Bool { marks[place >> 6] & (1 << UInt64(place & 63)) != 0 }

    /// The place of the next adopter; nil where 20,000 draws met nobody, since hardly anybody is left or all weight
    /// sits on adopters.
    private func proposal(
        _ anybody: Double, _ fromTeams: Double, of earlier: Int, using random: inout RandomSource
    ) -> Int? {
        for _ in 0..<20_000 {
            var place: Int
            if random.uniform() * (anybody + fromTeams) >= fromTeams || earlier == 0 {
                place = random.below(roster.count)
            } else {
                let model = order[random.below(earlier)]
                let start = Int(starts[Int(model.team)])
                let last = Int(starts[Int(model.team) + 1]) - 1
                // A place among n − 1 mates: the model's own place stands for the last member's.
                if last == start { continue }
                place = start + random.below(last - start)
                if place == Int(model.place) { place = last }
            }
            if hasAdopted(place) { continue }
            if let weights, random.uniform() >= weights[place] { continue }
            return place
        }
        return nil
    }

    /// Somebody drawn evenly from those who are left.
    private func anyLeft(using random: inout RandomSource) -> Int {
        var skip = random.below(roster.count - order.count)
        for place in roster.indices where !hasAdopted(place) {
            if skip == 0 { return place }
            skip -= 1
        }
        preconditionFailure("somebody is left")
    }

    /// Keeps a number of adopters drawn evenly, and forgets the others.
    mutating func thin(to kept: Int, using random: inout RandomSource) {
        for index in 0..<min(kept, order.count) {
            let other = index + random.below(order.count - index)
            if other != index { order.swapAt(index, other) }
        }
        while order.count > kept {
            let gone = order.removeLast()
            marks[Int(gone.place) >> 6] &= ~(1 << UInt64(gone.place & 63))
            counts[Int(gone.team)] -= 1
        }
    }
}
