import Intake
import Rollout
import Testing

/// The samples of these vendors under names that say nothing.
@Suite struct `Vendors' samples in one folder` {
    private static let readers = [
        "anthropic/claude-code-analytics.json": "claude-code-analytics",
        "anthropic/claude-enterprise-analytics-summaries.json": "claude-enterprise-summaries",
        "anthropic/claude-enterprise-analytics-users.json": "claude-enterprise-users",
        "anthropic/claude-export-conversations.json": "claude-conversations",
        "anthropic/claude-export-users.json": "claude-users",
        "anthropic/claude-members.csv": "claude-members",
        "events/cursor-daily-usage.json": "cursor-daily-usage",
        "events/generic-usage-events.csv": "generic-events",
        "events/litellm-daily-user-spend.csv": "litellm-daily-spend",
        "events/posthog-batch.json": "posthog-events",
        "events/posthog-export.jsonl": "posthog-events",
        "google/gemini-activities.json": "gemini-activities",
        "openai/chatgpt-enterprise-projects-weekly.csv": "chatgpt-projects",
        "openai/chatgpt-enterprise-users-weekly.csv": "chatgpt-users",
        "openai/organization-usage-completions.json": "openai-usage",
    ]

    private func read(turned: Bool) throws -> (ReadResult, [String: String])? {
        var files = ["people.csv": bytes(vendorPeople)]
        var expected: [String: String] = [:]
        let names = Self.readers.keys.sorted()
        for (place, name) in (turned ? names.reversed() : names).enumerated() {
            guard let sample = try ExportCase.sample(name) else { return nil }
            files["exports/\(10 + place).bin"] = sample
            expected["exports/\(10 + place).bin"] = Self.readers[name]
        }
        return (try CaseReader().read(MemoryCase(files: files)), expected)
    }

    @Test func `are each known by their content`() throws {
        guard let (result, expected) = try read(turned: false) else { return }
        let found = Dictionary(uniqueKeysWithValues: result.exports.map { ($0.file, $0.reader) })
        #expect(found == expected)
        #expect(result.messages(.exportAmbiguous) == [])
        #expect(result.messages(.exportNotRecognised) == [])
        #expect(result.exports.allSatisfy { !$0.marks.isEmpty && $0.statistics != nil })
        // The one file that lacks its day is the only error.
        #expect(result.notices.filter { $0.severity == .error }.map(\.id) == ["intake.exportWithoutDay"])
    }

    @Test func `make the same case in any order`() throws {
        guard let (one, _) = try read(turned: false), let (other, _) = try read(turned: true) else { return }
        #expect(contents(one.evidence) == contents(other.evidence))
        #expect(
            Set(one.evidence.use.keys.map(\.tool)) == [
                "Claude", "Claude Code", "Cursor", "Gemini", "LiteLLM", "assistant",
            ])
    }
}
