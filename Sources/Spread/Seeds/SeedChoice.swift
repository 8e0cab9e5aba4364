/// Whom to give an experience first, and what is known about how far it reaches.
public struct SeedChoice: Hashable, Sendable {
    /// The people chosen, those first who add most.
    public let seeds: [Int]
    /// Estimate of the people reached, from sets that had no part in the choice.
    public let reach: Double
    /// What the reach is not below, and what no choice's reach is above, at the confidence asked for.
    public let certainReach: Double
    /// What no choice of as many people can reach more than, at the confidence asked for.
    public let bestPossible: Double
    /// Reverse-reachable sets drawn in all.
    public let samples: Int

    /// The share of the best possible that is certain; at least 1 − 1/e − ε where the choice ran to its end.
    public var certifiedShare: Double { bestPossible > 0 ? certainReach / bestPossible : 1 }
}
