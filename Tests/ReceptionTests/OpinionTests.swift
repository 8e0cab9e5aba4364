import Archive
import Casework
import Disclosure
import Measures
import Rollout
import Testing

/// An opinion given before any evidence is the first verdict to be scored.
@Suite("An opinion kept as a verdict")
struct OpinionTests {
    private static let answers = [
        "liveCases": "1", "newCases": "1", "builderHours": "1", "tried": "6", "kept": "3", "direction": "1",
        "betterDay": "2", "managers": "3", "message": "1", "changes": "2",
    ]

    @Test("is kept for whoever may see how verdicts did, without answers and without a name")
    func kept() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let result = try await lead.post("/interview", OpinionTests.answers)
            #expect(result.body.contains("Keep it as a verdict"))
            let token = try #require(result.token)
            let letters = try #require(result.field("answers"))
            let kept = try await lead.post("/interview/keep", ["token": token, "answers": letters])
            #expect(kept.status == 303)
            let verdict = try #require(await house.archive.verdicts().first)
            #expect(verdict.kind == "interview" && verdict.document.isEmpty)
            #expect(verdict.dueOn == verdict.asOf.advanced(by: 84))
            #expect(abs(verdict.moving + verdict.phase1 + verdict.phase2 - 1) < 1e-9)
            #expect(try await lead.get("/were-we-right").body.contains("opinion"))
        }
    }

    @Test("is scored twelve weeks later by what evidence says")
    func scored() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let now = house.clock.value
            // Twelve weeks before the last day of the evidence.
            let reading = try #require(try await house.readingRoom.freshReading())
            let asked = reading.publication.asOf.advanced(by: -84)
            house.clock.value = Moment(seconds: Int64(asked.number) * 86_400 + 36_000)
            let session = try await house.browser("other", capabilities: [.rolloutLead])
            let result = try await session.post("/interview", OpinionTests.answers)
            _ = try await session.post(
                "/interview/keep",
                ["token": try #require(result.token), "answers": try #require(result.field("answers"))])
            house.clock.value = now
            #expect(try await Keeper(house.installation).record(reading, document: [1]) == 1)
            let outcome = try #require(
                await house.archive.verdicts().first { $0.kind == "interview" }?.outcome)
            #expect((0...2).contains(outcome.brier))
            #expect(try await lead.get("/were-we-right").body.contains("Opinions before the evidence"))
        }
    }

    @Test("is refused with few answers, and to strangers")
    func refused() async throws {
        try await House.open { house in
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let page = try await lead.post("/interview", ["tried": "6"])
            let few = try await lead.post(
                "/interview/keep",
                ["token": try #require(page.token), "answers": try #require(page.field("answers"))])
            #expect(few.status == 400 && few.body.contains("at least 5"))
            let worker = try await house.browser(
                "worker", member: try await house.member { person, _ in person.layer == .contributor })
            #expect(
                try await !worker.post("/interview", OpinionTests.answers).body.contains(
                    "Keep it as a verdict")
            )
            #expect(await house.archive.verdicts().isEmpty)
        }
    }
}
