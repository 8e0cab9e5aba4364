public import Inference

/// What clustering ordinary contagion produces in an organisation's own teams, without any wall between them.
///
/// A practice that spreads from colleague to colleague is always clustered. Whether *this* much clustering needs an
/// echo chamber is asked by letting the same number of people adopt, week by week as observed, with part of the
/// contagion freely mixing across the organisation.
public enum ContagionNull {
    /// Simulates free contagion along the observed adoption curve and compares today's clustering with it.
    ///
    /// p and q are fitted to the curve alone, never to who adopted; the exposure of the average non-adopter that the
    /// fit needs is taken from simulations with the current p and q, in three rounds. Each run then deals out the
    /// observed weekly adoptions (see `ContagionFit`): a curve that has levelled off is repeated as it is, as is a
    /// week in which many started at once.
    ///
    /// - Parameters:
    ///   - team: the team of each person, any numbers, shape (people).
    ///   - firstUseWeek: the week of first use, counted from 0; nil where there was none. Earlier than 0 counts as 0;
    ///     `weeks` or later as none.
    ///   - weeks: weeks observed.
    ///   - mixing: the part of exposure that comes from the whole organisation, 0...1.
    ///   - draws: simulated histories.
    ///   - thinning: the share of adopters who still use; nil takes it from `users`, else 1.
    ///   - users: who uses today; nil for everybody who ever adopted (then thinned runs are not comparable).
    ///   - activity: each person's activity; twice the activity, twice the chance to be seen adopting.
    ///   - sight: whom each person sees, for the unexposed share; nil for team-mates.
    /// - Returns: nil where nobody or everybody with team-mates has adopted or uses.
    /// - Complexity: O(draws · (adopters + teams · weeks)); O(draws · (people + arcs)) more with `sight`.
    /// - Note: People who adopted before week 0 are placed at random in it. A history cut off late therefore makes the
    ///   null less clustered than it should be; give the whole history.
    public static func simulate(
        team: [Int], firstUseWeek: [Int?], weeks: Int, mixing: Double = 0.5, draws: Int = 500,
        thinning: Double? = nil, users: [Bool]? = nil, activity: [Double]? = nil, sight: Graph? = nil,
        using random: inout RandomSource
    ) -> ContagionNullResult? {
        precondition(team.count == firstUseWeek.count && weeks >= 1 && draws >= 1)
        precondition(mixing >= 0 && mixing <= 1 && (thinning.map { $0 > 0 && $0 <= 1 } ?? true))
        precondition(users.map { $0.count == team.count } ?? true)
        precondition(activity.map { $0.count == team.count } ?? true)
        var adoptions = [Int](repeating: 0, count: weeks)
        var everUsed = [Bool](repeating: false, count: team.count)
        for (person, week) in firstUseWeek.enumerated() {
            guard let week, week < weeks else { continue }
            adoptions[max(0, week)] += 1
            everUsed[person] = true
        }
        let adopters = adoptions.reduce(0, +)
        guard adopters > 0, adopters < team.count else { return nil }

        let table = TeamTable(team: team)
        let today = users ?? everUsed
        let counts = table.counts(of: today)
        guard let gap = table.gap(users: counts), let correlation = table.correlation(users: counts),
            let unexposed = unexposedShare(today, counts: counts, table: table, sight: sight)
        else { return nil }
        let still = users.map { Double(($0.reduce(0) { $0 + ($1 ? 1 : 0) })) / Double(adopters) }
        let kept = Int((min(1, thinning ?? still ?? 1) * Double(adopters)).rounded())

        var simulation = ContagionSimulation(
            teams: table, weights: activity, mixing: mixing, adoptions: adoptions)
        let fit = fitted(&simulation, people: team.count, using: &random)
        var gaps: [Double] = []
        var correlations: [Double] = []
        var shares: [Double] = []
        var marks = [Bool](repeating: false, count: team.count)
        for _ in 0..<draws {
            simulation.run(fit: fit, using: &random)
            if kept < adopters { simulation.thin(to: kept, using: &random) }
            if let value = table.gap(users: simulation.counts) { gaps.append(value) }
            if let value = table.correlation(users: simulation.counts) { correlations.append(value) }
            if sight != nil {
                for person in marks.indices { marks[person] = false }
                for person in simulation.adopters { marks[Int(person)] = true }
            }
            if let value = unexposedShare(marks, counts: simulation.counts, table: table, sight: sight) {
                shares.append(value)
            }
        }
        guard let gapNull = NullSummary(observed: gap, draws: gaps),
            let correlationNull = NullSummary(observed: correlation, draws: correlations),
            let unexposedNull = NullSummary(observed: unexposed, draws: shares)
        else { return nil }
        return ContagionNullResult(
            fit: fit, adopters: adopters, stillUsing: kept, mixing: mixing, gap: gapNull,
            correlation: correlationNull, unexposed: unexposedNull)
    }

    /// The unexposed share by sight where it is given, else by teams.
    private static func unexposedShare(
        _ marks: [Bool], counts: [Int32], table: TeamTable, sight: Graph?
    ) -> Double? {
        guard let sight else { return table.unexposedShare(users: counts) }
        return UnexposedShare.value(users: marks, sight: sight)?.none
    }

    /// p and q, with the exposure of non-adopters taken from simulation in three rounds.
    private static func fitted(
        _ simulation: inout ContagionSimulation, people: Int, using random: inout RandomSource
    ) -> ContagionFit {
        var fit = ContagionFit(adoptions: simulation.adoptions, people: people) { $0 }
        // The curve is a mean over people and runs: many people need few runs.
        let runs = max(3, min(20, 400_000 / max(1, people)))
        for _ in 0..<3 {
            let curve = ExposureCurve()
            for _ in 0..<runs {
                simulation.run(fit: fit, using: &random) { share, exposure in
                    curve.add(exposure, at: share)
                }
            }
            fit = ContagionFit(adoptions: simulation.adoptions, people: people) { curve.exposure(at: $0) }
        }
        return fit
    }
}

/// Mean exposure of non-adopters at each adopted share that occurred.
///
/// Runs repeat the same curve, so that the shares of all runs coincide and means need no smoothing.
private final class ExposureCurve {
    private var sums: [Double: (sum: Double, count: Double)] = [:]

    func add(_ exposure: Double, at share: Double) {
        let old = sums[share] ?? (0, 0)
        sums[share] = (old.sum + exposure, old.count + 1)
    }

    /// The mean where the share occurred; free mixing where it did not.
    func exposure(at share: Double) -> Double {
        guard let found = sums[share] else { return share }
        return found.sum / found.count
    }
}

/// Today's clustering beside that of free contagion.
public struct ContagionNullResult: Hashable, Sendable {
    /// The contagion that was simulated.
    public let fit: ContagionFit
    /// People who had adopted by the end.
    public let adopters: Int
    /// Those of them who still use.
    public let stillUsing: Int
    /// The part of exposure that came from the whole organisation.
    public let mixing: Double
    /// The leave-one-out exposure gap; `p` is small when today's gap is more than contagion makes.
    public let gap: NullSummary
    /// The moment estimator of the within-team correlation, `WithinTeamCorrelation.moment`.
    public let correlation: NullSummary
    /// The share of non-users with no user in sight.
    public let unexposed: NullSummary
}
