package import Spread

/// What a plan is asked for.
package struct PlanRequest: Hashable, Sendable {
    /// People to invite.
    package var invitations: Int
    /// What may be spent at most, beside the number of invitations; nil: nothing else counts.
    package var limit: PlanLimit?
    /// Whether users of another team do all the inviting; else a team with users of its own invites its own.
    package var acrossTeams: Bool
    package var goal: BridgeSearch.Goal = .reach
    /// Weeks played forward.
    package var weeks = 26
    /// Runs of each forecast; nil: a thousand, fewer in very large organisations.
    package var runs: Int?
    package var seed: UInt64 = 1
    /// The chance that somebody invited tries it; nil: as little as is known.
    package var accepts: Double?
    /// Fewest people of a team that may be named.
    package var leastShown: Int

    /// The goal's stable code.
    package var goalCode: String { goal.rawValue }

    /// Sets the goal by its code; false, and no change, where there is none of that code.
    package mutating func setGoal(code: String) -> Bool {
        guard let known = BridgeSearch.Goal(rawValue: code) else { return false }
        goal = known
        return true
    }

    package init(invitations: Int, acrossTeams: Bool, leastShown: Int) {
        self.invitations = invitations
        self.acrossTeams = acrossTeams
        self.leastShown = leastShown
    }
}
