public import Inference

/// The leave-one-out exposure gap: how much more a user's team-mates use than a non-user's do.
///
/// For every person in a team of two or more, exposure is the share of *other* team members who use. The gap G is
/// the mean exposure of users less that of non-users. People alone in their team have no exposure and are left out.
/// Because G leaves the person out, it does not depend on team sizes where use is spread at random: its mean is then
/// −1/(N − 1). Where teams differ, it estimates the within-team correlation of use.
///
/// Written with S = Σ u(u − 1)/(n − 1) over teams of n with u users, G = S/U − (U − S)/(N − U), since the exposures
/// of all people in a team add up to u.
public enum ExposureGap {
    /// The gap; nil where nobody or everybody in teams of two or more uses.
    ///
    /// - Parameters:
    ///   - users: who uses, shape (people).
    ///   - team: the team of each person, any numbers.
    /// - Returns: a difference of shares in −1...1.
    /// - Complexity: O(people).
    public static func value(users: [Bool], team: [Int]) -> Double? {
        let table = TeamTable(team: team)
        return table.gap(users: table.counts(of: users))
    }

    /// The gap that spreading at random gives on average, −1/(N − 1), for N people in teams of two or more.
    public static func expectedWithoutClustering(people: Int) -> Double? {
        people > 1 ? -1 / Double(people - 1) : nil
    }

    /// Tests the gap against permutations of use within strata, and within strata × activity class.
    ///
    /// The activity-keeping null is the one to read wherever activity is known: people who work more are seen to
    /// use more, and a busy team then looks like a cluster to the free null.
    /// - Parameter draws: permutations of each null, at least one; 2,000 give p to about ±0.005 near 0.05.
    /// - Returns: nil where the gap itself is not defined.
    /// - Complexity: O(draws · (min(users, non-users) + teams)).
    public static func test(
        users: [Bool], population: Population, draws: Int = 2000, using random: inout RandomSource
    ) -> ExposureGapTest? {
        precondition(users.count == population.count && draws >= 1)
        let table = TeamTable(team: population.team)
        guard let gap = table.gap(users: table.counts(of: users)) else { return nil }
        func null(keepingActivity: Bool) -> NullSummary? {
            var permutation = LabelPermutation(
                marks: users, cells: population.cells(keepingActivity: keepingActivity),
                taking: table.hasMates)
            return NullSummary(
                observed: gap,
                draws: table.gaps(of: &permutation, draws: draws, using: &random))
        }
        guard let free = null(keepingActivity: false) else { return nil }
        let keeping = population.activity == nil ? nil : null(keepingActivity: true)
        return ExposureGapTest(
            gap: gap, expected: -1 / Double(table.people - 1), people: table.people,
            users: table.total(users), free: free, activityKeeping: keeping)
    }
}

/// Which permutation null a test is read against.
public enum PermutationNull: String, Hashable, Sendable, CaseIterable {
    /// Use is dealt out again within layer × role.
    case free
    /// Use is dealt out again within layer × role × activity class.
    case activityKeeping
}

/// The exposure gap beside its nulls.
public struct ExposureGapTest: Hashable, Sendable {
    /// The gap G, a difference of shares.
    public let gap: Double
    /// Its mean under no clustering at all, −1/(N − 1).
    public let expected: Double
    /// People in teams of two or more, N.
    public let people: Int
    /// Users among them, U.
    public let users: Int
    /// Permutation within strata.
    public let free: NullSummary
    /// Permutation within strata × activity class; nil where activity is not known.
    public let activityKeeping: NullSummary?

    /// The null to read: the activity-keeping one wherever activity is known.
    public var defaultNull: PermutationNull { activityKeeping == nil ? .free : .activityKeeping }

    /// The summary of the null to read.
    public var chosen: NullSummary { activityKeeping ?? free }
}
