package import Archive
package import Measures
import Rollout

/// Who is in the figures of a quarter.
///
/// Joiners and leavers make differences between two readings, and a difference of one person is a figure about that
/// person. So the people of a quarter are fixed with its first reading, and renewed within it only where every scope
/// gains and loses nobody or at least five.
///
/// - Source: SCIENCE 8.2, rule 4.
package struct Membership: Hashable, Sendable {
    /// The members, ascending.
    package let members: [MemberID]

    /// A membership of members in any order.
    package init(_ members: some Sequence<MemberID>) { self.members = Set(members).sorted() }

    /// The name under which the membership of a day's quarter is kept.
    package static func setting(for day: Day) -> String {
        let (year, month, _) = day.components
        return "membership.\(year)Q\((month - 1) / 3 + 1)"
    }

    /// The membership as it is kept.
    package var text: String { members.map { String($0.number) }.joined(separator: " ") }

    /// The membership of a kept text.
    package init(text: String) {
        self.init(text.split(separator: " ").compactMap { Int64($0) }.map { MemberID($0) })
    }

    /// Everybody present on the day of the evidence.
    package init(present stored: StoredEvidence) {
        let evidence = stored.evidence
        self.init(
            evidence.people.filter { $0.isPresent(on: evidence.asOf) }.map { stored.members[$0.id.ordinal] })
    }

    /// Whether going from this membership to another gives nobody away: no scope gains or loses one to `minimum` − 1.
    /// - Complexity: O(people).
    package func maySafelyBecome(
        _ other: Membership, in stored: StoredEvidence, minimum: Int
    ) -> Bool {
        let (before, after) = (Set(members), Set(other.members))
        let changed = [before.subtracting(after), after.subtracting(before)]
        for part in changed {
            var counts: [String: Int] = ["everybody": part.count]
            for member in part {
                guard let id = stored.person(member) else { return false }
                let person = stored.evidence.people[id.ordinal]
                for scope in [
                    "team \(person.team)", "role \(person.role)", "layer \(person.layer.rawValue)",
                ] { counts[scope, default: 0] += 1 }
            }
            if counts.values.contains(where: { $0 > 0 && $0 < minimum }) { return false }
        }
        return true
    }

    /// The evidence of exactly these members; who has left since is kept as if still there.
    ///
    /// - Parameter whole: The whole roster, those who objected since included.
    package func evidence(of whole: StoredEvidence) -> StoredEvidence {
        let wanted = Set(members)
        let kept = whole.members.indices.filter { wanted.contains(whole.members[$0]) }
        return whole.restricted(to: kept, staying: true)
    }
}

extension StoredEvidence {
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
                occupation: person.occupation)
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
