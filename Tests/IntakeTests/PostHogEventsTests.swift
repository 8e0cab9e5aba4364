import Intake
import Measures
import Rollout
import Testing

/// Events of PostHog: which of them are use of AI has to be said, and of properties two words are read.
@Suite struct `PostHog events` {
    private func event(
        _ name: String = "ai_tool_used", _ person: String = "ada@example.com",
        at time: String = "2026-05-07T09:12:44Z",
        _ properties: String = "{\"tool\":\"assistant\",\"use_case\":\"UC-7\",\"prompt\":\"secret\"}",
        id: Int = 1
    ) -> String {
        "{\"uuid\":\"u\(id)\",\"event\":\"\(name)\",\"properties\":\(properties),\"timestamp\":\"\(time)\",\"distinct_id\":\"\(person)\"}"
    }

    @Test func `may hold properties as an object or as text`() throws {
        let text = [
            event(),
            event(
                at: "2026-05-08 23:13:00.000",
                "\"{\\\"tool\\\":\\\"assistant\\\",\\\"use_case\\\":\\\"UC-7\\\"}\"", id: 2),
        ].joined(separator: "\n")
        let result = try readExports(["x.jsonl": text], settings: "timeZone: Europe/Berlin")
        // A time without a zone is UTC here, so that late evening belongs to the next day in Berlin.
        #expect(result.days(of: 0, "assistant") == ["2026-05-07", "2026-05-09"])
        #expect(result.evidence.use.keys == [UseKey(tool: "assistant", useCase: "UC-7")])
        #expect(result.tells(["secret"]) == [])
    }

    @Test func `may come as a batch, and count once by their id`() throws {
        let text =
            "{\"api_key\":\"phc_x\",\"historical_migration\":true,\"batch\":[\(event()),\(event()),\(event(id: 2))]}"
        let result = try readExports(["x": text])
        #expect(result.actions(of: 0) == ["2026-05-04": 2])
        #expect(result.tells(["phc_x"]) == [])
    }

    @Test func `that name no tool are passed over, and it is said how to take them`() throws {
        let text = [
            event("$pageview", "ada@example.com", "{}"),
            event("draft_made", "ada@example.com", "{\"x\":1}", id: 2),
            event("draft_made", "ada@example.com", "\"no json\"", id: 3),
        ].joined(separator: "\n")
        let result = try readExports(["x": text])
        #expect(result.evidence.use.rows == [])
        #expect(
            result.messages(.eventsPassedOver) == [
                "2 rows of other events are passed over: nothing says that they are use of AI. Name the events that are under `tools` in case.yaml, such as `tools: {My assistant: [draft_made]}`; `firsthand inspect` lists them."
            ])
        #expect(result.export("x")?.remarks == ["Events passed over: draft_made (2)."])
        let named = try readExports(["x": text], settings: "tools: {My assistant: [draft_made]}")
        #expect(named.days(of: 0, "My assistant") == ["2026-05-07"])
        #expect(named.messages(.eventsPassedOver) == [])
    }

    @Test func `whose names look like somebody's are not shown`() throws {
        let text = [
            event("mail from ada@example.com", "ada@example.com", "{}"),
            event("linus", "ada@example.com", "{}", id: 2),
        ].joined(separator: "\n")
        let result = try readExports(["x": text])
        #expect(result.messages(.eventsPassedOver).count == 1)
        #expect(result.export("x")?.remarks == [])
    }

    @Test func `of PostHog's own about models are use`() throws {
        let text = [
            event("$ai_generation", "ada@example.com", "{\"$ai_input\":\"secret\"}"),
            event("$ai_span", "grace@example.com", "{}", id: 2),
        ].joined(separator: "\n")
        let result = try readExports(["x": text])
        #expect(result.days(of: 0, "PostHog AI events") == ["2026-05-07"])
        #expect(result.days(of: 1) == [])
        #expect(result.tells(["secret"]) == [])
    }

    @Test func `of people not signed in are counted as concealed`() throws {
        let result = try readExports([
            "x": event("ai_tool_used", "018f5000-0000-7000-8000-000000000001") + "\n" + event(id: 2)
        ])
        #expect(result.export("x")?.concealedRows == 1)
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(
            result.messages(.namesConcealed) == [
                "1 row names 1 person by codes, so they join nobody and are only counted. Identify people by their address where your application reports events."
            ])
    }

    @Test func `of the samples are read`() throws {
        for name in ["events/posthog-batch.json", "events/posthog-export.jsonl"] {
            guard let result = try VendorSamples.read([name], people: vendorPeople) else { return }
            #expect(result.days(of: 0, "assistant") == ["2026-05-07"])
            #expect(result.notices.map(\.id) == ["intake.coverageAssumed"])
        }
    }
}
