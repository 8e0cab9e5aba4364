import Archive
import Diagnosis
import Measures
import Rollout

extension Membership {
    /// Evidence in which exactly those are seen lately of whom this membership says so.
    ///
    /// Whose use came into sight since, is left out of every source. Whom a source no longer lists, is taken as not
    /// having used since, as somebody without a licence has not. Where nobody of the membership is seen, nothing is fixed.
    ///
    /// - Parameter members: Who the people of the evidence are, in their order.
    /// - Complexity: O(people · coverage).
    func withSight(_ evidence: Evidence, members: [MemberID]) -> Evidence {
        let fixed = members.map { places[$0]?.isSeen ?? false }
        guard fixed.contains(true) else { return evidence }
        let lately = Visibility.lately(in: evidence)
        let hidden = Set(evidence.people.map(\.id).filter { lately[$0.ordinal] && !fixed[$0.ordinal] })
        let dropped = Set(evidence.people.map(\.id).filter { !lately[$0.ordinal] && fixed[$0.ordinal] })
        // Where nobody is seen any more the sources have ended, and nobody is to be told apart.
        guard !hidden.isEmpty || !dropped.isEmpty, lately.contains(true) else { return evidence }
        var result = evidence
        if !hidden.isEmpty { result.hide(hidden) }
        result.coverage += Membership.continued(dropped, in: evidence)
        return result
    }

    /// Coverage of people from where it ended to where that of others has come.
    private static func continued(_ people: Set<PersonID>, in evidence: Evidence) -> [Coverage] {
        let lines = evidence.coverage.filter { $0.absence == .notUsed && $0.from <= evidence.asOf }
        guard let reached = lines.map(\.to).max() else { return [] }
        var last: [PersonID: Coverage] = [:]
        for line in lines {
            for person in PeopleSet.seen(by: line, in: evidence).people where people.contains(person) {
                if last[person].map({ $0.to < line.to }) ?? true { last[person] = line }
            }
        }
        return Dictionary(grouping: last.keys) { last[$0]! }.map { line, people in
            Coverage(
                source: line.source, people: PeopleSet(people.sorted()), from: line.to, to: reached,
                absence: .notUsed)
        }.sorted { ($0.source, $0.from) < ($1.source, $1.from) }
    }
}

extension Evidence {
    /// Leaves people out of everything that sees use: coverage, and the use itself.
    fileprivate mutating func hide(_ hidden: Set<PersonID>) {
        let whole = self
        coverage = coverage.map { line in
            let seen = PeopleSet.seen(by: line, in: whole)
            let kept = seen.people.filter { !hidden.contains($0) }
            if kept.count == seen.count { return line }
            return Coverage(
                source: line.source, team: line.team, people: PeopleSet(kept), from: line.from, to: line.to,
                absence: line.absence, note: line.note)
        }
        use = UseLedger(keys: use.keys, rows: use.rows.filter { !hidden.contains(PersonID(Int($0.person))) })
        weeks.removeAll { hidden.contains($0.person) }
        depth?.removeAll { hidden.contains($0.person) }
    }
}
