package import Diagnosis
package import Measures

/// A plan as it may be shown: teams, numbers of invitations and what is to be expected, and nobody's place in it.
package struct PlanPublication: Sendable {
    /// Invitations from one team into another; both are large enough to be named.
    package struct Bridge: Hashable, Sendable {
        package let from: String
        /// The same as `from` where a team invites its own.
        package let to: String
        package let invitations: Int
    }

    /// A way to spend the invitations.
    package struct Outcome: Sendable {
        package let code: String
        package let reach: Disclosed<Measured<PublishedEstimate>>
        package let gain: Disclosed<Measured<PublishedEstimate>>
    }

    /// What so many invitations bring.
    package struct CurvePoint: Sendable {
        package let invitations: Int
        package let reach: Disclosed<Measured<PublishedEstimate>>
    }

    /// A team today and at the end.
    package struct TeamRow: Sendable {
        package let team: String
        package let people: Int
        package let today: Disclosed<Measured<PublishedEstimate>>
        package let nothing: Disclosed<Measured<PublishedEstimate>>
        package let plan: Disclosed<Measured<PublishedEstimate>>
    }

    package let name: String
    package let asOf: Day
    package let isProtected: Bool
    package let request: PlanRequest
    package let people: Int
    package let today: Disclosed<Measured<PublishedEstimate>>
    /// Invitations that found somebody to invite.
    package let placed: Int
    package let bridges: [Bridge]
    /// What the invitations cost.
    package let cost: PlanCost
    /// Invitations into teams too small to be named, together.
    package let intoSmallTeams: Int
    package let outcomes: [Outcome]
    /// What no choice of as many invitations exceeds; nil where nobody is invited, or the plan was kept before there was one.
    package let bound: Disclosed<Measured<PublishedEstimate>>?
    package let curve: [CurvePoint]
    package let knee: Int?
    /// Teams that may be named, by name.
    package let teams: [TeamRow]
    /// Teams not named because they are small.
    package let teamsNotShown: Int
    package let overloaded: [String]
    package let isLoadedEverywhere: Bool
    package let complexProbability: Double
    package let inPairs: Bool
    package let asksConsent: Bool
    package let hasTies: Bool
    package let runs: Int
    package let wasStopped: Bool
    package let unknowns: [String]

    /// An outcome by its code.
    package subscript(code: String) -> Outcome? { outcomes.first { $0.code == code } }

    /// What the plan is worth beside the best naive choice, as a sentence; nil where nothing was placed or shown.
    package var comparison: String? {
        let naive = outcomes.filter { !["nothing", "plan"].contains($0.code) }
            .compactMap { $0.reach.shown?.value?.value }.max()
        guard placed > 0, let naive, let own = self["plan"]?.reach.shown?.value?.value else { return nil }
        // Half a point is what a thousand runs tell apart.
        if own - naive > 0.005 { return nil }
        let others =
            "Here it hardly matters whom you invite: a naive choice reaches as many as this plan. Choose by other grounds, or plan for the team that is reached least."
        guard let alone = self["nothing"]?.reach.shown?.value?.value, alone >= 0.8 else { return others }
        return
            "\(others) By then most have come to it with nothing done: what invitations bring is that it comes sooner, which a plan over \(max(4, request.weeks / 3)) weeks shows."
    }

    /// Among teams whose figures are shown as numbers, the share of the least-reached one at the end.
    package func leastReached(_ figure: KeyPath<TeamRow, Disclosed<Measured<PublishedEstimate>>>) -> Double? {
        teams.compactMap { $0[keyPath: figure].shown?.value?.value }.min()
    }
}
