package import Measures
package import Rollout
package import Spread

/// An organisation as it stands today, ready to be played forward: who sees whom, where everybody stands, and what the
/// last half year says about how people move.
///
/// It holds places of single people and is never shown; plans and forecasts made from it go through Disclosure.
package struct Prospect: Sendable {
    /// Weeks looked back for weekly chances: a drive that ran out years ago says nothing of today.
    package static let window = 26
    /// A user not seen to use it for so many weeks is out of sight.
    package static let quietWeeks = 4
    /// Fewest people of the frame that anything is computed for.
    package static let fewestPeople = 12

    package let ground: RolloutGround
    package let history: RolloutHistory
    /// People by their number on the ground; shape (people).
    package let people: [PersonID]
    /// The evidence's team of each team on the ground; shape (teams).
    package let teams: [Int]
    /// Who may be invited: not a user, agreed where anybody was asked, team not overloaded. Shape (people).
    package let candidates: [Bool]
    /// Teams left out because of their change load, as places in `teams`.
    package let overloaded: [Int]
    /// Whether the team in the middle already carries more change than is good for a plan.
    package let isLoadedEverywhere: Bool
    /// Whether anybody was asked to agree to invitations.
    package let asksConsent: Bool
    /// Whether sight rests on ties or only on teams and the reporting line.
    package let hasTies: Bool
    /// Arcs of sight between two teams, the lower first.
    package let sightBetween: [TeamPair: Int]
    /// Weeks without work, from the first week played.
    package let off: @Sendable (_ weeks: Int) -> Set<Int>
    /// The first week played forward.
    package let firstWeek: Week
    /// What the evidence cannot tell about how people move, as sentences.
    package let unknowns: [String]

    /// Two teams, the lower first.
    package struct TeamPair: Hashable, Sendable {
        package let low: Int
        package let high: Int

        package init(_ one: Int, _ other: Int) {
            low = min(one, other)
            high = max(one, other)
        }
    }

    /// The members of a team, for Disclosure.
    package func members(of team: Int) -> PeopleSet {
        PeopleSet(people.indices.filter { ground.team[$0] == team }.map { people[$0] })
    }
}

/// Why an organisation cannot be played forward.
package struct ProspectFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}
