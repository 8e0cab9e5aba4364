package import Archive
import Measures
package import Rollout

/// Evidence as the files of a case folder: what `firsthand export` writes, and an import starts from.
///
/// Reading the files again gives the same evidence, with two exceptions: counted actions are known by the week and
/// are spread over its days, and pulse answers keep no more than the numbers that tie them within a wave.
package struct EvidenceTables: Sendable {
    let stored: StoredEvidence
    let contacts: [MemberID: Contact]

    package init(_ stored: StoredEvidence, contacts: [MemberID: Contact]) {
        self.stored = stored
        self.contacts = contacts
    }

    private var evidence: Evidence { stored.evidence }

    /// The tables but `use.csv` and `activity.csv`, which can be too long to hold; those come by the row.
    package var tables: [CaseTable] {
        let all = [
            EvidenceTables.people(stored, contacts: contacts), coverage, useCases, champions, pulse, changes,
            messages, mandates, ties, examples,
        ]
        return all.filter { table in
            table.file == "people.csv"
                || evidence.sources.contains { $0.file == table.file }
                || !table.rows.isEmpty
        }
    }

    /// `people.csv`, every person under the key the roster gave.
    package static func people(_ stored: StoredEvidence, contacts: [MemberID: Contact]) -> CaseTable {
        let evidence = stored.evidence
        let keys = stored.members.map { contacts[$0]?.key ?? String($0.number) }
        return CaseTable(
            file: "people.csv",
            columns: [
                "person", "team", "role", "layer", "manager", "from", "to", "email", "occupation",
                "parent_team", "invitations",
            ],
            rows: evidence.people.enumerated().map { place, person in
                let team = evidence.teams[person.team]
                return [
                    keys[place], team.name, evidence.roles[person.role], person.layer.rawValue,
                    person.manager.map { keys[$0.ordinal] } ?? "", text(person.from), text(person.to),
                    contacts[stored.members[place]]?.email ?? "", person.occupation ?? "",
                    team.parent.map { evidence.teams[$0].name } ?? "",
                    person.mayBeInvited.map { $0 ? "yes" : "no" } ?? "",
                ]
            })
    }

    private static func text(_ day: Day?) -> String { day.map(iso) ?? "" }

    static func iso(_ day: Day) -> String {
        let (year, month, day) = day.components
        func pad(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
    }

    private func key(_ person: PersonID) -> String {
        let member = stored.members[person.ordinal]
        return contacts[member]?.key ?? String(member.number)
    }

    private func team(_ index: Int?) -> String { index.map { evidence.teams[$0].name } ?? "" }

    private func number(_ value: Double?) -> String {
        value.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) } ?? ""
    }

    // MARK: Long tables

    /// The columns of `use.csv`.
    package static let useColumns = ["person", "date", "tool", "use_case", "count", "mode"]

    /// Visits the rows of `use.csv`, person by person.
    /// - Complexity: O(person-days).
    package func forEachUse(_ visit: ([String]) throws -> Void) rethrows {
        var tallies: [PersonWeek: DepthTally] = [:]
        for tally in evidence.depth ?? [] {
            tallies[PersonWeek(person: tally.person.ordinal, week: tally.week)] = tally
        }
        var given: [PersonWeek: Int] = [:]
        for row in evidence.use.rows {
            let use = evidence.use.keys[Int(row.key)]
            let person = PersonID(Int(row.person))
            for bit in 0..<DaySet.daysInBlock where row.block.bits >> UInt64(bit) & 1 == 1 {
                let day = DaySet.day(block: row.block.index, bit: bit)
                var count = ""
                if !use.mode.isWeak {
                    let slot = PersonWeek(person: person.ordinal, week: Week(containing: day))
                    if let tally = tallies[slot] {
                        let place = given[slot, default: 0]
                        given[slot] = place + 1
                        if let actions = EvidenceTables.actions(of: tally, onActiveDay: place) {
                            count = String(actions)
                        }
                    }
                }
                try visit([
                    key(person), EvidenceTables.iso(day), use.tool, use.useCase ?? "", count,
                    use.mode.rawValue,
                ])
            }
        }
    }

    private struct PersonWeek: Hashable {
        let person: Int
        let week: Week
    }

    /// Actions given to the n-th active day of a week: days of a single action first, the rest even.
    private static func actions(of tally: DepthTally, onActiveDay place: Int) -> Int? {
        guard place < tally.activeDays else { return nil }
        if place < tally.singleActionDays { return 1 }
        let days = tally.activeDays - tally.singleActionDays
        let actions = tally.actions - tally.singleActionDays
        let (each, over) = (actions / days, actions % days)
        return each + (place - tally.singleActionDays < over ? 1 : 0)
    }

    /// Visits the rows of `activity.csv`: `person, date`.
    package func forEachWorkDay(_ visit: ([String]) throws -> Void) rethrows {
        guard let activity = evidence.activity else { return }
        for row in 0..<activity.rows {
            for day in activity.span where activity.contains(day, row: row) {
                try visit([key(PersonID(row)), EvidenceTables.iso(day)])
            }
        }
    }

    // MARK: Short tables

    private var coverage: CaseTable {
        CaseTable(
            file: "coverage.csv", columns: ["source", "team", "from", "to", "absence", "note"],
            rows: evidence.coverage.map {
                [
                    $0.source, team($0.team), EvidenceTables.iso($0.from), EvidenceTables.iso($0.to),
                    $0.absence.rawValue, $0.note ?? "",
                ]
            })
    }

    private var useCases: CaseTable {
        CaseTable(
            file: "use-cases.csv",
            columns: ["use_case", "title", "tool", "roles", "builder", "idea", "started", "live", "retired"],
            rows: evidence.useCases.map { entry in
                [
                    entry.id, entry.title, entry.tool ?? "",
                    entry.roles.map { evidence.roles[$0] }.joined(separator: ";"),
                    entry.builder.map(key) ?? "", EvidenceTables.text(entry.idea),
                    EvidenceTables.text(entry.started), EvidenceTables.text(entry.live),
                    EvidenceTables.text(entry.retired),
                ]
            })
    }

    private var champions: CaseTable {
        CaseTable(
            file: "champions.csv", columns: ["person", "week", "promised_hours", "kept_hours"],
            rows: evidence.champions.map {
                [
                    key($0.person), EvidenceTables.iso($0.week.monday), number($0.promisedHours),
                    number($0.keptHours),
                ]
            })
    }

    private var pulse: CaseTable {
        CaseTable(
            file: "pulse.csv",
            columns: ["wave", "team", "role", "layer", "item", "answer", "variant", "respondent"],
            rows: evidence.pulse.map { answer in
                let reply =
                    switch answer.reply {
                    case .value(let value): String(value)
                    case .skipped: ""
                    case .cannotSay: "?"
                    }
                let variant =
                    answer.item == .interruptionsOrStress
                    ? answer.form.map { String($0) } ?? "" : answer.variant?.rawValue ?? ""
                return [
                    EvidenceTables.iso(answer.wave), team(answer.team), evidence.roles[answer.role],
                    answer.layer.rawValue, answer.item.rawValue, reply, variant,
                    answer.respondent.map { String($0) } ?? "",
                ]
            })
    }

    private var changes: CaseTable {
        CaseTable(
            file: "changes.csv", columns: ["initiative", "team", "from", "to", "weight"],
            rows: evidence.changes.map {
                [
                    $0.initiative, team($0.team), EvidenceTables.iso($0.from), EvidenceTables.text($0.to),
                    String($0.weight),
                ]
            })
    }

    private var messages: CaseTable {
        func word(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "" }
        return CaseTable(
            file: "messages.csv", columns: ["date", "layer", "channel", "motive", "example", "order"],
            rows: evidence.messages.map {
                [
                    EvidenceTables.iso($0.date), $0.layer.rawValue, $0.channel ?? "",
                    $0.motive?.rawValue ?? "", word($0.hasExample), word($0.isOrder),
                ]
            })
    }

    private var mandates: CaseTable {
        CaseTable(
            file: "mandates.csv", columns: ["from", "to", "team", "what"],
            rows: evidence.mandates.map {
                [EvidenceTables.iso($0.from), EvidenceTables.iso($0.to), team($0.team), $0.what]
            })
    }

    private var ties: CaseTable {
        CaseTable(
            file: "ties.csv", columns: ["a", "b", "weight"],
            rows: evidence.ties.map { [key($0.a), key($0.b), number($0.weight)] })
    }

    private var examples: CaseTable {
        CaseTable(
            file: "examples.csv",
            columns: [
                "role", "task", "use_case", "before_minutes", "after_minutes", "interruptions_before",
                "interruptions_after", "stress_before", "stress_after", "date", "kept",
            ],
            rows: evidence.examples.map {
                [
                    evidence.roles[$0.role], $0.task, $0.useCase, number($0.beforeMinutes),
                    number($0.afterMinutes), number($0.interruptionsBefore), number($0.interruptionsAfter),
                    number($0.stressBefore), number($0.stressAfter), EvidenceTables.iso($0.date),
                    $0.isKept ? "yes" : "no",
                ]
            })
    }
}
