import Inference

/// What moves a person from week to week: chances a week, the same for everybody in the same place.
///
/// A person who has not tried it sees nobody, one, or several who use it; tries it; has a habit or lets it lapse; comes
/// back. Of those who take it up as a habit some become advocates, who show it to colleagues.
public struct RolloutRates: Hashable, Sendable {
    /// The chance of a first try by users in sight: none, one, two or more; shape (3), rising.
    public var trial: [Double]
    /// The chance that an order brings a first try, beside the one by sight.
    public var ordered: Double
    /// From tried to a habit.
    public var keep: Double
    /// From tried to lapsed.
    public var drop: Double
    /// From a habit back to using it now and then, from where it may lapse.
    public var lose: Double
    /// From lapsed back to tried.
    public var again: Double
    /// The chance that somebody who takes it up as a habit becomes an advocate.
    public var advocate: Double
    /// The chance a week that an advocate has the time to show it to a colleague.
    public var shows: Double
    /// The chance that somebody invited or shown it tries it, once.
    public var accepts: Double
    /// The chance that somebody trained tries it, once.
    public var trained: Double
    /// What the hazard of a first try by sight is multiplied with, week by week; 1 beyond its end.
    public var trialLevels: [Double] = []

    /// Chances a week.
    /// - Precondition: three chances of a trial; all lie in 0...1.
    public init(
        trial: [Double], ordered: Double = 0, keep: Double, drop: Double, lose: Double, again: Double,
        advocate: Double = 0, shows: Double = 0, accepts: Double = 0.5, trained: Double = 0.5
    ) {
        precondition(trial.count == 3, "a chance for none, one and several users in sight")
        precondition(
            (trial + [ordered, keep, drop, lose, again, advocate, shows, accepts, trained])
                .allSatisfy { $0 >= 0 && $0 <= 1 }, "chances lie in 0...1")
        self.trial = trial
        self.ordered = ordered
        self.keep = keep
        self.drop = drop
        self.lose = lose
        self.again = again
        self.advocate = advocate
        self.shows = shows
        self.accepts = accepts
        self.trained = trained
    }

    /// The chances of a first try by users in sight in a week; shape (3).
    public func trial(in week: Int) -> [Double] {
        guard week < trialLevels.count else { return trial }
        return trial.map { chance in
            chance >= 1 ? 1 : -Elementary.expLessOne(trialLevels[week] * Elementary.log(onePlus: -chance))
        }
    }
}

/// Where a person stands in a rollout that is played forward.
public enum RolloutPlace: UInt8, Hashable, Sendable, CaseIterable {
    /// Never tried it, and nobody in sight uses it.
    case unaware = 0
    /// Never tried it; one in sight uses it.
    case awareOfOne = 1
    /// Never tried it; two or more in sight use it.
    case awareOfSeveral = 2
    /// Tried it, without a habit.
    case tried = 3
    /// Has a habit.
    case habit = 4
    /// Has a habit and shows it to others.
    case advocate = 5
    /// Tried it and no longer uses it.
    case lapsed = 6

    /// Whether the person has firsthand experience, now or before.
    public var hasTried: Bool { rawValue >= 3 }

    /// Whether colleagues can see the person use it.
    public var isInSight: Bool { rawValue >= 3 && self != .lapsed }
}
