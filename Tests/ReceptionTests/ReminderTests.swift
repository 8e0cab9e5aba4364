import Archive
import Casework
import Discovery
import Measures
import Testing

@Suite("Reminders")
struct ReminderTests {
    @Test("come once a week when quiet hours end, to those who asked, while a trial runs")
    func due() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let began = house.clock.value.day
            func trial(_ member: MemberID, verdict: TrialVerdict? = nil, noted: Int? = nil) async throws {
                _ = try await house.archive.keep(
                    TrialRecord(
                        member: member, role: role, task: "Sorting notes", baseline: try Strain(minutes: 30),
                        began: began,
                        occasions: try noted.map {
                            [Occasion(day: began.advanced(by: $0), after: try Strain(minutes: 9))]
                        } ?? [], verdict: verdict))
            }
            func wish(_ member: MemberID, isOn: Bool = true, from: Int = 1_080, to: Int = 450) async throws {
                try await house.archive.set(
                    NoticePreference(isOn: isOn, quietFrom: from, quietTo: to, feedHash: nil), of: member)
            }
            // Asked and running; off; decided; noted yesterday; never quiet.
            for (member, noted) in [(0, 2), (1, nil), (3, 6), (4, nil)] as [(Int, Int?)] {
                try await trial(members[member], noted: noted)
            }
            try await trial(members[2], verdict: .keep)
            for member in [0, 2, 3] { try await wish(members[member]) }
            try await wish(members[1], isOn: false)
            try await wish(members[4], from: 0, to: 0)
            let desk = ReminderDesk(house.installation)
            func at(_ days: Int, _ minute: Int) -> Moment {
                Moment(seconds: Int64(began.advanced(by: days).number) * 86_400 + Int64(minute) * 60)
            }
            func mails(_ days: Int, _ from: Int, _ to: Int) async throws -> [String] {
                try await desk.due(
                    after: at(days, from), upTo: at(days, to), baseURL: "https://x.example.com"
                )
                .compactMap(\.to)
            }
            let first = try #require(await house.archive.contact(members[0])?.email)
            let unquiet = try #require(await house.archive.contact(members[4])?.email)
            #expect(try await mails(7, 0, 449).isEmpty, "quiet until half past seven")
            #expect(try await mails(7, 449, 450) == [first])
            #expect(try await mails(7, 450, 1_439) == [unquiet], "nobody is told twice")
            #expect(try await mails(8, 0, 1_439).isEmpty)
            #expect(try await mails(42, 449, 450).contains(first))
            #expect(try await mails(49, 0, 1_439).isEmpty)
            // A look that spans midnight misses nobody.
            #expect(
                try await desk.due(after: at(7, 449), upTo: at(8, 5), baseURL: "").compactMap(\.to).sorted()
                    == [first, unquiet].sorted())
            let mail = try #require(
                try await desk.due(after: at(7, 449), upTo: at(7, 450), baseURL: "https://x.example.com")
                    .first)
            #expect(mail.body.contains("https://x.example.com/answer/t-"))
            #expect(mail.body.contains("No more of these: https://x.example.com/for-me/reminders"))
            #expect(mail.answers.map(\.label) == ["Note how it went", "Keep it", "Not for me"])
            // Where nothing was tried yet there is nothing to keep, and no button says so.
            let untried = try #require(
                try await desk.due(after: at(7, 450), upTo: at(7, 1_439), baseURL: "").first)
            #expect(untried.to == unquiet && untried.answers.map(\.label) == ["Note how it went"])
            // Mailboxes and chats have other readers: the task is not named.
            #expect(!mail.body.contains("Sorting"))
            // The off switch, and leaving.
            try await wish(members[0], isOn: false)
            await house.archive.leaveDiscovery(members[4])
            #expect(try await mails(7, 0, 1_439).isEmpty)
        }
    }
}
