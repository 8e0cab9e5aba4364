import Archive
import Casework
import Discovery
import Foundation
import Measures
import Rollout
import Testing

/// Organisations in which people have named, tried and shown things, for tests.
enum Discoveries {
    /// A number of people of one role, of several teams, that have nothing else to do with a test.
    static func people(_ house: House, atLeast count: Int) async throws -> (role: String, members: [MemberID])
    {
        let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
        let evidence = stored.evidence
        let byRole = Dictionary(
            grouping: evidence.people.filter {
                $0.layer == .contributor && $0.isPresent(on: evidence.asOf)
            }, by: \.role)
        let role = byRole.max { $0.value.count < $1.value.count }!
        try #require(role.value.count >= count)
        return (evidence.roles[role.key], role.value.map { stored.members[$0.id.ordinal] })
    }

    /// A use case that is live for a role.
    static func useCase(_ house: House, role: String) async throws -> UseCase {
        let evidence = await house.archive.evidence(asOf: nil, withObjectors: true).evidence
        return try #require(
            evidence.useCases.first { entry in
                entry.isLive(on: house.clock.value.day)
                    && entry.roles.contains { evidence.roles[$0] == role }
            })
    }

    /// Lets people try a use case and say what came of it, some time ago.
    static func trials(
        _ house: House, of members: ArraySlice<MemberID>, role: String, useCase: String, kept: Int
    ) async throws {
        let began = house.clock.value.day.advanced(by: -60)
        for (place, member) in members.enumerated() {
            let isKept = place < kept
            _ = try await house.archive.keep(
                TrialRecord(
                    member: member, role: role, task: "Answering delivery questions",
                    theme: .task("mailbox"), useCase: useCase,
                    baseline: try Strain(minutes: 40, strain: 6), began: began,
                    occasions: try (0..<5).map {
                        Occasion(
                            day: began.advanced(by: $0),
                            after: try Strain(minutes: Double(isKept ? 18 + $0 : 45), strain: isKept ? 3 : 7))
                    }, verdict: isKept ? .keep : .drop, decided: began.advanced(by: 20), consent: .counted))
        }
    }

    /// Signs somebody in again, whose session has run out.
    static func signIn(_ browser: Browser, _ name: String) async throws {
        _ = try await browser.post(
            "/sign-in", ["email": "\(name)@example.com", "password": House.password])
    }

    /// Lets the clock run to the next Monday.
    static func nextMonday(_ house: House) {
        let today = house.clock.value.day
        let days = Week(containing: today).advanced(by: 1).monday
        house.clock.value = house.clock.value.advanced(
            by: Int64(today.distance(to: days)) * 86_400)
    }
}

@Suite("Finding out for oneself")
struct DiscoveryWalkTests {
    @Test("goes from a pain over a trial to a colleague in another team, and every listener gets theirs")
    func walk() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            let useCase = try await Discoveries.useCase(house, role: role)
            try await Discoveries.trials(
                house, of: members[2..<12], role: role, useCase: useCase.id, kept: 8)
            let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
            func team(_ member: MemberID) -> Int {
                stored.evidence.people[stored.person(member)!.ordinal].team
            }
            let worker = try await house.browser("worker", member: members[0])
            let other = try #require(members.first { team($0) != team(members[0]) })
            let colleague = try await house.browser("colleague", member: other)

