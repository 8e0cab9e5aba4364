package import Archive
import Measures
import Rollout

extension StoredEvidence {
    /// The evidence of everybody but some.
    package func without(_ gone: Set<MemberID>) -> StoredEvidence {
        if gone.isDisjoint(with: members) { return self }
        return restricted(to: members.indices.filter { !gone.contains(members[$0]) }, staying: false)
    }

    /// The evidence of some of its people.
    ///
    /// - Parameters:
    ///   - kept: Places of the people to keep, ascending.
    ///   - staying: Whether a person's last day is passed over.
    func restricted(to kept: [Int], staying: Bool) -> StoredEvidence {
        var place = [Int?](repeating: nil, count: members.count)
        for (index, old) in kept.enumerated() { place[old] = index }
        func moved(_ person: PersonID?) -> PersonID? {
            person.flatMap { place[$0.ordinal] }.map { PersonID($0) }
        }
        var result = evidence
        result.people = kept.enumerated().map { index, old in
            let person = evidence.people[old]
            return Person(
                id: PersonID(index), team: person.team, role: person.role, layer: person.layer,
                manager: moved(person.manager), from: person.from, to: staying ? nil : person.to,
                occupation: person.occupation, mayBeInvited: person.mayBeInvited)
        }
        result.use = UseLedger(
            keys: evidence.use.keys,
            rows: evidence.use.rows.compactMap { row in
                place[Int(row.person)].map {
                    UseLedger.Row(person: Int32($0), key: row.key, block: row.block)
                }
            })
        result.weeks = evidence.weeks.compactMap { use in
            moved(use.person).map {
                WeekUse(
                    person: $0, tool: use.tool, mode: use.mode, week: use.week, activeDays: use.activeDays)
            }
        }
        result.depth = evidence.depth.map { tallies in
            tallies.compactMap { tally in
                moved(tally.person).map {
                    DepthTally(
                        person: $0, week: tally.week, actions: tally.actions, activeDays: tally.activeDays,
                        singleActionDays: tally.singleActionDays)
                }
            }
        }
        result.activity = evidence.activity.map { activity in
            var matrix = DayMatrix(rows: kept.count, days: activity.span)
            for (index, old) in kept.enumerated() {
                for column in 0..<activity.blocks {
                    let bits = activity.words[old * activity.blocks + column]
                    matrix.merge(
                        DaySet.Block(index: activity.firstBlock + Int32(column), bits: bits), row: index)
                }
            }
            return matrix
        }
        result.coverage = evidence.coverage.map { line in
            Coverage(
                source: line.source, team: line.team,
                people: line.people.map { PeopleSet($0.people.compactMap { moved($0) }) }, from: line.from,
                to: line.to, absence: line.absence, note: line.note)
        }
        result.useCases = evidence.useCases.map { entry in
            UseCase(
                id: entry.id, title: entry.title, tool: entry.tool, roles: entry.roles,
                builder: moved(entry.builder), idea: entry.idea, started: entry.started, live: entry.live,
                retired: entry.retired)
        }
        result.champions = evidence.champions.compactMap { hours in
            moved(hours.person).map {
                ChampionWeek(
                    person: $0, week: hours.week, promisedHours: hours.promisedHours,
                    keptHours: hours.keptHours)
            }
        }
        result.ties = evidence.ties.compactMap { tie in
            guard let a = moved(tie.a), let b = moved(tie.b) else { return nil }
            return Tie(a, b, weight: tie.weight)
        }
        return StoredEvidence(evidence: result, members: kept.map { members[$0] })
    }
}
