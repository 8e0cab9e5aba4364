import Measures
@_spi(Disclosure) import Rollout

/// The different groups of people behind the figures of a family.
struct FamilyGroups: Sendable {
    /// A figure that may be shown if the audits allow, with what it rests on.
    struct Figure: Sendable {
        let estimate: Estimate
        let people: Int
        let answers: Int?
    }

    /// Each group once, in the order of first appearance; figures over no people have an empty one.
    let sets: [PeopleSet]
    /// Index into `sets`, a member.
    let groupOf: [Int]
    /// Scope kind under which each group appears first.
    let kinds: [Scope.Kind]
    private let yields: [Bool]

    /// - Complexity: O(total size in words) with hashing.
    init(_ members: [Family.Member]) {
        var places: [PeopleSet: Int] = [:]
        places.reserveCapacity(members.count)
        var sets: [PeopleSet] = []
        var kinds: [Scope.Kind] = []
        var groupOf: [Int] = []
        var yields: [Bool] = []
        for member in members {
            let people = member.figure.group.people
            if let place = places[people] {
                groupOf.append(place)
            } else {
                places[people] = sets.count
                groupOf.append(sets.count)
                sets.append(people)
                kinds.append(member.scope.kind)
                yields.append(member.yieldsToAll)
            }
        }
        self.sets = sets
        self.groupOf = groupOf
        self.kinds = kinds
        self.yields = yields
    }

    /// The groups of some members, most worth showing first.
    ///
    /// The organisation, then layers, roles and teams, larger before smaller, then as given: what
    /// the audits leave out comes from the end, and is the smallest loss.
    func order(of open: [Int], members: [Family.Member]) -> [Int] {
        func rank(_ group: Int) -> Int {
            if yields[group] { return 4 }
            return switch kinds[group] {
            case .organization: 0
            case .layer: 1
            case .role: 2
            case .team: 3
            }
        }
        let sizes = sets.map(\.count)
        return Set(open.map { groupOf[$0] }).sorted {
            (rank($0), -sizes[$0], $0) < (rank($1), -sizes[$1], $1)
        }
    }

    /// The first figure of each group among some members; nil for the other groups.
    static func figures(of open: [Int], groups: FamilyGroups, members: [Family.Member]) -> [Figure?] {
        var figures = [Figure?](repeating: nil, count: groups.sets.count)
        for index in open where figures[groups.groupOf[index]] == nil {
            let figure = members[index].figure
            guard let estimate = figure.exposed.value else { continue }
            figures[groups.groupOf[index]] = Figure(
                estimate: estimate, people: figure.group.people.count, answers: figure.answers)
        }
        return figures
    }
}
