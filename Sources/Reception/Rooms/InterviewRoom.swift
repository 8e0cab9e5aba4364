import Casework
import Diagnosis
import Hummingbird
import Pages

extension FrontDoor {
    /// Ten questions for whoever has no files yet; nothing is kept but a verdict that somebody asks to be scored.
    func addInterview(_ routes: RouteList) {
        routes.get("/interview") { request, context in
            let other = Form(request.uri.query ?? "")["with"].flatMap(InterviewAnswers.init(text:))
            let model = InterviewModel(other: other?.text ?? "")
            return Answer.page(Site.interview(model, shell: try await shell(context, at: "/interview")))
        }
        routes.post("/interview") { request, context in
            let form = try await Form(request)
            var answers = InterviewAnswers()
            for question in InterviewQuestion.allCases {
                answers[question] = form[question.rawValue].flatMap { Int($0) }
            }
            let other = form["other"].flatMap(InterviewAnswers.init(text:))
            let model = InterviewResultModel(
                answers, other: other, link: "\(settings.baseURL)/interview?with=\(answers.text)",
                mayKeep: context.visitor?.mayEnter(.wereWeRight) ?? false)
            return Answer.page(Site.interviewResult(model, shell: try await shell(context, at: "/interview")))
        }
        routes.post("/interview/keep") { request, context in
            let visitor = try visitor(request, context, for: .wereWeRight)
            guard
                let answers = try await form(request, context)["answers"].flatMap(
                    InterviewAnswers.init(text:)),
                try await OpinionDesk(installation).keep(answers, by: visitor)
            else {
                throw HTTPError(
                    .badRequest,
                    message:
                        "An opinion is kept with at least \(OpinionDesk.fewestAnswers) of the ten questions answered."
                )
            }
            return Answer.redirect("/were-we-right")
        }
    }
}
