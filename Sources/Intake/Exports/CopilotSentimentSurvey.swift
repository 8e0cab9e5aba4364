import Rollout

/// The survey table of the Microsoft "Adoption & Sentiment" report template: one row a respondent and date.
enum CopilotSentimentSurvey: ExportReader {
    static let id = "copilot-sentiment-survey"
    static let title = "Microsoft Copilot adoption and sentiment survey"
    static let contributes: Set<ExportPart> = [.pulse]
    static let cannotSee = ["Who does not answer.", "What a free text says: free texts are not read."]

    /// The questions with a scale; the others are free text.
    private static let questions: [String] = [
        "overall_satisfaction", "helps_me_work_faster", "improves_work_quality", "improves_productivity",
        "benefits_my_role", "copilot_readiness", "agents_usage",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["email", "surveydate", "overall_satisfaction", "benefits_my_role"],
            any: Set(questions), of: head.columns)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        SurveyTable.read(file, desk: desk, reader: id, into: &contribution) { header in
            var fixed = SurveyTable.Fixed()
            if let email = header.column("email") { fixed.people = [(email, .address)] }
            fixed.days = [header.column("surveydate")].compactMap { $0 }
            fixed.questions = questions.compactMap { header.column($0) }
            return fixed
        }
    }
}
