import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `The barrier a team raises most` {
    private static let stuck = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 })

    /// Everybody but the managers answers in each wave; `odd` teams say something else than the others.
    private static func asked(
        waves: Int = 3, people: Int = 5, all: [PulseItem: Int], odd: Set<Int> = [],
        other: [PulseItem: Int] = [:]
    ) -> Evidence {
        var evidence = stuck.evidence()
        evidence.sources.insert(.pulse)
        for wave in 0..<waves {
            for person in evidence.people
            where person.layer == .contributor && person.id.ordinal % stuck.size <= people {
                let mine = odd.contains(person.team) ? all.merging(other) { $1 } : all
                for (item, value) in mine.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    // One point better or worse by person, so that answers vary within every team.
                    let step = [0, 1, 0, -1, 0][(person.id.ordinal + wave) % 5]
                    let own = min(5, max(1, value + (item == .changeLoad ? -step : step)))
                    evidence.pulse.append(
                        PulseAnswer(
                            wave: SmallCase.asOf.advanced(by: -6 - 28 * wave), team: person.team,
                            role: person.role, layer: person.layer, item: item,
                            reply: .value(item == .experience ? 3 : own), variant: nil,
                            respondent: person.id.ordinal))
                }
            }
        }
        return evidence
    }

    private static let answers: [PulseItem: Int] = [
        .experience: 3, .tedium: 3, .interruptionsOrStress: 3, .time: 2, .managerSupport: 3, .clarity: 4,
        .changeLoad: 2, .choice: 4, .advocacy: 7,
    ]

    private func raised(_ evidence: Evidence) -> [String: RaisedBarrier] {
        let diagnosis = Diagnosis.diagnose(evidence)
        var found: [String: RaisedBarrier] = [:]
        for reading in diagnosis.scopes {
            if reading.scope.kind != .team { #expect(reading.raised == nil) }
            found[reading.scope.name] = reading.raised
        }
        return found
    }

    @Test func `is the common one where a team speaks like all, and its own where it does not`() throws {
        let found = raised(
            Self.asked(all: Self.answers, odd: [3], other: [.time: 4, .managerSupport: 1]))
        #expect(try #require(found["team 0"]).code == .noTimeOrFocus)
        #expect(found["team 3"]?.code != .noTimeOrFocus)
        for barrier in found.values {
            let estimate = try #require(barrier.probability.exposed.value)
            #expect(estimate.value >= 0.8 && estimate.value <= 1 && estimate.unit == .proportion)
            #expect(barrier.probability.answers == 15)
        }
    }

    @Test func `is one of those named for the organisation`() {
        let evidence = Self.asked(all: Self.answers, odd: [3], other: [.time: 5, .clarity: 1])
        let diagnosis = Diagnosis.diagnose(evidence)
        let named = Set(diagnosis.scopes[0].barriers.map(\.code))
        #expect(!named.isEmpty)
        for reading in diagnosis.scopes {
            if let raised = reading.raised { #expect(named.contains(raised.code)) }
        }
    }

    @Test func `is not said after one wave, nor from fewer than five answers`() {
        #expect(raised(Self.asked(waves: 1, all: Self.answers)).isEmpty)
        #expect(raised(Self.asked(waves: 2, people: 2, all: Self.answers)).isEmpty)
        #expect(!raised(Self.asked(waves: 2, all: Self.answers)).isEmpty)
    }

    @Test func `is not said where nothing is low, or everything is alike`() {
        var good = Self.answers
        good[.time] = 4
        good[.managerSupport] = 4
        good[.tedium] = 4
        good[.interruptionsOrStress] = 4
        #expect(raised(Self.asked(all: good)).isEmpty)
        let alike: [PulseItem: Int] = [
            .experience: 3, .tedium: 2, .interruptionsOrStress: 2, .time: 2, .managerSupport: 2, .clarity: 2,
            .changeLoad: 4, .choice: 2, .advocacy: 3,
        ]
        #expect(raised(Self.asked(all: alike)).isEmpty)
    }
}
