public import Inference

/// The classic segregation indices of users over teams.
///
/// All of them rise with small teams even where use is spread at random, so the product shows `ExposureGap` and
/// keeps these for comparison with other reports, bias-corrected where a correction is known.
/// - Source: Massey & Denton (1988), doi:10.1093/sf/67.2.281; small units: Carrington & Troske (1997).
public struct Segregation: Hashable, Sendable {
    /// Dissimilarity D = ½ Σ |u_t/U − v_t/V|: the share of users who would have to move.
    public let dissimilarity: Double
    /// Isolation xPx = Σ (u_t/U)(u_t/n_t): the share of users in the average user's team, the user included.
    public let isolation: Double
    /// Exposure xPy = Σ (u_t/U)(v_t/n_t): the share of non-users there; isolation and exposure add up to one.
    public let exposure: Double
    /// The Gini segregation index over teams, 0...1.
    public let gini: Double

    /// The indices of users per team.
    ///
    /// - Parameters:
    ///   - users: users of each team; shape (teams).
    ///   - sizes: people of each team; shape (teams). Empty teams are passed over.
    /// - Returns: nil where nobody or everybody uses.
    /// - Complexity: O(teams · log(teams)).
    public init?(users: [Int], sizes: [Int]) {
        precondition(users.count == sizes.count, "one size a team")
        precondition(zip(users, sizes).allSatisfy { $0 >= 0 && $0 <= $1 }, "users are among a team's people")
        let total = Double(users.reduce(0, +))
        let others = Double(sizes.reduce(0, +)) - total
        guard total > 0, others > 0 else { return nil }
        var distance = 0.0
        var inside = 0.0
        for (count, size) in zip(users, sizes) where size > 0 {
            let u = Double(count)
            distance += abs(u / total - (Double(size) - u) / others)
            inside += u / total * u / Double(size)
        }
        dissimilarity = distance / 2
        isolation = inside
        exposure = 1 - inside
        // Twice the area between the diagonal and the curve of users over non-users, teams in order of share.
        let order = users.indices.filter { sizes[$0] > 0 }.sorted {
            (users[$0] * sizes[$1], $0) < (users[$1] * sizes[$0], $1)
        }
        var area = 0.0
        var reached = 0.0
        for team in order {
            let u = Double(users[team]) / total
            area += Double(sizes[team] - users[team]) / others * (2 * reached + u)
            reached += u
        }
        gini = 1 - area
    }

    /// Dissimilarity less its small-team bias: 2 D less the mean D of resampled teams.
    ///
    /// Each resample deals U users and V non-users over teams in their observed proportions. What resampling adds
    /// to D estimates what chance had already added. Not below zero.
    /// - Returns: nil where nobody or everybody uses.
    /// - Complexity: O(draws · people · log(teams)).
    /// - Source: Allen, Burgess, Davidson & Windmeijer (2015), doi:10.1111/ectj.12039.
    public static func correctedDissimilarity(
        users: [Int], sizes: [Int], draws: Int = 500, using random: inout RandomSource
    ) -> Double? {
        guard let observed = Segregation(users: users, sizes: sizes) else { return nil }
        let others = zip(sizes, users).map { $0 - $1 }
        var sum = 0.0
        for _ in 0..<draws {
            let u = redealt(users, using: &random)
            let v = redealt(others, using: &random)
            let drawn = Segregation(users: u, sizes: zip(u, v).map { $0 + $1 })
            sum += drawn?.dissimilarity ?? 0
        }
        return max(0, 2 * observed.dissimilarity - sum / Double(draws))
    }

    /// As many people dealt over teams with chances in proportion to the counts.
    private static func redealt(_ counts: [Int], using random: inout RandomSource) -> [Int] {
        var home: [Int] = []
        for (team, count) in counts.enumerated() { home += [Int](repeating: team, count: count) }
        var result = [Int](repeating: 0, count: counts.count)
        for _ in home { result[home[random.below(home.count)]] += 1 }
        return result
    }
}
