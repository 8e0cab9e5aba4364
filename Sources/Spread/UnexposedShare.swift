public import Inference

/// How many non-users have no user in sight, and how many see fewer than two.
///
/// Only non-users who can see anybody at all are counted. One user in sight is often not enough for a costly or
/// uncertain practice, hence the second share.
/// - Source: Centola & Macy (2007), doi:10.1086/521848, for the need of more than one.
public struct UnexposedShare: Hashable, Sendable {
    /// Non-users who see at least one person.
    public let nonUsers: Int
    /// Those who see no user.
    public let unexposed: Int
    /// Those who see fewer than two users, the unexposed among them.
    public let fewerThanTwo: Int

    /// The share who see no user, in 0...1.
    public var none: Double { Double(unexposed) / Double(nonUsers) }

    /// The share who see fewer than two users, in 0...1.
    public var shareWithFewerThanTwo: Double { Double(fewerThanTwo) / Double(nonUsers) }

    /// The shares for given users; nil where no non-user sees anybody.
    ///
    /// - Parameters:
    ///   - users: who uses, shape (people).
    ///   - sight: whom each person sees, for example from `SightGraph.build`.
    /// - Complexity: O(people + arcs) at worst; a person is left as soon as two users are seen.
    public static func value(users: [Bool], sight: Graph) -> UnexposedShare? {
        precondition(users.count == sight.nodeCount, "one mark a person")
        var nonUsers = 0
        var unexposed = 0
        var few = 0
        for person in users.indices where !users[person] {
            let arcs = sight.arcs(of: person)
            if arcs.isEmpty { continue }
            nonUsers += 1
            var seen = 0
            for arc in arcs where users[sight.end(at: arc)] {
                seen += 1
                if seen == 2 { break }
            }
            if seen == 0 { unexposed += 1 }
            if seen < 2 { few += 1 }
        }
        guard nonUsers > 0 else { return nil }
        return UnexposedShare(nonUsers: nonUsers, unexposed: unexposed, fewerThanTwo: few)
    }

    /// The shares beside permutations of use within strata, and within strata × activity class.
    ///
    /// - Returns: nil where no non-user sees anybody.
    /// - Complexity: O(draws · (people + arcs)) at worst.
    public static func test(
        users: [Bool], sight: Graph, population: Population, draws: Int = 2000,
        using random: inout RandomSource
    ) -> UnexposedShareTest? {
        precondition(users.count == population.count && draws >= 1)
        guard let observed = value(users: users, sight: sight) else { return nil }
        func null(keepingActivity: Bool) -> (none: NullSummary, few: NullSummary)? {
            var permutation = LabelPermutation(
                marks: users, cells: population.cells(keepingActivity: keepingActivity))
            var marks = users
            var none: [Double] = []
            var few: [Double] = []
            for _ in 0..<draws {
                permutation.draw(into: &marks, using: &random)
                guard let drawn = value(users: marks, sight: sight) else { continue }
                none.append(drawn.none)
                few.append(drawn.shareWithFewerThanTwo)
            }
            guard let first = NullSummary(observed: observed.none, draws: none),
                let second = NullSummary(observed: observed.shareWithFewerThanTwo, draws: few)
            else { return nil }
            return (first, second)
        }
        guard let free = null(keepingActivity: false) else { return nil }
        let keeping = population.activity == nil ? nil : null(keepingActivity: true)
        return UnexposedShareTest(
            share: observed, noneFree: free.none, fewerThanTwoFree: free.few,
            noneActivityKeeping: keeping?.none, fewerThanTwoActivityKeeping: keeping?.few)
    }
}

/// The unexposed shares beside their nulls.
public struct UnexposedShareTest: Hashable, Sendable {
    /// The observed counts and shares.
    public let share: UnexposedShare
    /// No user in sight, against permutation within strata.
    public let noneFree: NullSummary
    /// Fewer than two in sight, against permutation within strata.
    public let fewerThanTwoFree: NullSummary
    /// No user in sight, against permutation within strata × activity; nil where activity is not known.
    public let noneActivityKeeping: NullSummary?
    /// Fewer than two in sight, the same.
    public let fewerThanTwoActivityKeeping: NullSummary?

    /// The null to read: the activity-keeping one wherever activity is known.
    public var defaultNull: PermutationNull { noneActivityKeeping == nil ? .free : .activityKeeping }
    /// No user in sight against the null to read.
    public var none: NullSummary { noneActivityKeeping ?? noneFree }
    /// Fewer than two users in sight against the null to read.
    public var fewerThanTwo: NullSummary { fewerThanTwoActivityKeeping ?? fewerThanTwoFree }
    /// The observed share of unexposed non-users less what chance alone leaves unexposed.
    public var excess: Double { none.excess }
}
