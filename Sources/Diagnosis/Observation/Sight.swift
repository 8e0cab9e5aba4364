import Rollout
import Spread

/// Who works within sight of whom: ties where they are known, else team-mates and the manager line.
enum Sight {
    /// The directed graph "sees" among the people in the frame, numbered by their place in `rows`.
    ///
    /// A person with ties sees the people tied to and the own manager; one without ties sees
    /// team-mates, manager and, for managers, their peers. Nil where one team is too large to list.
    /// - Complexity: O(Σ team size² + ties).
    /// - Source: SCIENCE 3.1, 3.2.
    static func graph(_ evidence: Evidence, rows: [Int]) -> Graph? {
        let people = evidence.people
        var place = [Int](repeating: -1, count: people.count)
        for (index, row) in rows.enumerated() { place[row] = index }
        let managers = rows.map { row -> Int? in
            people[row].manager.flatMap { place[$0.ordinal] >= 0 ? place[$0.ordinal] : nil }
        }
        let layers = rows.map { row -> SightGraph.Layer in
            switch people[row].layer {
            case .executive: .executive
            case .manager: .manager
            case .contributor: .contributor
            }
        }
        guard
            let lines = SightGraph.build(
                team: rows.map { people[$0].team }, manager: managers, layer: layers)
        else { return nil }
        let ties = evidence.ties.compactMap { tie -> (Int, Int)? in
            let (one, other) = (place[tie.a.ordinal], place[tie.b.ordinal])
            return one >= 0 && other >= 0 ? (one, other) : nil
        }
        guard !ties.isEmpty else { return lines }
        let tied = Graph(nodes: rows.count, arcs: ties, isDirected: false)
        return Graph(nodes: rows.count, arcs: lines.arcCount) { person, row in
            guard tied.degree(of: person) > 0 else {
                row.append(contentsOf: lines.neighbours(of: person))
                return
            }
            row.append(contentsOf: tied.neighbours(of: person))
            if let boss = managers[person] { row.append(UInt32(boss)) }
        }
    }
}
