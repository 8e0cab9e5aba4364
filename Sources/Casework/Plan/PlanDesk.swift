import Archive
import Diagnosis
package import Disclosure
import Intake
package import Measures
import Rollout
import Spread

/// The installation's plan of invitations: made once a week from the week's first reading, with one budget, and kept.
///
/// Two plans of one reading with different budgets differ by what a few people do, and set side by side they could say of
/// them what either keeps back. So there is one plan a week, whatever evidence comes in during it; a budget that is changed
/// counts from the next week on.
package actor PlanDesk {
    /// What the plan is made for.
    package struct Budget: Codable, Hashable, Sendable {
        package var invitations: Int
        package var acrossTeams: Bool
        /// The code of a goal.
        package var goal: String

        package init(invitations: Int, acrossTeams: Bool, goal: String) {
            self.invitations = invitations
            self.acrossTeams = acrossTeams
            self.goal = goal
        }

        /// What nobody has changed.
        package static let usual = Budget(invitations: 40, acrossTeams: true, goal: "reach")
        /// Invitations that can be asked for.
        package static let allowed = 2...10_000
    }

    /// What there is to show.
    package enum Standing: Sendable {
        /// The plan of the week.
        case made(PlanPublication)
        /// It is being made.
        case making
        /// There is none, for a reason in one sentence.
        case none(String)
    }

    /// Why a budget is refused.
    package struct Refusal: Error, Sendable {
        package let message: String
    }

    /// A plan and the week it was published in.
    private struct Kept: Codable {
        let week: Int
        let plan: PlanPublication
    }

    private static let budgetSetting = "plan.budget"
    private static let planSetting = "plan.week"
    private static let what = "The plan of a week"

    private let installation: Installation
    private var making: Task<Standing, any Error>?
    /// The reading for which no plan can be made, and why: it is not tried again until there is another.
    private var refused: (reading: Moment, why: String)?
    /// What was read last: a plan of thousands of teams takes longer to read than to show.
    private var read: (week: Week, plan: PlanPublication)?

    package init(_ installation: Installation) { self.installation = installation }

    // MARK: The budget

    /// What the next plan is made for.
    package func budget() async throws -> Budget {
        try await installation.archive.value(of: Self.budgetSetting, what: Self.what) ?? .usual
    }

    /// Changes what the next week's plan is made for.
    ///
    /// - Throws: `Refusal` where it cannot be; `ArchiveFailure`.
    package func change(to budget: Budget, by visitor: Visitor) async throws {
        guard Budget.allowed.contains(budget.invitations) else {
            throw Refusal(
                message:
                    "Give a number of invitations from \(Budget.allowed.lowerBound) to \(Budget.allowed.upperBound)."
            )
        }
        guard BridgeSearch.Goal(rawValue: budget.goal) != nil else {
            throw Refusal(message: "Choose one of the goals of the list.")
        }
        try await installation.archive.keep(budget, as: Self.budgetSetting)
        try await installation.log(
            .changed, "Plan of invitations: \(budget.invitations), from the next week on", by: visitor)
    }

    // MARK: The plan

    /// The plan of this week; its making is begun where there is none.
    ///
    /// - Throws: `ArchiveFailure`; `damaged` where what was kept cannot be read.
    package func standing(_ reading: CurrentReading) async throws -> Standing {
        if let plan = try await kept() { return .made(plan) }
        if let refused, refused.reading == reading.madeAt { return .none(refused.why) }
        start(reading)
        return .making
    }

    /// The plan of this week, waited for.
    package func finished(_ reading: CurrentReading) async throws -> Standing {
        if let plan = try await kept() { return .made(plan) }
        if let refused, refused.reading == reading.madeAt { return .none(refused.why) }
        start(reading)
        return try await making?.value ?? .none("There is no plan.")
    }

    /// The week whose plan is shown.
    package nonisolated var week: Week { Week(containing: installation.now().day) }

    private func kept() async throws -> PlanPublication? {
        if let read, read.week == week { return read.plan }
        let kept: Kept? = try await installation.archive.value(of: Self.planSetting, what: Self.what)
        guard let kept, kept.week == week.number else { return nil }
        read = (week, kept.plan)
        return kept.plan
    }

    private func start(_ reading: CurrentReading) {
        guard making == nil else { return }
        making = Task {
            defer { making = nil }
            let result = try await LongWork.do { try await make(reading) }
            if case .none(let why) = result { refused = (reading.madeAt, why) }
            return result
        }
    }

    private func make(_ reading: CurrentReading) async throws -> Standing {
        let budget = try await budget()
        let made: PlanPublication
        do {
            made = try await Self.plan(reading.stored.evidence, budget, policy: reading.policy)
        } catch let failure as ProspectFailure {
            return .none(failure.description)
        }
        // Somebody may have been quicker, in another process: what is kept stands.
        if let plan = try await kept() { return .made(plan) }
        try await installation.archive.keep(Kept(week: week.number, plan: made), as: Self.planSetting)
        return .made(made)
    }

    /// Away from any actor, so that pages are served meanwhile.
    @concurrent private static func plan(
        _ evidence: Evidence, _ budget: Budget, policy: DisclosurePolicy
    ) async throws -> PlanPublication {
        var request = PlanRequest(
            invitations: budget.invitations, acrossTeams: budget.acrossTeams,
            leastShown: policy.minimumGroup)
        request.goal = BridgeSearch.Goal(rawValue: budget.goal) ?? .reach
        return PlanPublisher.publish(
            PlanReading(try Prospect(evidence), request: request), of: evidence, policy: policy)
    }
}
