import Rollout

/// LimeSurvey responses as CSV: question codes, or texts, are the titles of columns.
///
/// Anonymous surveys write 1980-01-01 for every date; such a date tells of no day.
enum LimeSurveyResponses: ExportReader {
    static let id = "limesurvey-responses"
    static let title = "LimeSurvey responses"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = [
        "Who does not answer.", "Responses that were begun and not handed in.",
        "When an anonymous survey was answered.",
    ]

    /// Columns of the tool itself, with codes or with texts as titles.
    private static let own: Set<String> = [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "ipaddr",
        "refurl", "firstname", "lastname", "email", "response_id", "date_submitted", "last_page",
        "start_language", "access_code", "date_started", "date_last_action", "ip_address", "referrer_url",
        "interviewtime", "total_time",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(all: ["id", "submitdate", "startlanguage"], any: own, of: head.columns)
            ?? Recognition(
                all: ["response_id", "date_submitted", "start_language"], any: own, of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        SurveyTable.read(file, desk: desk, reader: id, into: &contribution) { header in
            func first(_ names: String...) -> PlacedColumn? { names.lazy.compactMap(header.column).first }
            var fixed = SurveyTable.Fixed()
            if let email = first("email") { fixed.people = [(email, .address)] }
            fixed.days = [
                first("submitdate", "date_submitted"), first("datestamp", "date_last_action"),
            ].compactMap { $0 }
            fixed.id = first("id", "response_id")
            if let submitted = first("submitdate", "date_submitted") {
                fixed.isFinished = { !$0.bytes(submitted).isEmpty }
            }
            fixed.questions = header.titles.indices.map(PlacedColumn.init).filter { column in
                let name = header.name(column)
                // Times spent on groups and questions, and attributes of people, are no answers.
                return !own.contains(name) && !name.hasSuffix("time") && !name.hasPrefix("grouptime")
                    && !name.hasPrefix("attribute_")
            }
            return fixed
        }
    }
}
