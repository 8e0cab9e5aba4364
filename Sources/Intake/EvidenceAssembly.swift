import Measures
import Rollout

/// Reads all files but the roster and puts the evidence together.
struct EvidenceAssembly {
    let desk: IntakeDesk
    let roster: Roster
    let cabinet: CaseCabinet
    let shelf: ExportShelf
    /// Whether the days of each export are kept apart.
    let keepsDays: Bool

    /// What was read, while roles, tools and use cases are still numbers of their books.
    private struct Draft {
        var sources: Set<Evidence.Source> = [.people]
        var useCases: [UseCasesTable.Entry] = []
        var coverage: [CoverageLine]?
        var activity: DayMatrix?
        var champions: [ChampionWeek] = []
        var changes: [Change] = []
        var messages: [Message] = []
        var mandates: [Mandate] = []
        var ties: [TieDraft] = []
        var pulse: [PulseEntry] = []
        var examples: (_ roles: [Int], _ useCases: [String]) -> [Example] = { _, _ in [] }
        var weeks: [WeekDraft] = []
        var lastDays: [Day] = []
    }

    /// Everything but the roster, and what each export was.
    func read() -> (evidence: Evidence, exports: [ExportReading], ownDays: [ToolDays]) {
        var draft = Draft()
        draft.useCases = table(.useCases, &draft) { UseCasesTable.read($0, desk: desk) } ?? []
        let use = UseAccumulator(people: desk.people.count, hasOneFile: shelf.exports.isEmpty)
        var exports = ExportContribution(use: use, desk: desk, keepsDays: keepsDays)
        let hasRegister = draft.sources.contains(.useCases)
        let read = table(.use, &draft) { file in
            let hidden = desk.hiddenNames
            defer { desk.noteHiddenNames(since: hidden, in: file.path) }
            return UseTable.read(file, desk: desk, into: use, hasRegister: hasRegister)
        }
        if let span = read, let last = span.last {
            exports.assumed.append(AssumedCoverage(file: path(.use), first: span.first, last: last))
        }
        for export in shelf.exports {
            let hidden = desk.hiddenNames
            exports.read(export, listed: shelf.listed[export.file.path] ?? 0)
            desk.noteHiddenNames(since: hidden, in: export.file.path)
        }
        exports.settleCounts()
        // A file that lists people without any use is a source of use too: it says that they have none.
        if exports.hasUse || !exports.coverage.isEmpty { draft.sources.insert(.use) }
        readTables(&draft)
        take(exports, into: &draft)
        let coverage = CoverageAssumption.complete(draft.coverage, with: exports, desk: desk)
        draft.lastDays += coverage.map(\.to) + exports.assumed.map(\.last) + [exports.last].compactMap { $0 }
        let own = ownDays(of: Set((read?.first ?? [:]).keys.map { desk.tools.names[$0] }), beside: exports)
        return (evidence(draft, use: use, coverage: coverage), exports.readings, own)
    }

    /// The days `use.csv` tells of, where they are kept apart and an export tells of one of its tools.
    ///
    /// The file is read once more: by now its days are one with those of the exports.
    private func ownDays(of tools: Set<String>, beside exports: ExportContribution) -> [ToolDays] {
        guard keepsDays, let file = cabinet.tables[.use] else { return [] }
        let shared = tools.intersection(exports.readings.flatMap(\.tools))
        guard !shared.isEmpty else { return [] }
        let (desk, use) = (
            desk.fresh(), UseAccumulator(people: desk.people.count, hasOneFile: true)
        )
        _ = UseTable.read(file, desk: desk, into: use, hasRegister: false)
        // A tool goes by the spelling all files together agree on.
        let names = desk.tools.names.map { name in
            self.desk.tools.known(name).map { self.desk.tools.names[$0] } ?? name
        }
        let ledger = use.ledger(tools: names, useCases: desk.useCases.names)
        return ToolDays.all(of: ledger).filter { shared.contains($0.tool) }
    }

    private func take(_ exports: ExportContribution, into draft: inout Draft) {
        draft.weeks = exports.weeks
        if !exports.ties.isEmpty { draft.sources.insert(.ties) }
        draft.ties += exports.ties
        if !exports.answers.isEmpty { draft.sources.insert(.pulse) }
        draft.pulse = PulseEntry.withoutConflicts(draft.pulse + exports.answers, book: desk.book)
        draft.lastDays += draft.pulse.map(\.wave)
    }

