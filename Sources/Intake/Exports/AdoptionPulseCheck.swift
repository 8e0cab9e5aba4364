import Measures
import Rollout

/// Responses of the open-source "AI Adoption Pulse Check" as JSON: one object a response.
///
/// Its questions go by codes of its own (`q1` to `q28`), which are not ours. Answers of several choices and
/// free texts are never read.
enum AdoptionPulseCheck: ExportReader {
    static let id = "ai-adoption-pulse-check"
    static let title = "AI Adoption Pulse Check responses"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = [
        "Who does not answer.", "Teams: it asks for a broad area of work only.",
        "What a free text says: free texts are not read.",
    ]

    /// Questions about the respondent, and those answered in free text.
    private static let aside: Set<String> = ["q1", "q2", "q3", "q27"]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["surveyVersion", "responses", "responses.answers"],
            any: ["responses.submittedOn", "responses.answers.q5", "responses.answers.q19b"],
            of: head.paths)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        var responses = SurveyResponses(file, desk: desk, reader: id)
        JSONRows.forEach(in: file, desk: desk, arrays: [["responses"]]) { (row) throws(RowRefusal) in
            guard let answers = row["answers"]?.object else { throw JSONRow.missing("answers") }
            responses.take(try response(row, answers, desk: desk, into: &responses))
        }
        responses.finish(into: &contribution)
    }

    private static func response(
        _ row: JSONRow, _ answers: JSONObject, desk: IntakeDesk, into responses: inout SurveyResponses
    ) throws(RowRefusal) -> SurveyResponses.Response {
        let settings = desk.settings.pulse
        var words: [(name: String, text: String)] = []
        for (name, value) in answers.all {
            if let text = JSONRow.text(value) { words.append((name, text)) }
        }
        func word(_ key: String?) -> String? {
            key.flatMap { key in words.first { QuestionText.key($0.name) == key }?.text }
        }
        var response = SurveyResponses.Response(
            day: try row.day("submittedOn"), id: row.text("id") ?? "line \(row.line)", person: nil,
            team: word(settings.team), role: word(settings.role),
            layer: word(settings.layer ?? "q2").flatMap { layer($0, settings) }, line: row.line)
        for (name, text) in words where !aside.contains(name) {
            guard let mapping = responses.mapping(of: name) else { continue }
            if let reply = responses.reply(text, to: name, mapping, line: row.line) {
                response.answers.append((mapping, reply))
            }
        }
        return response
    }

    /// The layer of its second question.
    private static func layer(_ word: String, _ settings: PulseSettings) -> Layer? {
        if let layer = settings.layer(of: word) { return layer }
        switch word {
        case "individual_contributor": return .contributor
        case "team_lead", "manager", "senior_manager": return .manager
        case "executive_owner": return .executive
        default: return nil
        }
    }
}
