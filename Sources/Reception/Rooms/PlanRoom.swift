import Archive
import Casework
import Disclosure
import Hummingbird
import Pages
import Wire

extension FrontDoor {
    /// The plan of invitations: its part of the diagnosis page, as JSON, and what the next one is made for.
    func addPlan(_ routes: RouteList) {
        routes.get("/diagnosis/plan.json") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            guard let plan = try await madePlan(reading) else {
                throw HTTPError(
                    .notFound,
                    message: "There is no plan yet. The diagnosis page says why, or that it is being made.")
            }
            try await installation.log(.exported, "Plan of invitations as JSON", by: visitor)
            return Answer.download(
                Array(try PlanBody(plan, product: settings.product).encode()),
                name: "firsthand-plan-\(plan.asOf).json", type: "application/json")
        }
        routes.post("/diagnosis/plan") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard mayChangePlan(visitor) else { throw HTTPError(.forbidden) }
            let form = try await form(request, context)
            do {
                try await planDesk.change(
                    to: PlanDesk.Budget(
                        invitations: Int(form["invitations"] ?? "") ?? 0,
                        acrossTeams: form["across"] == "yes",
                        goal: form["goal"] ?? ""), by: visitor)
                return Answer.redirect("/diagnosis#plan-next")
            } catch let refusal as PlanDesk.Refusal {
                guard let reading = try await reading() else { return Answer.redirect("/start") }
                return try await diagnosisPage(reading, for: visitor, context, planProblem: refusal.message)
            }
        }
    }

    /// The plan of this week where it has been made, without waiting.
    func madePlan(_ reading: CurrentReading) async throws -> PlanPublication? {
        guard case .made(let plan) = try await planDesk.standing(reading) else { return nil }
        return plan
    }

    /// The plan's part of the diagnosis page.
    func planSection(
        _ reading: CurrentReading, for visitor: Visitor, problem: String?
    ) async throws -> PlanSectionModel {
        var form: PlanSectionModel.Form?
        if mayChangePlan(visitor) {
            let budget = try await planDesk.budget()
            form = .init(
                invitations: budget.invitations, acrossTeams: budget.acrossTeams, goal: budget.goal,
                problem: problem)
        }
        let pictures = reading.publication.pictures
        switch try await planDesk.standing(reading) {
        case .made(let plan):
            var section = await reports.plan(plan, of: planDesk.week, on: reading)
            section.form = form
            return section
        case .making: return PlanSectionModel(plan: nil, on: pictures, absence: .making, form: form)
        case .none(let why): return PlanSectionModel(plan: nil, on: pictures, absence: .none(why), form: form)
        }
    }

    /// Whoever leads the rollout says what is spent.
    private func mayChangePlan(_ visitor: Visitor) -> Bool {
        visitor.account.capabilities.contains(.rolloutLead)
    }
}
