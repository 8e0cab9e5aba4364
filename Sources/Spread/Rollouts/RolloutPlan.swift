/// What is done in a rollout, week by week.
public struct RolloutPlan: Hashable, Sendable {
    /// Weeks played forward.
    public var weeks: Int
    /// People invited to a firsthand experience, by week from 0.
    public var invited: [Int: [Int]] = [:]
    /// People trained, by week from 0.
    public var trained: [Int: [Int]] = [:]
    /// Weeks in which use is ordered: of the teams named, of everybody where none is.
    public var ordered: [Int: Set<Int>] = [:]
    /// Weeks in which nobody works: nothing moves.
    public var off: Set<Int> = []
    /// The share of champions' time that is kept for showing it; nil: as the past has it.
    public var championTime: Double?
    /// The chance that somebody invited tries it; nil: as little as is known.
    public var accepts: Double?
    /// The chance that somebody trained tries it; nil: as little as is known.
    public var trainedTries: Double?

    /// Nothing is done for so many weeks.
    public init(weeks: Int) {
        precondition(weeks >= 1, "play at least one week")
        self.weeks = weeks
    }
}
