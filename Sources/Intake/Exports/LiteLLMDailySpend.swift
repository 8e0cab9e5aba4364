import Measures
import Rollout

/// LiteLLM's daily spend of users: the door to assistants an organisation has built itself.
///
/// A row is a person, day, key and model; the rows of a person and day add up.
enum LiteLLMDailySpend: ExportReader {
    static let id = "litellm-daily-spend"
    static let title = "LiteLLM daily user spend"
    static let contributes: Set<ExportPart> = [.use, .aggregate]
    static let cannotSee = [
        "People without requests are not listed, and who could have used it is not said.",
        "Whether a person or a program of theirs made a request.",
        "Requests of keys that belong to nobody.",
    ]
    /// The tool's name in the evidence.
    static let tool = "LiteLLM"

    enum Column: Int, TableColumn {
        case id, userId, date, apiKey, model, modelGroup, customLlmProvider, promptTokens, completionTokens
        case cacheReadInputTokens, cacheCreationInputTokens, spend, apiRequests, successfulRequests
        case failedRequests, createdAt, updatedAt, endpoint, mcpNamespacedToolName
        static var required: [Column] { [.userId, .date, .apiRequests] }
    }

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["user_id", "date", "api_requests", "spend"],
            any: ["api_key", "model_group", "custom_llm_provider", "successful_requests", "prompt_tokens"],
            of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        guard let cursor = TableCursor<Column>(file, desk: desk) else { return }
        let tool = desk.tools.number(of: LiteLLMDailySpend.tool)
        var memory = RecordMemory()
        var ofNobody = RunningTotal()
        cursor.forEachRow { (row) throws(RowRefusal) in
            // The gateway's day is a day of UTC.
            let day = try row.requiredDay(.date)
            let asked = try row.count(.apiRequests)
            let requests = try row.count(.successfulRequests) ?? asked ?? 0
            let id = row.bytes(.id)
            guard id.isEmpty || memory.isNew(id) else { return }
            let user = row.bytes(.userId)
            if user.isEmpty || user.elementsEqual("default_user_id".utf8) {
                if !contribution.isLate(day) { ofNobody.add(requests, on: day) }
                return
            }
            guard let person = try contribution.person(user, .login, line: row.line) else { return }
            if requests == 0 || contribution.isLate(day) { return }
            try contribution.use(person: person, tool: tool, day: day)
            contribution.count(person: person, tool: tool, day: day, actions: requests)
        }
        if let total = ofNobody.total(tool: LiteLLMDailySpend.tool, part: "keys of nobody", .actions) {
            contribution.total(total)
        }
    }
}
