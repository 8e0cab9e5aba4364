package import Diagnosis
import Measures
@_spi(Disclosure) package import Rollout

/// Turns a plan into what may be shown: the only way from one to the other.
package enum PlanPublisher {
    /// Releases a plan.
    ///
    /// Shares of teams are released together with the organisation's, as those of a diagnosis are. A team under the minimum is not
    /// named, neither as host nor as guest. Numbers of invitations are decisions, not counts of people: at most a
    /// third of a team is invited, and hosts have two users or more, so that a line says of nobody what they do.
    /// - Returns: The same for the same plan and policy, always.
    package static func publish(
        _ reading: PlanReading, of evidence: Evidence, policy: DisclosurePolicy
    ) -> PlanPublication {
        var office = FamilyRelease(policy: policy)
        let organization = Scope(.organization, evidence.name)
        func name(_ team: Int) -> String { evidence.teams[team].name }
        func one(_ figure: Sensitive<Measured<Estimate>>) -> Disclosed<Measured<PublishedEstimate>> {
            office.release(
                Family(
                    [Family.Member(scope: organization, everybody: reading.everybody, figure: figure)],
                    kind: .scores, policy: policy))[0]
        }
        /// The teams' figures, with the organisation's own in front of them.
        func all(
            _ own: Sensitive<Measured<Estimate>>?, kind: Family.Kind,
            _ figure: (PlanReading.TeamRow) -> Sensitive<Measured<Estimate>>
        ) -> [Disclosed<Measured<PublishedEstimate>>] {
            let head = Family.Member(
                scope: organization, everybody: reading.everybody, figure: own ?? reading.today)
            let members = reading.teams.map {
                Family.Member(scope: Scope(.team, name($0.team)), everybody: $0.everybody, figure: figure($0))
            }
            return office.release(Family([head] + members, kind: kind, policy: policy))
        }
        func outcome(_ code: String) -> Sensitive<Measured<Estimate>>? {
            reading.outcomes.first { $0.code == code }?.reach
        }
        let today = all(reading.today, kind: .counts, \.today)
        let nothing = all(outcome("nothing"), kind: .scores, \.nothing)
        let plan = all(outcome("plan"), kind: .scores, \.plan)
        let isShown = reading.teams.map { $0.everybody.count >= policy.minimumGroup }
        let rows = reading.teams.indices.filter { isShown[$0] }.map { index -> PlanPublication.TeamRow in
            // A forecast begins with today's users: where these are withheld, so is it.
            let reason = today[index + 1].withheldBecause
            func shown(_ figure: Disclosed<Measured<PublishedEstimate>>) -> Disclosed<
                Measured<PublishedEstimate>
            > {
                reason.map { Disclosed(withheld: $0) } ?? figure
            }
            return PlanPublication.TeamRow(
                team: name(reading.teams[index].team), people: reading.teams[index].everybody.count,
                today: today[index + 1], nothing: shown(nothing[index + 1]), plan: shown(plan[index + 1]))
        }.sorted { $0.team < $1.team }
        let sizes = Dictionary(uniqueKeysWithValues: reading.teams.map { ($0.team, $0.everybody.count) })
        func mayName(_ team: Int) -> Bool { (sizes[team] ?? 0) >= policy.minimumGroup }
        let named = reading.bridges.filter { mayName($0.from) && mayName($0.to) }
        return PlanPublication(
            name: evidence.name, asOf: evidence.asOf, isProtected: policy.isProtected,
            request: reading.request,
            people: reading.everybody.count, today: today[0], placed: reading.placed,
            bridges: named.map {
                PlanPublication.Bridge(from: name($0.from), to: name($0.to), invitations: $0.invitations)
            },
            cost: reading.cost, intoSmallTeams: reading.placed - named.reduce(0) { $0 + $1.invitations },
            outcomes: reading.outcomes.map {
                PlanPublication.Outcome(code: $0.code, reach: one($0.reach), gain: one($0.gain))
            },
            bound: reading.bound.map(one),
            curve: reading.curve.map {
                PlanPublication.CurvePoint(invitations: $0.invitations, reach: one($0.reach))
            },
            knee: reading.knee, teams: rows, teamsNotShown: isShown.count { !$0 },
            overloaded: reading.overloaded.filter(mayName).map(name).sorted(),
            isLoadedEverywhere: reading.isLoadedEverywhere, complexProbability: reading.complex,
            inPairs: reading.inPairs, asksConsent: reading.asksConsent,
            hasTies: reading.hasTies, runs: reading.runs, wasStopped: reading.wasStopped,
            unknowns: reading.unknowns)
    }
}
