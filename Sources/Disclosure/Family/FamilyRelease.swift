package import Measures
@_spi(Disclosure) import Rollout

/// Releases families, one after the other, and remembers the audits of groups already seen.
package struct FamilyRelease: Sendable {
    /// What an audit of totals depends on.
    private struct Question: Hashable {
        let groups: [PeopleSet]
        let order: [Int]
    }

    private struct Answer {
        let system: SetSystem
        /// Groups that may stand beside each other, most valuable first.
        let safe: [Int]
    }

    package let policy: DisclosurePolicy
    private var answered: [Question: Answer] = [:]
    private var systems: [[PeopleSet]: SetSystem] = [:]

    package init(policy: DisclosurePolicy) { self.policy = policy }

    /// What may be shown of each member, in the order of the members.
    ///
    /// In this order: too few people, too few answers, nothing recoverable from totals, nobody
    /// pinned by bounds, no remainder of few answers; then rounding and bands.
    /// - Complexity: O(r log m) audits for r refusals among m groups; the audit of totals is
    ///   remembered for families over the same groups.
    package mutating func release(_ family: Family) -> [Disclosed<Measured<PublishedEstimate>>] {
        let members = family.members
        guard policy.isProtected else {
            return members.map { Disclosed(shown: $0.figure.exposed.map(FigureRounding.exact)) }
        }
        let doors = members.map { door($0, of: family) }
        let groups = FamilyGroups(members)
        let general = Set(
            members.filter { $0.scope.kind == .organization }.compactMap { $0.figure.exposed.reason?.code })
        let open = members.indices.filter { doors[$0] == nil && members[$0].figure.exposed.value != nil }
        let selected = selection(of: family, groups: groups, open: open)
        return members.indices.map { index in
            if let reason = doors[index] { return Disclosed(withheld: reason) }
            let figure = members[index].figure
            guard case .known(let estimate) = figure.exposed else {
                return unknown(members[index], of: family, general: general)
            }
            guard selected.contains(groups.groupOf[index]) else {
                return Disclosed(withheld: policy.wouldRevealOthers)
            }
            let rounding = FigureRounding(policy: policy, hidesSize: family.hasTellingDenominator)
            return Disclosed(
                shown: .known(
                    rounding.rounded(
                        estimate, people: figure.group.people.count, answers: figure.answers)))
        }
    }

    /// Why a figure is withheld whatever the others are; nil where it is not.
    private func door(_ member: Family.Member, of family: Family) -> Reason? {
        if member.everybody.count < family.floor { return family.belowFloor }
        guard let estimate = member.figure.exposed.value else { return nil }
        if member.figure.group.people.count < family.floor { return family.belowFloor }
        // A share may rest on fewer than the group it is said of: "of those with a habit, …".
        if estimate.unit.isOfPeople, member.figure.answers == nil, estimate.n < family.floor {
            return family.belowFloor
        }
        if let answers = member.figure.answers, answers < policy.minimumGroup { return policy.tooFewAnswers }
        return nil
    }

    /// A figure that is not known may say so where that says nothing about a few people: where the
    /// whole organisation lacks it for the same reason, or where enough people stand behind it.
    ///
    /// - Parameter general: Codes of the reasons for which the whole organisation lacks it.
    private func unknown(
        _ member: Family.Member, of family: Family, general: Set<String>
    ) -> Disclosed<Measured<PublishedEstimate>> {
        guard case .notKnown(let reason) = member.figure.exposed else {
            return Disclosed(withheld: family.belowFloor)
        }
        if general.contains(reason.code) || member.figure.group.people.count >= family.floor {
            return Disclosed(shown: .notKnown(reason))
        }
        return Disclosed(withheld: family.belowFloor)
    }

    private mutating func selection(
        of family: Family, groups: FamilyGroups, open: [Int]
    ) -> Set<Int> {
        if open.isEmpty { return [] }
        let order = groups.order(of: open, members: family.members)
        let answer = answer(Question(groups: groups.sets, order: order))
        var safe = answer.safe
        let openFigures = FamilyGroups.figures(of: open, groups: groups, members: family.members)
        if let audit = BoundsAudit(
            system: answer.system, figures: openFigures, kind: family.kind, policy: policy)
        {
            safe = SafeSelection.choose(safe, isSafe: audit.isSafe)
        }
        if let audit = AnswersAudit(
            groups: groups, figures: openFigures, kind: family.kind, policy: policy)
        {
            safe = SafeSelection.choose(safe, isSafe: audit.isSafe)
        }
        return Set(safe)
    }

    private mutating func answer(_ question: Question) -> Answer {
        if let known = answered[question] { return known }
        let system = systems[question.groups] ?? SetSystem(question.groups)
        systems[question.groups] = system
        let audit = RecoverabilityAudit(system: system, minimum: policy.minimumGroup)
        let answer = Answer(
            system: system, safe: SafeSelection.choose(question.order, isSafe: audit.isSafe))
        answered[question] = answer
        return answer
    }
}
