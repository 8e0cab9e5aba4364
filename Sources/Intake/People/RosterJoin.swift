import Measures
import Rollout

/// Brings the rows of all rosters together: one row a person.
///
/// Rows that share a name of one kind are about one person, and so are rows whose names `case.yaml` calls the
/// same. Of rows of one person that tell differently, a roster counts before a supplement, a register of
/// employees before a directory, of two of a standing the one that tells more of its people, and within one
/// source the later day; the others complete it.
struct RosterJoin {
    /// One row a person, in the order of their keys.
    private(set) var people: [(key: String, row: RosterRow)] = []

    /// Two files that tell differently of the same people; the first one counts.
    private struct Pair: Hashable {
        let winner: String
        let loser: String
        let reason: String
    }

    /// Joins rows.
    /// - Complexity: O(n log n) for n names.
    init(_ rows: [RosterRow], desk: IntakeDesk) {
        let ranks = RosterJoin.ranks(of: rows)
        var conflicts: [Pair: Int] = [:]
        for members in RosterJoin.groups(rows, desk: desk) {
            let sorted = members.map { rows[$0] }.sorted { left, right in
                RosterJoin.precedes(left, right, ranks: ranks)
            }
            var first = sorted[0]
            for other in sorted.dropFirst() {
                // An earlier row of one source that tells otherwise is history, no contradiction.
                let isHistory = sorted[0].source == other.source && sorted[0].asOf != other.asOf
                guard first.complete(by: other), !isHistory, !other.isSupplement else { continue }
                guard first.file != other.file else {
                    desk.book.add(
                        .conflictingPerson, file: other.file, line: other.line,
                        "Two rows of one person tell differently of team, role or manager. The first is kept; correct one of them."
                    )
                    continue
                }
                let reason = RosterJoin.reason(sorted[0], other, ranks: ranks)
                conflicts[Pair(winner: first.file, loser: other.file, reason: reason), default: 0] += 1
            }
            guard let key = RosterJoin.key(first.identities) else { continue }
            people.append((key, first))
        }
        people.sort { $0.key < $1.key }
        for (pair, count) in conflicts {
            RosterJoin.report(count, of: pair.loser, against: pair.winner, because: pair.reason, desk: desk)
        }
    }

    /// Says that two files tell differently of people, and which counts.
    static func report(
        _ count: Int, of loser: String, against winner: String, because reason: String, desk: IntakeDesk
    ) {
        desk.book.add(
            .rosterConflict, file: loser,
            "\(Counted.people(count)) \(count == 1 ? "is" : "are") told of differently here and in \(winner), in team or role. \(winner) counts: \(reason)."
        )
    }

    // MARK: Which rows are of one person

    private static func groups(_ rows: [RosterRow], desk: IntakeDesk) -> [[Int]] {
        var union = UnionFind(count: rows.count)
        var owner: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for identity in row.identities {
                guard let other = owner[identity.directoryKey] else {
                    owner[identity.directoryKey] = index
                    continue
                }
                if identity.kind == .employeeID, areStrangers(row, rows[other]) { continue }
                union.unite(index, other)
            }
        }
        for (name, others) in desk.settings.people {
            let owners = ([name] + others).compactMap { owner[CellText.key($0)] }
            for other in owners.dropFirst() { union.unite(owners[0], other) }
        }
        for alias in desk.aliases {
            let owners = [alias.found, alias.person].compactMap { owner[CellText.key($0)] }
            if owners.count == 2 { union.unite(owners[0], owners[1]) }
        }
        let groups = Dictionary(grouping: rows.indices.filter { !rows[$0].identities.isEmpty }) {
            union.root($0)
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Whether a number that two rows share cannot mean one person: two systems number people by themselves,
    /// and neither an address nor a name is the same.
    private static func areStrangers(_ one: RosterRow, _ other: RosterRow) -> Bool {
        guard one.source != other.source else { return false }
        func addresses(_ row: RosterRow) -> Set<Identity> {
            Set(row.identities.filter { $0.kind == .address })
        }
        func names(_ row: RosterRow) -> Set<String> { Set(row.names.map(CellText.key)) }
        let (left, right) = (addresses(one), addresses(other))
        guard !left.isEmpty, !right.isEmpty, left.isDisjoint(with: right) else { return false }
        let (mine, yours) = (names(one), names(other))
        return !mine.isEmpty && !yours.isEmpty && mine.isDisjoint(with: yours)
    }

    // MARK: Which row counts

    /// How completely each source tells of its people: the share of team, role, manager, layer and first day
    /// that is there.
    private static func ranks(of rows: [RosterRow]) -> [String: Double] {
        var filled: [String: (cells: Int, rows: Int)] = [:]
        for row in rows {
            let cells = [
                row.team != nil, row.role != nil, row.manager != nil, row.layer != nil, row.from != nil,
            ].count { $0 }
            let known = filled[row.source] ?? (0, 0)
            filled[row.source] = (known.cells + cells, known.rows + 1)
        }
        return filled.mapValues { Double($0.cells) / Double(5 * $0.rows) }
    }

    private static func precedes(
        _ left: RosterRow, _ right: RosterRow, ranks: [String: Double]
    ) -> Bool {
        if left.isSupplement != right.isSupplement { return right.isSupplement }
        if left.standing != right.standing { return left.standing < right.standing }
        if left.source != right.source {
            let (one, other) = (ranks[left.source] ?? 0, ranks[right.source] ?? 0)
            return one == other ? left.source < right.source : one > other
        }
        if left.asOf != right.asOf { return (left.asOf?.number ?? .min) > (right.asOf?.number ?? .min) }
        return (left.file, left.line) < (right.file, right.line)
    }

    private static func reason(_ winner: RosterRow, _ loser: RosterRow, ranks: [String: Double]) -> String {
        if winner.standing != loser.standing {
            return winner.standing == .hr
                ? "a register of employees goes before a directory" : "a directory goes before other lists"
        }
        if winner.source != loser.source, ranks[winner.source] != ranks[loser.source] {
            return "it tells more of its people"
        }
        return "it comes first by name"
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
