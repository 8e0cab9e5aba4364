import Archive
import Casework
import Diagnosis
import Disclosure
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// Where we stand, my team, build week, use cases, were we right.
    func addRooms(_ routes: RouteList) {
        routes.get("/where-we-stand") { request, context in
            let visitor = try visitor(request, context, for: .whereWeStand)
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            try await installation.log(.looked, "Where we stand", by: visitor)
            let shell = try await shell(context, at: "/where-we-stand")
            let draft = try await messageDesk.draft(
                for: .executive, in: reading, edition: try await EditionDesk(installation).edition(reading))
            return Answer.page(
                Site.stand(
                    StandModel(
                        reading.publication, report: await reports.report(reading),
                        draft: draft.map { DraftModel($0) }), shell: shell)
            )
        }
        routes.get("/my-team") { request, context in
            let visitor = try visitor(request, context, for: .myTeam)
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            let leads = visitor.standing?.leads ?? []
            let asked = Form(request.uri.query ?? "")["team"]
            guard let team = asked.map({ leads.contains($0) ? $0 : nil }) ?? leads.first else {
                throw HTTPError(.forbidden, message: "You do not lead this team.")
            }
            try await installation.log(.looked, "My team", by: visitor, team: team)
            let shell = try await shell(context, at: "/my-team")
            let shown = try await exampleToShow(team, reading)
            return Answer.page(Site.team(teamModel(team, leads: leads, reading, shown: shown), shell: shell))
        }
        routes.get("/build-week") { request, context in
            let visitor = try visitor(request, context, for: .buildWeek)
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            let shell = try await shell(context, at: "/build-week")
            return Answer.page(Site.buildWeek(try await buildWeekModel(visitor, reading), shell: shell))
        }
        routes.get("/use-cases") { request, context in
            _ = try visitor(request, context, for: .useCases)
            let find = String((Form(request.uri.query ?? "")["find"] ?? "").prefix(100))
            let shell = try await shell(context, at: "/use-cases")
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            return Answer.page(Site.useCases(useCasesModel(reading, find: find), shell: shell))
        }
        routes.get("/were-we-right") { request, context in
            _ = try visitor(request, context, for: .wereWeRight)
            let shell = try await shell(context, at: "/were-we-right")
            let given = try await archive.verdicts().map { verdict in
                WereWeRightModel.Given(
                    asOf: verdict.asOf, dueOn: verdict.dueOn, code: verdict.code,
                    isOpinion: verdict.kind == "interview",
                    probabilities: (verdict.moving, verdict.phase1, verdict.phase2),
                    outcome: verdict.outcome?.code, brier: verdict.outcome?.brier,
                    brierOfHabit: verdict.outcome?.brierOfHabit, brierOfLast: verdict.outcome?.brierOfLast)
            }
            return Answer.page(Site.wereWeRight(WereWeRightModel(given), shell: shell))
        }
    }

    /// The latest example on the shelf that is relied on, of a role in the team: what a colleague chose to show.
    private func exampleToShow(_ team: String, _ reading: CurrentReading) async throws -> ExampleModel? {
        let evidence = reading.stored.evidence
        let index = evidence.teams.firstIndex { $0.name == team }
        let roles = Set(evidence.people.filter { $0.team == index }.map { evidence.roles[$0.role] })
        let shown = try await ShelfDesk(installation).shown(in: reading).first {
            $0.example.isKept && $0.expiry == nil && $0.role != nil && roles.contains($0.example.role)
        }
        return shown.map {
            ExampleModel(
                task: $0.example.task, role: $0.role ?? "", useCase: $0.useCase, sentence: $0.sentence)
        }
    }

    private func teamModel(
        _ team: String, leads: [String], _ reading: CurrentReading, shown: ExampleModel?
    ) -> TeamPageModel {
        let evidence = reading.stored.evidence
        let index = evidence.teams.firstIndex { $0.name == team }
        let roles = Set(
            evidence.people.filter { person in index.map { person.team == $0 } ?? false }.map(\.role))
        let example = evidence.examples.filter { roles.contains($0.role) && $0.isKept }
            .filter { isShowable($0, evidence) }
            .max { $0.beforeMinutes - $0.afterMinutes < $1.beforeMinutes - $1.afterMinutes }
        return TeamPageModel(
            team: team, scope: reading.publication.scopes.first { $0.scope == Scope(.team, team) },
            publication: reading.publication,
            changes: evidence.changes.filter { $0.team == nil || $0.team == index },
            others: leads.filter { $0 != team }.map {
                .init(label: $0, href: "/my-team?team=\(Form.encode($0))")
            }, example: shown ?? example.map { exampleModel($0, evidence) })
    }

    /// Whether an example may be shown: its role has at least five people, so that it is nobody's in particular.
    func isShowable(_ example: Example, _ evidence: Evidence) -> Bool {
        evidence.people.count { $0.role == example.role && $0.isPresent(on: evidence.asOf) }
            >= DisclosurePolicy.protected.minimumGroup
    }

    func exampleModel(_ example: Example, _ evidence: Evidence) -> ExampleModel {
        ExampleModel(
            example, role: evidence.roles[example.role],
            useCase: evidence.useCases.first { $0.id == example.useCase }?.title ?? example.useCase)
    }

    private func buildWeekModel(
        _ visitor: Visitor, _ reading: CurrentReading
    ) async throws -> BuildWeekModel {
        let evidence = reading.stored.evidence
        var hours: [(week: Week, promised: Double, kept: Double?)] = []
        if let member = visitor.standing?.member,
            let record = try await archive.personalRecord(member)
        {
            hours = record.champion.map { ($0.week, $0.promised, $0.kept) }
        }
        let codes: [MeasureCode] = [.supply, .keptHours, .oldestIdea, .pipelineStall]
        let supply = reading.publication.organization.map { scope in
            codes.compactMap { Fact($0, of: scope) }
        }
        let live = evidence.useCases.filter { $0.isLive(on: evidence.asOf) }
        let isForAll = live.contains { $0.roles.isEmpty }
        let uncovered = evidence.roles.indices.filter { role in
            !isForAll && !live.contains { $0.roles.contains(role) }
                && evidence.people.count { $0.role == role && $0.isPresent(on: evidence.asOf) } >= 5
        }.map { evidence.roles[$0] }
        return BuildWeekModel(
            hours: hours, supply: supply ?? [], useCases: evidence.useCases, asOf: evidence.asOf,
            uncovered: uncovered)
    }

    private func useCasesModel(_ reading: CurrentReading, find: String) -> UseCasesModel {
        let evidence = reading.stored.evidence
        let all = reading.traction
        let word = find.lowercased()
        let shown = all.filter { traction in
            guard !word.isEmpty else { return true }
            let entry = traction.useCase
            let words =
                [entry.title, entry.tool ?? "", entry.id] + entry.roles.map { evidence.roles[$0] }
            return words.contains { $0.lowercased().contains(word) }
        }.sorted { ($0.useCase.title, $0.useCase.id) < ($1.useCase.title, $1.useCase.id) }
        return UseCasesModel(
            cases: shown.map { traction in
                UseCasesModel.Line(
                    traction.useCase, roles: traction.useCase.roles.map { evidence.roles[$0] },
                    asOf: evidence.asOf, covered: "\(traction.covered)",
                    tried: words(traction.tried), kept: words(traction.kept))
            }, total: all.count, find: find)
    }

    private func words(_ figure: Disclosed<Measured<PublishedEstimate>>) -> String {
        switch figure.state {
        case .withheld: "withheld"
        case .shown(.notKnown): "not known"
        case .shown(.known(let estimate)): Wording.value(estimate)
        }
    }
}
