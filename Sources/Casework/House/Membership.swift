package import Archive
import Intake
package import Measures
package import Rollout

/// Who is in the figures of a quarter, and in which team, role and layer.
///
/// Joiners, leavers and movers make differences between two readings, and a difference of one person is a figure
/// about that person. So people and places of a quarter are fixed with its first reading, and renewed within it only
/// where every scope gains and loses nobody or at least five.
///
/// - Source: SCIENCE 8.2, rule 4.
package struct Membership: Hashable, Sendable {
    /// Where somebody is counted.
    package struct Place: Hashable, Sendable {
        package let team: String
        package let role: String
        package let layer: Layer

        package init(team: String, role: String, layer: Layer) {
            self.team = team
            self.role = role
            self.layer = layer
        }
    }

    /// Everybody who is in the figures, with their place.
    package let places: [MemberID: Place]

    /// A membership of people with their places.
    package init(_ places: [MemberID: Place]) { self.places = places }

    /// The members, ascending.
    package var members: [MemberID] { places.keys.sorted() }

    /// How the names of all quarters begin, in the order of time, and those of what they point to.
    package static let quarters = "membership.2"
    package static let texts = "membership.of."

    /// The name under which the membership of a day's quarter is kept.
    package static func setting(for day: Day) -> String {
        let (year, month, _) = day.components
        return "membership.\(year)Q\((month - 1) / 3 + 1)"
    }

    /// The membership as it is kept: a line each, its parts apart by tabs.
    package var text: String {
        members.map { member in
            let place = places[member]!
            let parts = [String(member.number), place.layer.rawValue, place.team, place.role]
            return parts.map(Membership.escaped).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// The membership of a kept text; lines that are none are passed over.
    package init(text: String) {
        var places: [MemberID: Place] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(Membership.plain)
            guard parts.count == 4, let number = Int64(parts[0]), let layer = Layer(rawValue: parts[1]) else {
                continue
            }
            places[MemberID(number)] = Place(team: parts[2], role: parts[3], layer: layer)
        }
        self.init(places)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
    }

    private static func plain(_ text: Substring) -> String {
        var plain = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                plain.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                plain.append(character)
            }
        }
        return plain
    }

    /// A name that only this membership has: the same people in the same places give the same name.
    package var name: String {
        Membership.texts + SHA256.hexadecimal(SHA256.digest(text.utf8)).prefix(32)
    }

    /// Whether all members are in some evidence, present or not.
    package func isKnown(to stored: StoredEvidence) -> Bool {
        Set(stored.members).isSuperset(of: places.keys)
    }

    /// This membership with another number for one of its members, in the same place.
    package func renumbered(_ member: MemberID, as other: MemberID) -> Membership {
        var places = places
        if let place = places.removeValue(forKey: member) { places[other] = place }
        return Membership(places)
    }

    /// Everybody present on the day of the evidence, but those who objected.
    package init(present stored: StoredEvidence, without objectors: Set<MemberID> = []) {
        let evidence = stored.evidence
        var places: [MemberID: Place] = [:]
        for person in evidence.people where person.isPresent(on: evidence.asOf) {
            let member = stored.members[person.id.ordinal]
            guard !objectors.contains(member) else { continue }
            places[member] = Place(
                team: evidence.teams[person.team].name, role: evidence.roles[person.role],
                layer: person.layer)
        }
        self.init(places)
    }

    /// The scopes that lose or gain somebody on the way to another membership, each with the smallest such number.
    ///
    /// - Complexity: O(people).
    package func changes(to other: Membership) -> [Scope: Int] {
        var lost: [Scope: Int] = [:]
        var gained: [Scope: Int] = [:]
        for (member, place) in places {
            let later = other.places[member].map(Membership.scopes) ?? []
            for scope in Membership.scopes(place).subtracting(later) { lost[scope, default: 0] += 1 }
        }
        for (member, place) in other.places {
            let earlier = places[member].map(Membership.scopes) ?? []
            for scope in Membership.scopes(place).subtracting(earlier) { gained[scope, default: 0] += 1 }
        }
        return lost.merging(gained) { min($0, $1) }
    }

    private static func scopes(_ place: Place) -> Set<Scope> {
        [
            Membership.everybody, Scope(.team, place.team), Scope(.role, place.role),
            Scope(.layer, place.layer.rawValue),
        ]
    }

    /// The scope of all members, whatever the organisation is called.
    package static let everybody = Scope(.organization, "")

    /// Whether going from this membership to another gives nobody away: no scope gains or loses one to `minimum` − 1.
    /// - Complexity: O(people).
    package func maySafelyBecome(_ other: Membership, minimum: Int) -> Bool {
        changes(to: other).values.allSatisfy { $0 >= minimum }
    }

    /// The evidence of exactly these members in their places; who has left since is kept as if still there.
    ///
    /// - Parameter whole: The whole roster, those who objected since included.
    package func evidence(of whole: StoredEvidence) -> StoredEvidence {
        let kept = whole.members.indices.filter { places[whole.members[$0]] != nil }
        var result = whole.restricted(to: kept, staying: true)
        var teams = Dictionary(
            uniqueKeysWithValues: result.evidence.teams.enumerated().map { ($1.name, $0) })
        var roles = Dictionary(uniqueKeysWithValues: result.evidence.roles.enumerated().map { ($1, $0) })
        func index(of name: String, in known: inout [String: Int], _ add: (String) -> Void) -> Int {
            if let place = known[name] { return place }
            let place = known.count
            known[name] = place
            add(name)
            return place
        }
        var evidence = result.evidence
        evidence.people = evidence.people.map { person in
            let place = places[result.members[person.id.ordinal]]!
            return Person(
                id: person.id,
                team: index(of: place.team, in: &teams) { evidence.teams.append(Team(name: $0)) },
                role: index(of: place.role, in: &roles) { evidence.roles.append($0) }, layer: place.layer,
                manager: person.manager, from: person.from, to: person.to, occupation: person.occupation,
                mayBeInvited: person.mayBeInvited)
        }
        result = StoredEvidence(evidence: evidence, members: result.members)
        return result
    }
}

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
