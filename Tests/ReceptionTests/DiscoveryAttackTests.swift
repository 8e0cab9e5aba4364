import Archive
import Casework
import Disclosure
import Discovery
import Foundation
import Measures
import Rollout
import Testing

/// What somebody could find out who sees everything that every role can see of discovery.
@Suite("An attacker with every role's pages")
struct DiscoveryAttackTests {
    /// Letters that stand nowhere else, for one person.
    private static func mark(_ place: Int, _ what: String) -> String { "\(what)zq\(place)zq" }

    @Test("reads no word and no name that its owner has not given", .timeLimit(.minutes(5)))
    func crawl() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 16)
            let useCase = try await Discoveries.useCase(house, role: role)
            let day = house.clock.value.day.advanced(by: -40)
            // Everybody says something only they would say; the first puts an example on the shelf, the second with a name.
            for (place, member) in members.prefix(16).enumerated() {
                _ = try await house.archive.add(
                    PainRecord(
                        member: member, role: role, kind: .tedious,
                        text: "Retyping orders \(Self.mark(place, "pain"))", theme: .task("copying"),
                        named: day))
                // In their own words; one says a word that is theirs alone.
                _ = try await house.archive.add(
                    PainRecord(
                        member: member, role: role, kind: .stresses,
                        text: "Polishing striped pallets\(place == 3 ? " " + Self.mark(place, "said") : "")",
                        named: day))
                let consent: Consent =
                    place == 0 ? .roleOnly : place == 1 ? .named : place < 9 ? .counted : .none
                let trial = try await house.archive.keep(
                    TrialRecord(
                        member: member, role: role, task: Self.mark(place, "trial"), theme: .task("copying"),
                        useCase: useCase.id, baseline: try Strain(minutes: 137), began: day,
                        occasions: [Occasion(day: day, after: try Strain(minutes: 61))],
                        verdict: .keep, decided: day.advanced(by: 2), consent: consent))
                guard consent.isShown else { continue }
                _ = try await house.archive.keep(
                    ExampleRecord(
                        member: member, trial: trial.id, role: role, task: trial.task, useCase: useCase.id,
                        tool: "", minutesBefore: 137, minutesAfter: 61, occasions: 1, isKept: true,
                        consent: consent, shared: day.advanced(by: 3)))
            }
            let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
            let evidence = stored.evidence
            let manager = try #require(evidence.people[stored.person(members[2])!.ordinal].manager)
            let readers: [(String, Browser)] = [
                ("lead", try await house.browser("lead", capabilities: [.rolloutLead])),
                ("sponsor", try await house.browser("sponsor", capabilities: [.sponsor])),
                ("council", try await house.browser("council", capabilities: [.council, .administrator])),
                ("manager", try await house.browser("manager", member: stored.members[manager.ordinal])),
                ("colleague", try await house.browser("colleague", member: members.last!)),
            ]
            _ = try await house.browser("nadia", member: members[1])
            try await house.archive.setDeclined(.notAllowed, by: members[15])
            var contacts: [Contact] = []
            for member in members.prefix(16) where member != members[1] {
                contacts.append(try #require(await house.archive.contact(member)))
            }
            var seen = 0
            for (who, browser) in readers {
                // The administrator's lists of accounts and people are theirs to keep, and say nothing of discovery.
                for (path, body) in try await Self.pages(browser) {
                    seen += 1
                    for place in 0..<16 {
                        #expect(
                            !body.contains(Self.mark(place, "pain"))
                                && !body.contains(Self.mark(place, "said")),
                            "\(who) \(path): words of person \(place)")
                        if place > 1 {
                            #expect(
                                !body.contains(Self.mark(place, "trial")), "\(who) \(path): task of \(place)")
                        }
                    }
                    guard
                        path.hasPrefix("/api") || path.hasPrefix("/shelf") || path.hasPrefix("/ledger")
                            || path.hasPrefix("/demo")
                            || path.hasPrefix("/messages") || path.hasPrefix("/my-team")
                            || path.hasPrefix("/where") || path.hasPrefix("/diagnosis")
                    else { continue }
                    for contact in contacts {
                        #expect(!body.contains(">\(contact.key)<") && !body.contains(contact.email ?? "-@-"))
                        if let name = contact.name { #expect(!body.contains(name), "\(who) \(path)") }
                    }
                }
            }
            #expect(seen > 60, "the crawl went through \(seen) pages only")
            // Planted: what was given is found, so the search can find.
            let shelf = try await readers[4].1.get("/shelf?role=").body
            #expect(shelf.contains(Self.mark(0, "trial")) && shelf.contains(Self.mark(1, "trial")))
            #expect(shelf.contains("nadia"))
            #expect(try await readers[0].1.get("/api/v1/edition").body.contains("\"said:"))
        }
    }

    /// Every page a browser gets to by following links, with its text.
    private static func pages(_ browser: Browser) async throws -> [(String, String)] {
        var open = [
            "/", "/shelf?role=", "/ledger", "/demonstrations", "/messages", "/for-me", "/my-team",
            "/where-we-stand", "/diagnosis", "/diagnosis/reading.json", "/for-me/team", "/shelf/tools",
            "/api/v1/edition", "/api/v1/shelf", "/api/v1/messages", "/api/v1/tools", "/api/v1/demonstrations",
            "/api/v1/for-me", "/api/v1/for-me/team", "/api/v1/for-me/wishes",
        ]
        var known = Set(open)
        var pages: [(String, String)] = []
        while let path = open.popLast(), pages.count < 60 {
            let answer = try await browser.get(path)
            if let location = answer.location, location.hasPrefix("/"), known.insert(location).inserted {
                open.append(location)
            }
            guard answer.status == 200 else { continue }
            pages.append((path, answer.body))
            for link in answer.body.matches(of: /href="(\/[^"#]*)/) {
                let target = String(link.1).replacingOccurrences(of: "&amp;", with: "&")
                if target.hasPrefix("/assets") || target.contains("not=") { continue }
                if known.insert(target).inserted { open.insert(target, at: 0) }
            }
        }
        return pages
    }

    @Test("cannot tell two people of a role apart: exchanged, they leave the same edition")
    func exchange() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 14)
            let useCase = try await Discoveries.useCase(house, role: role)
            let reading = try #require(try await house.readingRoom.reading())
            func edition(_ order: [MemberID]) async throws -> DiscoveryEdition {
                let archive = MemoryArchive()
                // The same people as in the reading, so that both archives know them.
                _ = await archive.file(
                    Filing(
                        evidence: reading.roster.evidence,
                        contacts: await house.archive.contacts().map(\.contact)))
                let day = house.clock.value.day.advanced(by: -60)
                for (place, member) in order.enumerated() {
                    if place % 2 == 0 {
                        _ = try await archive.add(
                            PainRecord(
                                member: member, role: role, kind: place % 4 == 0 ? .tedious : .stresses,
                                text: "Copying data", theme: .task("copying"), named: day))
                    }
                    guard place < 11 else { continue }
                    _ = try await archive.keep(
                        TrialRecord(
                            member: member, role: role, task: "Copying", theme: .task("copying"),
                            useCase: useCase.id, baseline: try Strain(minutes: 40), began: day,
                            occasions: [Occasion(day: day, after: try Strain(minutes: Double(10 + place)))],
                            verdict: place < 7 ? .keep : .drop, decided: day, consent: .counted))
                }
                let installation = Installation(
                    archive: archive, now: { house.clock.value },
                    secretBytes: { [UInt8](repeating: 1, count: $0) })
                return try await EditionDesk(installation).edition(reading)
            }
            let order = Array(members.prefix(14))
            let plain = try await edition(order)
            #expect(!plain.aggregates.isEmpty && plain.roles.contains { !$0.themes.isEmpty })
            // Somebody who keeps with somebody who drops, who names with who does not.
            for (one, other) in [(0, 9), (2, 13), (5, 10), (3, 12)] {
                var exchanged = order
                exchanged.swapAt(one, other)
                let edition = try await edition(exchanged)
                #expect(edition.roles == plain.roles)
                #expect(edition.aggregates == plain.aggregates)
                #expect(edition.crossings == plain.crossings)
            }
        }
    }

    @Test("learns from no count that all of a group did, or that nobody did")
    func unanimity() {
        let release = StepRelease(policy: .protected)
        for size in 1...40 {
            let everybody = PeopleSet(places: 0..<size)
            var counts: [Int?: [Int]] = [:]
            for count in 0...size {
                let group = PeopleSet(places: 0..<count)
                counts[release.atLeast(Sensitive(count, about: group), of: everybody).shown, default: []]
                    .append(count)
            }
            for (said, possible) in counts {
                // Whatever is said, it could be fewer than all; and what is not said could be none or some.
                #expect(possible.contains { $0 < size }, "\(size): \(String(describing: said))")
                if let said {
                    #expect(said % 5 == 0 && said >= 5 && Double(said) <= 0.8 * Double(size))
                    #expect(possible.count >= 2, "\(said) of \(size) gives the count away")
                } else {
                    #expect(possible.contains(0) && possible.contains(min(size, 1)))
                }
            }
        }
    }

    @Test("sees from week to week whole steps only, and within a week nothing at all")
    func weeks() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            let reading = try #require(try await house.readingRoom.reading())
            let desk = EditionDesk(house.installation)
            var said: [Int] = []
            for member in members.prefix(14) {
                _ = try await house.archive.add(
                    PainRecord(
                        member: member, role: role, kind: .tedious, text: "Copying data",
                        theme: .task("copying"), named: house.clock.value.day))
                let before = try await desk.edition(reading)
                _ = try await house.archive.add(
                    PainRecord(
                        member: members[20], role: role, kind: .tedious, text: "Copying data",
                        theme: .task("copying"), named: house.clock.value.day))
                #expect(try await desk.edition(reading) == before, "within a week nothing moves")
                Discoveries.nextMonday(house)
                let edition = try await desk.edition(reading)
                let theme = edition.roles.first { $0.role == role }?.themes.first { $0.key == "task:copying" }
                said.append(theme?.named ?? 0)
            }
            #expect(Set(said) == [0, 5, 10, 15])
            #expect(zip(said, said.dropFirst()).allSatisfy { [0, 5].contains($1 - $0) })
        }
    }
}
