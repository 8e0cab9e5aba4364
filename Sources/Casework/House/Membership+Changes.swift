package import Archive
import Measures
package import Rollout

extension Membership {
    /// The scopes that lose or gain somebody on the way to another membership, each with the smallest such number.
    ///
    /// - Complexity: O(people).
    package func changes(to other: Membership) -> [Scope: Int] {
        Turnover(from: self, to: other, in: Membership.scopes).changes
    }

    /// The scopes in which on the way to another membership the use of somebody begins or ceases to be seen, each with
    /// the smallest such number; but scopes that are seen of too few before or after: no figure shows them then.
    ///
    /// - Parameter minimum: People of whom a figure is shown.
    /// - Complexity: O(people).
    package func changesOfSight(to other: Membership, minimum: Int) -> [Scope: Int] {
        Turnover(from: self, to: other, in: Membership.seenIn).among(atLeast: minimum).changes
    }

    /// What to take over of another membership so that it gives nobody away: everything but what a scope would gain or
    /// lose of one to `minimum` − 1 people.
    ///
    /// Who joined, left, moved or came into sight beside too few others stays as here; that may leave too few
    /// elsewhere, so it goes on until nothing is left to take back. What remains is the most that can be taken over,
    /// since two safe parts make a safe whole.
    /// - Complexity: O(people · rounds); hardly more rounds than a move has scopes.
    package func nearest(to other: Membership, minimum: Int) -> Membership {
        // Where nobody was seen, nothing was shown that could be compared.
        let hasSight = places.values.contains(where: \.isSeen)
        var result = other
        while self != result {
            let people = Turnover(from: self, to: result, in: Membership.scopes).small(minimum)
            let sight = Turnover(from: self, to: result, in: Membership.seenIn).among(atLeast: minimum)
                .small(minimum)
            if people.isEmpty, sight.isEmpty || !hasSight { break }
            result = takingBack(result, people, hasSight ? sight : Few())
        }
        return result
    }

    /// Another membership, but as here for everybody who is one of few that come to some scope or go.
    private func takingBack(_ other: Membership, _ people: Few, _ sight: Few) -> Membership {
        var places = other.places
        for member in Set(self.places.keys).union(other.places.keys) {
            let (before, after) = (self.places[member], other.places[member])
            if before == after { continue }
            if people.contains(before, after, in: Membership.scopes) {
                places[member] = before
            } else if sight.contains(before, after, in: Membership.seenIn) {
                // Where they are may go on, if only sight is at stake.
                if let before, let after, Membership.scopes(before) == Membership.scopes(after) {
                    places[member]?.isSeen = before.isSeen
                } else {
                    places[member] = before
                }
            }
        }
        return Membership(places)
    }

    /// Who of a day's people is not counted as they are on it, since too few others changed with them.
    ///
    /// - Parameter silent: Who objected or erased themselves: that they did is nobody's business, so they do not count.
    /// - Complexity: O(people).
    package func waiting(for today: Membership, silent: Set<MemberID>) -> Waiting {
        var waiting = Waiting()
        for (member, place) in today.places where places[member] != place {
            guard let fixed = places[member] else {
                waiting.joined += 1
                continue
            }
            if Membership.scopes(fixed) != Membership.scopes(place) { waiting.moved += 1 }
            if fixed.isSeen != place.isSeen { waiting.sight += 1 }
        }
        waiting.left = places.keys.count { today.places[$0] == nil && !silent.contains($0) }
        return waiting
    }

    private static func seenIn(_ place: Place?) -> Set<Scope> { place?.isSeen == true ? scopes(place) : [] }

    private static func scopes(_ place: Place?) -> Set<Scope> {
        guard let place else { return [] }
        return [
            everybody, Scope(.team, place.team), Scope(.role, place.role),
            Scope(.layer, place.layer.rawValue),
        ]
    }

    /// The scope of all members, whatever the organisation is called.
    package static let everybody = Scope(.organization, "")
}

/// People whose change waits for others, or for the next quarter.
package struct Waiting: Hashable, Sendable {
    /// On the roster, not yet in a figure.
    package var joined = 0
    /// In the figures, no longer on the roster.
    package var left = 0
    /// Counted where they were.
    package var moved = 0
    /// Whose use begins or ceases to be seen by some source.
    package var sight = 0
}

/// Who comes and goes between two memberships, by scope.
private struct Turnover {
    var lost: [Scope: Int] = [:]
    var gained: [Scope: Int] = [:]
    var before: [Scope: Int] = [:]
    var after: [Scope: Int] = [:]

    init(from one: Membership, to other: Membership, in scopes: (Membership.Place?) -> Set<Scope>) {
        for (member, place) in one.places {
            let earlier = scopes(place)
            for scope in earlier { before[scope, default: 0] += 1 }
            if other.places[member] == place { continue }
            for scope in earlier.subtracting(scopes(other.places[member])) { lost[scope, default: 0] += 1 }
        }
        for (member, place) in other.places {
            let later = scopes(place)
            for scope in later { after[scope, default: 0] += 1 }
            if one.places[member] == place { continue }
            for scope in later.subtracting(scopes(one.places[member])) { gained[scope, default: 0] += 1 }
        }
    }

    /// Scopes with a change, and the smaller of what they lose and gain.
    var changes: [Scope: Int] { lost.merging(gained) { min($0, $1) } }

    /// Only of scopes that have at least so many before and after.
    func among(atLeast minimum: Int) -> Turnover {
        var result = self
        func isShown(_ scope: Scope) -> Bool {
            before[scope, default: 0] >= minimum && after[scope, default: 0] >= minimum
        }
        result.lost = lost.filter { isShown($0.key) }
        result.gained = gained.filter { isShown($0.key) }
        return result
    }

    /// The scopes that lose or gain fewer than so many.
    func small(_ minimum: Int) -> Few {
        Few(
            lost: Set(lost.filter { $0.value < minimum }.keys),
            gained: Set(gained.filter { $0.value < minimum }.keys))
    }
}

/// Scopes from which too few go, and those to which too few come.
private struct Few {
    var lost: Set<Scope> = []
    var gained: Set<Scope> = []

    var isEmpty: Bool { lost.isEmpty && gained.isEmpty }

    /// Whether somebody who goes from one place to another is one of the few.
    func contains(
        _ before: Membership.Place?, _ after: Membership.Place?, in scopes: (Membership.Place?) -> Set<Scope>
    ) -> Bool {
        let (earlier, later) = (scopes(before), scopes(after))
        return !lost.isDisjoint(with: earlier.subtracting(later))
            || !gained.isDisjoint(with: later.subtracting(earlier))
    }
}
