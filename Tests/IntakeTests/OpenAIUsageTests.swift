import Intake
import Measures
import Rollout
import Testing

/// Usage of the OpenAI API: totals, unless the report was grouped by user and by day.
@Suite struct `OpenAI organisation usage` {
    private func result(_ requests: Int, user: String? = nil) -> String {
        "{\"object\":\"organization.usage.completions.result\",\"input_tokens\":1,\"output_tokens\":2,\"num_model_requests\":\(requests),\"project_id\":null,\"user_id\":\(user.map { "\"\($0)\"" } ?? "null"),\"api_key_id\":null,\"model\":null,\"batch\":null}"
    }

    private func bucket(_ start: Int, _ end: Int, _ results: [String]) -> String {
        "{\"object\":\"bucket\",\"start_time\":\(start),\"end_time\":\(end),\"results\":[\(results.joined(separator: ","))]}"
    }

    private func page(_ buckets: [String]) -> String {
        "{\"object\":\"page\",\"data\":[\(buckets.joined(separator: ","))],\"has_more\":false,\"next_page\":null}"
    }

    // 2026-05-07T00:00:00Z.
    private let day = 1_778_112_000

    @Test func `without users is a total`() throws {
        let text = page([
            bucket(day - 3600, day, []), bucket(day, day + 86_400, [result(470), result(30)]),
            bucket(day + 86_400, day + 3 * 86_400, [result(1)]),
        ])
        let read = try readExports(["x": text])
        #expect(read.evidence.use.rows == [])
        #expect(read.totals("x") == ["OpenAI API all actions 2026-05-07/2026-05-09 501"])
        #expect(read.notices.map(\.id) == ["intake.noAsOf", "intake.totalsOnly"])
    }

    @Test func `grouped by user tells of days, once each bucket`() throws {
        let one = bucket(
            day, day + 86_400,
            [result(3, user: "user-Ada"), result(9, user: "user-stranger"), result(2, user: "user-grace")])
        let read = try readExports(
            ["x": page([one, one])],
            settings: "people: {ada: [user-ada], grace: [user-grace]}\ntimeZone: America/Los_Angeles")
        #expect(read.days(of: 0, "OpenAI API") == ["2026-05-07"])
        #expect(read.days(of: 1, "OpenAI API") == ["2026-05-07"])
        #expect(read.actions(of: 0) == ["2026-05-04": 3])
        #expect(read.export("x")?.unmatched.names.map(\.name) == ["user-stranger"])
    }

    @Test func `by the hour follows the case's zone`() throws {
        let text = page([bucket(day + 3600, day + 7200, [result(1, user: "user-ada")])])
        let read = try readExports(
            ["x": text], settings: "people: {ada: user-ada}\ntimeZone: America/Los_Angeles")
        #expect(read.days(of: 0) == ["2026-05-06"])
    }

    @Test func `by the week does not tell of days`() throws {
        let text = page([bucket(day, day + 7 * 86_400, [result(1, user: "user-ada")])])
        let read = try readExports(["x": text], settings: "people: {ada: user-ada}")
        #expect(read.days(of: 0) == [])
        #expect(
            read.messages(.badValue) == [
                "The bucket is longer than a day, so it does not tell on which days people made requests. It is left out; export by day with `bucket_width=1d`."
            ])
    }

    @Test func `of costs is not usage`() throws {
        let text = page([
            "{\"object\":\"bucket\",\"start_time\":\(day),\"end_time\":\(day + 86_400),\"results\":[{\"object\":\"organization.costs.result\",\"amount\":{\"value\":1}}]}"
        ])
        #expect(try readExports(["x": text]).messages(.exportNotRecognised).count == 1)
    }

    @Test(arguments: ["\"soon\"", "null", "-1", "99999999999999999999"])
    func `refuses buckets without a time`(time: String) throws {
        let text = page([
            "{\"object\":\"bucket\",\"start_time\":\(time),\"end_time\":\(day),\"results\":[\(result(1))]}"
        ])
        let read = try readExports(["x": text])
        #expect(read.rows("exports/x") == [1, 1])
        #expect(read.totals("x") == [])
    }

    @Test func `of the sample is read`() throws {
        guard
            let read = try VendorSamples.read(
                ["openai/organization-usage-completions.json"], people: vendorPeople)
        else { return }
        #expect(
            read.totals("organization-usage-completions.json") == [
                "OpenAI API all actions 2025-01-11/2025-01-11 470"
            ])
        #expect(read.evidence.use.rows == [])
    }
}
