package import Measures
package import Rollout

/// Where somebody stands, by what they did and not by what they are; it changes with what they do.
package enum Stance: String, Hashable, Sendable, CaseIterable {
    /// Keeps something and shows it.
    case advocate
    /// Keeps something, and keeps it to themselves.
    case quietUser
    /// Uses it when it is ordered or counted, and hardly otherwise.
    case reluctantComplier
    /// Tried it and laid it down, or said that they do not want to, with a reason.
    case refuser
    /// Some use, and too little to say what becomes of it.
    case stillTrying
    /// No firsthand experience.
    case notTried
    /// No source says whether they use it.
    case cannotBeSeen
}

/// What is known of one person for their stance, over a window of weeks.
package struct StanceSigns: Hashable, Sendable {
    package let person: PersonID
    /// Weeks with firsthand use, and weeks at work, outside orders.
    package let freeUsed: Int
    package let freeWeeks: Int
    /// The same inside orders.
    package let orderedUsed: Int
    package let orderedWeeks: Int
    /// Whether any source says what they use.
    package let isSeen: Bool
    /// Whether the last verdict of a trial is keep; whether it is drop.
    package let keeps: Bool
    package let dropped: Bool
    /// Whether they put an example on the shelf, offered a demonstration or invited a colleague.
    package let shows: Bool
    /// Whether they said that they do not want to, with a reason.
    package let declines: Bool

    package init(
        person: PersonID, freeUsed: Int, freeWeeks: Int, orderedUsed: Int, orderedWeeks: Int, isSeen: Bool,
        keeps: Bool = false, dropped: Bool = false, shows: Bool = false, declines: Bool = false
    ) {
        self.person = person
        self.freeUsed = freeUsed
        self.freeWeeks = freeWeeks
        self.orderedUsed = orderedUsed
        self.orderedWeeks = orderedWeeks
        self.isSeen = isSeen
        self.keeps = keeps
        self.dropped = dropped
        self.shows = shows
        self.declines = declines
    }

    /// Share of free weeks with use that makes a habit, and fewest free weeks to speak of one.
    static let habitShare = 0.6
    static let fewestWeeks = 6
    /// Fewest weeks under orders to speak of compliance, and the ratio below which use outside is "hardly".
    static let fewestOrdered = 3
    static let hardly = 0.5

    /// The stance these signs make; the first that fits, in this order.
    ///
    /// Habit as everywhere: at least 60 % of at least six free weeks. Compliance: used in at least half of at least three ordered weeks,
    /// and outside of them less than half as often. A refusal that was said outweighs use; keeping outweighs an older drop.
    package var stance: Stance {
        let freeShare = freeWeeks > 0 ? Double(freeUsed) / Double(freeWeeks) : 0
        let orderedShare = orderedWeeks > 0 ? Double(orderedUsed) / Double(orderedWeeks) : 0
        let hasHabit = freeWeeks >= StanceSigns.fewestWeeks && freeShare >= StanceSigns.habitShare
        let complies =
            orderedWeeks >= StanceSigns.fewestOrdered && orderedShare >= 0.5
            && freeWeeks >= StanceSigns.fewestWeeks && freeShare < StanceSigns.hardly * orderedShare
        if declines { return .refuser }
        if keeps || hasHabit { return shows ? .advocate : .quietUser }
        if complies { return .reluctantComplier }
        if dropped { return .refuser }
        if freeUsed + orderedUsed > 0 { return .stillTrying }
        return isSeen ? .notTried : .cannotBeSeen
    }
}

/// Shares of people by stance in one scope, before disclosure.
package struct StanceCounts: Sendable {
    package let scope: Scope
    package let everybody: PeopleSet
    /// Share of everybody in the scope, by stance.
    package let shares: [Stance: Sensitive<Measured<Estimate>>]

    /// Shares of a scope.
    ///
    /// - Parameter signs: Of the people of the scope; those without signs count as `cannotBeSeen`.
    /// - Complexity: O(people).
    package init(scope: Scope, everybody: PeopleSet, stances: [PersonID: Stance]) {
        self.scope = scope
        self.everybody = everybody
        var counts: [Stance: Int] = [:]
        everybody.forEachPlace { counts[stances[PersonID($0)] ?? .cannotBeSeen, default: 0] += 1 }
        let n = everybody.count
        shares = Dictionary(
            uniqueKeysWithValues: Stance.allCases.map { stance in
                let figure: Measured<Estimate> =
                    n == 0
                    ? .notKnown(Reason("nobody", "There is nobody in this scope."))
                    : .known(Estimate(Double(counts[stance] ?? 0) / Double(n), n: n, unit: .share))
                return (stance, Sensitive(figure, about: everybody))
            })
    }
}
