// What teams agreed to try together, as the twin keeps it.

extension MemoryArchive {
    package func add(_ plan: TeamTrial) -> TeamTrial {
        let kept = plan.with(id: discovery.number())
        discovery.teamTrials.append(kept)
        return kept
    }

    package func teamTrials() -> [TeamTrial] { discovery.teamTrials }

    package func setIn(_ isIn: Bool, teamTrial id: Int64, by member: MemberID) throws {
        try mustBeKnown(member)
        guard discovery.teamTrials.contains(where: { $0.id == id && $0.isAgreed == nil }) else {
            throw ArchiveFailure(.missing, "This plan is settled, or there is no such plan.")
        }
        if isIn {
            discovery.membersIn[id, default: []].insert(member)
        } else {
            discovery.membersIn[id]?.remove(member)
        }
    }

    package func membersIn(teamTrial id: Int64) -> Set<MemberID> { discovery.membersIn[id] ?? [] }

    package func settle(teamTrial id: Int64, isAgreed: Bool) {
        discovery.membersIn[id] = nil
        guard
            let place = discovery.teamTrials.firstIndex(where: { $0.id == id && $0.isAgreed == nil })
        else { return }
        discovery.teamTrials[place] = discovery.teamTrials[place].with(isAgreed: isAgreed)
    }
}
