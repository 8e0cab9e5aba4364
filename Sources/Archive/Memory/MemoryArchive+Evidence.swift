package import Measures
import Rollout

extension MemoryArchive {
    package func file(_ filing: Filing) -> FilingReport { evidence.unite(filing) }

    package func evidence(asOf: Day?, withObjectors: Bool) -> StoredEvidence {
        evidence.holdings(ownAnswers: pulse.rows).evidence(
            asOf: asOf, leavingOut: withObjectors ? [] : evidence.objectors)
    }

    package func contacts() -> [(member: MemberID, contact: Contact)] {
        evidence.contacts.sorted { $0.key < $1.key }.map { (member: $0.key, contact: $0.value) }
    }

    package func contact(_ member: MemberID) -> Contact? { evidence.contacts[member] }

    package func forgetUse(before day: Day) -> Int {
        let (index, bit) = DaySet.position(of: day)
        func kept(_ block: Int32, _ bits: UInt64) -> UInt64 {
            block < index ? 0 : block > index ? bits : bits & (~0 << UInt64(bit))
        }
        var forgotten = 0
        for (slot, bits) in evidence.use {
            let rest = kept(slot.block, bits)
            forgotten += (bits & ~rest).nonzeroBitCount
            evidence.use[slot] = rest == 0 ? nil : rest
        }
        for (slot, bits) in evidence.work {
            let rest = kept(slot.block, bits)
            evidence.work[slot] = rest == 0 ? nil : rest
        }
        evidence.depth = evidence.depth.filter { $0.key.week.sunday >= day }
        evidence.weeks = evidence.weeks.filter { $0.key.week.sunday >= day }
        return forgotten
    }

    package func forgetAnswers(before day: Day) -> Int {
        var forgotten = 0
        for (wave, answers) in evidence.imported where wave < day {
            forgotten += answers.count
            evidence.imported[wave] = nil
        }
        return forgotten + pulse.forgetAnswers(before: day)
    }

    // MARK: Rights

    package func personalRecord(_ member: MemberID) -> PersonalRecord? {
        guard let contact = evidence.contacts[member], let person = evidence.people[member] else {
            return nil
        }
        var days: [UseKey: DaySet] = [:]
        for (slot, bits) in evidence.use where slot.member == member {
            days[slot.key, default: DaySet()].merge(DaySet.Block(index: slot.block, bits: bits))
        }
        var work = DaySet()
        for (slot, bits) in evidence.work where slot.member == member {
            work.merge(DaySet.Block(index: slot.block, bits: bits))
        }
        let champion = evidence.champions.values.filter { $0.member == member }.sorted {
            $0.week < $1.week
        }
        return PersonalRecord(
            contact: contact, team: person.team, role: person.role, layer: person.layer, from: person.from,
            to: person.to,
            use: days.sorted { $0.key < $1.key }.map {
                PersonalRecord.Use(
                    tool: $0.key.tool, useCase: $0.key.useCase, mode: $0.key.mode, days: $0.value)
            }, workDays: work,
            champion: champion.map {
                PersonalRecord.ChampionHours(week: $0.week, promised: $0.promised, kept: $0.kept)
            }, ties: evidence.ties.keys.count { $0.a == member || $0.b == member },
            pulse: pulse.invitations(of: member), hasObjected: evidence.objectors.contains(member))
    }

    package func setObjection(_ isObjecting: Bool, of member: MemberID) {
        if isObjecting { evidence.objectors.insert(member) } else { evidence.objectors.remove(member) }
    }

    package func objectors() -> Set<MemberID> { evidence.objectors }

    package func requestCorrection(of member: MemberID, text: String, at moment: Moment) {
        desk.corrections.append(
            CorrectionRequest(
                id: Int64(desk.corrections.count + 1), member: member, at: moment, text: text,
                settledAt: nil))
    }

    package func corrections() -> [CorrectionRequest] { desk.corrections.reversed() }

    package func settleCorrection(_ id: Int64, at moment: Moment) throws {
        guard let place = desk.corrections.firstIndex(where: { $0.id == id }) else {
            throw ArchiveFailure(.missing, "There is no such request.")
        }
        let request = desk.corrections[place]
        desk.corrections[place] = CorrectionRequest(
            id: id, member: request.member, at: request.at, text: request.text, settledAt: moment)
    }

    package func eraseIdentity(
        of member: MemberID, rewriting settings: @escaping @Sendable (MemberID) -> [String: String]
    ) -> MemberID? {
        guard evidence.contacts[member] != nil else { return nil }
        let number = evidence.renumber(member)
        erase(member)
        desk.settings.merge(settings(number)) { $1 }
        return number
    }

    package func unnamed() -> Set<MemberID> { evidence.unnamed }

    package func erase(_ member: MemberID) {
        if evidence.unnamed.remove(member) != nil {
            evidence.forget(member)
            return
        }
        guard let contact = evidence.contacts.removeValue(forKey: member) else { return }
        evidence.erased.insert(contact.mark)
        evidence.members[contact.key] = nil
        evidence.forget(member)
        pulse.forget(member)
        discovery.forget(member)
        desk.corrections.removeAll { $0.member == member }
        for account in desk.accounts where account.member == member { removeAccount(account.id) }
    }
}
