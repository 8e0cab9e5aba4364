import Rollout

/// Formbricks responses as CSV: question texts are the titles of columns.
enum FormbricksResponses: ExportReader {
    static let id = "formbricks-responses"
    static let title = "Formbricks responses"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = ["Who does not answer.", "Responses that were begun and not finished."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["response_id", "timestamp", "finished", "survey_id"],
            any: ["no.", "formbricks_id_internal", "user_id", "tags"], of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        SurveyTable.read(file, desk: desk, reader: id, into: &contribution) { header in
            var fixed = SurveyTable.Fixed()
            for name in ["person.email", "person.userid", "user_id"] {
                if let column = header.column(name) { fixed.people.append((column, .login)) }
            }
            fixed.days = [header.column("timestamp")].compactMap { $0 }
            fixed.id = header.column("response_id")
            if let finished = header.column("finished") {
                fixed.isFinished = { row in
                    row.text(finished).flatMap(CellWords.yesOrNo) ?? true
                }
            }
            fixed.questions = header.titles.indices.filter { isNumbered(header.titles[$0]) }
                .map(PlacedColumn.init)
            return fixed
        }
    }

    /// Whether a title is that of a question: `1. Question text`.
    private static func isNumbered(_ title: String) -> Bool {
        let digits = title.prefix { $0.isASCII && $0.isNumber }
        return !digits.isEmpty && title.dropFirst(digits.count).first == "."
    }
}
