public import Inference

/// What an organisation's own past says about its weekly chances: how often people stood somewhere, and how often they moved.
///
/// Everybody's weeks are counted alike, so the likelihood is a product of binomials and the posterior is exact.
/// - Source: discrete-time hazards: Allison (1982), doi:10.2307/270718; more than one contact: Centola & Macy (2007),
///   doi:10.1086/521848.
public struct RolloutHistory: Hashable, Sendable {
    /// Weeks in which something could happen, and in how many it did.
    public struct Tally: Hashable, Sendable {
        /// Weeks in which it could happen.
        public var weeks: Int
        /// Weeks in which it did.
        public var moves: Int

        /// A tally, empty by default.
        public init(weeks: Int = 0, moves: Int = 0) {
            self.weeks = weeks
            self.moves = moves
        }

        /// Counts one person's week.
        public mutating func add(_ hasMoved: Bool) {
            weeks += 1
            if hasMoved { moves += 1 }
        }
    }

    /// First tries by users in sight, in weeks without orders; shape (3).
    public var trial = [Tally](repeating: Tally(), count: 3)
    /// First tries without orders week by week, the earliest first; shape (weeks × 3). They add up to `trial`.
    public private(set) var trialByWeek: [[Tally]] = []
    /// The same in weeks with orders.
    public var ordered = [Tally](repeating: Tally(), count: 3)
    /// Weeks of people who tried it, and the moves to a habit.
    public var kept = Tally()
    /// The same weeks, and the moves to lapsed.
    public var dropped = Tally()
    /// Weeks of people with a habit, and how often it was lost.
    public var lost = Tally()
    /// Weeks of people who had let it lapse, and how often they came back.
    public var again = Tally()
    /// People with a habit who were asked, and who would recommend it; no weeks: nobody was asked.
    public var advocates = Tally()
    /// Hours promised to champions, and those kept; no weeks: nobody wrote them down.
    public var hours = Tally()

    /// Nothing seen yet.
    public init() {}

    /// Adds a week of first tries without orders, by users in sight; shape (3).
    public mutating func addTrials(_ week: [Tally]) {
        precondition(week.count == 3, "a tally for none, one and several users in sight")
        for sight in 0..<3 {
            trial[sight].weeks += week[sight].weeks
            trial[sight].moves += week[sight].moves
        }
        trialByWeek.append(week)
    }

    /// What is believed of chances before anything is seen: about two of a hundred try it in a week, worth 25 weeks.
    static let trialPrior = (moves: 0.5, stays: 24.5)
    /// Other moves: about one of twenty a week, worth ten weeks.
    static let movePrior = (moves: 0.5, stays: 9.5)
    /// What nobody can tell from use: whether somebody invited tries it. Nine tenths of it lies between 0.19 and 0.81.
    static let invitedPrior = (moves: 3.0, stays: 3.0)

    /// The same as `rates(using:)`, with the level of first tries walking week by week: what one run ahead is played with.
    func rates(levels walk: TrialWalk, weeks: Int, using random: inout RandomSource) -> RolloutRates {
        var rates = rates(using: &random)
        rates.trialLevels = walk.multipliers(weeks: weeks, using: &random)
        return rates
    }

    /// Rates that the past allows, drawn with the probability it gives them.
    ///
    /// Chances of a first try never fall with users in sight: draws that do are drawn again, and put in order after a
    /// hundred vain attempts.
    /// - Complexity: O(1).
    public func rates(using random: inout RandomSource) -> RolloutRates {
        func draw(_ tally: Tally, _ prior: (moves: Double, stays: Double)) -> Double {
            random.beta(prior.moves + Double(tally.moves), prior.stays + Double(tally.weeks - tally.moves))
        }
        var trials = trial.map { draw($0, Self.trialPrior) }
        for _ in 0..<100 where trials[0] > trials[1] || trials[1] > trials[2] {
            trials = trial.map { draw($0, Self.trialPrior) }
        }
        trials.sort()
        // Two ways out of tried: the habit comes out of what has not lapsed.
        let drop = draw(dropped, Self.movePrior)
        let keep = draw(
            Tally(weeks: kept.weeks - dropped.moves, moves: kept.moves), Self.movePrior)
        return RolloutRates(
            trial: trials, ordered: orderedDraw(trials, &random), keep: (1 - drop) * keep, drop: drop,
            lose: draw(lost, Self.movePrior), again: draw(again, Self.movePrior),
            advocate: draw(advocates, (1, 3)),
            shows: 0.5 * (hours.weeks > 0 ? draw(hours, (0.5, 0.5)) : draw(Tally(), (1, 1))),
            accepts: draw(Tally(), Self.invitedPrior), trained: draw(Tally(), Self.invitedPrior))
    }

    /// A chance of orders, from a grid of its likelihood given the chances without them.
    private func orderedDraw(_ trials: [Double], _ random: inout RandomSource) -> Double {
        let grid = 64
        var logs = [Double](repeating: 0, count: grid)
        for step in 0..<grid {
            let chance = (Double(step) + 0.5) / Double(grid) * 0.64
            // A falling prior: most orders bring few.
            logs[step] = -8 * chance
            for (place, tally) in ordered.enumerated() where tally.weeks > 0 {
                let all = 1 - (1 - trials[place]) * (1 - chance)
                logs[step] +=
                    Double(tally.moves) * Elementary.log(max(1e-12, all))
                    + Double(tally.weeks - tally.moves) * Elementary.log(onePlus: -min(1 - 1e-12, all))
            }
        }
        let top = logs.max() ?? 0
        let weights = logs.map { Elementary.exp($0 - top) }
        var left = random.uniform() * weights.reduce(0, +)
        for (step, weight) in weights.enumerated() {
            left -= weight
            if left <= 0 { return (Double(step) + random.uniform()) / Double(grid) * 0.64 }
        }
        return 0.64
    }

    /// The probability that a second user in sight adds more than the first: contagion is complex.
    ///
    /// - Complexity: O(draws).
    public func complexProbability(draws: Int = 2_000, seed: UInt64) -> Double {
        var random = RandomSource(seed: seed, stream: "complex contagion")
        var complex = 0
        for _ in 0..<draws {
            let trial = rates(using: &random).trial
            if trial[2] - trial[1] > trial[1] - trial[0] { complex += 1 }
        }
        return Double(complex) / Double(draws)
    }
}
