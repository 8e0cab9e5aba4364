import Intake
import Measures
import Rollout
import Testing

/// LiteLLM's daily spend: the rows of a person and day add up, and keys of nobody are a total.
@Suite struct `LiteLLM daily spend` {
    private let header =
        "id,user_id,date,api_key,model,model_group,custom_llm_provider,prompt_tokens,completion_tokens,cache_read_input_tokens,cache_creation_input_tokens,spend,api_requests,successful_requests,failed_requests,created_at,updated_at\n"

    private func row(_ id: String, _ user: String, _ day: String, _ requests: String, _ good: String)
        -> String
    {
        "\(id),\(user),\(day),hash,gpt-4o,gpt-4o,openai,12000,1800,0,0,0.048,\(requests),\(good),0,2026-05-07 23:59:00,2026-05-08 00:05:00\n"
    }

    @Test func `adds up over keys and models, each row once`() throws {
        let rows =
            row("1", "ada@example.com", "2026-05-07", "14", "12")
            + row("2", "ADA@example.com", "2026-05-07", "3", "3")
            + row("1", "ada@example.com", "2026-05-07", "14", "12")
        let result = try readExports(["x.csv": header + rows])
        #expect(result.days(of: 0, "LiteLLM") == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 15])
        #expect(result.messages(.unknownColumn) == [])
    }

    @Test func `without success is no use, and keys of nobody are a total`() throws {
        let rows =
            row("1", "ada@example.com", "2026-05-07", "4", "0") + row("2", "", "2026-05-07", "9", "9")
            + row("3", "default_user_id", "2026-05-08", "2", "")
            + row("4", "grace@example.com", "2026-05-09", "2", "")
            + row("5", "9d1c2f5e-1111-4222-8333-444455556666", "2026-05-09", "2", "2")
        let result = try readExports(["x.csv": header + rows])
        #expect(result.days(of: 0) == [])
        #expect(result.days(of: 1) == ["2026-05-09"])
        #expect(result.totals("x.csv") == ["LiteLLM keys of nobody actions 2026-05-07/2026-05-08 11"])
        #expect(result.export("x.csv")?.concealedRows == 1)
    }

    @Test func `may have another name, as the assistant people know`() throws {
        let result = try readExports(
            ["x.csv": header + row("1", "ada@example.com", "2026-05-07", "1", "1")],
            settings: "tools: {Ask Acme: [LiteLLM]}")
        #expect(result.days(of: 0, "Ask Acme") == ["2026-05-07"])
    }

    @Test func `refuses a row that counts no number`() throws {
        let result = try readExports([
            "x.csv": header + row("1", "ada@example.com", "2026-05-07", "many", "1")
        ])
        #expect(
            result.messages(.badNumber) == [
                "`api_requests` is not a number from 0 to 1000000000, without a fraction. The row is left out; correct it."
            ])
    }

    @Test func `of the sample is read`() throws {
        guard
            let result = try VendorSamples.read(["events/litellm-daily-user-spend.csv"], people: vendorPeople)
        else { return }
        #expect(result.days(of: 0, "LiteLLM") == ["2026-05-07"])
        #expect(result.actions(of: 0) == ["2026-05-04": 14])
        #expect(result.notices.map(\.id) == ["intake.coverageAssumed"])
    }
}
