import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `A sag of the whole organisation` {
    /// Four of six people a team use it three weeks of four, but for the weeks and teams of a sag.
    private static func organisation(sag weeks: Range<Int>, teams: Range<Int> = 0..<8) -> Evidence {
        SmallCase(
            uses: { team, place, week in
                guard place < 4, (week + place + team) % 4 != 0 else { return false }
                return !(weeks.contains(week) && teams.contains(team)) || (week + place) % 5 == 0
            }
        ).evidence()
    }

    private static func said(_ reading: ScopeReading, _ start: String) -> [String] {
        (reading.verdict?.because ?? []).map(\.template).filter { $0.contains(start) }
    }

    @Test func `that came back is left out of the forecast, and named by its days`() throws {
        let plain = SmallCase.read(Self.organisation(sag: 0..<0))
        let sagged = SmallCase.read(Self.organisation(sag: 21..<28))
        // Week 21 of 30 begins on 27 April, week 27 ends on 14 June 2026.
        #expect(
            Self.said(sagged, "use sagged in most teams at once and then came back")
                .first?.hasPrefix("From 27 April 2026 to 14 June 2026") == true)
        #expect(Self.said(plain, "sagged").isEmpty)
        let before = try #require(plain[.habitForecast].value)
        let after = try #require(sagged[.habitForecast].value)
        #expect(abs(after.value - before.value) < 0.1)
        // Today's habit itself is not made better than it was.
        let (low, high) = (try #require(sagged[.habit].value), try #require(plain[.habit].value))
        #expect(low.value < high.value)
    }

    @Test func `that lasts leaves the forecast between a season and the end, and wider`() throws {
        let plain = try #require(SmallCase.read(Self.organisation(sag: 0..<0))[.habitForecast].value)
        let reading = SmallCase.read(Self.organisation(sag: 25..<30))
        #expect(Self.said(reading, "use has sagged in most teams at once").count == 1)
        let open = try #require(reading[.habitForecast].value)
        #expect(open.value < plain.value)
        let (wide, narrow) = (try #require(open.interval), try #require(plain.interval))
        #expect(wide.width > narrow.width)
    }

    @Test func `is not seen where people give up one by one`() {
        let trickle = SmallCase(
            uses: { team, place, week in
                place < 4 && week < 14 + (team * 4 + place) % 16 && (week + place + team) % 4 != 0
            }
        ).evidence()
        #expect(Self.said(SmallCase.read(trickle), "sagged").isEmpty)
    }

    @Test func `is not seen where it is one unit's own`() {
        #expect(Self.said(SmallCase.read(Self.organisation(sag: 21..<28, teams: 0..<3)), "sagged").isEmpty)
    }
}
