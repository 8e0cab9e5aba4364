/// Whom each person can see at work where no ties are known: reporting lines and teams.
public enum SightGraph {
    /// Where a person stands; the numbers of the layers of an organisation from the top.
    public enum Layer: Int, Hashable, Sendable, CaseIterable {
        /// Leadership.
        case executive = 0
        /// Middle management.
        case manager = 1
        /// Everybody else.
        case contributor = 2
    }

    /// The directed graph "sees": team-mates, the own manager, and for executives and managers their peers.
    ///
    /// Peers are people of the same layer with the same own manager. A manager does not see reports in
    /// another team: sight asks who could show a person the practice, and reports show it upward too rarely to count.
    /// - Parameters:
    ///   - team: the team of each person, any numbers, shape (people).
    ///   - manager: each person's manager as an index, nil where not known; nil for no reporting lines at all.
    ///   - layer: each person's layer; nil where layers are not known, then anyone who has reports is a manager.
    ///   - arcLimit: more arcs than this are refused, since one enormous team would take Σ n² memory.
    /// - Returns: nil where the graph would exceed `arcLimit`.
    /// - Complexity: O(Σ n_t²) over teams and groups of peers.
    public static func build(
        team: [Int], manager: [Int?]? = nil, layer: [Layer]? = nil, arcLimit: Int = 40_000_000
    ) -> Graph? {
        let people = team.count
        precondition(manager.map { $0.count == people } ?? true, "one entry a person")
        precondition(layer.map { $0.count == people } ?? true, "one layer a person")
        let (teams, teamOf) = (members(of: numbered(team)), numbered(team))
        let groups = peers(manager: manager, layer: layer, people: people)
        let size = (teams + groups).reduce(0) { $0 + $1.count * ($1.count - 1) } + people
        guard size <= arcLimit else { return nil }
        var groupOf = [Int](repeating: -1, count: people)
        for (number, group) in groups.enumerated() {
            for person in group { groupOf[person] = number }
        }
        return Graph(nodes: people, arcs: size) { person, row in
            for other in teams[teamOf[person]] { row.append(UInt32(other)) }
            if groupOf[person] >= 0 {
                for other in groups[groupOf[person]] { row.append(UInt32(other)) }
            }
            if let boss = manager?[person] { row.append(UInt32(boss)) }
        }
    }

    /// Groups of people of one managing layer under one manager.
    private static func peers(manager: [Int?]?, layer: [Layer]?, people: Int) -> [[Int]] {
        guard let manager else { return [] }
        var leads = [Bool](repeating: false, count: people)
        if let layer {
            for person in 0..<people { leads[person] = layer[person] != .contributor }
        } else {
            for case let boss? in manager { leads[boss] = true }
        }
        var groups: [Int: [Int]] = [:]
        for person in 0..<people where leads[person] {
            guard let boss = manager[person], boss != person else { continue }
            groups[boss * 3 + (layer?[person].rawValue ?? 1), default: []].append(person)
        }
        return groups.keys.sorted().map { groups[$0]! }.filter { $0.count > 1 }
    }
}

/// The people of each group, groups numbered from 0.
func members(of group: [Int]) -> [[Int]] {
    var lists = [[Int]](repeating: [], count: (group.max() ?? -1) + 1)
    for (person, number) in group.enumerated() { lists[number].append(person) }
    return lists
}
