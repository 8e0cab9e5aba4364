import Inference

/// What no choice of as many invitations could exceed, in the model that `RolloutForecast` plays.
///
/// Where several contacts are needed reach is not submodular, so no greedy choice certifies itself. The bound is that of another,
/// easier contagion which is submodular and reaches everybody the played one reaches:
/// - whoever tries it is in sight from the first week on and never lapses, and whoever has lapsed and comes back does so at once;
/// - whoever would move on two users in sight, and with nothing done has none, already moves on one.
///
/// The rest is drawn as it is played: chances with their uncertainty, the walk of the level, weeks off, whom advocates show it to, and
/// whether an invitation is taken up. For any set S, the best choice reaches at most what S reaches plus what the best of the
/// others add to S one by one; the plan itself and nobody are tried as S. The mean of independent samples of that number is
/// not below the best choice's expectation, and Student's t leaves room for the samples' scatter.
/// - Source: sandwich by a submodular upper bound: Lu, Chen & Lakshmanan (2015), doi:10.14778/2850578.2850581; bound by marginal
///   gains: Nemhauser, Wolsey & Fisher (1978), doi:10.1007/BF01588971; optimum of samples above the optimum: Mak, Morton & Wood
///   (1999), doi:10.1016/S0167-6377(98)00054-6.
public struct BridgeBound: Hashable, Sendable {
    /// People with firsthand experience at the end that no choice exceeds in expectation, with 95 % confidence; at most everybody.
    public let reach: Double
    /// The mean of the samples, without room for their scatter.
    public let mean: Double
    /// Independent samples of sixty-four worlds each.
    public let samples: Int

    /// Fewest and most samples: the scatter has to be known, and beyond thirty-two it is small.
    private static let range = 4...32
    /// Worlds times people that are looked at before samples grow fewer.
    private static let work = 4_000_000

    /// Bounds every choice of so many people.
    ///
    /// - Parameters:
    ///   - wanted: Invitations.
    ///   - candidates: Who may be invited; shape (people).
    ///   - most: Most invitations into each team, 0 where nobody can invite; shape (teams).
    ///   - known: A good choice, whichever: the better it is the tighter is the bound.
    ///   - off: Weeks without work.
    ///   - seed: Another than that of the search, so that the known choice is not chosen on the same worlds.
    ///   - crew: Shares the samples out; the bound does not depend on it.
    /// - Complexity: O(samples · (64 · people + reach of everybody who may be invited)).
    public init(
        _ ground: RolloutGround, history: RolloutHistory, wanted: Int, candidates: [Bool], most: [Int],
        known: [Int], weeks: Int, off: Set<Int> = [], accepts: Double? = nil, seed: UInt64,
        crew: Crew = .alone
    ) {
        precondition(candidates.count == ground.count && most.count == ground.teams)
        let walk = TrialWalk(history.trialByWeek)
        let count = min(
            Self.range.upperBound,
            max(Self.range.lowerBound, Self.work / (64 * max(1, ground.count))))
        var sums = [Double](repeating: 0, count: count)
        sums.withUnsafeMutableBufferPointer { sums in
            crew.each(crew.workers) { worker in
                for sample in stride(from: worker, to: count, by: crew.workers) {
                    var random = RandomSource(
                        seed: seed &+ UInt64(sample) &* 0x9E37_79B9_7F4A_7C15, stream: "bound of bridges")
                    var worlds = EasierWorlds(
                        ground, weeks: weeks, off: off, accepts: accepts, using: &random
                    ) {
                        history.rates(levels: walk, weeks: weeks, using: &$0)
                    }
                    sums[sample] = worlds.bound(
                        wanted: wanted, candidates: candidates, most: most, known: known, ground)
                }
            }
        }
        let mean = sums.reduce(0, +) / Double(count)
        let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(count - 1) / Double(count)).squareRoot()
        self.mean = mean
        reach = min(
            Double(ground.count), mean + StudentT.criticalValue(0.9, degreesOfFreedom: count - 1) * error)
        samples = count
    }
}
