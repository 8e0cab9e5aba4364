package import Measures
package import Rollout

/// Everything kept that makes evidence, as rows; each archive loads this and nothing else.
package struct Holdings: Sendable {
    package var name: String?
    package var calendar = WorkCalendar()
    package var thresholds = Thresholds()
    package var sources: Set<Evidence.Source> = []
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

    package init() {}

    /// The evidence up to a day.
    ///
    /// - Parameters:
    ///   - asOf: The day to speak of; nil: the last day anything speaks of, or 2000-01-01 where nothing does.
    ///   - leavingOut: Members who are in no figure.
    /// - Returns: The same value for the same rows, in whatever order they come.
    /// - Complexity: O(n log n) in rows.
    package func evidence(asOf: Day?, leavingOut absent: Set<MemberID>) -> StoredEvidence {
        let everybody = people.filter { !absent.contains($0.member) }.sorted { $0.member < $1.member }
        var numbers: [MemberID: Int] = [:]
        for (place, person) in everybody.enumerated() { numbers[person.member] = place }
        let teamNames = Set(everybody.map(\.team)).union(teams.keys).sorted()
        let teamPlaces = Dictionary(uniqueKeysWithValues: teamNames.enumerated().map { ($1, $0) })
        let roleNames = Set(everybody.map(\.role)).union(useCases.flatMap(\.roles))
            .union(answers.map(\.role)).union(examples.map(\.role)).sorted()
        let rolePlaces = Dictionary(uniqueKeysWithValues: roleNames.enumerated().map { ($1, $0) })
        let places = Places(people: numbers, teams: teamPlaces, roles: rolePlaces)

        var evidence = Evidence(asOf: asOf ?? lastDay ?? Day(number: 10_957))
        if let name { evidence.name = name }
        evidence.calendar = calendar
        evidence.thresholds = thresholds
        evidence.sources = sources
        evidence.teams = teamNames.map { name in
            Team(name: name, parent: (teams[name] ?? nil).flatMap { teamPlaces[$0] })
        }
        evidence.roles = roleNames
        evidence.people = everybody.enumerated().map { place, row in
            Person(
                id: PersonID(place), team: teamPlaces[row.team]!, role: rolePlaces[row.role]!,
                layer: row.layer, manager: places.person(row.manager), from: row.from, to: row.to,
                occupation: row.occupation, mayBeInvited: row.mayBeInvited)
        }
        fillUse(&evidence, places)
        fillRegister(&evidence, places)
        return StoredEvidence(evidence: evidence, members: everybody.map(\.member))
    }

    /// Where members, teams and roles stand in the evidence.
    private struct Places {
        let people: [MemberID: Int]
        let teams: [String: Int]
        let roles: [String: Int]

        func person(_ member: MemberID?) -> PersonID? { member.flatMap { people[$0] }.map { PersonID($0) } }
        func team(_ name: String?) -> Int? { name.flatMap { teams[$0] } }
    }

    private func fillUse(_ evidence: inout Evidence, _ places: Places) {
        var keys: [UseKey: Int32] = [:]
        var rows: [UseLedger.Row] = []
        rows.reserveCapacity(use.count)
        for row in use {
            guard let person = places.people[row.member] else { continue }
            let key = keys[row.key] ?? Int32(keys.count)
            keys[row.key] = key
            rows.append(UseLedger.Row(person: Int32(person), key: key, block: row.block))
        }
        evidence.use = UseLedger(keys: keys.sorted { $0.value < $1.value }.map(\.key), rows: rows)
        evidence.weeks = weeks.compactMap { row in
            places.person(row.member).map {
                WeekUse(
                    person: $0, tool: row.tool, mode: row.mode, week: row.week, activeDays: row.activeDays)
            }
        }.sorted { left, right in
            (left.person, left.tool, left.mode.rawValue, left.week)
                < (right.person, right.tool, right.mode.rawValue, right.week)
        }
        let tallies = depth.compactMap { row in
            places.person(row.member).map {
                DepthTally(
                    person: $0, week: row.week, actions: row.actions, activeDays: row.activeDays,
                    singleActionDays: row.singleActionDays)
            }
        }
        evidence.depth =
            depth.isEmpty ? nil : tallies.sorted { ($0.person, $0.week) < ($1.person, $1.week) }
        evidence.coverage = coverage.map { row in
            Coverage(
                source: row.source, team: places.team(row.team),
                people: row.members.map { PeopleSet($0.compactMap { places.person($0) }) }, from: row.from,
                to: row.to, absence: row.absence, note: row.note)
        }.sorted { left, right in
            (left.source, left.team ?? -1, left.from, left.absence.rawValue)
                < (right.source, right.team ?? -1, right.from, right.absence.rawValue)
        }
        if sources.contains(.activity) { evidence.activity = activity(places) }
    }

    private func activity(_ places: Places) -> DayMatrix? {
        guard let first = work.map(\.block.index).min(), let last = work.map(\.block.index).max() else {
            return nil
        }
        var matrix = DayMatrix(
            rows: places.people.count,
            days: DaySet.day(block: first, bit: 0)...DaySet.day(block: last, bit: DaySet.daysInBlock - 1))
        for row in work {
            if let person = places.people[row.member] { matrix.merge(row.block, row: person) }
        }
        return matrix
    }

    private func fillRegister(_ evidence: inout Evidence, _ places: Places) {
        evidence.useCases = useCases.map { row in
            UseCase(
                id: row.id, title: row.title, tool: row.tool,
                roles: row.roles.compactMap { places.roles[$0] }.sorted(),
                builder: places.person(row.builder), idea: row.idea, started: row.started, live: row.live,
                retired: row.retired)
        }.sorted { $0.id < $1.id }
        evidence.champions = champions.compactMap { row in
            places.person(row.member).map {
                ChampionWeek(
                    person: $0, week: row.week, promisedHours: row.promised, keptHours: row.kept)
            }
        }.sorted { ($0.person, $0.week) < ($1.person, $1.week) }
        evidence.changes = changes.map {
            Change(
                initiative: $0.initiative, team: places.team($0.team), from: $0.from, to: $0.to,
                weight: $0.weight)
        }.sorted { ($0.from, $0.initiative, $0.team ?? -1) < ($1.from, $1.initiative, $1.team ?? -1) }
        evidence.messages = messages.sorted { Holdings.order($0) < Holdings.order($1) }
        evidence.mandates = mandates.map {
            Mandate(from: $0.from, to: $0.to, team: places.team($0.team), what: $0.what)
        }.sorted { ($0.from, $0.to, $0.team ?? -1, $0.what) < ($1.from, $1.to, $1.team ?? -1, $1.what) }
        evidence.ties = ties.compactMap { row in
            guard let a = places.person(row.a), let b = places.person(row.b) else { return nil }
            return Tie(a, b, weight: row.weight)
        }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        evidence.pulse = pulse(places)
        evidence.examples = examples.compactMap { row in
            places.roles[row.role].map { row.example.moved(toRole: $0) }
        }.sorted { ($0.date, $0.role, $0.task, $0.useCase) < ($1.date, $1.role, $1.task, $1.useCase) }
    }

    /// Answers in an order that tells nothing of the order in which they came.
    private func pulse(_ places: Places) -> [PulseAnswer] {
        let sorted = answers.sorted { left, right in
            (left.wave, left.respondent ?? -1, left.item.rawValue, left.role, left.team ?? "")
                < (right.wave, right.respondent ?? -1, right.item.rawValue, right.role, right.team ?? "")
        }
        var wave: Day?
        var respondents: [Int64: Int] = [:]
        return sorted.compactMap { row in
            if row.wave != wave {
                wave = row.wave
                respondents = [:]
            }
            guard let role = places.roles[row.role] else { return nil }
            let respondent = row.respondent.map { number -> Int in
                let place = respondents[number] ?? respondents.count
                respondents[number] = place
                return place
            }
            return PulseAnswer(
                wave: row.wave, team: places.team(row.team), role: role, layer: row.layer, item: row.item,
                reply: row.reply, variant: row.variant, form: row.form, respondent: respondent)
        }
    }

    private static func order(_ message: Message) -> (Day, Layer, String, String) {
        (message.date, message.layer, message.channel ?? "", message.motive?.rawValue ?? "")
    }

    /// The last day anything kept speaks of; nil where nothing is kept.
    private var lastDay: Day? {
        var days = coverage.map(\.to) + answers.map(\.wave)
        for block in use.map(\.block) + work.map(\.block) {
            days.append(DaySet.day(block: block.index, bit: 63 - block.bits.leadingZeroBitCount))
        }
        return days.max()
    }
}

extension Example {
    /// The same example of a role at another index.
    func moved(toRole role: Int) -> Example {
        Example(
            role: role, task: task, useCase: useCase, beforeMinutes: beforeMinutes,
            afterMinutes: afterMinutes, interruptionsBefore: interruptionsBefore,
            interruptionsAfter: interruptionsAfter, stressBefore: stressBefore, stressAfter: stressAfter,
            date: date, isKept: isKept)
    }
}
