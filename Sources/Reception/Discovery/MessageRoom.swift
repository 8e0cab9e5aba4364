import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    var messageDesk: MessageDesk { MessageDesk(installation) }

    /// Checking drafts, the log of messages, and drafts that stand on evidence.
    func addMessages(_ routes: RouteList) {
        routes.get("/messages") { request, context in
            _ = try visitor(request, context, for: .messages)
            return try await messagesPage(context)
        }
        routes.post("/messages/check") { request, context in
            _ = try visitor(request, context, for: .messages)
            let text = String(
                (try await form(request, context)["text"] ?? "").prefix(MessageDesk.longestText))
            guard text.contains(where: \.isLetter) else {
                return try await messagesPage(context, problem: "Paste a draft first.")
            }
            return try await messagesPage(
                context, text: text, checked: MessagesModel.checked(MessageCheck(text)))
        }
        routes.post("/messages/log") { request, context in
            let visitor = try visitor(request, context, for: .messages)
            let form = try await form(request, context)
            do {
                try await messageDesk.log(
                    form["text"] ?? "", to: Layer(rawValue: form["layer"] ?? "") ?? .contributor,
                    channel: form["channel"] ?? "", on: installation.now().day, by: visitor)
            } catch let refusal as TrialDesk.Refusal {
                return try await messagesPage(context, problem: refusal.message)
            }
            await readingRoom.invalidate()
            return Answer.redirect("/messages#said-title")
        }
        routes.post("/messages/:id/remove") { request, context in
            let visitor = try visitor(request, context, for: .messages)
            _ = try await form(request, context)
            try await messageDesk.forget(try FrontDoor.id(context), by: visitor)
            await readingRoom.invalidate()
            return Answer.redirect("/messages#said-title")
        }
    }

    private func messagesPage(
        _ context: FrontContext, text: String = "", checked: MessagesModel.Checked? = nil,
        problem: String? = nil
    ) async throws -> Response {
        var drafts: [DraftModel] = []
        if try await reading() != nil {
            let (reading, edition) = try await edition()
            for layer in Layer.allCases {
                if let draft = try await messageDesk.draft(for: layer, in: reading, edition: edition) {
                    drafts.append(DraftModel(draft))
                }
            }
        }
        let said = try await messageDesk.said().map { message -> MessagesModel.Said in
            let layer = Layer(rawValue: message.layer)
            let motive = message.motive.flatMap { Message.Motive(rawValue: $0) }
            let fits = layer.map { Message.Motive.wanted(by: $0) == motive && !message.isOrder } ?? false
            return .init(
                id: message.id, when: message.date.short, layer: message.layer,
                motive: motive?.rawValue ?? "none", example: message.hasExample ? "yes" : "no",
                order: message.isOrder ? "yes" : "no", fits: fits ? "yes" : "no")
        }
        let model = MessagesModel(
            text: text, checked: checked, said: said, drafts: drafts, problem: problem,
            baseURL: settings.baseURL)
        return Answer.page(
            Site.messages(model, shell: try await shell(context, at: "/messages")),
            status: problem == nil ? .ok : .badRequest)
    }
}
