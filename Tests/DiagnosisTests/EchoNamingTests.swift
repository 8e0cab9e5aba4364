import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `The name of an echo chamber` {
    /// Two of twelve teams use it every week, the others never; what the others have seen is given.
    private static func reading(others seen: Int) -> ScopeReading {
        let small = SmallCase(teams: 12, uses: { team, _, _ in team < 2 })
        var evidence = small.evidence()
        evidence.sources.insert(.pulse)
        let answers: [PulseItem: Int] = [
            .tedium: 4, .interruptionsOrStress: 4, .time: 4, .managerSupport: 4, .clarity: 4, .changeLoad: 2,
            .choice: 4, .advocacy: 7,
        ]
        for person in evidence.people where person.layer == .contributor {
            var mine = answers
            mine[.experience] = person.team < 2 ? 4 : seen
            for (item, value) in mine.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                evidence.pulse.append(
                    PulseAnswer(
                        wave: SmallCase.asOf.advanced(by: -6), team: person.team, role: person.role,
                        layer: person.layer, item: item, reply: .value(value), variant: nil,
                        respondent: person.id.ordinal))
            }
        }
        return SmallCase.read(evidence)
    }

    @Test func `is given where most others have seen nobody use it`() {
        #expect(Self.reading(others: 0).barriers.map(\.code).contains(.echoChamber))
    }

    @Test func `is not given where they have watched a colleague, however clustered use is`() throws {
        let reading = Self.reading(others: 1)
        #expect(!reading.barriers.map(\.code).contains(.echoChamber))
        let weighed = try #require(reading.unnamed.first { $0.code == .echoChamber })
        #expect(
            weighed.restsOn.contains { $0.template.hasPrefix("Use is clustered, but not all four signs") })
    }
}
