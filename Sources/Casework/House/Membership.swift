package import Archive
import Diagnosis
import Intake
package import Measures
package import Rollout

/// Who is in the figures of a quarter, and in which team, role and layer.
///
/// Joiners, leavers and movers make differences between two readings, and a difference of one person is a figure
/// about that person; so does somebody whose use begins to be seen. So people, their places and whether they are seen
/// are fixed for a quarter with its first reading, and renewed within it only as far as every scope gains and loses
/// nobody or at least five.
///
/// - Source: SCIENCE 8.2, rule 4.
package struct Membership: Hashable, Sendable {
    /// Where somebody is counted.
    package struct Place: Hashable, Sendable {
        package let team: String
        package let role: String
        package let layer: Layer
        /// Whether some source could see their use lately.
        package var isSeen: Bool

        package init(team: String, role: String, layer: Layer, isSeen: Bool = false) {
            self.team = team
            self.role = role
            self.layer = layer
            self.isSeen = isSeen
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
            let parts = [
                String(member.number), place.layer.rawValue, place.team, place.role,
                place.isSeen ? "seen" : "",
            ]
            return parts.map(Membership.escaped).joined(separator: "\t")
        }.joined(separator: "\n")
    }

    /// The membership of a kept text; lines that are none are passed over.
    package init(text: String) {
        var places: [MemberID: Place] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(Membership.plain)
            guard parts.count >= 4, let number = Int64(parts[0]), let layer = Layer(rawValue: parts[1]) else {
                continue
            }
            places[MemberID(number)] = Place(
                team: parts[2], role: parts[3], layer: layer, isSeen: parts.count > 4 && parts[4] == "seen")
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
        let seen = Visibility.lately(in: evidence)
        var places: [MemberID: Place] = [:]
        for person in evidence.people where person.isPresent(on: evidence.asOf) {
            let member = stored.members[person.id.ordinal]
            guard !objectors.contains(member) else { continue }
            places[member] = Place(
                team: evidence.teams[person.team].name, role: evidence.roles[person.role],
                layer: person.layer, isSeen: seen[person.id.ordinal])
        }
        self.init(places)
    }

    /// The evidence of exactly these members in their places; who has left since is kept as if still there, and who
    /// is seen is as fixed.
    ///
    /// - Parameter whole: The whole roster, those who objected since included.
    package func evidence(of whole: StoredEvidence) -> StoredEvidence {
        let kept = whole.members.indices.filter { places[whole.members[$0]] != nil }
        let result = whole.restricted(to: kept, staying: true)
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
        return StoredEvidence(
            evidence: withSight(evidence, members: result.members), members: result.members)
    }
}
