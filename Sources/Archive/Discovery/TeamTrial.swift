package import Measures

/// A team's plan to try something in the same weeks, each on their own work.
///
/// Who proposed it is not kept, and who said yes only until it is settled: then all that stays is whether enough did.
package struct TeamTrial: Hashable, Sendable {
    /// Zero for one that is not kept yet.
    package let id: Int64
    /// Name of the team.
    package let team: String
    /// Id of the use case.
    package let useCase: String
    /// The last day on which people can say that they are in.
    package let closes: Day
    /// The last day of trying.
    package let until: Day
    /// Whether enough were in; nil until it is settled.
    package let isAgreed: Bool?

    package init(
        id: Int64 = 0, team: String, useCase: String, closes: Day, until: Day, isAgreed: Bool? = nil
    ) {
        self.id = id
        self.team = team
        self.useCase = useCase
        self.closes = closes
        self.until = until
        self.isAgreed = isAgreed
    }

    /// The same under another number, or settled.
    package func with(id: Int64? = nil, isAgreed: Bool? = nil) -> TeamTrial {
        TeamTrial(
            id: id ?? self.id, team: team, useCase: useCase, closes: closes, until: until,
            isAgreed: isAgreed ?? self.isAgreed)
    }
}
