import Measures
import Rollout

/// Brings the rows of all rosters together: one row a person.
///
/// Rows that share a name of one kind are about one person, and so are rows whose names `case.yaml` calls the
/// same. Of rows of one person the one with the latest day counts, then the one that is no supplement, then
/// the first by file and line; the others complete it.
struct RosterJoin {
    /// One row a person, in the order of their keys.
    private(set) var people: [(key: String, row: RosterRow)] = []

    /// Joins rows.
    /// - Complexity: O(n log n) for n names.
    init(_ rows: [RosterRow], desk: IntakeDesk) {
        var union = UnionFind(count: rows.count)
        var owner: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for identity in row.identities {
                if let other = owner[identity.directoryKey] {
                    union.unite(index, other)
                } else {
                    owner[identity.directoryKey] = index
                }
            }
        }
        for (name, others) in desk.settings.people {
            let owners = ([name] + others).compactMap { owner[CellText.key($0)] }
            for other in owners.dropFirst() { union.unite(owners[0], other) }
        }
        let groups = Dictionary(grouping: rows.indices.filter { !rows[$0].identities.isEmpty }) {
            union.root($0)
        }
        for members in groups.values {
            let sorted = members.map { rows[$0] }.sorted { left, right in
                let one = (-(left.asOf?.number ?? .min + 1), left.isSupplement ? 1 : 0, left.file, left.line)
                return one
                    < (-(right.asOf?.number ?? .min + 1), right.isSupplement ? 1 : 0, right.file, right.line)
            }
            var first = sorted[0]
            for other in sorted.dropFirst() {
                // An earlier row that tells otherwise is history, no contradiction.
                let isSameDay = first.asOf == other.asOf
                if first.complete(by: other), isSameDay, !other.isSupplement {
                    desk.book.add(
                        .conflictingPerson, file: other.file, line: other.line,
                        "Two rows of one person tell differently of team, role or manager. The first is kept; correct one of them."
                    )
                }
            }
            guard let key = RosterJoin.key(first.identities) else { continue }
            people.append((key, first))
        }
        people.sort { $0.key < $1.key }
    }

    /// The name a person goes by in the roster: an address, else a login, else a number, else a code.
    private static func key(_ identities: [Identity]) -> String? {
        for kind in [
            IdentityKind.address, .login, .employeeID, .objectID, .accountID, .pseudonym,
        ] {
            if let first = identities.filter({ $0.kind == kind }).map(\.directoryKey).min() { return first }
        }
        return nil
    }
}