            // A page that teaches, a pain with one tap, a suggestion with its evidence.
            let first = try await worker.get("/for-me")
            #expect(first.body.contains("What bothers you most about your work?"))
            let token = try #require(first.token)
            let named = try await worker.post("/for-me/pains", ["token": token, "task": "mailbox"])
            let painPath = try #require(named.location)
            let page = try await worker.get(painPath)
            #expect(page.status == 200)
            #expect(page.body.contains("Answering the same e-mails again"))
            // Whatever is drawn, what the role is known to have kept is there with its evidence.
            #expect(page.body.contains(useCase.title))
            #expect(
                page.body.contains(
                    "About 80 % of those in your role who tried this and let it be counted kept it"))
            #expect(!page.body.contains("8 of 10"))

            // A trial: baseline, occasions, too few to say, then arithmetic, then a verdict.
            let begun = try await worker.post(
                "/for-me/trials",
                [
                    "token": token, "task": "Answering delivery questions",
                    "pain": String(painPath.split(separator: "/").last ?? ""),
                    "useCase": useCase.id, "minutes": "40", "strain": "6",
                ])
            let trial = try #require(begun.location)
            let early = try await worker.post("\(trial)/verdict", ["token": token, "verdict": "keep"])
            #expect(early.status == 400 && early.body.contains("Note at least one occasion first"))
            for minutes in [20, 15, 20, 25] {
                let noted = try await worker.post(
                    "\(trial)/occasion", ["token": token, "minutes": "\(minutes)", "strain": "3"])
                #expect(noted.status == 303)
            }
            #expect(try await worker.get(trial).body.contains("Too few to say: four occasions so far"))
            #expect(try await worker.get("/for-me").body.contains("How did it go?"))
            _ = try await worker.post("\(trial)/occasion", ["token": token, "minutes": "20", "strain": "2"])
            let result = try await worker.get(trial).body
            #expect(result.contains("Minutes: from 40 to 20 on average; 20 less"))
            let refused = try await worker.post(
                "\(trial)/occasion", ["token": token, "minutes": "", "strain": "2"])
            #expect(refused.status == 400 && refused.body.contains("Minutes go from 0 to 1440"))
            _ = try await worker.post(
                "\(trial)/verdict", ["token": token, "verdict": "keep", "why": "savesTime"])
            #expect(try await worker.get(trial).body.contains("Nobody sees it but you"))

            // Nobody else sees it until it is shared, by role and without a name.
            #expect(try await colleague.get(trial).status == 404)
            #expect(!(try await colleague.get("/shelf").body.contains("Answering delivery questions")))
            _ = try await worker.post(
                "\(trial)/share", ["token": token, "consent": "roleOnly", "condition": "manyAlike"])
            let shelf = try await colleague.get("/shelf").body
            #expect(shelf.contains("Answering delivery questions"))
            #expect(shelf.contains("From 40 to 20 minutes, strain from 6 to 3 of 10, over 5 occasions."))
            let contact = try #require(await house.archive.contact(members[0]))
            #expect(!shelf.contains(contact.key) && !shelf.contains(contact.name ?? contact.key))

            // The manager gets the example to show, the sponsor a draft that stands on it.
            let manager = try #require(stored.evidence.people[stored.person(members[0])!.ordinal].manager)
            let boss = try await house.browser("boss", member: stored.members[manager.ordinal])
            #expect(try await boss.get("/my-team").body.contains("Answering delivery questions"))
            let sponsor = try await house.browser("sponsor", capabilities: [.sponsor])
            let stand = try await sponsor.get("/where-we-stand").body
            #expect(stand.contains("Answering delivery questions: from 40 to 20 minutes"))
            #expect(stand.contains("an example of somebody in the role \(role)"))

            // A link to a colleague: it counts once, and the crossing is shown from five on, next Monday.
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let before = try await lead.get("/diagnosis").body
            #expect(before.contains("Discovery has not crossed team borders often enough to count"))
            let colleagueToken = try #require(try await colleague.get("/for-me").token)
            for round in 0..<6 {
                let shown = try await worker.post("/for-me/show", ["token": token])
                let link = try #require(shown.body.firstMatch(of: /http:\/\/localhost(\/shown\/[^<"&]+)/)).1
                let landing = try await colleague.get(String(link))
                #expect(landing.body.contains("A colleague shows you something"), "round \(round)")
                // Looking alone, as programs that preview links do, counts nothing.
                #expect(await house.archive.crossings().values.reduce(0, +) == round)
                _ = try await colleague.post(String(link), ["token": colleagueToken])
                _ = try await colleague.post(String(link), ["token": colleagueToken])
            }
            #expect(await house.archive.crossings().values.reduce(0, +) == 6)
            #expect(
                try await lead.get("/diagnosis").body.contains(
                    "Discovery has not crossed team borders often enough to count"),
                "the figures of a week stay as they are")
            Discoveries.nextMonday(house)
            try await Discoveries.signIn(lead, "lead")
            let after = try await lead.get("/diagnosis").body
            #expect(after.contains("Discovery has crossed team borders at least 5 times"))
            #expect(!after.contains("at least 6 invitations"))
            #expect(after.contains("Keep and show"))
        }
    }

    @Test("says what a claim lacks, and counts reuse from five on")
    func shelfRules() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            let token = try #require(try await worker.get("/for-me").token)
            let begun = try await worker.post(
                "/for-me/trials", ["token": token, "task": "Great productivity boost", "minutes": "40"])
            let trial = try #require(begun.location)
            _ = try await worker.post("\(trial)/occasion", ["token": token, "minutes": "20"])
            let early = try await worker.post("\(trial)/share", ["token": token, "consent": "named"])
            #expect(early.status == 400 && early.body.contains("Say first what came of it"))
            _ = try await worker.post(
                "\(trial)/verdict", ["token": token, "verdict": "drop", "why": "tooSlow"])
            let empty = try await worker.post("\(trial)/share", ["token": token, "consent": "named"])
            #expect(empty.status == 400)
            #expect(empty.body.contains("Name the piece of work, not how good it is"))
            #expect(await house.archive.examples().isEmpty)
            // A dropped one is shown as well, with the reason.
            let real = try await worker.post(
                "/for-me/trials", ["token": token, "task": "Sorting delivery notes", "minutes": "40"])
            let second = try #require(real.location)
            _ = try await worker.post("\(second)/occasion", ["token": token, "minutes": "50"])
            _ = try await worker.post(
                "\(second)/verdict", ["token": token, "verdict": "drop", "why": "tooSlow"])
            _ = try await worker.post("\(second)/share", ["token": token, "consent": "named"])
            let colleague = try await house.browser("colleague", member: members[1])
            let shelf = try await colleague.get("/shelf").body
            #expect(shelf.contains("Did not help: it was too slow."))
            let contact = try #require(await house.archive.contact(members[0]))
            #expect(shelf.contains("worker, \(role)"), "named, since that was their choice")
            #expect(!shelf.contains(contact.key), "and not by the roster's key")
            let example = try #require(await house.archive.examples().first)
            let other = try #require(try await colleague.get("/for-me").token)
            for count in 1...5 {
                _ = try await colleague.post(
                    "/for-me/trials",
                    ["token": other, "task": "Notes", "minutes": "9", "example": "\(example.id)"])
                let body = try await colleague.get("/shelf").body
                #expect(body.contains("Tried from here at least 5 times") == (count == 5))
            }
            // Taken back at any time.
            _ = try await worker.post("\(second)/share", ["token": token, "consent": "none"])
            #expect(!(try await colleague.get("/shelf").body.contains("Sorting delivery notes")))
        }
    }

    @Test("lets nobody touch what is another's, and deletes all when somebody leaves")
    func ownership() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            let thief = try await house.browser("thief", member: members[1])
            let token = try #require(try await worker.get("/for-me").token)
            let other = try #require(try await thief.get("/for-me").token)
            let pain = try #require(
                try await worker.post(
                    "/for-me/pains", ["token": token, "text": "Retyping orders by hand", "kind": "tedious"]
                ).location)
            let trial = try #require(
                try await worker.post(
                    "/for-me/trials", ["token": token, "task": "Retyping orders", "minutes": "30"]
                ).location)
            #expect(try await thief.get(pain).status == 404)
            #expect(try await thief.get(trial).status == 404)
            for (path, fields) in [
                ("\(pain)/remove", [:]), ("\(pain)/theme", ["theme": "task:minutes"]),
                ("\(trial)/occasion", ["minutes": "3"]), ("\(trial)/verdict", ["verdict": "drop"]),
                ("\(trial)/share", ["consent": "named"]), ("\(trial)/remove", [:]), ("\(trial)/back", [:]),
            ] as [(String, [String: String])] {
                var form = fields
                form["token"] = other
                #expect(try await thief.post(path, form).status == 404, "\(path)")
                form["token"] = "forged"
                #expect(try await worker.post(path, form).status == 403, "\(path)")
            }
            #expect(await house.archive.pains(of: nil).count == 1)
            _ = try await worker.post("\(pain)/theme", ["token": token, "theme": "task:copying"])
            #expect(await house.archive.pains(of: nil).map(\.theme) == [.task("copying")])
            _ = try await worker.post("/for-me/decline", ["token": token, "why": "preferOwnWay"])
            #expect(await house.archive.stanceMarks()[members[0]]?.declined == .preferOwnWay)
            let unsure = try await worker.post("/for-me/leave", ["token": token, "sure": "leave"])
            #expect(unsure.body.contains("Nothing was deleted"))
            _ = try await worker.post("/for-me/leave", ["token": token, "sure": "LEAVE"])
            #expect(await house.archive.pains(of: nil).isEmpty)
            #expect(await house.archive.trials(of: nil).isEmpty)
            #expect(await house.archive.stanceMarks().isEmpty)
        }
    }

    @Test("offers demonstrations with a calendar entry, and asks of a month whether one watched")
    func demonstrations() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            // Early in a month, so that the day after the demonstration is still in it.
            house.clock.value = Moment(seconds: Int64(Day("2026-07-06")!.number) * 86_400 + 36_000)
            let host = try await house.browser("host", member: members[0])
            let guest = try await house.browser("guest", member: members[1])
            let token = try #require(try await host.get("/for-me").token)
            #expect(try await guest.get("/demonstrations").body.contains("Nobody has offered one yet"))
            let late = try await host.post(
                "/demonstrations",
                ["token": token, "title": "My inbox", "day": "2026-07-01", "time": "10:00"])
            #expect(late.status == 400)
            _ = try await host.post(
                "/demonstrations",
                [
                    "token": token, "title": "My inbox; all of it", "day": "2026-07-08", "time": "10:30",
                    "place": "Room 2",
                ])
            let list = try await guest.get("/demonstrations").body
            #expect(list.contains("My inbox; all of it") && list.contains("10:30 UTC"))
            let path = try #require(list.firstMatch(of: /\/demonstrations\/\d+\/calendar\.ics/)).0
            let file = try await guest.get(String(path))
            #expect(file.headers["Content-Type"] == "text/calendar; charset=utf-8")
            #expect(file.body.contains("DTSTART:20260708T103000Z"))
            #expect(file.body.contains("SUMMARY:Watch: My inbox\\; all of it"))
            // The feed has it too, and nobody without the secret reads it.
            let guestToken = try #require(try await guest.get("/for-me").token)
            let feed = try await guest.post("/for-me/reminders/feed", ["token": guestToken])
            let address = try #require(feed.body.firstMatch(of: /http:\/\/localhost(\/feed\/[^<]+)/)).1
            let stranger = Browser(port: house.port)
            #expect(try await stranger.get(String(address)).body.contains("SUMMARY:Watch"))
            #expect(
                try await stranger.get("/feed/\(String(repeating: "A", count: 43))/firsthand.ics").status
                    == 404)
            // Asked afterwards only, once a month, and not the host.
            #expect(!(try await guest.get("/for-me").body.contains("Did you watch a colleague")))
            house.clock.value = house.clock.value.advanced(by: 3 * 86_400)
            try await Discoveries.signIn(guest, "guest")
            try await Discoveries.signIn(host, "host")
            let later = try #require(try await guest.get("/for-me").token)
            #expect(try await guest.get("/for-me").body.contains("Did you watch a colleague"))
            #expect(!(try await host.get("/for-me").body.contains("Did you watch a colleague")))
            _ = try await guest.post("/for-me/watched", ["token": later, "watched": "yes"])
            #expect(!(try await guest.get("/for-me").body.contains("Did you watch a colleague")))
            #expect(await house.archive.stanceMarks()[members[1]]?.watched == Month(Day("2026-07-08")!))
        }
    }

    @Test("checks messages, keeps what was said, and is for those who write to all")
    func messages() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            #expect(try await worker.get("/messages").status == 403)
            let page = try await lead.get("/messages")
            #expect(page.body.contains("No draft yet"))
            let token = try #require(page.token)
            let text = "All staff must use the assistant. It makes the company more <competitive>."
            let checked = try await lead.post("/messages/check", ["token": token, "text": text])
            #expect(checked.body.contains("it orders"))
            #expect(checked.body.contains("speaks of the company, not of whoever reads it"))
            #expect(!checked.body.contains("<competitive>"))
            _ = try await lead.post(
                "/messages/log", ["token": token, "text": text, "layer": "contributor", "channel": "mail"])
            let said = try #require(await house.archive.saidMessages().first)
            #expect(said.isOrder && said.layer == "contributor" && !said.hasExample)
            // It counts in the diagnosis once the evidence has come to its day, and there for who began under orders too.
            let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
            let maker = ReadingMaker(house.installation)
            _ = await house.archive.add(
                SaidMessage(
                    date: stored.evidence.asOf, layer: "manager", channel: "call", motive: "advantage",
                    hasExample: false, isOrder: true, text: "Gist"))
            let read = try #require(try await maker.reading(asOf: nil)).stored.evidence.messages
            #expect(read.count == stored.evidence.messages.count + 1)
            #expect(
                read.last
                    == Message(
                        date: stored.evidence.asOf, layer: .manager, channel: "call", motive: .advantage,
                        hasExample: false, isOrder: true))
            try await house.archive.removeSaidMessage(
                try #require(await house.archive.saidMessages().first { $0.text == "Gist" }).id)
            _ = try await lead.post("/messages/\(said.id)/remove", ["token": token])
            #expect(await house.archive.saidMessages().isEmpty)
        }
    }
}
