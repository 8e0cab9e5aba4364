import Archive
import Casework
import Measures
import Rollout
import Testing

@Suite struct `Two readings side by side` {
    private static let june = Day("2026-06-28")!

    /// Thirty people in three teams of ten; the first of them may have moved on.
    private static func membership(moved: Int = 0, gone: Int = 0) -> Membership {
        var places: [MemberID: Membership.Place] = [:]
        for number in gone..<30 {
            let team = number < moved ? "Team 1" : "Team \(number / 10)"
            places[MemberID(Int64(number + 1))] = Membership.Place(
                team: team, role: "clerk", layer: .contributor)
        }
        return Membership(places)
    }

    private static func installation(
        _ readings: [(day: Day, membership: Membership?)]
    ) async throws -> Installation {
        let archive = MemoryArchive()
        for (day, membership) in readings {
            if let membership { await archive.set(membership.text, for: membership.name) }
            await archive.keep(
                VerdictRecord(
                    asOf: day, dueOn: day.advanced(by: 84), kind: "diagnosis", code: "phase2", moving: 0.1,
                    phase1: 0.1, phase2: 0.8, habit: 0.2, document: [1], membership: membership?.name))
        }
        return Installation(
            archive: archive, now: { Moment(seconds: 0) }, secretBytes: { [UInt8](repeating: 0, count: $0) })
    }

    private static func pair(
        _ before: Membership?, _ after: Membership?, apart: Int = 28
    ) async throws -> ReadingHistory.Pair? {
        let earlier = june.advanced(by: -apart)
        let history = ReadingHistory(try await installation([(earlier, before), (june, after)]))
        return try await history.pair(earlier, june)
    }

    @Test func `shows every scope in which the same people were counted`() async throws {
        let pair = try #require(await Self.pair(Self.membership(), Self.membership()))
        #expect(pair.refusal == nil && pair.withheld.isEmpty)
        #expect(pair.isShown(Scope(.team, "Team 2")) && pair.isShown(Membership.everybody))
    }

    @Test(arguments: [1, 2, 3, 4]) func `holds back what fewer than five joined or left`(moved: Int)
        async throws
    {
        let pair = try #require(await Self.pair(Self.membership(), Self.membership(moved: moved)))
        #expect(!pair.isShown(Scope(.team, "Team 0")), "a difference of these teams is about those who moved")
        #expect(!pair.isShown(Scope(.team, "Team 1")))
        #expect(pair.isShown(Scope(.team, "Team 2")) && pair.isShown(Scope(.role, "clerk")))
        #expect(pair.withheld[Scope(.team, "Team 0")]?.contains("fewer than five people") == true)
    }

    @Test func `shows what five or more joined or left`() async throws {
        let pair = try #require(await Self.pair(Self.membership(), Self.membership(moved: 5)))
        #expect(pair.isShown(Scope(.team, "Team 0")) && pair.isShown(Scope(.team, "Team 1")))
    }

    @Test func `holds everything back that one leaver was part of`() async throws {
        let pair = try #require(await Self.pair(Self.membership(), Self.membership(gone: 1)))
        #expect(!pair.isShown(Membership.everybody) && !pair.isShown(Scope(.role, "clerk")))
        #expect(!pair.isShown(Scope(.team, "Team 0")) && pair.isShown(Scope(.team, "Team 1")))
    }

    @Test func `takes no two days less than four weeks apart`() async throws {
        let pair = try #require(await Self.pair(Self.membership(), Self.membership(), apart: 27))
        #expect(pair.refusal?.contains("less than four weeks apart") == true)
        #expect(!pair.isShown(Scope(.team, "Team 2")))
    }

    @Test func `takes no day of which nobody knows who was counted`() async throws {
        let pair = try #require(await Self.pair(nil, Self.membership()))
        #expect(pair.refusal?.contains("no longer known who was counted") == true)
        #expect(!pair.isShown(Membership.everybody))
    }

    @Test func `knows no pair in the wrong order, or of a day without a reading`() async throws {
        let history = ReadingHistory(
            try await Self.installation([(Self.june, Self.membership())]))
        #expect(try await history.pair(Self.june, Self.june) == nil)
        #expect(try await history.pair(Self.june.advanced(by: -28), Self.june) == nil)
        #expect(try await history.days() == [Self.june])
    }

    @Test func `keeps names with tabs, line ends and backslashes as they are`() {
        let odd = Membership([
            MemberID(3): .init(team: "a\tb\\tc\nd", role: "", layer: .manager),
            MemberID(4): .init(team: "é \u{202E}x", role: "r\\", layer: .executive),
        ])
        #expect(Membership(text: odd.text) == odd)
    }
}
