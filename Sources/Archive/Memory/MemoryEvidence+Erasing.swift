import Rollout

extension MemoryEvidence {
    /// Removes every row that speaks of a member.
    mutating func forget(_ member: MemberID) {
        people[member] = nil
        objectors.remove(member)
        for (who, person) in people where person.manager == member {
            people[who] = Rows.Person(
                member: who, team: person.team, role: person.role, layer: person.layer, manager: nil,
                from: person.from, to: person.to, occupation: person.occupation,
                mayBeInvited: person.mayBeInvited)
        }
        use = use.filter { $0.key.member != member }
        work = work.filter { $0.key.member != member }
        depth = depth.filter { $0.key.member != member }
        weeks = weeks.filter { $0.key.member != member }
        champions = champions.filter { $0.key.member != member }
        ties = ties.filter { $0.key.a != member && $0.key.b != member }
        for (slot, row) in coverage {
            guard let members = row.members, members.contains(member) else { continue }
            coverage[slot] = Rows.Coverage(
                source: row.source, team: row.team, members: members.filter { $0 != member },
                from: row.from, to: row.to, absence: row.absence, note: row.note)
        }
        for (id, row) in useCases where row.builder == member {
            useCases[id] = Rows.UseCase(
                id: row.id, title: row.title, tool: row.tool, roles: row.roles, builder: nil,
                idea: row.idea, started: row.started, live: row.live, retired: row.retired)
        }
    }

    /// Gives a member's rows a new number without a contact.
    /// - Returns: The new number, the largest there is.
    mutating func renumber(_ member: MemberID) -> MemberID {
        lastMember += 1
        let new = MemberID(lastMember)
        unnamed.insert(new)
        func moved(_ who: MemberID) -> MemberID { who == member ? new : who }
        people = Dictionary(
            uniqueKeysWithValues: people.map { who, person in
                (
                    moved(who),
                    Rows.Person(
                        member: moved(who), team: person.team, role: person.role, layer: person.layer,
                        manager: person.manager.map(moved), from: person.from, to: person.to,
                        occupation: person.occupation,
                        // Nobody can invite somebody who is not there by name.
                        mayBeInvited: who == member
                            ? person.mayBeInvited.map { _ in false } : person.mayBeInvited)
                )
            })
        use = Dictionary(
            uniqueKeysWithValues: use.map {
                (UseSlot(member: moved($0.member), key: $0.key, block: $0.block), $1)
            })
        work = Dictionary(
            uniqueKeysWithValues: work.map { (WorkSlot(member: moved($0.member), block: $0.block), $1) })
        weeks = Dictionary(
            uniqueKeysWithValues: weeks.map { slot, row in
                (
                    WeekUseSlot(
                        member: moved(slot.member), tool: slot.tool, mode: slot.mode, week: slot.week),
                    Rows.WeekUse(
                        member: moved(row.member), tool: row.tool, mode: row.mode, week: row.week,
                        activeDays: row.activeDays)
                )
            })
        depth = Dictionary(
            uniqueKeysWithValues: depth.map { slot, row in
                (
                    WeekSlot(member: moved(slot.member), week: slot.week),
                    Rows.Depth(
                        member: moved(row.member), week: row.week, actions: row.actions,
                        activeDays: row.activeDays, singleActionDays: row.singleActionDays)
                )
            })
        champions = Dictionary(
            uniqueKeysWithValues: champions.map { slot, row in
                (
                    WeekSlot(member: moved(slot.member), week: slot.week),
                    Rows.Champion(
                        member: moved(row.member), week: row.week, promised: row.promised, kept: row.kept)
                )
            })
        ties = Dictionary(
            uniqueKeysWithValues: ties.map { _, row in
                // The new number is the largest, and ties begin with the smaller.
                let (a, b) = row.a == member ? (row.b, new) : (row.a, moved(row.b))
                return (TieSlot(a: a, b: b), Rows.Tie(a: a, b: b, weight: row.weight))
            })
        coverage = coverage.mapValues { row in
            Rows.Coverage(
                source: row.source, team: row.team, members: row.members?.map(moved), from: row.from,
                to: row.to, absence: row.absence, note: row.note)
        }
        useCases = useCases.mapValues { row in
            Rows.UseCase(
                id: row.id, title: row.title, tool: row.tool, roles: row.roles,
                builder: row.builder.map(moved), idea: row.idea, started: row.started, live: row.live,
                retired: row.retired)
        }
        return new
    }
}
