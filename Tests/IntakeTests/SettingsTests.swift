import Intake
import Measures
import Rollout
import Testing

/// What `case.yaml` may say, and what happens when it says something else.
@Suite struct `Case settings` {
    private func settings(_ yaml: String) throws -> ReadResult {
        try read(["people.csv": threePeople, "case.yaml": yaml])
    }

    @Test func `set name, day, calendar and thresholds`() throws {
        let evidence = try settings(
            """
            name: Acme
            asOf: 2026-06-28
            calendar:
              workdays: [Mon, Tue, 3, thursday]
              holidays: [2026-05-01]
            thresholds: {habit: 0.4, supply: 0.3, horizonWeeks: 8, habitWeeks: 0.5, decided: 0.9}
            """
        ).evidence
        #expect(evidence.name == "Acme")
        #expect(evidence.asOf == day("2026-06-28"))
        #expect(evidence.calendar == WorkCalendar(weekdays: [1, 2, 3, 4], holidays: [day("2026-05-01")]))
        #expect(
            evidence.thresholds
                == Thresholds(habit: 0.4, supply: 0.3, horizonWeeks: 8, habitWeeks: 0.5, decided: 0.9))
    }

    @Test func `report what is not known and what is not right, with the line`() throws {
        let result = try settings(
            "nmae: x\nasOf: soon\nthresholds:\n  habit: 7\n  hope: 1\ncalendar: [1]\ntools: 3\n")
        #expect(result.lines(.unknownSetting) == [1, 5])
        #expect(result.lines(.badSetting) == [2, 4, 6, 7])
        #expect(
            result.messages(.badSetting) == [
                "`asOf` should be a date such as 2026-06-28. The setting is left at its default.",
                "`thresholds.habit` should be a number from 0.01 to 0.99. The setting is left at its default.",
                "`calendar` should be a list of names with values. The setting is left at its default.",
                "`tools` should be a list of names with values. The setting is left at its default.",
            ])
    }

    @Test(arguments: ["a: [", "- 1\n- 2\n", "just text", "a: 1\na: 2\n", "\u{0}"])
    func `that cannot be read leave the defaults`(yaml: String) throws {
        let result = try settings(yaml)
        #expect(result.messages(.caseSettingsUnreadable).count == 1)
        #expect(result.evidence.thresholds == Thresholds())
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "- - ", " "])
    func `nested without end do no harm`(piece: String) throws {
        let result = try settings("a:\n  " + String(repeating: piece, count: 60_000) + "x")
        #expect(result.messages(.caseSettingsUnreadable).count == 1)
    }

    @Test func `may be empty`() throws {
        #expect(try settings("").messages(.caseSettingsUnreadable) == [])
        #expect(try settings("# nothing\n").messages(.caseSettingsUnreadable) == [])
    }

    @Test func `without any day anywhere speak of a fixed day and say so`() throws {
        let result = try settings("name: x")
        #expect(result.evidence.asOf == day("2000-01-01"))
        #expect(
            result.messages(.noAsOf) == [
                "No file tells of any day, so the case speaks of 1 January 2000. Set `asOf` in case.yaml."
            ])
    }
}
