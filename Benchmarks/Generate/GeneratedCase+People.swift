import Foundation
import Inference

extension GeneratedCase {
    /// Roles; each team is mostly of one.
    static let roles = [
        "Account manager", "Analyst", "Buyer", "Consultant", "Controller", "Designer", "Developer", "Editor",
        "Engineer", "Lawyer", "Nurse", "Planner", "Recruiter", "Researcher", "Support agent", "Trainer",
    ]
    /// Teams under one manager of managers.
    private static let span = 12

    /// Where one person stands.
    struct Place {
        let person: Int
        let team: Int
        let role: Int
        let layer: String
        let manager: Int?
    }

    /// Everybody: teams scattered over the ids, their first member leading them, leaders in a tree.
    func roster() -> [Place] {
        var random = RandomSource(seed: seed, stream: "people")
        var team = (0..<size.people).map { $0 / size.teamSize }
        random.shuffle(&team)
        var lead = [Int](repeating: -1, count: size.teams)
        for person in team.indices where lead[team[person]] < 0 { lead[team[person]] = person }
        let mainRole = (0..<size.teams).map { _ in random.below(GeneratedCase.roles.count) }
        let executives = max(1, size.teams / 500)
        return (0..<size.people).map { person in
            let own = team[person]
            let leads = lead[own] == person
            return Place(
                person: person, team: own,
                role: random.bernoulli(0.7) ? mainRole[own] : random.below(GeneratedCase.roles.count),
                layer: !leads ? "contributor" : own < executives ? "executive" : "manager",
                manager: leads ? (own == 0 ? nil : lead[(own - 1) / GeneratedCase.span]) : lead[own])
        }
    }

    /// The roster as people.csv.
    func writePeople(to url: URL) throws {
        var file = try ByteFile(url)
        try file.append("person,team,role,layer,manager\n")
        for place in roster() {
            try file.append(
                "\(GeneratedCase.person(place.person)),Team \(place.team + 1),"
                    + "\(GeneratedCase.roles[place.role]),\(place.layer),"
                    + "\(place.manager.map(GeneratedCase.person) ?? "")\n")
        }
        try file.close()
    }
}
