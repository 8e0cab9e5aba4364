import Intake
import Measures
import Rollout
import Testing

/// Google Workspace activities of Gemini: what a person chose counts, and what appears by itself does not.
@Suite struct `Gemini activities` {
    private func event(
        _ app: String = "docs", action: String = "help_me_write", category: String? = "active_generate",
        name: String = "feature_utilization", isMulti: Bool = false
    ) -> String {
        func parameter(_ name: String, _ value: String) -> String {
            isMulti
                ? "{\"name\":\"\(name)\",\"multiValue\":[\"\(value)\",\"other\"]}"
                : "{\"name\":\"\(name)\",\"value\":\"\(value)\"}"
        }
        let words =
            [parameter("app_name", app), parameter("action", action)]
            + (category.map { [parameter("event_category", $0)] } ?? [])
        return
            "{\"type\":\"ai_usage_event\",\"name\":\"\(name)\",\"parameters\":[\(words.joined(separator: ","))]}"
    }

    private func activity(
        _ time: String, _ events: [String],
        actor: String = "{\"email\":\"ada@example.com\",\"profileId\":\"100\"}",
        application: String = "gemini_in_workspace_apps", id: Int = 1
    ) -> String {
        """
        {"kind":"admin#reports#activity","id":{"time":"\(time)","uniqueQualifier":"\(id)","applicationName":"\(application)",\
        "customerId":"C0"},"etag":"x","actor":\(actor),"ipAddress":"203.0.113.7","events":[\(events.joined(separator: ","))]}
        """
    }

    private func document(_ items: [String]) -> String {
        "{\"kind\":\"admin#reports#activities\",\"items\":[\(items.joined(separator: ","))],\"nextPageToken\":\"t\"}"
    }

    @Test func `count every event a person chose, whatever the case of its app`() throws {
        let result = try readExports([
            "x": document([
                activity("2026-05-08T01:00:00.123Z", [event("Gmail"), event("gmail"), event("Docs")]),
                activity(
                    "2026-05-07T10:00:00.000Z", [event("GMAIL", category: "Active_Conversations")], id: 2),
            ])
        ])
        #expect(result.days(of: 0, "Gemini") == ["2026-05-07", "2026-05-08"])
        #expect(result.actions(of: 0) == ["2026-05-04": 4])
        #expect(
            result.totals("x") == [
                "Gemini docs actions 2026-05-08/2026-05-08 1", "Gemini gmail actions 2026-05-07/2026-05-08 3",
            ])
        #expect(result.tells(["203.0.113"]) == [])
        #expect(result.messages(.morePages).count == 1)
        let last = document([]).replacing(",\"nextPageToken\":\"t\"", with: "")
        let whole = document([activity("2026-05-07T10:00:00Z", [event()])]) + last
        #expect(try readExports(["x": whole]).messages(.morePages) == [])
    }

    @Test(
        arguments: zip(
            [
                ("summarize_proactive_short", "inactive"), ("suggest_full_reply", "inactive"),
                ("summarize_proactive", nil), ("suggest_full_replies", "unknown"),
                ("proactive_suggestions_response", nil),
                ("take_notes_for_me", "unknown"), ("help_me_write", nil),
                ("suggest_full_reply", "active_generate"),
            ] as [(String, String?)], [0, 0, 0, 0, 0, 1, 1, 1]))
    func `pass over what nobody asked for`(event words: (String, String?), expected: Int) throws {
        let result = try readExports([
            "x": document([activity("2026-05-07T10:00:00Z", [event(action: words.0, category: words.1)])])
        ])
        #expect(result.days(of: 0).count == expected)
    }

    @Test func `pass over feedback and other applications`() throws {
        let result = try readExports([
            "x": document([
                activity("2026-05-07T10:00:00Z", [event(name: "feature_feedback")]),
                activity("2026-05-07T10:00:00Z", [event()], application: "login", id: 2),
                activity("2026-05-09T10:00:00Z", [event(isMulti: true)], id: 3),
            ])
        ])
        #expect(result.days(of: 0) == ["2026-05-09"])
        #expect(result.totals("x") == ["Gemini docs actions 2026-05-09/2026-05-09 1"])
    }

    @Test func `find actors without an address by their profile, if it is an alias`() throws {
        let bare = "{\"profileId\":\"101\"}"
        let text = document([
            activity("2026-05-07T10:00:00Z", [event()], actor: bare),
            activity("2026-05-07T11:00:00Z", [event()], actor: "{\"callerType\":\"KEY\"}", id: 2),
        ])
        let unknown = try readExports(["x": text])
        #expect(unknown.evidence.use.rows == [])
        #expect(unknown.export("x")?.unmatched.names.map(\.name) == ["101"])
        #expect(
            unknown.messages(.missingValue) == [
                "The row names nobody. It is left out; fill in who it is about."
            ])
        let known = try readExports(["x": text], settings: "people: {linus: ['101']}")
        #expect(known.days(of: 2) == ["2026-05-07"])
    }

    @Test func `count an activity once where pages overlap, in the case's zone`() throws {
        let one = activity("2026-05-07T23:30:00Z", [event(), event()])
        let result = try readExports(
            [
                "x": document([one]) + "\n"
                    + document([one, activity("2026-05-06T10:00:00Z", [event()], id: 9)])
            ],
            settings: "timeZone: Asia/Tokyo")
        #expect(result.days(of: 0) == ["2026-05-06", "2026-05-08"])
        #expect(result.actions(of: 0) == ["2026-05-04": 3])
    }

    @Test func `of the sample are read`() throws {
        guard let result = try VendorSamples.read(["google/gemini-activities.json"], people: vendorPeople)
        else { return }
        #expect(result.days(of: 0, "Gemini") == ["2026-05-07"])
        #expect(result.days(of: 1) == [])
        #expect(result.export("gemini-activities.json")?.unmatched.rows == 1)
        #expect(result.tells(["203.0.113"]) == [])
    }
}
