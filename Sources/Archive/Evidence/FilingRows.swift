import Measures
package import Rollout

/// A filing as rows, once each of its people has a member number.
package struct FilingRows: Sendable {
    package var teams: [String: String?] = [:]
    package var people: [Rows.Person] = []
    package var use: [Rows.Use] = []
    package var work: [Rows.Work] = []
    package var weeks: [Rows.WeekUse] = []
    package var depth: [Rows.Depth] = []
    package var coverage: [Rows.Coverage] = []
    package var useCases: [Rows.UseCase] = []
    package var champions: [Rows.Champion] = []
    package var changes: [Rows.Change] = []
    package var messages: [Message] = []
    package var mandates: [Rows.Mandate] = []
    package var ties: [Rows.Tie] = []
    package var answers: [Rows.Answer] = []
    package var examples: [Rows.Example] = []

    /// The rows of a filing.
    /// - Parameter members: The member of each person; nil for somebody who was erased and is left out.
    /// - Complexity: Linear in the evidence.
    package init(_ evidence: Evidence, members: [MemberID?]) {
        func member(_ person: PersonID?) -> MemberID? { person.flatMap { members[$0.ordinal] } }
        func team(_ index: Int?) -> String? { index.map { evidence.teams[$0].name } }
        for team in evidence.teams { teams[team.name] = team.parent.map { evidence.teams[$0].name } }
        for person in evidence.people {
            guard let who = members[person.id.ordinal] else { continue }
            people.append(
                Rows.Person(
                    member: who, team: evidence.teams[person.team].name, role: evidence.roles[person.role],
                    layer: person.layer, manager: member(person.manager), from: person.from, to: person.to,
                    occupation: person.occupation, mayBeInvited: person.mayBeInvited))
        }
        for row in evidence.use.rows {
            guard let who = members[Int(row.person)] else { continue }
            use.append(Rows.Use(member: who, key: evidence.use.keys[Int(row.key)], block: row.block))
        }
        weeks = evidence.weeks.compactMap { use in
            members[use.person.ordinal].map {
                Rows.WeekUse(
                    member: $0, tool: use.tool, mode: use.mode, week: use.week, activeDays: use.activeDays)
            }
        }
        if let activity = evidence.activity { work = FilingRows.work(activity, members) }
        depth = (evidence.depth ?? []).compactMap { tally in
            members[tally.person.ordinal].map {
                Rows.Depth(
                    member: $0, week: tally.week, actions: tally.actions, activeDays: tally.activeDays,
                    singleActionDays: tally.singleActionDays)
            }
        }
        coverage = evidence.coverage.map { line in
            Rows.Coverage(
                source: line.source, team: team(line.team),
                members: line.people.map { $0.people.compactMap { members[$0.ordinal] }.sorted() },
                from: line.from, to: line.to, absence: line.absence, note: line.note)
        }
        useCases = evidence.useCases.map { entry in
            Rows.UseCase(
                id: entry.id, title: entry.title, tool: entry.tool,
                roles: entry.roles.map { evidence.roles[$0] }, builder: member(entry.builder),
                idea: entry.idea, started: entry.started, live: entry.live, retired: entry.retired)
        }
        champions = evidence.champions.compactMap { hours in
            members[hours.person.ordinal].map {
                Rows.Champion(
                    member: $0, week: hours.week, promised: hours.promisedHours, kept: hours.keptHours)
            }
        }
        changes = evidence.changes.map {
            Rows.Change(
                initiative: $0.initiative, team: team($0.team), from: $0.from, to: $0.to, weight: $0.weight)
        }
        messages = evidence.messages
        mandates = evidence.mandates.map {
            Rows.Mandate(from: $0.from, to: $0.to, team: team($0.team), what: $0.what)
        }
        ties = evidence.ties.compactMap { tie in
            guard let a = members[tie.a.ordinal], let b = members[tie.b.ordinal] else { return nil }
            return Rows.Tie(a: min(a, b), b: max(a, b), weight: tie.weight)
        }
        answers = evidence.pulse.map {
            Rows.Answer(
                wave: $0.wave, team: team($0.team), role: evidence.roles[$0.role], layer: $0.layer,
                item: $0.item, reply: $0.reply, variant: $0.variant, form: $0.form,
                respondent: $0.respondent.map(Int64.init))
        }
        examples = evidence.examples.map { Rows.Example(role: evidence.roles[$0.role], example: $0) }
    }

    private static func work(_ activity: DayMatrix, _ members: [MemberID?]) -> [Rows.Work] {
        var result: [Rows.Work] = []
        for row in 0..<activity.rows {
            guard let who = members[row] else { continue }
            for column in 0..<activity.blocks {
                let bits = activity.words[row * activity.blocks + column]
                guard bits != 0 else { continue }
                let block = DaySet.Block(index: activity.firstBlock + Int32(column), bits: bits)
                result.append(Rows.Work(member: who, block: block))
            }
        }
        return result
    }
}
