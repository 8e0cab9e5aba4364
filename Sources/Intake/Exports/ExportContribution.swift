import Measures
import Rollout

/// What exports tell, gathered file by file.
///
/// A reader hands over people's names and days; what is left of a name is a person of the roster, a code to
/// count, or a name that met nobody. Everything about the file as a whole is put together when it ends.
struct ExportContribution {
    let desk: IntakeDesk
    let use: UseAccumulator
    /// Whether each file's days are kept apart, so that sources can be compared.
    let keepsDays: Bool
    /// Whether names are gathered in place of looked up: there is no roster, and everybody named makes one.
    let collectsPeople: Bool

    private(set) var coverage: [CoverageLine] = []
    /// Tools whose coverage an export tells; nothing is assumed about them.
    private(set) var coveredTools: Set<Int> = []
    /// People who have access to a tool, where an export lists them and says nothing of days.
    private(set) var listed: [Int: PeopleSet] = [:]
    /// Last day an export speaks of.
    private(set) var last: Day?
    /// Tools used in files whose coverage has to be assumed.
    var assumed: [AssumedCoverage] = []
    private(set) var hasUse = false
    private(set) var ties: [TieDraft] = []
    private(set) var answers: [PulseEntry] = []
    private(set) var weeks: [WeekDraft] = []
    /// What each file was found to be and to hold, in the order of reading.
    private(set) var readings: [ExportReading] = []
    /// People named, where they are collected.
    private(set) var collected: [RosterRow] = []
    private var counts = CountLedger()
    private var current = FileDraft()
    private var roster: [Set<Identity>: Int] = [:]

    init(
        use: UseAccumulator, desk: IntakeDesk, keepsDays: Bool = false, collectsPeople: Bool = false
    ) {
        self.use = use
        self.desk = desk
        self.keepsDays = keepsDays
        self.collectsPeople = collectsPeople
    }

    // MARK: Names

    /// The person a row is about: the first of its names that somebody has.
    /// - Returns: Nil where every name is a code in place of a concealed name: the row can only be counted.
    /// - Throws: Where nobody in the roster has any of the names. The row is refused without words; the file's
    ///   end says how many there were.
    mutating func person(_ names: [Identity?], line: Int) throws(RowRefusal) -> Int? {
        let known = names.compactMap { $0 }
        guard !known.isEmpty else {
            throw RowRefusal(.missingValue, "The row names nobody. It is left out; fill in who it is about.")
        }
        if collectsPeople { return collect(known, line: line) }
        for name in known {
            if let person = desk.people.find(name) {
                current.matched.insert(PersonID(person))
                return person
            }
        }
        if known.allSatisfy(\.isConcealed) {
            current.concealed.add(known[0], line: line)
            return nil
        }
        current.unmatched.add(known.first { !$0.isConcealed } ?? known[0], line: line)
        throw RowRefusal(.unknownPerson, "")
    }

    /// The same for one name in a cell; fast for names met before.
    mutating func person(
        _ cell: UnsafeRawBufferPointer, _ kind: IdentityKind, line: Int
    ) throws(RowRefusal) -> Int? {
        if kind.isShared, !collectsPeople, !cell.isEmpty, case let person = desk.people.find(cell),
            person >= 0
        {
            current.matched.insert(PersonID(person))
            return person
        }
        return try person([Identity(kind, CellText.decode(cell).text)], line: line)
    }

    private mutating func collect(_ names: [Identity], line: Int) -> Int {
        let key = Set(names)
        if let known = roster[key] { return known }
        roster[key] = collected.count
        collected.append(
            RosterRow(identities: names, isSupplement: true, file: current.file, line: line))
        return collected.count - 1
    }

    // MARK: Use

    /// Marks a day of use.
    /// - Parameters:
    ///   - tool: The tool's number in `desk.tools`.
    ///   - useCase: The use case's number in `desk.useCases`; negative where none is named.
    mutating func use(
        person: Int, tool: Int, useCase: Int = -1, mode: UseMode = .assist, day: Day
    ) throws(RowRefusal) {
        guard use.add(person: person, tool: tool, useCase: useCase, mode: mode, day: day) else {
            throw RowRefusal(
                .tooManyNames,
                "There are more different tools or use cases than can be kept. The row is left out; check the columns."
            )
        }
        hasUse = true
        current.see(tool, day)
        if keepsDays { current.keep(person: person, tool: tool, day: day) }
    }

    /// Adds what a person did with a tool on a day.
    ///
    /// Within a file counts add up. Of two files of one kind, the later refreshed stands for the days that both
    /// tell of; where neither is later, and between kinds, the greater count.
    mutating func count(person: Int, tool: Int, day: Day, actions: Int) {
        current.count(person: person, tool: tool, day: day, actions: actions)
    }

