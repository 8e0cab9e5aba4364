/// Invitations that were followed, by the two teams and nothing else.
///
/// Kept are three things: the inviting team, the team of whoever came, and how often. No person, no day, no order. See
/// Decisions/0012 for why the graph of people cannot be worked out from this.
package struct CrossingTally: Hashable, Sendable {
    /// Two teams in the direction of the invitation.
    package struct Pair: Hashable, Comparable, Sendable {
        package let from: String
        package let to: String

        package init(from: String, to: String) {
            self.from = from
            self.to = to
        }

        package static func < (left: Pair, right: Pair) -> Bool {
            (left.from, left.to) < (right.from, right.to)
        }
    }

    private var counts: [Pair: Int] = [:]

    /// A tally of counts that were kept; those below one are passed over.
    package init(_ counts: [Pair: Int] = [:]) { self.counts = counts.filter { $0.value > 0 } }

    /// Notes that somebody followed an invitation.
    package mutating func add(from: String, to: String) { counts[Pair(from: from, to: to), default: 0] += 1 }

    /// What may be said of a tally.
    package struct Reading: Hashable, Sendable {
        /// Invitations followed, and those of them that crossed a border, in steps of five; nil below five.
        package let followed: Int?
        package let crossed: Int?
        /// Pairs of teams with at least five crossings in one direction, in alphabetical order.
        package let bridges: [Pair]
    }

    /// What may be shown.
    ///
    /// - Parameters:
    ///   - minimum: Fewest invitations behind a number, and people in a team that is named.
    ///   - teamSizes: People by team; a team that is not in it is not named.
    /// - Complexity: O(pairs log pairs).
    package func reading(minimum: Int, teamSizes: [String: Int]) -> Reading {
        let all = counts.values.reduce(0, +)
        let across = counts.filter { $0.key.from != $0.key.to }
        let crossed = across.values.reduce(0, +)
        func stepped(_ number: Int) -> Int? { number < max(1, minimum) ? nil : number / minimum * minimum }
        func isLarge(_ team: String) -> Bool { (teamSizes[team] ?? 0) >= minimum }
        // All less those across is what stayed inside: a small remainder is not to be had by subtraction.
        let inside = all - crossed
        let isSafe = inside == 0 || inside >= minimum
        return Reading(
            followed: isSafe ? stepped(all) : nil, crossed: stepped(crossed),
            bridges: across.filter {
                $0.value >= max(1, minimum) && isLarge($0.key.from) && isLarge($0.key.to)
            }.keys.sorted())
    }
}
