package import Archive
import Measures
package import Rollout

/// Somebody who is signed in, with what the roster says of them on the day.
package struct Visitor: Sendable {
    /// What the roster says of a person.
    package struct Standing: Hashable, Sendable {
        package let member: MemberID
        package let team: String
        package let role: String
        package let layer: Layer
        /// Teams with somebody who reports to this person, other than teams of managers above.
        package let leads: [String]
        /// Whether hours for building are promised to this person around the day.
        package let isChampion: Bool

        package init(
            member: MemberID, team: String, role: String, layer: Layer, leads: [String], isChampion: Bool
        ) {
            self.member = member
            self.team = team
            self.role = role
            self.layer = layer
            self.leads = leads
            self.isChampion = isChampion
        }
    }

    package let account: Account
    /// Nil for somebody who is not on the roster.
    package let standing: Standing?

    package init(account: Account, standing: Standing?) {
        self.account = account
        self.standing = standing
    }

    /// The rooms of the house somebody can enter.
    package enum Room: String, Hashable, Sendable, CaseIterable {
        case whereWeStand, diagnosis, myTeam, forMe, buildWeek, useCases, evidence, privacy, accounts
        case pulse, wereWeRight, shelf, ledger, messages
    }

    /// Whether this visitor may enter a room.
    package func mayEnter(_ room: Room) -> Bool {
        let can = account.capabilities
        switch room {
        case .whereWeStand:
            return can.contains(.sponsor) || can.contains(.rolloutLead) || standing?.layer == .executive
        case .diagnosis, .wereWeRight:
            return can.contains(.rolloutLead) || can.contains(.sponsor) || can.contains(.council)
        case .myTeam: return !(standing?.leads.isEmpty ?? true)
        case .forMe: return standing != nil
        case .buildWeek: return standing?.isChampion == true || can.contains(.rolloutLead)
        case .useCases, .shelf, .ledger: return true
        case .messages: return can.contains(.rolloutLead) || can.contains(.sponsor)
        case .evidence, .accounts: return can.contains(.administrator)
        case .privacy: return can.contains(.council) || can.contains(.administrator)
        case .pulse: return can.contains(.rolloutLead) || can.contains(.administrator)
        }
    }
}

extension Visitor.Standing {
    /// What the roster says of a member on the day of the evidence; nil for somebody who is not on it then.
    package init?(_ member: MemberID, in stored: StoredEvidence) {
        guard let id = stored.person(member) else { return nil }
        let evidence = stored.evidence
        let person = evidence.people[id.ordinal]
        let day = evidence.asOf
        guard person.isPresent(on: day) else { return nil }
        let led = Set(evidence.people.filter { $0.manager == id && $0.isPresent(on: day) }.map(\.team))
        let recent = Week(containing: day).advanced(by: -8)
        self.init(
            member: member, team: evidence.teams[person.team].name, role: evidence.roles[person.role],
            layer: person.layer, leads: led.map { evidence.teams[$0].name }.sorted(),
            isChampion: evidence.champions.contains { $0.person == id && $0.week >= recent })
    }
}