    /// Marks a week of use of which no day is told.
    /// - Parameters:
    ///   - first: The first day of the vendor's week. A week from Sunday to Saturday stands for the ISO week
    ///     that holds six of its days.
    ///   - activeDays: Days used, 1 to 7; nil: not told.
    mutating func use(
        person: Int, tool: Int, mode: UseMode = .assist, weekFrom first: Day, activeDays: Int? = nil
    ) {
        // The middle of the vendor's week lies in the ISO week that holds most of it.
        let week = first.advanced(by: 3).week
        hasUse = true
        current.see(tool, week.monday)
        weeks.append(
            WeekDraft(
                person: person, tool: tool, mode: mode, week: week,
                activeDays: activeDays.map { min(7, max(1, $0)) }, refreshed: current.refreshed))
    }

    /// Counts a row that lies after the day the case speaks of, if it does, and says whether to leave it out.
    mutating func isLate(_ day: Day) -> Bool {
        guard let asOf = desk.asOf, day > asOf else { return false }
        current.late += 1
        return true
    }

    // MARK: Other parts

    /// Says where use of a tool can be seen in this file, and what it means that somebody has none.
    /// - Parameter people: The people the file lists; nil: everybody.
    mutating func cover(
        tool: Int, people: PeopleSet? = nil, from: Day, to: Day, absence: Coverage.Absence,
        note: String? = nil
    ) {
        let line = CoverageLine(
            source: tool, team: nil, people: people, from: min(from, to), to: max(from, to), absence: absence,
            note: note)
        coverage.append(line)
        // Days last seen, or of which absence says nothing, cover nothing that a table of days would not.
        if absence == .notUsed { coveredTools.insert(tool) }
        current.coverage.append(line)
        current.coveredTools.insert(tool)
        last = max(last ?? line.to, line.to)
    }

    /// Says who has access to a tool, in a file that says nothing of days.
    ///
    /// Where coverage of the tool has to be assumed, it is assumed of these people, not of everybody.
    mutating func list(_ people: PeopleSet, for tool: Int) {
        guard !people.isEmpty else { return }
        listed[tool] = (listed[tool] ?? PeopleSet()).union(people)
    }

    /// Says on which day the file was made. Call before the first row where it is known by then.
    mutating func refreshed(_ day: Day) { current.refreshed = max(current.refreshed ?? day, day) }

    /// Adds a tie between two people.
    mutating func tie(_ tie: TieDraft) { ties.append(tie) }

    /// Adds an answer.
    mutating func answer(_ entry: PulseEntry) {
        answers.append(entry)
        last = max(last ?? entry.wave, entry.wave)
    }

    /// Adds a total that belongs to no single person.
    mutating func total(_ total: ExportTotal) { current.totals.append(total) }

    /// Adds a sentence about the file that its reader wants `inspect` to show.
    mutating func remark(_ sentence: String) {
        if !current.remarks.contains(sentence) { current.remarks.append(sentence) }
    }

    /// Reports that the file is one page of several.
    func saysMorePages() {
        desk.book.add(
            .morePages, file: current.file,
            "The file is one page of several, and the source says that more follow. Fetch the others and put them beside it."
        )
    }

    /// Reports that the file holds totals and no people.
    func saysTotalsOnly() {
        desk.book.add(
            .totalsOnly, file: current.file,
            "The file holds totals only, which belong to no single person, so the diagnosis cannot use it. `firsthand inspect` shows them; export the report that lists people."
        )
    }

    // MARK: Files

    /// Reads one export; of one that is nothing but a roster, which has been read, only notes that it was.
    /// - Parameter listed: People its roster lists.
    mutating func read(_ export: RecognisedExport, listed: Int = 0) {
        current = FileDraft(file: export.file.path)
        let weeksBefore = weeks.count
        if export.reader.contributes != [.roster] {
            export.reader.read(export.file, desk: desk, into: &self)
        }
        // Many files say only at their end when they were made.
        for place in weeks.indices.dropFirst(weeksBefore) { weeks[place].refreshed = current.refreshed }
        let uncovered = current.first.filter { !current.coveredTools.contains($0.key) }
        if !uncovered.isEmpty, let last = current.last {
            assumed.append(AssumedCoverage(file: export.file.path, first: uncovered, last: last))
        }
        current.report(export.reader, to: desk)
        counts.add(current.drainCounts(), of: export.reader.id, refreshed: current.refreshed)
        readings.append(
            ExportReading(
                export, current, listed: listed,
                statistics: desk.statistics.files.last { $0.file == export.file.path }, desk: desk))
        current = FileDraft()
    }

    /// Hands the counts of all files to the accumulator. Call once, after the last file.
    mutating func settleCounts() {
        counts.settle(into: use)
    }
}

/// A file of use that does not say what it covers.
struct AssumedCoverage {
    let file: String
    let first: [Int: Day]
    let last: Day
}

/// A tie as one source tells of it.
struct TieDraft: Hashable {
    let a: Int
    let b: Int
    let weight: Double
    /// The reader's id: weights of different kinds of source have different units.
    let source: String
    /// The first day of what the weight was measured over; nil: not told.
    let period: Day?
}
