import Archive
import Casework
import Disclosure
import Discovery
import Foundation
import Measures
import Rollout
import Testing

@Suite("The edition of a week")
struct EditionTests {
    @Test("holds a stance until five people have moved")
    func held() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            let reading = try #require(try await house.readingRoom.reading())
            let desk = EditionDesk(house.installation)
            func refusers() async throws -> DiscoveryEdition.Figure {
                let edition = try await desk.edition(reading)
                let line = try #require(edition.stances.first { $0.kind == "role" && $0.name == role })
                #expect(
                    line.people
                        == reading.stored.evidence.people.count {
                            reading.stored.evidence.roles[$0.role] == role
                        })
                return try #require(line.shares[Stance.refuser.rawValue])
            }
            var seen: [DiscoveryEdition.Figure] = [try await refusers()]
            for member in members.prefix(12) {
                try await house.archive.setDeclined(.moreChecking, by: member)
                Discoveries.nextMonday(house)
                seen.append(try await refusers())
            }
            let people = Double(members.count)
            for (one, next) in zip(seen, seen.dropFirst()) where one != next {
                let moved = abs(try #require(next.value) - (one.value ?? 0)) * people
                #expect(moved >= 4, "\(one) to \(next)")
            }
            #expect(Set(seen.map(\.value)).count >= 2 && Set(seen.map(\.value)).count <= 4)
        }
    }

    @Test("says a role's reasons in steps of five, and none that few gave")
    func reasons() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            for (place, member) in members.prefix(11).enumerated() {
                try await house.archive.setDeclined(place < 7 ? .moreChecking : .preferOwnWay, by: member)
            }
            let reading = try #require(try await house.readingRoom.reading())
            let edition = try await EditionDesk(house.installation).edition(reading)
            let reasons = try #require(edition.reasons)
            #expect(reasons.map(\.role) == [role])
            #expect(reasons.flatMap(\.lines).map(\.why) == ["moreChecking"])
            #expect(reasons.flatMap(\.lines).map(\.atLeast) == [5])
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let page = try await lead.get("/diagnosis").body
            #expect(page.contains("checking took longer than doing: at least 5"))
            #expect(!page.contains("I prefer my own way"))
        }
    }

    @Test("tells the diagnosis of who watched, who kept and no more than it says itself")
    func testimony() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            let useCase = try await Discoveries.useCase(house, role: role)
            try await Discoveries.trials(
                house, of: members[0..<14], role: role, useCase: useCase.id, kept: 10)
            let last = Month(number: Month(house.clock.value.day).number - 1)
            for person in house.specimenPeople(await house.archive.evidence(asOf: nil, withObjectors: true)) {
                try await house.archive.noteWatched(person.number % 4 == 0, in: last, by: person)
            }
            let reading = try #require(try await house.readingRoom.reading())
            #expect(reading.stored.evidence.testimony == nil, "no edition, no testimony")
            let edition = try await EditionDesk(house.installation).edition(reading)
            #expect(edition.kept?.words == "about 70 %")
            let testimony = try #require(edition.testimony)
            #expect(testimony.kept == Testimony.Share(value: 0.7, people: 10))
            #expect(edition.watched?.words != nil && testimony.notWatched != nil)
            let again = try #require(try await ReadingMaker(house.installation).reading(asOf: nil))
            #expect(again.stored.evidence.testimony == testimony)
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            #expect(try await lead.get("/diagnosis").body.contains("about 70 % kept something"))
        }
    }

    @Test("shows themes by codes, and lets somebody join one that others worded")
    func themes() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 24)
            let day = house.clock.value.day.advanced(by: -20)
            let unlike = try await house.archive.add(
                PainRecord(
                    member: members[0], role: role, kind: .tedious, text: "Chasing the quokka", named: day))
            for (place, member) in members[1..<9].enumerated() {
                _ = try await house.archive.add(
                    PainRecord(
                        member: member, role: role, kind: .tedious,
                        text: place == 0 ? "Aardvark pallet labels reprinted" : "Pallet labels reprinted",
                        named: day))
            }
            let reading = try #require(try await house.readingRoom.reading())
            let edition = try await EditionDesk(house.installation).edition(reading)
            let theme = try #require(
                edition.roles.first { $0.role == role }?.themes.first { $0.key.hasPrefix("said:") })
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            #expect(!(try await lead.get("/api/v1/edition").body.lowercased().contains("aardvark")))
            let worker = try await house.browser("worker", member: members[0])
            let path = "/for-me/pains/\(unlike.id)"
            let page = try await worker.get(path)
            #expect(
                page.body.contains("value=\"\(theme.key)\"")
                    && page.body.contains("as others in your role say it"))
            let token = try #require(page.token)
            #expect(
                try await worker.post("\(path)/theme", ["token": token, "theme": theme.key]).status == 303)
            let joined = try await worker.get(path).body
            #expect(joined.contains("named by at least 5 people in your role"))
            for body in [
                joined, try await worker.get("/api/v1/for-me").body,
                try await worker.get("/for-me/data.json").body,
                try await worker.get("/for-me/trials/new?pain=\(unlike.id)").body,
            ] { #expect(!body.lowercased().contains("aardvark"), "words of one other person") }
            // What few people said cannot be found by trying.
            for guess in [
                "said:0000000000000000", "words:aardvark label pallet reprint", "task:no-such", "x",
            ] {
                #expect(
                    try await worker.post("\(path)/theme", ["token": token, "theme": guess]).status == 400,
                    "\(guess)")
            }
            Discoveries.nextMonday(house)
            let next = try await EditionDesk(house.installation).edition(reading)
            #expect(next.roles.first { $0.role == role }?.themes.first { $0.key == theme.key }?.named == 5)
        }
    }

    @Test("calls nobody by their key, named or not")
    func names() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let useCase = try await Discoveries.useCase(house, role: role)
            let trial = try await house.archive.keep(
                TrialRecord(
                    member: members[0], role: role, task: "Sorting notes", useCase: useCase.id,
                    baseline: try Strain(minutes: 40), began: house.clock.value.day,
                    occasions: [Occasion(day: house.clock.value.day, after: try Strain(minutes: 20))],
                    verdict: .keep, decided: house.clock.value.day, consent: .named))
            _ = try await house.archive.keep(
                ExampleRecord(
                    member: members[0], trial: trial.id, role: role, task: trial.task, useCase: useCase.id,
                    tool: "assistant", minutesBefore: 40, minutesAfter: 20, occasions: 1, isKept: true,
                    consent: .named, shared: house.clock.value.day))
            let contact = try #require(await house.archive.contact(members[0]))
            let reading = try #require(try await house.readingRoom.reading())
            let shown = try #require(try await ShelfDesk(house.installation).shown(in: reading).first)
            #expect(shown.owner == contact.name && shown.owner != contact.key)
            let worker = try await house.browser("wim", member: members[0])
            #expect(!(try await worker.get("/shelf?role=").body.contains(contact.key)))
            if contact.name == nil { #expect(try await worker.get("/shelf?role=").body.contains("wim")) }
        }
    }

    @Test("relies on no example of a tool that somebody noted has changed")
    func tools() async throws {
        try await House.open { house in
            let (role, members) = try await Discoveries.people(house, atLeast: 12)
            let day = house.clock.value.day
            let trial = try await house.archive.keep(
                TrialRecord(
                    member: members[0], role: role, task: "Sorting notes", baseline: try Strain(minutes: 40),
                    began: day, occasions: [Occasion(day: day, after: try Strain(minutes: 20))],
                    verdict: .keep,
                    decided: day, consent: .roleOnly))
            _ = try await house.archive.keep(
                ExampleRecord(
                    member: members[0], trial: trial.id, role: role, task: trial.task, useCase: "",
                    tool: "Odd \"Tool\" <b>", minutesBefore: 40, minutesAfter: 20, occasions: 1, isKept: true,
                    consent: .roleOnly, shared: day.advanced(by: -1)))
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let worker = try await house.browser("worker", member: members[0])
            #expect(try await worker.get("/shelf/tools").status == 403)
            let page = try await lead.get("/shelf/tools")
            #expect(
                page.body.contains("Odd &quot;Tool&quot; &lt;b&gt;")
                    || page.body.contains("Odd \"Tool\" &lt;b&gt;"))
            let token = try #require(page.token)
            #expect(try await lead.post("/shelf/tools", ["token": token, "tool": "Unknown"]).status == 400)
            #expect(!(try await worker.get("/shelf?role=").body.contains("the tool has changed since")))
            let done = try await lead.post("/shelf/tools", ["token": token, "tool": "Odd \"Tool\" <b>"])
            #expect(done.status == 200 && done.body.contains("changed on \(day.long)"))
            #expect(try await worker.get("/shelf?role=").body.contains("the tool has changed since"))
        }
    }
}

extension House {
    /// Members of an organisation, in the order of the evidence.
    func specimenPeople(_ stored: StoredEvidence) -> [MemberID] { stored.members }
}
