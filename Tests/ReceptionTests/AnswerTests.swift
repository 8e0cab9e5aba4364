import Archive
import Casework
import Discovery
import Foundation
import Measures
import Rollout
import Testing

@Suite("An answer from a message")
struct AnswerTests {
    private static func trial(
        _ house: House, _ member: MemberID, role: String, isTried: Bool = false
    ) async throws -> TrialRecord {
        let began = house.clock.value.day.advanced(by: -7)
        return try await house.archive.keep(
            TrialRecord(
                member: member, role: role, task: "Sorting zebra notes", baseline: try Strain(minutes: 40),
                began: began,
                occasions: isTried ? [Occasion(day: began, after: try Strain(minutes: 20))] : []))
    }

    @Test("is one tap without signing in; opening the link does nothing")
    func tap() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let trial = try await Self.trial(house, members[0], role: role)
            let desk = AnswerDesk(house.installation)
            let link = "/answer/\(try await desk.token(.trial(trial.id)))"
            let stranger = Browser(port: house.port)
            // Mail filters and chat previews open links, and some with every answer on it.
            for say in ["", "?say=keep", "?say=drop", "?say=yes"] {
                let page = try await stranger.get(link + say)
                #expect(page.status == 200 && page.body.contains("How did it go?"))
                #expect(!page.body.contains("zebra") && !page.body.contains("Firsthand watches you"))
                _ = try await stranger.send("HEAD", link + say, body: nil)
            }
            #expect(await house.archive.trials(of: members[0]) == [trial])
            #expect(try await stranger.get(link).body.contains("It took as long as before: 40 minutes"))
            #expect(!(try await stranger.get(link).body.contains("I keep it")), "nothing was tried yet")
            #expect(try await stranger.post(link, ["minutes": "20"]).body.contains("Noted. Thank you."))
            // The same button twice is no second occasion.
            #expect(try await stranger.post(link, ["minutes": "20"]).status == 400)
            let noted = try #require(await house.archive.trials(of: members[0]).first)
            #expect(noted.occasions.map(\.after.minutes) == [20])
            let keep = try await stranger.get(link + "?say=keep").body
            #expect(keep.contains("I keep it") && !keep.contains("Not for me"))
            #expect(try await stranger.post(link, ["verdict": "keep"]).status == 200)
            #expect(await house.archive.trials(of: members[0]).first?.verdict == .keep)
            #expect(await house.archive.trials(of: members[0]).first?.consent == Consent.none)
            #expect(try await stranger.get(link).body.contains("There is nothing left to answer"))
            #expect(try await stranger.post(link, ["verdict": "drop"]).status == 400)
        }
    }

    @Test("leads to one question of one person, for fourteen days, and cannot be made up")
    func forged() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let trial = try await Self.trial(house, members[0], role: role)
            let other = try await Self.trial(house, members[1], role: role)
            let desk = AnswerDesk(house.installation)
            let token = try await desk.token(.trial(trial.id))
            let stranger = Browser(port: house.port)
            #expect(try await desk.question(token) == .trial(trial.id))
            let parts = token.split(separator: "-").map(String.init)
            for forged in [
                token.replacingOccurrences(of: "t-\(trial.id)-", with: "t-\(other.id)-"),
                token.replacingOccurrences(of: "t-\(trial.id)-", with: "w-\(trial.id)-"),
                [parts[0], parts[1], String((Int(parts[2]) ?? 0) + 1), parts[3]].joined(separator: "-"),
                String(token.dropLast()), "t-1-99999-", "", "-", "t--1-2-3",
                String(repeating: "9", count: 400),
            ] {
                #expect(try await desk.question(forged) == nil, "\(forged)")
                #expect(
                    try await stranger.post("/answer/\(forged.isEmpty ? "-" : forged)", ["verdict": "keep"])
                        .status
                        == 404, "\(forged)")
            }
            house.clock.value = house.clock.value.advanced(by: 15 * 86_400)
            #expect(try await desk.question(token) == nil, "too old")
            #expect(await house.archive.trials(of: members[1]) == [other])
        }
    }

    @Test("says whether somebody watched, and of whom the month only")
    func watched() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let month = Month(house.clock.value.day)
            let link =
                "/answer/\(try await AnswerDesk(house.installation).token(.watched(members[0], month)))"
            let stranger = Browser(port: house.port)
            #expect(try await stranger.get(link).body.contains("Did you watch a colleague"))
            #expect(await house.archive.stanceMarks().isEmpty)
            _ = try await stranger.post(link, ["watched": "yes"])
            #expect(
                await house.archive.stanceMarks() == [members[0]: StanceMarks(watched: month, asked: month)])
        }
    }

    @Test("is asked for at the end of quiet hours, by chat or mail as people want")
    func channels() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            for (place, channel) in NoticePreference.Channel.allCases.enumerated() {
                _ = try await Self.trial(house, members[place], role: role, isTried: true)
                try await house.archive.set(
                    NoticePreference(
                        isOn: true, quietFrom: 1_080, quietTo: 480, feedHash: nil, channel: channel),
                    of: members[place])
            }
            let day = Int64(house.clock.value.day.number) * 86_400
            let due = try await ReminderDesk(house.installation).due(
                after: Moment(seconds: day), upTo: Moment(seconds: day + 86_399),
                baseURL: "https://x.example.com")
            #expect(due.map(\.channel) == [.mail, .chat])
            #expect(due.allSatisfy { !$0.body.contains("zebra") && $0.answers.count == 3 })
        }
    }

    @Test("is not what everybody is told on Mondays: demonstrations, without who shows")
    func weekly() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let monday = Week(containing: house.clock.value.day).advanced(by: 1).monday
            func at(_ day: Day, _ minute: Int64) -> Moment {
                Moment(seconds: Int64(day.number) * 86_400 + minute * 60)
            }
            let desk = ReminderDesk(house.installation)
            func told(_ day: Day) async throws -> ReminderDesk.Reminder? {
                try await desk.weekly(
                    after: at(day, 539), upTo: at(day, 540), baseURL: "https://x.example.com")
            }
            #expect(try await told(monday) == nil)
            for (title, days) in [("Quotes", 2), ("Later", 9)] {
                _ = try await house.archive.keep(
                    DemonstrationRecord(
                        host: members[0], title: title, place: "Room 2",
                        starts: CalendarTime(day: monday.advanced(by: days), minute: 605),
                        changed: house.clock.value))
            }
            let said = try #require(try await told(monday))
            #expect(said.to == nil && said.channel == .chat)
            #expect(said.body.contains("- Quotes, \(monday.advanced(by: 2)) at 10:05 UTC"))
            #expect(
                !said.body.contains("Later") && said.body.contains("https://x.example.com/demonstrations"))
            let contact = try #require(await house.archive.contact(members[0]))
            #expect(!said.body.contains(contact.key) && !said.body.contains(contact.name ?? contact.key))
            #expect(try await told(monday.advanced(by: 1)) == nil)
            #expect(try await desk.weekly(after: at(monday, 540), upTo: at(monday, 700), baseURL: "") == nil)
        }
    }
}
