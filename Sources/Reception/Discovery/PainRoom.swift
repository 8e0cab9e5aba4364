import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// Naming what bothers one, and what could be tried for it.
    func addPains(_ routes: RouteList) {
        routes.get("/for-me/pains") { request, context in
            try await painPage(try standing(request, context), context)
        }
        routes.post("/for-me/pains") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            let task = form["task"].flatMap(TaskCatalogue.task)
            let kind = PainKind(rawValue: form["kind"] ?? "") ?? task?.kind ?? .tedious
            do {
                let pain = try await trialDesk(owner).name(form["text"] ?? "", kind: kind, task: task?.id)
                return Answer.redirect("/for-me/pains/\(pain.id)")
            } catch let refusal as TrialDesk.Refusal {
                return try await painPage(owner, context, problem: refusal.message)
            }
        }
        routes.get("/for-me/pains/:id") { request, context in
            let owner = try standing(request, context)
            let id = try FrontDoor.id(context)
            guard let pain = try await trialDesk(owner).pains().first(where: { $0.id == id }) else {
                throw HTTPError(.notFound)
            }
            let passed = Form(request.uri.query ?? "").all("not").prefix(40)
            return try await suggestionPage(pain, passed: Array(passed), context)
        }
        routes.post("/for-me/pains/:id/theme") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            let id = try FrontDoor.id(context)
            try await trialDesk(owner).correct(id, to: try await theme(form["theme"], owner))
            return Answer.redirect("/for-me/pains/\(id)")
        }
        routes.post("/for-me/pains/:id/remove") { request, context in
            let owner = try standing(request, context)
            _ = try await form(request, context)
            try await trialDesk(owner).forget(pain: try FrontDoor.id(context))
            return Answer.redirect("/for-me")
        }
    }

    /// The theme a form means; nil where it leaves it to the grouping.
    func theme(_ text: String?, _ owner: Visitor.Standing) async throws -> ThemeKey? {
        guard let text = text?.nonEmpty else { return nil }
        let (reading, edition) = try await edition()
        return try await SuggestionDesk(installation).theme(
            named: text, role: owner.role, in: reading, edition: edition)
    }

    /// The theme of one of somebody's own pains, by the pain's number.
    func theme(ofPain id: String?, _ owner: Visitor.Standing) async throws -> ThemeKey? {
        guard let id = id.flatMap(Int64.init), let reading = try await reading(),
            let pain = try await trialDesk(owner).pains().first(where: { $0.id == id })
        else { return nil }
        return try await SuggestionDesk(installation).theme(of: pain, in: reading)
    }

    /// The occupation the roster has of somebody; nil where it has none.
    func occupation(of owner: Visitor.Standing) async throws -> String? {
        guard let reading = try await reading(), let person = reading.roster.person(owner.member) else {
            return nil
        }
        return reading.roster.evidence.people[person.ordinal].occupation
    }

    private func painPage(
        _ owner: Visitor.Standing, _ context: FrontContext, problem: String? = nil
    ) async throws -> Response {
        let group = TaskCatalogue.group(ofOccupation: try await occupation(of: owner))
        let general = TaskCatalogue.groups[0].tasks
        let own = group?.tasks ?? Array(general.prefix(6))
        let others = group == nil ? Array(general.dropFirst(6)) : general
        let model = PainPageModel(
            group: group.map { "Often named in \($0.title)" } ?? "Often named",
            tasks: own.map { .init($0.id, $0.title) }, others: others.map { .init($0.id, $0.title) },
            kinds: PainKind.allCases.map {
                .init($0.rawValue, DiscoveryWords.words($0), isChosen: $0 == .tedious)
            }, tasksInTen: group?.tasksInTen, problem: problem)
        return Answer.page(
            Site.pains(model, shell: try await ownShell(context, "What bothers you?")),
            status: problem == nil ? .ok : .badRequest)
    }

    private func suggestionPage(
        _ pain: PainRecord, passed: [String], _ context: FrontContext
    ) async throws -> Response {
        let (reading, edition) = try await edition()
        let desk = SuggestionDesk(installation)
        let theme = try await desk.theme(of: pain, in: reading)
        let suggestion = try await desk.suggestion(
            for: pain, passed: Set(passed), in: reading, edition: edition)
        let tasks = TaskCatalogue.tasks(
            forOccupation: pain.role == context.visitor?.standing?.role
                ? try await context.visitor?.standing.asyncMap { try await occupation(of: $0) } ?? nil : nil)
        let mask = try await installation.themeMask()
        let code = mask.text(theme)
        let named = edition.roles.first { $0.role == pain.role }?.themes.first { $0.key == code }
        let title =
            theme.taskID.flatMap(TaskCatalogue.task)?.title ?? named?.title
            ?? "what others say in words like yours"
        let model = SuggestionPageModel(
            id: pain.id, text: pain.text, kind: DiscoveryWords.words(pain.kind),
            theme: named.map { "\(title): named by at least \($0.named) people in your role" }
                ?? "\(title): fewer than five people in your role so far",
            tasks: tasks.map { .init($0.id, $0.title, isChosen: $0.key == pain.theme) },
            themes: (edition.roles.first { $0.role == pain.role }?.themes ?? []).filter {
                // Tasks of the catalogue stand in the list above.
                !$0.key.hasPrefix("task:")
            }.map { .init($0.key, $0.title, isChosen: pain.theme.map(mask.text) == $0.key) },
            suggested: try await suggestion.asyncMap {
                try await suggested(pain, $0, passed: passed, in: reading, context)
            },
            ownHref: "/for-me/trials/new?pain=\(pain.id)")
        return Answer.page(Site.suggestion(model, shell: try await ownShell(context, "A suggestion")))
    }

    private func suggested(
        _ pain: PainRecord, _ suggestion: SuggestionDesk.Suggestion, passed: [String],
        in reading: CurrentReading, _ context: FrontContext
    ) async throws -> SuggestionPageModel.Suggested {
        let id = Form.encode(suggestion.useCase.id)
        let others = (passed.map(Form.encode) + [id]).map { "not=\($0)" }.joined(separator: "&")
        let tryHref = "/for-me/trials/new?pain=\(pain.id)&useCase=\(id)"
        // Who tries for the first time gets what is known to help first, and is not sent to be the first of all.
        if passed.isEmpty, let proven = suggestion.proven, let owner = context.visitor?.standing,
            try await trialDesk(owner).trials().isEmpty
        {
            let provenHref =
                "/for-me/trials/new?pain=\(pain.id)&useCase=\(Form.encode(proven.useCase.id))"
            let examples = try await ShelfDesk(installation).shown(in: reading).filter {
                $0.example.useCase == proven.useCase.id && $0.expiry == nil
            }
            let ofRole = examples.filter { $0.role == pain.role }
            return SuggestionPageModel.Suggested(
                title: proven.useCase.title, tool: proven.useCase.tool, because: proven.because, depends: [],
                examples: (ofRole.isEmpty ? examples : ofRole).prefix(3).map {
                    shelfLine($0, tryHref: "\(provenHref)&example=\($0.example.id)")
                }, tryHref: provenHref,
                otherHref: "/for-me/pains/\(pain.id)?not=\(Form.encode(proven.useCase.id))",
                proven: .init(
                    title: suggestion.useCase.title, because: suggestion.because, href: tryHref,
                    label: "Or be among the first"))
        }
        return SuggestionPageModel.Suggested(
            title: suggestion.useCase.title, tool: suggestion.useCase.tool, because: suggestion.because,
            depends: suggestion.depends,
            examples: suggestion.examples.map {
                shelfLine($0, tryHref: "\(tryHref)&example=\($0.example.id)")
            }, tryHref: tryHref,
            otherHref: suggestion.hasOthers ? "/for-me/pains/\(pain.id)?\(others)" : nil,
            proven: suggestion.proven.map {
                .init(
                    title: $0.useCase.title, because: $0.because,
                    href: "/for-me/trials/new?pain=\(pain.id)&useCase=\(Form.encode($0.useCase.id))")
            })
    }
}

extension Optional {
    /// The value changed by something that has to be waited for.
    func asyncMap<Other>(_ transform: (Wrapped) async throws -> Other) async rethrows -> Other? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
