import Spread

/// What invitations cost: demonstrations in which users of one team show it to guests of one other, and everybody's hours.
package struct PlanCost: Hashable, Sendable {
    /// Guests of one demonstration at most: as many as can try it themselves while two show it.
    package static let seats = 6
    /// Users who show it together: where a second contact counts, one alone does not convince.
    package static let showing = 2

    /// Demonstrations, each of one pair of teams.
    package var demonstrations = 0
    /// Hours of guests and of those who show it, an hour of each for a demonstration.
    package var hours = 0

    /// The cost of so many invitations by pair of teams.
    package init(_ invitations: some Sequence<Int>) {
        for number in invitations where number > 0 {
            let sessions = (number + Self.seats - 1) / Self.seats
            demonstrations += sessions
            hours += number + sessions * Self.showing
        }
    }
}

/// What may be spent at most on a plan.
package enum PlanLimit: Hashable, Sendable {
    case hours(Int)
    case demonstrations(Int)

    /// Invitations that it could be enough for at most.
    package var invitations: Int {
        switch self {
        case .hours(let hours): max(0, hours)
        case .demonstrations(let number): max(0, number) * PlanCost.seats
        }
    }

    /// Whether a cost stays within.
    package func allows(_ cost: PlanCost) -> Bool {
        switch self {
        case .hours(let hours): cost.hours <= hours
        case .demonstrations(let number): cost.demonstrations <= number
        }
    }

    /// How many of those chosen, in their order, can be paid for.
    ///
    /// - Parameter pairs: The pair of teams of each; shape (chosen).
    /// - Complexity: O(chosen · pairs of teams).
    package func affordable<Pair: Hashable>(_ pairs: [Pair]) -> Int {
        var numbers: [Pair: Int] = [:]
        for (place, pair) in pairs.enumerated() {
            numbers[pair, default: 0] += 1
            if !allows(PlanCost(numbers.values)) { return place }
        }
        return pairs.count
    }
}
