import Diagnosis
import Measures
@_spi(Disclosure) import Rollout

/// A hand-made organisation: teams of equal size, weeks of use by rule.
struct SmallCase: Sendable {
    /// Sunday of the last week; weeks are counted back from it.
    static let asOf = Day("2026-06-28")!
    var teams = 8
    var size = 6
    var weeks = 30
    /// Whether a person of a team used it in a week, counted from 0 (the oldest) to `weeks` − 1.
    var uses: @Sendable (_ team: Int, _ place: Int, _ week: Int) -> Bool = { _, _, _ in false }
    var mode: UseMode = .assist

    /// Monday of a week.
    func monday(_ week: Int) -> Day { SmallCase.asOf.week.advanced(by: week - weeks + 1).monday }

    /// The evidence, with everything seen and a register of ten live use cases by two champions.
    func evidence() -> Evidence {
        var evidence = Evidence(asOf: SmallCase.asOf)
        evidence.name = "Small"
        evidence.sources = [.people, .use, .coverage, .useCases, .champions]
        evidence.teams = (0..<teams).map { Team(name: "team \($0)") }
        evidence.roles = ["clerk"]
        var rows: [UseLedger.Row] = []
        for team in 0..<teams {
            for place in 0..<size {
                let id = PersonID(team * size + place)
                evidence.people.append(
                    Person(
                        id: id, team: team, role: 0, layer: place == 0 ? .manager : .contributor,
                        manager: place == 0 ? nil : PersonID(team * size)))
                for week in 0..<weeks where uses(team, place, week) {
                    let position = DaySet.position(of: monday(week).advanced(by: 1))
                    rows.append(
                        UseLedger.Row(
                            person: Int32(id.ordinal), key: 0,
                            block: DaySet.Block(index: position.block, bits: 1 << UInt64(position.bit))))
                }
            }
        }
        evidence.use = UseLedger(keys: [UseKey(tool: "assistant", mode: mode)], rows: rows)
        evidence.coverage = [
            Coverage(source: "log", from: monday(0), to: SmallCase.asOf, absence: .notUsed)
        ]
        evidence.useCases = (0..<20).map { number in
            UseCase(
                id: "u\(number)", title: "Case \(number)",
                live: monday(max(0, weeks - 20)).advanced(by: number))
        }
        evidence.champions = (0..<26).map { week in
            ChampionWeek(
                person: PersonID(0), week: SmallCase.asOf.week.advanced(by: -week), promisedHours: 8,
                keptHours: 6)
        }
        return evidence
    }

    /// Adds one answer of everybody but the managers to each item given, 1 to 5, a week ago.
    static func ask(_ evidence: inout Evidence, _ answers: [PulseItem: Int], experience: Int = 3) {
        evidence.sources.insert(.pulse)
        for person in evidence.people where person.layer == .contributor {
            let wave = asOf.advanced(by: -6)
            func answer(_ item: PulseItem, _ value: Int) {
                evidence.pulse.append(
                    PulseAnswer(
                        wave: wave, team: person.team, role: person.role, layer: person.layer, item: item,
                        reply: .value(value),
                        variant: item == .tedium || item == .interruptionsOrStress ? .experienced : nil,
                        respondent: person.id.ordinal))
            }
            answer(.experience, experience)
            for (item, value) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                answer(item, value)
            }
        }
    }

    /// The organisation's own reading.
    static func read(_ evidence: Evidence, seed: UInt64 = 1) -> ScopeReading {
        Diagnosis.diagnose(evidence, seed: seed).scopes[0]
    }
}

extension ScopeReading {
    /// A measure as it stands, unprotected.
    subscript(code: MeasureCode) -> Measured<Estimate> {
        measures.first { $0.code == code }!.value.exposed
    }
}
