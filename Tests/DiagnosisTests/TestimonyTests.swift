import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `What people let be counted on their own pages` {
    /// Nearly nobody keeps it; everybody answers well, or nobody is asked.
    private static func evidence(asked: [PulseItem: Int]?, _ testimony: Testimony?) -> Evidence {
        let small = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 })
        var evidence = small.evidence()
        if let asked {
            let good: [PulseItem: Int] = [
                .tedium: 4, .interruptionsOrStress: 4, .time: 4, .managerSupport: 4, .clarity: 4,
                .changeLoad: 2, .choice: 4, .advocacy: 7,
            ]
            SmallCase.ask(&evidence, good.merging(asked) { $1 })
        }
        evidence.testimony = testimony
        return evidence
    }

    private static func severity(
        _ code: BarrierCode, asked: [PulseItem: Int]?, _ testimony: Testimony?
    ) throws -> Double {
        let reading = SmallCase.read(evidence(asked: asked, testimony))
        let finding = try #require((reading.barriers + reading.unnamed).first { $0.code == code })
        return try #require(finding.severity.exposed.value).value
    }

    private static func share(_ value: Double) -> Testimony.Share {
        Testimony.Share(value: value, people: 20)
    }

    @Test func `changes nothing where there is none`() throws {
        let without = SmallCase.read(Self.evidence(asked: [:], nil))
        let empty = SmallCase.read(Self.evidence(asked: [:], Testimony()))
        #expect(without.barriers.map(\.code) == empty.barriers.map(\.code))
        #expect(
            without.unnamed.map(\.severity.exposed.value?.value)
                == empty.unnamed.map(\.severity.exposed.value?.value))
    }

    @Test func `weighs a fifth where nobody was asked, and only as far as answers confirm it`() throws {
        let low = [PulseItem.tedium: 1, .interruptionsOrStress: 1]
        let none = try Self.severity(.noPersonalValue, asked: low, nil)
        let nothingKept = try Self.severity(.noPersonalValue, asked: low, Testimony(kept: Self.share(0)))
        let muchKept = try Self.severity(.noPersonalValue, asked: low, Testimony(kept: Self.share(0.9)))
        #expect(nothingKept >= none && muchKept < none)
        #expect(none - muchKept < 0.2, "volunteers who keep cannot clear the barrier alone")
        // Good answers outweigh volunteers who kept nothing.
        let good = try Self.severity(.noPersonalValue, asked: [:], nil)
        #expect(
            try Self.severity(.noPersonalValue, asked: [:], Testimony(kept: Self.share(0))) <= good + 0.001)
    }

    @Test func `adds who uses it only when counted to superficial compliance, lightly`() throws {
        let low = [PulseItem.choice: 1]
        let none = try Self.severity(.superficialCompliance, asked: low, nil)
        let many = try Self.severity(
            .superficialCompliance, asked: low, Testimony(compliers: Self.share(0.6)))
        #expect(many > none && many - none < 0.1)
        #expect(
            try Self.severity(.superficialCompliance, asked: low, Testimony(compliers: Self.share(0.05)))
                < none)
    }

    @Test func `weakens an echo chamber where most watched, and says so`() throws {
        func reading(_ testimony: Testimony?) -> ScopeReading {
            var evidence = SmallCase(teams: 12, uses: { team, _, _ in team < 2 }).evidence()
            evidence.testimony = testimony
            return SmallCase.read(evidence)
        }
        func severity(_ reading: ScopeReading) -> Double? {
            (reading.barriers + reading.unnamed).first { $0.code == .echoChamber }?.severity.exposed.value?
                .value
        }
        let without = try #require(severity(reading(nil)))
        let unseen = reading(Testimony(notWatched: Self.share(0.9)))
        let seen = reading(Testimony(notWatched: Self.share(0.2)))
        #expect(without > 0)
        #expect(
            abs(try #require(severity(unseen)) - without) < 0.001, "what is seen already is not seen twice")
        #expect(try #require(severity(seen)) < 0.3 * without)
        let finding = try #require((seen.barriers + seen.unnamed).first { $0.code == .echoChamber })
        #expect(finding.restsOn.contains { $0.template.hasSuffix("said that they had not watched one.") })
    }
}
