import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    var teamDesk: TeamDesk { TeamDesk(installation) }

    /// What a team agrees to try together.
    func addTeamTrials(_ routes: RouteList) {
        routes.get("/for-me/team") { request, context in
            try await teamTrialPage(try standing(request, context), context)
        }
        routes.post("/for-me/team") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            do { try await teamDesk.propose(form["useCase"] ?? "", by: owner, in: reading) } catch let refusal
                as TrialDesk.Refusal
            {
                return try await teamTrialPage(owner, context, problem: refusal.message)
            }
            return Answer.redirect("/for-me/team")
        }
        routes.post("/for-me/team/:id") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            try await teamDesk.say(
                form["in"] == "yes", plan: try FrontDoor.id(context), by: owner, in: reading)
            return Answer.redirect("/for-me/team")
        }
    }

    /// Plans of somebody's team, as pages show them.
    func teamPlans(
        _ owner: Visitor.Standing, _ reading: CurrentReading
    ) async throws -> [TeamTrialModel.Plan] {
        try await teamDesk.seen(by: owner, in: reading).map { seen in
            .init(
                id: seen.plan.id, useCase: seen.useCase, closes: seen.plan.closes.long,
                until: seen.plan.until.long, isAgreed: seen.plan.isAgreed, isIn: seen.isIn,
                tryHref: "/for-me/trials/new?useCase=\(Form.encode(seen.plan.useCase))")
        }
    }

    private func teamTrialPage(
        _ owner: Visitor.Standing, _ context: FrontContext, problem: String? = nil
    ) async throws -> Response {
        guard let reading = try await reading() else { throw HTTPError(.notFound) }
        // What the role kept comes first, with the figure that says so.
        let kept = try await edition().edition.aggregates.filter {
            $0.role == owner.role && ($0.kept.value ?? 0) >= 0.5 && $0.kept.words != nil
        }
        let open = teamDesk.choices(for: owner, in: reading)
        let proven = open.compactMap { entry in
            kept.first { $0.useCase == entry.id }.map {
                DiscoveryWords.Choice(
                    entry.id, "\(entry.title): \($0.kept.words ?? "") in your role who tried it kept it")
            }
        }
        let plain = open.filter { entry in !proven.contains { $0.code == entry.id } }.map {
            DiscoveryWords.Choice($0.id, $0.title)
        }
        let few = proven.isEmpty ? Array(plain.prefix(5)) : proven
        let model = TeamTrialModel(
            plans: try await teamPlans(owner, reading), choices: few,
            others: proven.isEmpty ? Array(plain.dropFirst(5)) : plain,
            canAgree: teamDesk.canAgree(owner, in: reading), problem: problem)
        return Answer.page(
            Site.teamTrial(model, shell: try await ownShell(context, "Try it as a team")),
            status: problem == nil ? .ok : .badRequest)
    }

    /// Tools, and noting that one changed: for those who build use cases.
    func addTools(_ routes: RouteList) {
        routes.get("/shelf/tools") { request, context in
            _ = try visitor(request, context, for: .buildWeek)
            return try await toolsPage(context)
        }
        routes.post("/shelf/tools") { request, context in
            let visitor = try visitor(request, context, for: .buildWeek)
            try await noteChange(try await form(request, context)["tool"] ?? "", by: visitor)
            return try await toolsPage(context, done: "Noted. Examples of before are not relied on any more.")
        }
    }

    /// Notes that a tool of the list changed today.
    func noteChange(_ tool: String, by visitor: Visitor) async throws {
        guard try await tools().contains(tool) else {
            throw HTTPError(.badRequest, message: "Choose a tool of the list.")
        }
        try await ShelfDesk(installation).noteChange(of: tool, by: visitor)
    }

    /// Tools that use cases or examples name, by name.
    func tools() async throws -> [String] {
        let evidence = try await reading()?.stored.evidence
        let names =
            (evidence?.useCases.compactMap(\.tool) ?? []) + (try await archive.examples().map(\.tool))
        return Set(names.filter { !$0.isEmpty }).sorted()
    }

    private func toolsPage(_ context: FrontContext, done: String? = nil) async throws -> Response {
        let desk = ShelfDesk(installation)
        var lines: [ToolsModel.Tool] = []
        for tool in try await tools() {
            lines.append(.init(tool, changed: try await desk.toolChanged(tool)?.long))
        }
        let shell = try await shell(
            context, at: "/shelf",
            crumbs: [.init("Shelf", href: "/shelf"), .init("Tools that changed")], done: done)
        return Answer.page(Site.tools(ToolsModel(lines), shell: shell))
    }
}
