import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `The rhythm of use` {
    /// The last day of every fourth week is a deadline.
    private static func withDeadlines(_ evidence: Evidence) -> Evidence {
        var evidence = evidence
        evidence.sources.insert(.mandates)
        for back in 0..<6 {
            let friday = SmallCase.asOf.week.advanced(by: -4 * back).monday.advanced(by: 4)
            evidence.mandates.append(Mandate(from: friday, to: friday, team: nil, what: "report"))
        }
        return evidence
    }

    /// Use on the given days of every week: Monday 0 to Friday 4.
    private static func using(_ days: [Int], only: @escaping @Sendable (Int) -> Bool = { _ in true })
        -> Evidence
    {
        let weeks = 30
        var evidence = SmallCase(uses: { _, _, _ in false }).evidence()
        var rows: [UseLedger.Row] = []
        for person in evidence.people where person.layer == .contributor {
            for week in 0..<weeks where only(week) {
                let monday = SmallCase.asOf.week.advanced(by: week - weeks + 1).monday
                for day in days {
                    let position = DaySet.position(of: monday.advanced(by: day))
                    rows.append(
                        UseLedger.Row(
                            person: Int32(person.id.ordinal), key: 0,
                            block: DaySet.Block(index: position.block, bits: 1 << UInt64(position.bit))))
                }
            }
        }
        evidence.use = UseLedger(keys: [UseKey(tool: "assistant", mode: .assist)], rows: rows)
        return evidence
    }

    @Test func `is at par before deadlines where every workday is alike`() throws {
        let ratio = try #require(
            SmallCase.read(Self.withDeadlines(Self.using([0, 1, 2, 3, 4])))[.deadlineRatio].value)
        #expect(abs(ratio.value - 1) < 1e-9)
        #expect(ratio.unit == .ratio)
    }

    @Test func `is several times par where use is fetched up for the count`() throws {
        // Thursdays and Fridays only, of deadline weeks only: 13 weeks of 65 workdays hold 6 or 7 deadlines.
        let evidence = Self.withDeadlines(Self.using([3, 4], only: { ($0 + 3) % 4 == 0 }))
        let ratio = try #require(SmallCase.read(evidence)[.deadlineRatio].value)
        #expect(ratio.value > 5)
        #expect(try #require(ratio.interval).low > 5)
    }

    @Test func `has no deadlines without mandates`() {
        #expect(SmallCase.read(Self.using([0, 1]))[.deadlineRatio].reason?.code == "noDeadlines")
    }

    @Test func `is clumped where use comes in one spell and not where it is even`() throws {
        let spell = Self.using([1], only: { $0 == 5 || (14..<20).contains($0) })
        #expect(try #require(SmallCase.read(spell)[.clumpiness].value).value > 0.9)
        let even = Self.using([1], only: { $0 >= 4 && $0 % 3 == 0 })
        #expect(try #require(SmallCase.read(even)[.clumpiness].value).value < 0.1)
        let few = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 }).evidence()
        #expect(SmallCase.read(few)[.clumpiness].reason?.code == "tooFewRhythms")
    }

    @Test func `tells a pause from an end for all together`() throws {
        let gone = SmallCase.read(Self.using([1], only: { (4..<14).contains($0) }))
        let here = SmallCase.read(Self.using([1], only: { $0 >= 4 }))
        #expect(try #require(gone[.lapsed].value).value > 0.9)
        #expect(try #require(here[.lapsed].value).value < 0.1)
        #expect(try #require(gone[.expectedWeeks].value).value < 1)
        #expect(try #require(here[.expectedWeeks].value).value > 9)
        let few = SmallCase(teams: 3, size: 4, uses: { _, place, _ in place == 1 }).evidence()
        #expect(SmallCase.read(few)[.lapsed].reason?.code == "tooFewStarts")
    }
}
