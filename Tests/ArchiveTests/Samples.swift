import Archive
import Measures
import Rollout

/// Small evidence of our own invention.
enum Samples {
    static let monday = Day("2026-06-01")!
    static let noon = Moment(seconds: 1_780_000_000)

    static func contact(_ key: String) -> Contact {
        Contact(key: key, email: "\(key)@example.com", name: "Name of \(key)", mark: "mark-\(key)")
    }

    /// Four people in two teams, everything there is of evidence, each kind at least once.
    static func filing() -> Filing {
        var evidence = Evidence(asOf: monday.advanced(by: 30))
        evidence.name = "Northwind"
        evidence.calendar = WorkCalendar(weekdays: [1, 2, 3, 4], holidays: [monday])
        evidence.thresholds = Thresholds(habit: 0.4)
        evidence.sources = Set(Evidence.Source.allCases)
        evidence.teams = [Team(name: "Dispatch", parent: 1), Team(name: "Operations")]
        evidence.roles = ["clerk", "lead"]
        evidence.people = [
            person(0, team: 0, role: 0, .contributor, manager: 3),
            person(1, team: 0, role: 0, .contributor, manager: 3),
            person(2, team: 1, role: 0, .contributor, manager: 3), person(3, team: 1, role: 1, .manager),
        ]
        evidence.use = ledger([(0, monday), (0, monday.advanced(by: 1)), (1, monday.advanced(by: 60))])
        evidence.weeks = [
            WeekUse(person: PersonID(2), tool: "suite", week: Week(containing: monday), activeDays: 3)
        ]
        evidence.depth = [
            DepthTally(
                person: PersonID(0), week: Week(containing: monday), actions: 7, activeDays: 2,
                singleActionDays: 1)
        ]
        evidence.coverage = [
            Coverage(
                source: "assistant", people: PeopleSet([PersonID(0), PersonID(1)]), from: monday,
                to: monday.advanced(by: 60), absence: .notUsed),
            Coverage(
                source: "editor", team: 0, from: monday, to: monday.advanced(by: 9), absence: .lastSeenOnly,
                note: "late"),
        ]
        var activity = DayMatrix(rows: 4, days: monday...monday.advanced(by: 60))
        activity.insert(monday, row: 0)
        activity.insert(monday.advanced(by: 60), row: 3)
        evidence.activity = activity
        evidence.useCases = [
            UseCase(
                id: "u1", title: "Drafts", tool: "assistant", roles: [0, 1], builder: PersonID(2),
                live: monday)
        ]
        evidence.champions = [
            ChampionWeek(
                person: PersonID(2), week: Week(containing: monday), promisedHours: 6, keptHours: nil)
        ]
        evidence.changes = [Change(initiative: "Move", team: 1, from: monday, to: nil, weight: 2)]
        evidence.messages = [Message(date: monday, layer: .manager, motive: .advantage, hasExample: false)]
        evidence.mandates = [
            Mandate(from: monday, to: monday.advanced(by: 4), team: nil, what: "Counted")
        ]
        evidence.ties = [Tie(PersonID(2), PersonID(0), weight: 3)]
        evidence.pulse = [
            PulseAnswer(
                wave: monday, team: 0, role: 0, layer: .contributor, item: .tedium, reply: .value(4),
                variant: .experienced, respondent: 0),
            PulseAnswer(
                wave: monday, team: nil, role: 0, layer: .contributor, item: .time, reply: .cannotSay,
                respondent: 1),
        ]
        evidence.examples = [
            Example(
                role: 1, task: "Letters", useCase: "u1", beforeMinutes: 30, afterMinutes: 12, stressBefore: 6,
                stressAfter: 3, date: monday, isKept: true)
        ]
        return Filing(evidence: evidence, contacts: ["ada", "ben", "cem", "dia"].map(contact))
    }

    static func person(
        _ number: Int, team: Int, role: Int, _ layer: Layer, manager: Int? = nil
    ) -> Person {
        Person(
            id: PersonID(number), team: team, role: role, layer: layer, manager: manager.map { PersonID($0) })
    }

    static func ledger(_ days: [(person: Int32, day: Day)], tool: String = "assistant") -> UseLedger {
        UseLedger(
            keys: [UseKey(tool: tool)],
            rows: days.map { entry in
                let (block, bit) = DaySet.position(of: entry.day)
                return UseLedger.Row(
                    person: entry.person, key: 0,
                    block: DaySet.Block(index: block, bits: 1 << UInt64(bit)))
            })
    }

    /// Use alone, of the same four people.
    static func filing(days: [(person: Int32, day: Day)], tool: String = "assistant") -> Filing {
        var evidence = filing().evidence
        let roster = evidence.people
        let (teams, roles) = (evidence.teams, evidence.roles)
        evidence = Evidence(asOf: monday)
        evidence.people = roster
        evidence.teams = teams
        evidence.roles = roles
        evidence.sources = [.people, .use]
        evidence.use = ledger(days, tool: tool)
        return Filing(evidence: evidence, contacts: ["ada", "ben", "cem", "dia"].map(contact))
    }

    static func account(_ email: String, member: MemberID? = nil) -> NewAccount {
        NewAccount(email: email, name: "A", member: member, passwordHash: "hash")
    }

    /// A secret's hash for tests.
    static func secret(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }
}

/// A generator for tests: SplitMix64.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
