import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `A habit` {
    @Test(arguments: [(5, 0.0), (6, 1.0), (10, 1.0)])
    func `is use in six of the last ten work weeks`(used: Int, share: Double) {
        let reading = SmallCase.read(SmallCase(uses: { _, _, week in week >= 30 - used }).evidence())
        #expect(reading[.habit].value?.value == share)
    }

    @Test func `leaves mandate weeks out`() {
        // Used in every week but only where it was ordered: the five weeks in ten outside orders saw none.
        var small = SmallCase(uses: { _, _, week in week % 2 == 0 })
        var evidence = small.evidence()
        evidence.sources.insert(.mandates)
        for week in stride(from: 0, to: 30, by: 2) {
            let monday = small.monday(week)
            evidence.mandates.append(
                Mandate(from: monday, to: monday.advanced(by: 4), team: nil, what: "report"))
        }
        let reading = SmallCase.read(evidence)
        #expect(reading[.habit].value?.value == 0)
        #expect(reading[.persistence].value?.value == 0)
        small.uses = { _, _, _ in true }
        #expect(SmallCase.read(small.evidence())[.habit].value?.value == 1)
    }

    @Test func `is too new below six weeks seen`() {
        let small = SmallCase(uses: { _, _, _ in true })
        var evidence = small.evidence()
        evidence.coverage = [
            Coverage(source: "log", from: small.monday(25), to: SmallCase.asOf, absence: .notUsed)
        ]
        let reading = SmallCase.read(evidence)
        #expect(reading[.habit].reason?.code == "tooFewWeeks")
        #expect(reading[.tooNew].value?.value == 1)
    }

    @Test(arguments: [UseMode.review, .editor]) func `never rests on weak signs`(mode: UseMode) {
        let reading = SmallCase.read(SmallCase(uses: { _, _, _ in true }, mode: mode).evidence())
        #expect(reading[.habit].value?.value == 0)
        #expect(reading[.trialRate].value?.value == 0)
        #expect(reading[.weakReach].value?.value == 1)
        #expect(reading[.reach].value?.value == 1)
    }

    @Test func `counts weeks at work only, where activity is known`() {
        // Everybody works every other week and uses it in each of those.
        let small = SmallCase(uses: { _, _, week in week % 2 == 0 })
        var evidence = small.evidence()
        var activity = DayMatrix(rows: evidence.people.count, days: small.monday(0)...SmallCase.asOf)
        for row in evidence.people.indices {
            for week in stride(from: 0, to: 30, by: 2) { activity.insert(small.monday(week), row: row) }
        }
        evidence.activity = activity
        #expect(SmallCase.read(evidence)[.habit].value?.value == 1)
        evidence.activity = nil
        #expect(SmallCase.read(evidence)[.habit].value?.value == 0)
    }
}

@Suite struct `What cannot be seen` {
    @Test func `is left out and never counted as idle`() {
        let small = SmallCase(uses: { team, _, _ in team < 4 })
        var evidence = small.evidence()
        #expect(SmallCase.read(evidence)[.habit].value?.value == 0.5)
        // The source of the four idle teams ended three months ago.
        evidence.coverage = (0..<8).map { team in
            Coverage(
                source: "log", team: team, from: small.monday(0),
                to: team < 4 ? SmallCase.asOf : small.monday(16),
                absence: .notUsed)
        }
        let reading = SmallCase.read(evidence)
        #expect(reading[.habit].value?.value == 1)
        #expect(reading[.cannotBeSeen].value?.value == 0.5)
        // Labels are banned there instead: the same.
        evidence.coverage = (0..<8).map { team in
            Coverage(
                source: "log", team: team, from: small.monday(0), to: SmallCase.asOf,
                absence: team < 4 ? .notUsed : .unknown)
        }
        #expect(SmallCase.read(evidence)[.habit].value?.value == 1)
    }

    @Test func `leaves habit unknown where only the last use is known`() {
        var evidence = SmallCase(uses: { _, _, _ in true }).evidence()
        evidence.coverage = [
            Coverage(
                source: "log", from: SmallCase.asOf.advanced(by: -200), to: SmallCase.asOf,
                absence: .lastSeenOnly)
        ]
        let reading = SmallCase.read(evidence)
        #expect(reading[.habit].value == nil)
        #expect(reading.verdict?.code == .notEnoughEvidence)
    }

    @Test func `after the as-of day changes nothing`() {
        let small = SmallCase(weeks: 30, uses: { team, place, week in (team + place) % 3 == 0 && week < 20 })
        var evidence = small.evidence()
        let before = SmallCase.read(evidence)
        let late = DaySet.position(of: SmallCase.asOf.advanced(by: 10))
        evidence.use = UseLedger(
            keys: evidence.use.keys,
            rows: evidence.use.rows
                + evidence.people.map {
                    UseLedger.Row(
                        person: Int32($0.id.ordinal), key: 0,
                        block: DaySet.Block(index: late.block, bits: 1 << UInt64(late.bit)))
                })
        let after = SmallCase.read(evidence)
        for code in [MeasureCode.habit, .trialRate, .conversion, .exposureGap] {
            #expect(before[code] == after[code], "\(code.rawValue)")
        }
    }
}
