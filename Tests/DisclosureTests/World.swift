import Disclosure
import Measures
import Rollout

/// A made-up organisation for tests: groups of people, and who of them counts.
struct World {
    struct Group {
        let scope: Scope
        let people: PeopleSet
    }

    var groups: [Group] = []
    var counting = PeopleSet()

    /// People in teams by roles by layers: `table[team][role][layer]` people in each cell, of whom
    /// `counting(cell number)` count.
    init(table: [[[Int]]], counting countingIn: (Int, Int) -> Int) {
        var teams = [[PersonID]](repeating: [], count: table.count)
        var roles = [[PersonID]](repeating: [], count: table[0].count)
        var layers = [[PersonID]](repeating: [], count: table[0][0].count)
        var next = 0
        var cell = 0
        for (team, rows) in table.enumerated() {
            for (role, row) in rows.enumerated() {
                for (layer, size) in row.enumerated() {
                    let count = size == 0 ? 0 : countingIn(cell, size)
                    if size > 0 { cell += 1 }
                    for place in 0..<size {
                        let person = PersonID(next)
                        next += 1
                        teams[team].append(person)
                        roles[role].append(person)
                        layers[layer].append(person)
                        if place < count { counting.insert(person) }
                    }
                }
            }
        }
        func add(_ kind: Scope.Kind, _ parts: [[PersonID]]) {
            for (index, part) in parts.enumerated() where !part.isEmpty {
                groups.append(Group(scope: Scope(kind, "\(kind) \(index)"), people: PeopleSet(part)))
            }
        }
        add(.organization, [(0..<next).map { PersonID($0) }])
        add(.team, teams)
        if roles.count > 1 { add(.role, roles) }
        if layers.count > 1 { add(.layer, layers) }
    }

    /// People one after another, each with team, role, layer and whether the person counts; numbered from 0.
    init(people: [(team: Int, role: Int, layer: Int, counts: Bool)]) {
        var places: [Scope.Kind: [Int: [PersonID]]] = [:]
        var counting: [PersonID] = []
        for (index, person) in people.enumerated() {
            let id = PersonID(index)
            places[.organization, default: [:]][0, default: []].append(id)
            places[.team, default: [:]][person.team, default: []].append(id)
            places[.role, default: [:]][person.role, default: []].append(id)
            places[.layer, default: [:]][person.layer, default: []].append(id)
            if person.counts { counting.append(id) }
        }
        self.counting = PeopleSet(counting)
        for kind in [Scope.Kind.organization, .team, .role, .layer] {
            for (number, members) in (places[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
                groups.append(Group(scope: Scope(kind, "\(kind) \(number)"), people: PeopleSet(members)))
            }
        }
    }

    /// The world's family of shares, with intervals as wide as the whole scale.
    func family(policy: DisclosurePolicy = .protected) -> Family {
        Family(
            groups.map { group in
                let n = group.people.count
                let share = Double(group.people.intersection(counting).count) / Double(n)
                return Family.Member(
                    scope: group.scope, everybody: group.people,
                    figure: Sensitive(
                        .known(
                            Estimate(
                                share, interval: Interval(low: 0, high: 1, level: 0.9), n: n, unit: .share)),
                        about: group.people))
            }, policy: policy)
    }
}

extension Disclosed<Measured<PublishedEstimate>> {
    /// The figure where it is shown and known.
    var figure: PublishedEstimate? { shown?.value }
}
