import Rollout

/// Viva Glint survey export: one row a respondent, four columns a question.
///
/// Comments and their topics are dropped unread. Names and addresses only look up team, role and layer.
enum GlintSurvey: ExportReader {
    static let id = "glint-survey"
    static let title = "Viva Glint survey export"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = ["Who does not answer.", "What a comment says: comments are not read."]

    private static let comment = "_comment"

    static func recognises(_ head: ExportHead) -> Recognition? {
        let questions = head.header.filter { head.columns.contains($0 + comment) }
        guard !questions.isEmpty else { return nil }
        return Recognition(
            all: ["survey_cycle_completion_date"],
            any: (["survey_cycle_sent_date", "manager_id", "status", "email"] as Set)
                .union(questions.map { $0 + comment }), of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        SurveyTable.read(file, desk: desk, reader: id, into: &contribution) { header in
            var fixed = SurveyTable.Fixed()
            if let column = header.column("email") { fixed.people.append((column, .address)) }
            for name in ["emp_id", "employee_id", "employee_number", "employee", "worker_id"] {
                if let column = header.column(name) { fixed.people.append((column, .employeeID)) }
            }
            // All respondents of a cycle are asked together, whenever each of them answers.
            fixed.days = ["survey_cycle_sent_date", "survey_cycle_completion_date"].compactMap {
                header.column($0)
            }
            fixed.questions = header.titles.indices.map(PlacedColumn.init).filter {
                header.column(header.name($0) + comment) != nil
            }
            return fixed
        }
    }
}
