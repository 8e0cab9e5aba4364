import Intake
import Measures
import Rollout
import Testing

/// Dates are read from the whole column, and what can be read two ways is refused.
@Suite struct `Dates of a column` {
    private func use(_ dates: [String], settings: String = "name: X") throws -> ReadResult {
        let rows = dates.map { "ada;\($0);X\n" }.joined()
        return try read([
            "people.csv": threePeople, "use.csv": "person;date;tool\n" + rows, "case.yaml": settings,
        ])
    }

    @Test(arguments: [
        "2026-03-04", "2026/3/4", "4.3.2026", "04.03.2026", "2026-03-04T23:59:59Z", "2026-03-04 10:20:00",
        "2026-03-04T10:20:30.5+02:00", "4.3.2026 09:34",
    ])
    func `may be written in any unambiguous way`(text: String) throws {
        #expect(try use([text]).days(of: 0) == ["2026-03-04"])
    }

    @Test func `are day first where one day is above twelve`() throws {
        #expect(try use(["04/03/2026", "13/03/2026"]).days(of: 0) == ["2026-03-04", "2026-03-13"])
    }

    @Test func `are month first where one second number is above twelve`() throws {
        #expect(try use(["03/04/2026", "3/13/2026 4:05:59 PM"]).days(of: 0) == ["2026-03-04", "2026-03-13"])
    }

    @Test func `are refused where rows contradict each other`() throws {
        let result = try use(["13/04/2026", "04/13/2026"])
        #expect(result.days(of: 0) == [])
        #expect(
            result.messages(.ambiguousDates) == [
                "The dates in `date` have the day first in some rows and the month first in others. They are not used; write all as 2026-06-28."
            ])
    }

    @Test func `are refused where the order cannot be told`() throws {
        let result = try use(["03/04/2026"])
        #expect(result.days(of: 0) == [])
        #expect(
            result.messages(.ambiguousDates) == [
                "The dates in `date` can be read day first or month first. They are not used; say which in case.yaml: `dates: dmy` or `dates: mdy`."
            ])
        #expect(result.notices.contains { $0.severity == .error })
    }

    @Test(arguments: zip(["dates: dmy", "dates: {use.csv: mdy}"], ["2026-04-03", "2026-03-04"]))
    func `follow what the settings say`(settings: String, expected: String) throws {
        let result = try use(["03/04/2026"], settings: settings)
        #expect(result.days(of: 0) == [expected])
        #expect(result.messages(.ambiguousDates) == [])
    }

    @Test(arguments: [
        "yesterday", "2026-13-01", "2026-02-30", "43471", "1.2.26", "2026-1", "32.1.2026", "20260304",
        "2026-03-04Tx", "-", "99999999999999999999-01-01",
    ])
    func `that are none lose their row`(text: String) throws {
        let result = try use([text, "2026-03-04"])
        #expect(result.days(of: 0) == ["2026-03-04"])
        #expect(
            result.messages(.badDate) == [
                "`date` is not a date. The row is left out; write dates as 2026-06-28."
            ])
    }

    @Test(arguments: ["1999-12-31", "2101-01-01", "0001-01-01"])
    func `outside a hundred years lose their row`(text: String) throws {
        let result = try use([text])
        #expect(result.days(of: 0) == [])
        #expect(
            result.messages(.dateOutOfRange) == [
                "`date` lies outside the years 2000 to 2100. The row is left out; correct the date."
            ])
    }

    @Test(arguments: ["2000-01-01", "2100-12-31"])
    func `at the ends of the hundred years are kept`(text: String) throws {
        #expect(try use([text]).days(of: 0) == [text])
    }
}
