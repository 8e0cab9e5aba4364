import Measures
import Rollout

/// Evidence by the keys under which it is united or replaced.
struct MemoryEvidence {
    struct UseSlot: Hashable {
        let member: MemberID
        let key: UseKey
        let block: Int32
    }
    struct WorkSlot: Hashable {
        let member: MemberID
        let block: Int32
    }
    struct WeekSlot: Hashable {
        let member: MemberID
        let week: Week
    }
    struct WeekUseSlot: Hashable {
        let member: MemberID
        let tool: String
        let mode: UseMode
        let week: Week
    }
    struct CoverageSlot: Hashable {
        let source: String
        let team: String?
        let from: Day
        let absence: Coverage.Absence
    }
    struct ChangeSlot: Hashable {
        let initiative: String
        let team: String?
        let from: Day
    }
    struct TieSlot: Hashable {
        let a: MemberID
        let b: MemberID
    }

    var name: String?
    var calendar = WorkCalendar()
    var thresholds = Thresholds()
    var sources: Set<Evidence.Source> = []
    var contacts: [MemberID: Contact] = [:]
    var members: [String: MemberID] = [:]
    var lastMember: Int64 = 0
    var erased: Set<String> = []
    var objectors: Set<MemberID> = []
    /// Numbers of which only what counts in figures is left.
    var unnamed: Set<MemberID> = []
    var teams: [String: String?] = [:]
    var people: [MemberID: Rows.Person] = [:]
    var use: [UseSlot: UInt64] = [:]
    var work: [WorkSlot: UInt64] = [:]
    var weeks: [WeekUseSlot: Rows.WeekUse] = [:]
    var depth: [WeekSlot: Rows.Depth] = [:]
    var coverage: [CoverageSlot: Rows.Coverage] = [:]
    var useCases: [String: Rows.UseCase] = [:]
    var champions: [WeekSlot: Rows.Champion] = [:]
    var changes: [ChangeSlot: Rows.Change] = [:]
    var messages: Set<Message> = []
    var mandates: Set<Rows.Mandate> = []
    var ties: [TieSlot: Rows.Tie] = [:]
    var imported: [Day: [Rows.Answer]] = [:]
    var examples: [Rows.Example] = []

    /// The rows, with the answers of our own waves added.
    func holdings(ownAnswers: [Rows.Answer]) -> Holdings {
        var holdings = Holdings()
        holdings.name = name
        holdings.calendar = calendar
        holdings.thresholds = thresholds
        holdings.sources = sources.union(ownAnswers.isEmpty ? [] : [.pulse])
        holdings.teams = teams
        holdings.people = Array(people.values)
        holdings.use = use.map { slot, bits in
            Rows.Use(
                member: slot.member, key: slot.key, block: DaySet.Block(index: slot.block, bits: bits))
        }
        holdings.work = work.map { slot, bits in
            Rows.Work(member: slot.member, block: DaySet.Block(index: slot.block, bits: bits))
        }
        holdings.weeks = Array(weeks.values)
        holdings.depth = Array(depth.values)
        holdings.coverage = Array(coverage.values)
        holdings.useCases = Array(useCases.values)
        holdings.champions = Array(champions.values)
        holdings.changes = Array(changes.values)
        holdings.messages = Array(messages)
        holdings.mandates = Array(mandates)
        holdings.ties = Array(ties.values)
        holdings.answers = imported.values.flatMap { $0 } + ownAnswers
        holdings.examples = examples
        return holdings
    }

    /// Unites a filing with what is kept.
    mutating func unite(_ filing: Filing) -> FilingReport {
        var report = FilingReport()
        var numbers: [MemberID?] = []
        for contact in filing.contacts {
            guard !erased.contains(contact.mark) else {
                report.erasedPeople += 1
                numbers.append(nil)
                continue
            }
            let known = members[contact.key]
            if known == nil {
                lastMember += 1
                report.newPeople += 1
            }
            let member = known ?? MemberID(lastMember)
            members[contact.key] = member
            contacts[member] = Contact(
                key: contact.key, email: contact.email ?? contacts[member]?.email,
                name: contact.name ?? contacts[member]?.name, mark: contact.mark)
            numbers.append(member)
        }
        unite(FilingRows(filing.evidence, members: numbers), &report)
        sources.formUnion(filing.evidence.sources)
        if filing.evidence.name != "Organisation" { name = filing.evidence.name }
        if filing.evidence.calendar != WorkCalendar() { calendar = filing.evidence.calendar }
        if filing.evidence.thresholds != Thresholds() { thresholds = filing.evidence.thresholds }
        return report
    }

    private mutating func unite(_ rows: FilingRows, _ report: inout FilingReport) {
        for (team, parent) in rows.teams { teams[team] = parent }
        for told in rows.people {
            let known = people[told.member]
            let person = told.after(known)
            if let known, known != person { report.movedPeople += 1 }
            people[person.member] = person
        }
        for row in rows.use {
            let slot = UseSlot(member: row.member, key: row.key, block: row.block.index)
            let known = use[slot] ?? 0
            report.newDays += (row.block.bits & ~known).nonzeroBitCount
            use[slot] = known | row.block.bits
        }
        for row in rows.work {
            work[WorkSlot(member: row.member, block: row.block.index), default: 0] |= row.block.bits
        }
        for row in rows.weeks {
            let slot = WeekUseSlot(member: row.member, tool: row.tool, mode: row.mode, week: row.week)
            weeks[slot] = row
        }
        for row in rows.depth { depth[WeekSlot(member: row.member, week: row.week)] = row }
        for row in rows.coverage {
            let slot = CoverageSlot(
                source: row.source, team: row.team, from: row.from, absence: row.absence)
            coverage[slot] = coverage[slot].map { $0.united(with: row) } ?? row
        }
        for row in rows.useCases { useCases[row.id] = row }
        for row in rows.champions { champions[WeekSlot(member: row.member, week: row.week)] = row }
        for row in rows.changes {
            changes[ChangeSlot(initiative: row.initiative, team: row.team, from: row.from)] = row
        }
        messages.formUnion(rows.messages)
        mandates.formUnion(rows.mandates)
        for row in rows.ties { ties[TieSlot(a: row.a, b: row.b)] = row }
        for (wave, answers) in Dictionary(grouping: rows.answers, by: \.wave) { imported[wave] = answers }
        for row in rows.examples where !examples.contains(row) { examples.append(row) }
    }
}

extension Rows.Coverage {
    /// The same source seen by two imports: the later end, and everybody either lists.
    package func united(with other: Rows.Coverage) -> Rows.Coverage {
        // A source that once spoke of everybody still does.
        let listed: [MemberID]? =
            if let members, let others = other.members { Set(members).union(others).sorted() } else { nil }
        return Rows.Coverage(
            source: source, team: team, members: listed, from: from, to: max(to, other.to),
            absence: absence, note: other.note ?? note)
    }
}
