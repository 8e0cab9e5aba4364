import Foundation
import Inference

extension GeneratedCase {
    /// Roles; each team is mostly of one.
    private static let roles = [
        "Account manager", "Analyst", "Buyer", "Consultant", "Controller", "Designer", "Developer", "Editor",
        "Engineer", "Lawyer", "Nurse", "Planner", "Recruiter", "Researcher", "Support agent", "Trainer",
    ]
    /// Teams under one manager of managers.
    private static let span = 12

    /// The roster: teams scattered over the ids, their first member leading them, leaders in a tree.
    func writePeople(to url: URL) throws {
        var file = try ByteFile(url)
        var random = RandomSource(seed: seed, stream: "people")
        var team = (0..<size.people).map { $0 / size.teamSize }
        random.shuffle(&team)
        var lead = [Int](repeating: -1, count: size.teams)
        for person in team.indices where lead[team[person]] < 0 { lead[team[person]] = person }
        let mainRole = (0..<size.teams).map { _ in random.below(GeneratedCase.roles.count) }
        let executives = max(1, size.teams / 500)
        try file.append("person,team,role,layer,manager\n")
        for person in 0..<size.people {
            let own = team[person]
            let leads = lead[own] == person
            let role = random.bernoulli(0.7) ? mainRole[own] : random.below(GeneratedCase.roles.count)
            let layer = !leads ? "contributor" : own < executives ? "executive" : "manager"
            let manager = leads ? (own == 0 ? nil : lead[(own - 1) / GeneratedCase.span]) : lead[own]
            try file.append(
                "\(GeneratedCase.person(person)),Team \(own + 1),\(GeneratedCase.roles[role]),\(layer),"
                    + "\(manager.map(GeneratedCase.person) ?? "")\n")
        }
        try file.close()
    }
}
