import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// The person whose own pages these are.
    func standing(_ request: Request, _ context: FrontContext) throws -> Visitor.Standing {
        guard let standing = try visitor(request, context, for: .forMe).standing else {
            throw HTTPError(.forbidden)
        }
        return standing
    }

    func trialDesk(_ owner: Visitor.Standing) -> TrialDesk { TrialDesk(installation, owner: owner) }

    /// The reading and the week's edition; without people on the roster there is neither.
    func edition() async throws -> (reading: CurrentReading, edition: DiscoveryEdition) {
        guard let reading = try await reading() else { throw HTTPError(.notFound) }
        return (reading, try await EditionDesk(installation).edition(reading))
    }

    /// Pains, suggestions and trials, each person's own.
    func addTrials(_ routes: RouteList) {
        addPains(routes)
        routes.get("/for-me/trials/new") { request, context in
            let owner = try standing(request, context)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            let query = Form(request.uri.query ?? "")
            var task = ""
            let pain = query["pain"] ?? ""
            if let id = Int64(pain),
                let own = try await trialDesk(owner).pains().first(where: { $0.id == id })
            {
                task = own.text
            }
            var useCase = query["useCase"] ?? ""
            let example = Int64(query["example"] ?? "")
            if let example,
                let shown = try await ShelfDesk(installation).shown(in: reading).first(where: {
                    $0.example.id == example
                })
            {
                useCase = shown.example.useCase
                if task.isEmpty { task = shown.example.task }
            }
            let entry = reading.stored.evidence.useCases.first { $0.id == useCase }
            let model = BeginTrialModel(
                task: task, pain: pain, useCase: entry?.id ?? "", useCaseTitle: entry?.title,
                example: example.map(String.init) ?? "")
            return Answer.page(Site.beginTrial(model, shell: try await ownShell(context, "Try it")))
        }
        routes.post("/for-me/trials") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            let entry = reading.stored.evidence.useCases.first { $0.id == form["useCase"] ?? "" }
            do {
                let theme = try await theme(ofPain: form["pain"], owner)
                let record = try await trialDesk(owner).begin(
                    task: form["task"] ?? "", theme: theme, useCase: entry?.id,
                    baseline: try FrontDoor.strain(form), example: Int64(form["example"] ?? ""))
                return Answer.redirect("/for-me/trials/\(record.id)")
            } catch let failure as TrialFailure {
                let model = BeginTrialModel(
                    task: form["task"] ?? "", pain: form["pain"] ?? "", useCase: entry?.id ?? "",
                    useCaseTitle: entry?.title, example: form["example"] ?? "", problem: failure.message)
                return Answer.page(
                    Site.beginTrial(model, shell: try await ownShell(context, "Try it")),
                    status: .badRequest)
            }
        }
        routes.get("/for-me/trials/:id") { request, context in
            let owner = try standing(request, context)
            return try await trialPage(try FrontDoor.id(context), owner, context)
        }
        routes.post("/for-me/trials/:id/occasion") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            let id = try FrontDoor.id(context)
            _ = try await trialDesk(owner).note(
                try FrontDoor.strain(form), usualMinutes: form["usual"].flatMap(Double.init), in: id)
            return Answer.redirect("/for-me/trials/\(id)#so-far")
        }
        routes.post("/for-me/trials/:id/back") { request, context in
            let owner = try standing(request, context)
            _ = try await form(request, context)
            let id = try FrontDoor.id(context)
            _ = try await trialDesk(owner).takeBack(in: id)
            return Answer.redirect("/for-me/trials/\(id)")
        }
        routes.post("/for-me/trials/:id/verdict") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            let id = try FrontDoor.id(context)
            guard let verdict = TrialVerdict(rawValue: form["verdict"] ?? "") else {
                throw HTTPError(.badRequest, message: "Say keep, drop or not yet.")
            }
            _ = try await trialDesk(owner).decide(
                verdict, why: TrialVerdict.Why(rawValue: form["why"] ?? ""), in: id)
            return Answer.redirect("/for-me/trials/\(id)\(verdict == .notYet ? "" : "#share")")
        }
        routes.post("/for-me/trials/:id/share") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            let id = try FrontDoor.id(context)
            guard let consent = Consent(rawValue: form["consent"] ?? "") else {
                throw HTTPError(.badRequest, message: "Say who may see it.")
            }
            let conditions = Set(form.all("condition").compactMap { Condition(rawValue: $0) })
            let hints = try await trialDesk(owner).share(
                id, consent: consent, conditions: conditions, tool: form["tool"] ?? "")
            guard hints.isEmpty else {
                return try await trialPage(id, owner, context, problems: hints.map(\.sentence))
            }
            return Answer.redirect("/for-me/trials/\(id)#share")
        }
        routes.post("/for-me/trials/:id/remove") { request, context in
            let owner = try standing(request, context)
            _ = try await form(request, context)
            try await trialDesk(owner).forget(trial: try FrontDoor.id(context))
            return Answer.redirect("/for-me")
        }
    }

    static func id(_ context: FrontContext) throws -> Int64 {
        guard let id = Int64(try context.parameters.require("id")) else { throw HTTPError(.notFound) }
        return id
    }

    func ownShell(_ context: FrontContext, _ label: String, done: String? = nil) async throws -> ShellModel {
        try await shell(
            context, at: "/for-me", crumbs: [.init("For me", href: "/for-me"), .init(label)], done: done)
    }

    /// What one occasion was like, as a form says it.
    static func strain(_ form: Form) throws -> Strain {
        func whole(_ name: String) -> Int? { form[name].flatMap { Int($0) } }
        // No number is no zero: without minutes there is nothing to note.
        let minutes = form["minutes"].flatMap { Double($0.replacing(",", with: ".")) } ?? .nan
        return try Strain(
            minutes: minutes, interruptions: whole("interruptions"), strain: whole("strain"),
            tedium: whole("tedium"))
    }

    private func trialPage(
        _ id: Int64, _ owner: Visitor.Standing, _ context: FrontContext, problems: [String] = []
    ) async throws -> Response {
        let desk = trialDesk(owner)
        let record = try await desk.trial(id)
        let example = try await desk.example(of: id)
        let evidence = try await reading()?.stored.evidence
        let entry = evidence?.useCases.first { $0.id == record.useCase }
        let result = try desk.result(record)
        let isOpen =
            (record.verdict == nil || record.verdict == .notYet)
            && record.occasions.count < Trial.mostOccasions
        let model = TrialPageModel(
            id: id, task: record.task, useCase: entry?.title ?? "something of my own",
            before: FrontDoor.words(record.baseline), isOpen: isOpen,
            asksStrain: record.baseline.strain != nil,
            asksInterruptions: record.baseline.interruptions != nil,
            asksTedium: record.baseline.tedium != nil,
            noted: record.occasions.enumerated().map { place, occasion in
                .init(number: place + 1, when: occasion.day.short, what: FrontDoor.words(occasion.after))
            }, most: Trial.mostOccasions, results: FrontDoor.results(result),
            decided: FrontDoor.decided(record), canShare: record.verdict == .keep || record.verdict == .drop,
            shared: FrontDoor.shared(record.consent), isOnShelf: example != nil,
            consents: FrontDoor.consents(record.consent),
            conditions: Condition.allCases.map {
                .init($0.rawValue, $0.words, isChosen: example?.conditions.contains($0) ?? false)
            }, tool: example?.tool ?? entry?.tool ?? "", problems: problems)
        return Answer.page(
            Site.trial(model, shell: try await ownShell(context, "A trial")),
            status: problems.isEmpty ? .ok : .badRequest)
    }

    /// An occasion in words, for example "40 minutes, strain 6".
    static func words(_ strain: Strain) -> String {
        var parts = ["\(DiscoveryWords.number(strain.minutes)) minutes"]
        if let value = strain.strain { parts.append("strain \(value)") }
        if let value = strain.interruptions { parts.append("pulled out \(value) times") }
        if let value = strain.tedium { parts.append("tedious \(value)") }
        return parts.joined(separator: ", ")
    }

    private static func results(_ result: OwnResult) -> [String] {
        guard !result.trial.occasions.isEmpty else { return [] }
        var lines = [DiscoveryWords.sentence("Minutes", result.minutes, unit: "")]
        let baseline = result.trial.baseline
        if baseline.strain != nil {
            lines.append(DiscoveryWords.sentence("Strain", result.strain, unit: " of 10"))
        }
        if baseline.interruptions != nil {
            lines.append(DiscoveryWords.sentence("Interruptions", result.interruptions, unit: ""))
        }
        if baseline.tedium != nil {
            lines.append(DiscoveryWords.sentence("Tedium", result.tedium, unit: " of 10"))
        }
        // Too few to say is said once.
        return lines.allSatisfy({ $0.contains("Too few to say") }) ? [lines[0]] : lines
    }

    private static func decided(_ record: TrialRecord) -> String? {
        let why = record.why.map { ": \(DiscoveryWords.words($0))" } ?? ""
        return switch record.verdict {
        case .keep: "You keep it\(why)"
        case .drop: "You laid it down\(why)"
        case .notYet, nil: nil
        }
    }

    private static func shared(_ consent: Consent) -> String {
        switch consent {
        case .none: "Nobody sees it but you"
        case .counted: "Counted with others, and shown to nobody"
        case .roleOnly: "On the shelf, with your role"
        case .named: "On the shelf, with your name"
        }
    }

    private static func consents(_ chosen: Consent) -> [DiscoveryWords.Choice] {
        [
            .init("roleOnly", "Colleagues, with my role and without my name", isChosen: chosen == .roleOnly),
            .init("named", "Colleagues, with my name", isChosen: chosen == .named),
            .init(
                "counted", "Nobody; count it as one of five or more", isChosen: chosen == .counted),
            .init("none", "Nobody, and do not count it", isChosen: chosen == .none),
        ]
    }
}
