import Rollout

/// Responses of Microsoft Forms, as the workbook it offers or as CSV: question texts are the titles of columns.
enum MicrosoftFormsResponses: ExportReader {
    static let id = "microsoft-forms-responses"
    static let title = "Microsoft Forms responses"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = ["Who does not answer.", "What a free text says: free texts are not read."]

    /// Columns of the tool itself.
    private static let own: Set<String> = [
        "id", "start_time", "completion_time", "email", "name", "last_modified_time", "language",
        "total_points", "quiz_feedback", "grade_posted_time",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(all: ["id", "start_time", "completion_time"], any: own, of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        SurveyTable.read(file, desk: desk, reader: id, into: &contribution) { titles in
            var fixed = SurveyTable.Fixed()
            // Anonymous forms write the word `anonymous`, which is nobody's address.
            if let email = titles.column("email") { fixed.people = [(email, .address)] }
            fixed.days = ["completion_time", "start_time"].compactMap { titles.column($0) }
            fixed.id = titles.column("id")
            fixed.questions = titles.titles.indices.map(PlacedColumn.init).filter { column in
                let name = titles.name(column)
                // Quizzes put points and feedback beside each question.
                return !name.isEmpty && !own.contains(name) && !name.hasPrefix("points_")
                    && !name.hasPrefix("feedback_")
            }
            return fixed
        }
    }
}
