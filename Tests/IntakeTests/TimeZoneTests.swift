import Intake
import Measures
import Rollout
import Testing

/// Instants become days of the case's time zone; what is no instant stands as written.
@Suite struct `Time zones` {
    private func days(_ times: [String], _ settings: String) throws -> [String] {
        let rows = times.map { "\($0),ada,X\n" }.joined()
        return try read([
            "people.csv": threePeople, "exports/e.csv": "timestamp,person,tool\n" + rows,
            "case.yaml": settings,
        ]).days(of: 0)
    }

    @Test(
        arguments: zip(
            [
                "2026-05-07T23:30:00Z", "2026-05-07 23:30:00.123456 UTC", "2026-05-07T23:30:00-07:00",
                "2026-05-08T01:30+0200", "1778196600", "1778196600999", "2026-05-07T23:30:00",
                "7.5.2026 23:30",
            ],
            [
                "2026-05-07", "2026-05-07", "2026-05-08", "2026-05-07", "2026-05-07", "2026-05-07",
                "2026-05-07", "2026-05-07",
            ]))
    func `are UTC without a setting`(time: String, expected: String) throws {
        #expect(try days([time], "name: X") == [expected])
    }

    @Test(
        arguments: zip(
            [
                "2026-05-07T23:30:00Z", "2026-05-07 23:30:00.123456 UTC", "2026-05-07T23:30:00-07:00",
                "2026-05-08T01:30+0200", "1778196600", "1778196600999", "2026-05-07T23:30:00",
                "7.5.2026 23:30",
                "2026-12-07T22:59:59Z", "2026-12-07T23:00:00Z", "2026-03-29T21:59:59Z",
                "2026-03-29T22:00:00Z",
            ],
            [
                "2026-05-08", "2026-05-08", "2026-05-08", "2026-05-08", "2026-05-08", "2026-05-08",
                "2026-05-07", "2026-05-07", "2026-12-07", "2026-12-08", "2026-03-29", "2026-03-30",
            ]))
    func `follow the setting, with its summer time`(time: String, expected: String) throws {
        #expect(try days([time], "timeZone: Europe/Berlin") == [expected])
    }

    @Test(
        arguments: zip(
            ["'+05:30'", "-0800", "UTC", "z", "America/Los_Angeles"],
            ["2026-05-08", "2026-05-07", "2026-05-07", "2026-05-07", "2026-05-07"]))
    func `may be a distance from UTC`(zone: String, expected: String) throws {
        #expect(try days(["2026-05-07T18:45:00Z"], "timeZone: \(zone)") == [expected])
    }

    @Test(arguments: ["Mars/Base", "CEST", "+99:00", "[1]", "+1:2:3"])
    func `that nobody knows are reported and leave UTC`(zone: String) throws {
        let result = try read([
            "people.csv": threePeople, "exports/e.csv": "timestamp,person,tool\n2026-05-07T23:30:00Z,ada,X\n",
            "case.yaml": "timeZone: \(zone)",
        ])
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(
            result.messages(.badSetting) == [
                "`timeZone` should be a time zone such as Europe/Berlin, UTC or +05:30. The setting is left at its default."
            ])
    }

    @Test func `do not touch the days of the case's own tables`() throws {
        let result = try read([
            "people.csv": threePeople, "use.csv": "person,date,tool\nada,2026-05-07T23:30:00Z,X\n",
            "case.yaml": "timeZone: Europe/Berlin",
        ])
        #expect(result.days(of: 0) == ["2026-05-07"])
    }
}
