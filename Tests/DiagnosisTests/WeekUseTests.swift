import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

/// Use of which only the weeks are told.
@Suite struct `Use told by week` {
    /// The same organisation with days, and with nothing but weeks.
    private static let pair: (days: Evidence, weeks: Evidence) = {
        let small = SmallCase(uses: { team, place, week in team < 4 && (week + place) % 4 != 0 })
        let days = small.evidence()
        var weeks = days
        weeks.use = UseLedger(keys: [], rows: [])
        weeks.weeks = days.use.rows.flatMap { row in
            (0..<DaySet.daysInBlock).compactMap { bit in
                row.block.bits >> UInt64(bit) & 1 == 1
                    ? WeekUse(
                        person: PersonID(Int(row.person)), tool: "assistant",
                        week: DaySet.day(block: row.block.index, bit: bit).week, activeDays: 1) : nil
            }
        }
        return (days, weeks)
    }()

    @Test(arguments: [
        MeasureCode.reach, .trialRate, .habit, .conversion, .coverage, .stickiness, .tooNew, .cannotBeSeen,
        .selfStart, .drift, .withinTeamCorrelation, .unexposedNonUsers,
    ])
    func `gives the same where weeks are all that matters`(code: MeasureCode) {
        let (days, weeks) = (SmallCase.read(Self.pair.days), SmallCase.read(Self.pair.weeks))
        #expect(days[code].value != nil || code == .drift)
        #expect(days[code].value?.value == weeks[code].value?.value)
    }

    @Test(arguments: [MeasureCode.l28, .giniExcess]) func `leaves what needs days not known`(
        code: MeasureCode
    ) {
        #expect(SmallCase.read(Self.pair.days)[code].value != nil)
        let reading = SmallCase.read(Self.pair.weeks)[code]
        #expect(reading.value == nil)
        #expect(
            reading.reason?.sentence
                == "A source tells in which weeks people here used it, and not on which days.")
    }

    @Test func `of one person is enough to leave days not known`() {
        var evidence = Self.pair.days
        evidence.weeks = [
            WeekUse(person: PersonID(46), tool: "other", week: SmallCase.asOf.week.advanced(by: -1))
        ]
        #expect(SmallCase.read(evidence)[.l28].value == nil)
        // And long ago it does no harm.
        evidence.weeks = [
            WeekUse(person: PersonID(46), tool: "other", week: SmallCase.asOf.week.advanced(by: -20))
        ]
        #expect(SmallCase.read(evidence)[.l28].value != nil)
    }

    @Test func `beside days of the same week changes nothing`() {
        var evidence = Self.pair.days
        evidence.weeks = Self.pair.weeks.weeks
        let (one, other) = (SmallCase.read(Self.pair.days), SmallCase.read(evidence))
        for code in MeasureCode.allCases {
            #expect(one[code].value?.value == other[code].value?.value, "\(code)")
        }
    }
}
