import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages

extension FrontDoor {
    /// Answers from a message, without signing in: opening a link changes nothing, the button on its page does.
    func addAnswers(_ routes: RouteList) {
        routes.get("/answer/:secret") { request, context in
            let link = try context.parameters.require("secret")
            let said = Form(request.uri.query ?? "")["say"]
            return page(try await answerModel(link, said: said), context)
        }
        routes.post("/answer/:secret") { request, context in
            let link = try context.parameters.require("secret")
            let form = try await Form(request)
            let desk = AnswerDesk(installation)
            switch try await desk.question(link) {
            case nil: throw HTTPError(.notFound)
            case .trial(let id):
                guard let said = FrontDoor.said(form) else {
                    throw HTTPError(.badRequest, message: "Tap one of the answers.")
                }
                guard let reading = try await reading() else { throw HTTPError(.notFound) }
                try await desk.answer(said, trial: id, in: reading)
            case .watched(let member, let month):
                try await desk.answer(watched: form["watched"] == "yes", by: member, in: month)
            }
            let model = AnswerPageModel(
                title: "Noted. Thank you.",
                text: "Nothing else is needed. Your own page has everything, once you are signed in.",
                note: "You can close this.")
            return page(model, context)
        }
    }

    private static func said(_ form: Form) -> AnswerDesk.Said? {
        if let verdict = form["verdict"].flatMap({ TrialVerdict(rawValue: $0) }) { return .verdict(verdict) }
        return form["minutes"].flatMap(Double.init).map { .occasion(minutes: $0) }
    }

    private func answerModel(_ link: String, said: String?) async throws -> AnswerPageModel {
        let desk = AnswerDesk(installation)
        switch try await desk.question(link) {
        case nil: throw HTTPError(.notFound)
        case .trial(let id):
            guard let trial = try await desk.trial(id) else {
                return AnswerPageModel(
                    title: "There is nothing left to answer",
                    text: "This trial is decided or gone.", note: "You can close this.")
            }
            return .trial(
                link: link, minutes: AnswerDesk.minutes(trial), hasOccasions: !trial.occasions.isEmpty,
                isNotedToday: desk.isNotedToday(trial), chosen: said)
        case .watched(_, let month): return .watched(link: link, month: FrontDoor.name(of: month))
        }
    }

    /// A page for whoever has the link, be they signed in or not: it names nobody.
    private func page(_ model: AnswerPageModel, _ context: FrontContext) -> Response {
        Answer.page(Site.answer(model, shell: .stranger))
    }
}
