import Archive
import Casework
import Disclosure
import Foundation
import Measures
import Rollout
import Testing

@Suite("The plan on the diagnosis page")
struct PlanRoomTests {
    /// The page once the plan has been made.
    private static func page(_ house: House, _ browser: Browser) async throws -> String {
        for _ in 0..<600 {
            let body = try await browser.get("/diagnosis").body
            if !body.contains("The plan of this week is being made") { return body }
            try await Task.sleep(for: .milliseconds(100))
        }
        return try await browser.get("/diagnosis").body
    }

    @Test("names bridges between teams, the curve and every team, and nobody")
    func shown() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            #expect(try await lead.get("/diagnosis").body.contains("id=\"plan\""))
            let body = try await Self.page(house, lead)
            #expect(body.contains("<a href=\"#plan\">Where to invite</a>"))
            #expect(body.contains("id=\"plan-map-heading\"") && body.contains("id=\"plan-curve-heading\""))
            #expect(body.contains("id=\"plan-teams-heading\""))
            #expect(body.contains("This plan") && body.contains("One per team in turn"))
            #expect(body.contains("What the evidence cannot tell"))
            let contacts = await house.archive.contacts()
            let section = try #require(body.range(of: "id=\"plan\""))
            for entry in contacts {
                #expect(!body[section.lowerBound...].contains(">\(entry.contact.key)<"))
                if let email = entry.contact.email { #expect(!body.contains(email)) }
            }
            let json = try await lead.get("/diagnosis/plan.json")
            #expect(json.status == 200 && json.body.contains("\"firsthand.plan/1\""))
            #expect(try await lead.get("/diagnosis/report.html").body.contains("id=\"plan-map-heading\""))
        }
    }

    @Test("links on the page only to what is there")
    func links() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let body = try await Self.page(house, lead)
            let anchors = body.matches(of: #/<a href="#([a-z-]+)">/#).map { String($0.1) }
            #expect(anchors.count > 6)
            for anchor in anchors { #expect(body.contains("id=\"\(anchor)\""), "\(anchor)") }
        }
    }

    @Test("is one a week: another budget and new evidence wait for the next")
    func oncePerWeek() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let page = try await Self.page(house, lead)
            #expect(page.contains("Made for 40 invitations"))
            let first = try await lead.get("/diagnosis/plan.json").body
            let token = try #require(try await lead.get("/diagnosis").token)
            let changed = try await lead.post(
                "/diagnosis/plan",
                ["token": token, "invitations": "12", "goal": "leastReached", "across": "yes"])
            #expect(changed.status == 303)
            // Somebody is erased, and the reading is made anew: the plan of the week stays to the byte.
            let worker = try await house.member { person, _ in person.layer == .contributor }
            await house.archive.erase(worker)
            await house.readingRoom.invalidate()
            _ = try await house.readingRoom.freshReading()
            #expect(try await lead.get("/diagnosis/plan.json").body == first)
            house.clock.value = house.clock.value.advanced(by: 7 * 86_400)
            await house.readingRoom.invalidate()
            let later = try await Self.page(
                house, try await house.browser("other", capabilities: [.rolloutLead]))
            #expect(later.contains("Made for 12 invitations"))
            #expect(later.contains("the team that is reached least"))
            #expect(
                await house.archive.auditEntries(aboutTeam: nil, offset: 0, limit: 1_000).contains {
                    $0.what.contains("Plan of invitations: 12")
                })
        }
    }

    @Test("takes no budget from others, and none that cannot be")
    func refusals() async throws {
        try await House.open { house in
            let sponsor = try await house.browser("sponsor", capabilities: [.sponsor])
            let page = try await Self.page(house, sponsor)
            #expect(page.contains("id=\"plan-map-heading\"") && !page.contains("action=\"/diagnosis/plan\""))
            let token = try #require(try await sponsor.get("/account").token)
            let forbidden = try await sponsor.post(
                "/diagnosis/plan", ["token": token, "invitations": "12", "goal": "reach"])
            #expect(forbidden.status == 403)
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let own = try #require(try await lead.get("/diagnosis").token)
            for (number, goal) in [("0", "reach"), ("many", "reach"), ("12", "fame"), ("99999", "reach")] {
                let refused = try await lead.post(
                    "/diagnosis/plan", ["token": own, "invitations": number, "goal": goal])
                #expect(
                    refused.status == 400 && refused.body.contains("class=\"problem\""), "\(number) \(goal)")
            }
            let worker = try await house.member { person, _ in person.layer == .contributor }
            let stranger = try await house.browser("worker", member: worker)
            #expect(try await stranger.get("/diagnosis/plan.json").status == 403)
        }
    }

    @Test("invites only those who agreed, where anybody was asked")
    func consent() async throws {
        try await House.open { house in
            // Everybody says no: nobody can be invited, and the page says so.
            let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
            var evidence = stored.evidence
            evidence.people = evidence.people.map {
                Person(
                    id: $0.id, team: $0.team, role: $0.role, layer: $0.layer, manager: $0.manager,
                    from: $0.from, to: $0.to, occupation: $0.occupation, mayBeInvited: false)
            }
            let contacts = Dictionary(
                uniqueKeysWithValues: await house.archive.contacts().map { ($0.member, $0.contact) })
            _ = await house.archive.file(
                Filing(evidence: evidence, contacts: stored.members.map { contacts[$0]! }))
            await house.readingRoom.invalidate()
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            _ = try await house.readingRoom.freshReading()
            #expect(try await Self.page(house, lead).contains("Nobody can be invited yet"))
        }
    }

    @Test("is there in the morning, made by night")
    func kept() async throws {
        try await House.open { house in
            let reading = try #require(try await house.readingRoom.freshReading())
            guard case .made(let plan) = try await PlanDesk(house.installation).finished(reading) else {
                Issue.record("no plan was made")
                return
            }
            // Another desk, as after a restart, finds it without making it.
            guard case .made(let again) = try await PlanDesk(house.installation).standing(reading) else {
                Issue.record("the plan was not kept")
                return
            }
            #expect(again.bridges == plan.bridges && again.runs == plan.runs)
        }
    }
}
