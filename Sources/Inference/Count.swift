/// Successes among trials: what a team, a role or a layer contributes to a rate.
public struct Count: Hashable, Sendable {
    /// Successes, 0...trials.
    public let successes: Int
    /// Trials, ≥ 0.
    public let trials: Int

    /// A count.
    /// - Precondition: successes lie between 0 and the trials.
    @inlinable
    public init(successes: Int, trials: Int) {
        precondition(
            trials >= 0 && successes >= 0 && successes <= trials,
            "successes must lie between 0 and the trials")
        self.successes = successes
        self.trials = trials
    }

    /// The plain share; nil without trials.
    public var share: Double? { trials > 0 ? Double(successes) / Double(trials) : nil }
}
