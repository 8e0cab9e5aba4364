package import Archive
import Disclosure
import Measures
package import Rollout

/// What a team agrees to try together: in the same weeks, each on their own work, and nobody sees who did.
///
/// Anybody of a team can propose; who it was is not kept. Those who do the work say that they are in, and see nothing of the others until the
/// day is over. Then it is agreed where at least five and at least half of them were in, and who was is forgotten. What each makes of it
/// stays a private trial of theirs.
package struct TeamDesk: Sendable {
    /// A plan as somebody of the team sees it.
    package struct Seen: Sendable {
        package let plan: TeamTrial
        /// Title of the use case.
        package let useCase: String
        /// Whether they said themselves that they are in; false once it is settled.
        package let isIn: Bool
    }

    /// Days in which people can say that they are in.
    static let openDays = 7
    /// Days of trying, after that.
    static let tryingDays = 28

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private var archive: any Archive { installation.archive }
    private var today: Day { installation.now().day }

    /// People of a team who do the work: who is counted.
    private func counted(_ team: String, in reading: CurrentReading) -> Set<MemberID> {
        let evidence = reading.roster.evidence
        guard let place = evidence.teams.firstIndex(where: { $0.name == team }) else { return [] }
        return Set(
            evidence.people.filter {
                $0.team == place && $0.layer == .contributor && $0.isPresent(on: evidence.asOf)
            }.map { reading.roster.members[$0.id.ordinal] })
    }

    /// Whether a team can agree on anything here: five of it have to be able to say yes, and one more not to.
    package func canAgree(_ owner: Visitor.Standing, in reading: CurrentReading) -> Bool {
        owner.layer == .contributor
            && counted(owner.team, in: reading).count > DisclosurePolicy.protected.minimumGroup
    }

    /// Settles the plans whose days are over.
    package func settle(in reading: CurrentReading) async throws {
        let minimum = DisclosurePolicy.protected.minimumGroup
        for plan in try await archive.teamTrials() where plan.isAgreed == nil && plan.closes < today {
            let team = counted(plan.team, in: reading)
            let count = try await archive.membersIn(teamTrial: plan.id).intersection(team).count
            try await archive.settle(
                teamTrial: plan.id, isAgreed: count >= minimum && 2 * count >= team.count)
        }
    }

    /// What the team of somebody is deciding or trying; what was not agreed is not told.
    package func seen(by owner: Visitor.Standing, in reading: CurrentReading) async throws -> [Seen] {
        guard canAgree(owner, in: reading) else { return [] }
        try await settle(in: reading)
        var seen: [Seen] = []
        for plan in try await archive.teamTrials()
        where plan.team == owner.team && plan.until >= today && plan.isAgreed != false {
            let entry = reading.stored.evidence.useCases.first { $0.id == plan.useCase }
            seen.append(
                Seen(
                    plan: plan, useCase: entry?.title ?? plan.useCase,
                    isIn: try await archive.membersIn(teamTrial: plan.id).contains(owner.member)))
        }
        return seen
    }

    /// What could be proposed: live, and made for the role.
    package func choices(for owner: Visitor.Standing, in reading: CurrentReading) -> [UseCase] {
        let evidence = reading.stored.evidence
        let role = evidence.roles.firstIndex(of: owner.role) ?? -1
        return evidence.useCases.filter {
            $0.isLive(on: today) && ($0.roles.isEmpty || $0.roles.contains(role))
        }
    }

    /// Proposes that the team try something; whoever proposes is in.
    /// - Throws: `Refusal` where the team is too small, decides on something already, or the use case is not open to it.
    package func propose(
        _ useCase: String, by owner: Visitor.Standing, in reading: CurrentReading
    ) async throws {
        guard canAgree(owner, in: reading) else {
            throw TrialDesk.Refusal(
                "Your team is too small to agree without everybody seeing who did. Try it for yourself.")
        }
        guard choices(for: owner, in: reading).contains(where: { $0.id == useCase }) else {
            throw TrialDesk.Refusal("Choose something from the list.")
        }
        guard try await seen(by: owner, in: reading).isEmpty else {
            throw TrialDesk.Refusal("One thing at a time: your team has a plan already.")
        }
        let closes = today.advanced(by: TeamDesk.openDays)
        let plan = try await archive.add(
            TeamTrial(
                team: owner.team, useCase: useCase, closes: closes,
                until: closes.advanced(by: TeamDesk.tryingDays)))
        try await archive.setIn(true, teamTrial: plan.id, by: owner.member)
    }

    /// Says that somebody is in, or not any more.
    /// - Throws: `ArchiveFailure.missing` for a plan that is not their team's, or settled.
    package func say(
        _ isIn: Bool, plan id: Int64, by owner: Visitor.Standing, in reading: CurrentReading
    ) async throws {
        guard try await seen(by: owner, in: reading).contains(where: { $0.plan.id == id }) else {
            throw ArchiveFailure(.missing, "There is no such plan of your team.")
        }
        try await archive.setIn(isIn, teamTrial: id, by: owner.member)
    }
}
