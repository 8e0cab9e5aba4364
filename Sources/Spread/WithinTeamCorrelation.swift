/// How alike two members of one team are in a yes-or-no matter.
public enum WithinTeamCorrelation {
    /// The analysis-of-variance moment estimator of the intraclass correlation of a binary mark.
    ///
    /// (MSB − MSW)/(MSB + (n₀ − 1) MSW), n₀ = (N − Σn²/N)/(k − 1) for k teams: the moment counterpart of the
    /// beta-binomial ρ. It may be negative; it is about zero without clustering.
    /// - Returns: nil with fewer than two teams, only teams of one, or where nobody or everybody is marked.
    /// - Complexity: O(people).
    /// - Source: Ridout, Demétrio & Firth (1999), doi:10.1111/j.0006-341X.1999.00137.x (from memory).
    public static func moment(users: [Bool], team: [Int]) -> Double? {
        let table = TeamTable(team: team)
        return table.correlation(users: table.counts(of: users))
    }

    /// The raw variance ratio η² = between-team sum of squares / total: **a warning, not a measure**.
    ///
    /// It counts chance differences between small teams as clustering: about 0.13 where the true correlation is
    /// 0.02 and teams have five to thirteen people. Kept so that a report of η² made elsewhere can be
    /// recognised and set right; never shown by the product.
    public static func etaSquared(users: [Bool], team: [Int]) -> Double? {
        let table = TeamTable(team: team)
        let counts = table.counts(of: users)
        var between = 0.0
        var total = 0.0
        for index in counts.indices {
            between += Double(counts[index]) * Double(counts[index]) / Double(table.size[index])
            total += Double(counts[index])
        }
        let people = Double(users.count)
        guard total > 0, total < people else { return nil }
        return (between - total * total / people) / (total - total * total / people)
    }
}
