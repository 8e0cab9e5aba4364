/// The organisation a rollout is played on.
public struct RolloutGround: Sendable {
    /// From a person to everybody who sees that person; shape (people).
    public let seenBy: Graph
    /// Where everybody stands today; whether somebody is aware follows from the graph. Shape (people).
    public let places: [RolloutPlace]
    /// The team of each person, numbered from 0; shape (people).
    public let team: [Int]
    /// Teams.
    public let teams: Int

    /// An organisation.
    /// - Precondition: a place and a team for each node of the graph, teams within 0 ..< teams.
    public init(seenBy: Graph, places: [RolloutPlace], team: [Int], teams: Int) {
        precondition(places.count == seenBy.nodeCount && team.count == seenBy.nodeCount)
        precondition(team.allSatisfy { $0 >= 0 && $0 < teams }, "no such team")
        self.seenBy = seenBy
        self.places = places
        self.team = team
        self.teams = teams
    }

    /// People.
    public var count: Int { places.count }

    /// Users in each person's sight today; shape (people).
    public var usersInSight: [Int] {
        var users = [Int](repeating: 0, count: count)
        for person in 0..<count where places[person].isInSight {
            for arc in seenBy.arcs(of: person) { users[seenBy.end(at: arc)] += 1 }
        }
        return users
    }
}
