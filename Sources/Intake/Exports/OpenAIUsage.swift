import Measures
import Rollout

/// Usage of the OpenAI API by the organisation: buckets of time, by user only where the report was grouped so.
enum OpenAIUsage: ExportReader {
    static let id = "openai-usage"
    static let title = "OpenAI organisation usage"
    static let contributes: Set<ExportPart> = [.use, .aggregate]
    static let cannotSee = [
        "Who made the requests, unless the report was grouped by user.",
        "Whether a person or a program of theirs made a request.",
        "ChatGPT.",
    ]
    /// The tool's name in the evidence.
    static let tool = "OpenAI API"

    static func recognises(_ head: ExportHead) -> Recognition? {
        // Costs come in the same buckets, without requests.
        let text = String(decoding: head.bytes, as: UTF8.self)
        if text.contains("organization.costs.result") { return nil }
        return Recognition(
            fields: ["object", "start_time", "end_time", "results"], under: ["data"], of: head)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        let tool = desk.tools.number(of: OpenAIUsage.tool)
        var memory = RecordMemory()
        var ofNobody = RunningTotal()
        var namesPeople = false
        var pages = PageTrail()
        JSONRows.forEach(in: file, desk: desk, arrays: [["data"]], document: { pages.see($0, $1) }) {
            (row) throws(RowRefusal) in
            guard row.text("object") == "bucket", memory.isNew(row.bytes) else { return }
            let (first, last) = try days(of: row)
            // One person nobody knows must not cost the others in the bucket their requests.
            var refusal: RowRefusal?
            for result in row["results"]?.array ?? [] {
                do throws(RowRefusal) {
                    try take(result)
                } catch {
                    refusal = refusal ?? error
                }
            }
            if let refusal { throw refusal }

            func take(_ result: JSONValue) throws(RowRefusal) {
                guard let fields = result.object,
                    let requests = try JSONRow.count(fields["num_model_requests"], "num_model_requests"),
                    requests > 0
                else { return }
                guard let user = Identity(.accountID, JSONRow.text(fields["user_id"])) else {
                    if !contribution.isLate(last) { ofNobody.add(requests, from: first, to: last) }
                    return
                }
                namesPeople = true
                guard first == last else {
                    throw RowRefusal(
                        .badValue,
                        "The bucket is longer than a day, so it does not tell on which days people made requests. It is left out; export by day with `bucket_width=1d`."
                    )
                }
                guard let person = try contribution.person([user], line: row.line),
                    !contribution.isLate(first)
                else { return }
                try contribution.use(person: person, tool: tool, day: first)
                contribution.count(person: person, tool: tool, day: first, actions: requests)
            }
        }
        if pages.hasMore { contribution.saysMorePages() }
        if let total = ofNobody.total(tool: OpenAIUsage.tool, .actions) {
            contribution.total(total)
            if !namesPeople { contribution.saysTotalsOnly() }
        }
    }

    /// First and last day of a bucket. Buckets of days are days of UTC; an hour or less is an instant.
    private static func days(of row: JSONRow) throws(RowRefusal) -> (Day, Day) {
        func seconds(_ name: StaticString) throws(RowRefusal) -> Int {
            guard let value = row[name] else { throw JSONRow.missing("\(name)") }
            // Ten digits may exceed what a count can be.
            guard !value.isText, let number = Int(CellText.decode(value.bytes).text), number > 0 else {
                throw RowRefusal(
                    .badDate, "`\(name)` is not a number of seconds since 1970. The row is left out.")
            }
            return number
        }
        let start = try seconds("start_time")
        let end = max(start + 1, try seconds("end_time"))
        let zone = end - start <= 3600 ? row.desk.zone : CaseZone()
        guard case .day(let first) = zone.day(epochSeconds: start),
            case .day(let last) = zone.day(epochSeconds: end - start <= 3600 ? start : end - 1)
        else {
            throw RowRefusal(
                .dateOutOfRange,
                "`start_time` lies outside the years 2000 to 2100. The row is left out; correct the date.")
        }
        return (first, last)
    }
}