    private func path(_ source: Evidence.Source) -> String { cabinet.tables[source]?.path ?? source.file }

    /// Reads a table that is there and notes that it was.
    private func table<Value>(
        _ source: Evidence.Source, _ draft: inout Draft, _ read: (CaseFile) -> Value?
    ) -> Value? {
        guard let file = cabinet.tables[source] else { return nil }
        let value = read(file)
        let isEmpty = desk.book.all.contains {
            $0.file == file.path && $0.id == IntakeNotice.emptyFile.rawValue
        }
        if value != nil || isEmpty { draft.sources.insert(source) }
        return value
    }

    private func readTables(_ draft: inout Draft) {
        draft.coverage = table(.coverage, &draft) { CoverageTable.read($0, desk: desk) }
        if let (days, last) = table(.activity, &draft, { ActivityTable.read($0, desk: desk) }) {
            draft.activity = days
            draft.lastDays += [last].compactMap { $0 }
        }
        draft.champions = table(.champions, &draft) { ChampionsTable.read($0, desk: desk) } ?? []
        draft.pulse = table(.pulse, &draft) { PulseTable.read($0, desk: desk) } ?? []
        draft.changes = table(.changes, &draft) { ChangesTable.read($0, desk: desk) } ?? []
        draft.messages = table(.messages, &draft) { MessagesTable.read($0, desk: desk) } ?? []
        draft.mandates = table(.mandates, &draft) { MandatesTable.read($0, desk: desk) } ?? []
        draft.ties = table(.ties, &draft) { TiesTable.read($0, desk: desk) } ?? []
        if let examples = table(.examples, &draft, { ExamplesTable.read($0, desk: desk) }) {
            draft.examples = examples
        }
    }

    private func evidence(_ draft: Draft, use: UseAccumulator, coverage: [CoverageLine]) -> Evidence {
        let (roles, rolePlaces) = desk.roles.sorted()
        let useCases = desk.useCases.names
        var evidence = Evidence(asOf: desk.asOf ?? lastDay(draft))
        if let name = desk.settings.name { evidence.name = name }
        evidence.calendar = desk.settings.calendar
        evidence.thresholds = desk.settings.thresholds
        evidence.sources = draft.sources
        evidence.people = roster.members.enumerated().map { index, member in
            Person(
                id: PersonID(index), team: member.team, role: rolePlaces[member.role], layer: member.layer,
                manager: member.manager, from: member.from, to: member.to, occupation: member.occupation,
                mayBeInvited: member.mayBeInvited)
        }
        evidence.teams = roster.teams
        evidence.roles = roles
        evidence.use = use.ledger(tools: desk.tools.names, useCases: useCases)
        evidence.weeks = WeekDraft.settled(draft.weeks, tools: desk.tools.names)
        evidence.depth = use.depth()
        evidence.coverage = CoverageLine.named(coverage, tools: desk.tools.names)
        evidence.activity = draft.activity
        evidence.useCases = draft.useCases.map { entry in
            UseCase(
                id: useCases[entry.number], title: entry.title, tool: entry.tool.map { desk.tools.names[$0] },
                roles: entry.roles.map { rolePlaces[$0] }.sorted(), builder: entry.builder, idea: entry.idea,
                started: entry.started, live: entry.live, retired: entry.retired)
        }.sorted { $0.id < $1.id }
        evidence.champions = draft.champions
        evidence.pulse = PulseEntry.answers(draft.pulse, roles: rolePlaces)
        evidence.changes = draft.changes
        evidence.messages = draft.messages
        evidence.mandates = draft.mandates
        evidence.ties = TieMerge.ties(draft.ties)
        evidence.examples = draft.examples(rolePlaces, useCases)
        return evidence
    }

    /// The last day the evidence tells of; the clock is never asked.
    private func lastDay(_ draft: Draft) -> Day {
        if let last = draft.lastDays.max() { return last }
        let others =
            draft.champions.map(\.week.monday) + draft.messages.map(\.date) + draft.changes.map(\.from)
            + draft.useCases.flatMap { [$0.idea, $0.started, $0.live, $0.retired].compactMap { $0 } }
        if let last = others.max() { return last }
        let fallback = CellDate.range.lowerBound
        desk.book.add(
            .noAsOf, file: nil,
            "No file tells of any day, so the case speaks of \(fallback.long). Set `asOf` in case.yaml.")
        return fallback
    }
}
