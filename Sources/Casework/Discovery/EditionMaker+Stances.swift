import Archive
import Disclosure
import Discovery
import Measures
import Rollout

extension EditionMaker {
    /// Months of answers to "did you watch?" that count.
    static let watchedMonths = 3

    /// Where everybody stands; for counts only.
    func stancesByPerson() -> [PersonID: Stance] {
        let sharing = facts.hosts.union(facts.examples.filter { $0.consent.isShown }.map(\.member))
        return StanceReading(facts.stored).stances(
            trials: verdicts.mapValues(\.verdict), sharing: sharing, marks: facts.marks)
    }

    /// Shares by stance for roles and layers of ten people and more, each held until five people have moved.
    func shares(_ stances: [PersonID: Stance]) -> [DiscoveryEdition.Stances] {
        var scopes: [(Scope, PeopleSet)] = evidence.roles.indices.map { role in
            (
                Scope(.role, evidence.roles[role]),
                PeopleSet(evidence.people.filter { $0.role == role }.map(\.id))
            )
        }
        scopes += Layer.allCases.map { layer in
            (
                Scope(.layer, layer.rawValue),
                PeopleSet(evidence.people.filter { $0.layer == layer }.map(\.id))
            )
        }
        let counts = scopes.filter { !$0.1.isEmpty }.map {
            StanceCounts(scope: $0.0, everybody: $0.1, stances: stances)
        }
        var release = FamilyRelease(policy: policy)
        var shares = [[String: DiscoveryEdition.Figure]](repeating: [:], count: counts.count)
        for stance in Stance.allCases {
            let figures = release.release(
                Family(
                    counts.map { count in
                        Family.Member(
                            scope: count.scope, everybody: count.everybody, figure: count.shares[stance]!)
                    }, policy: policy, floor: policy.responseRateMinimum,
                    belowFloor: policy.distributionTooFewPeople))
            for (place, figure) in figures.enumerated() {
                let count = counts[place]
                shares[place][stance.rawValue] = DiscoveryEdition.Figure(figure).held(
                    earlier(count.scope)?.shares[stance.rawValue], people: count.everybody.count,
                    minimum: policy.minimumGroup)
            }
        }
        return counts.indices.compactMap { place in
            guard shares[place].values.contains(where: { $0.words != nil }) else { return nil }
            return DiscoveryEdition.Stances(
                kind: counts[place].scope.kind.rawValue, name: counts[place].scope.name,
                shares: shares[place], people: counts[place].everybody.count)
        }
    }

    private func earlier(_ scope: Scope) -> DiscoveryEdition.Stances? {
        before?.stances.first { $0.kind == scope.kind.rawValue && $0.name == scope.name }
    }

    /// Why people of a role laid it down or would rather not, in steps of five; roles without one are left out.
    ///
    /// One reason a person: what they said last of not wanting to, else of the trial they laid down.
    func reasons(_ stances: [PersonID: Stance]) -> [DiscoveryEdition.Reasons] {
        let release = StepRelease(policy: policy)
        let verdicts = verdicts
        var byRole: [Int: [TrialVerdict.Why: [PersonID]]] = [:]
        for person in evidence.people where stances[person.id] == .refuser {
            let member = facts.stored.members[person.id.ordinal]
            guard let why = facts.marks[member]?.declined ?? verdicts[member]?.why else { continue }
            byRole[person.role, default: [:]][why, default: []].append(person.id)
        }
        return byRole.sorted { evidence.roles[$0.key] < evidence.roles[$1.key] }.compactMap { role, given in
            let everybody = PeopleSet(evidence.people.filter { $0.role == role }.map(\.id))
            let lines = TrialVerdict.Why.allCases.compactMap { why -> DiscoveryEdition.Reasons.Line? in
                guard let people = given[why] else { return nil }
                let count = Sensitive(people.count, about: PeopleSet(people))
                return release.atLeast(count, of: everybody).shown.map {
                    .init(why: why.rawValue, atLeast: $0)
                }
            }
            return lines.isEmpty ? nil : .init(role: evidence.roles[role], lines: lines)
        }
    }

    /// Of those who use nothing and were asked in the last three months, who watched a colleague.
    func watched(_ stances: [PersonID: Stance]) -> DiscoveryEdition.Figure {
        let fresh = Month(facts.day).number - EditionMaker.watchedMonths
        var asked: [PersonID] = []
        var watched = 0
        for person in evidence.people {
            guard stances[person.id] == .notTried || stances[person.id] == .cannotBeSeen,
                let mark = facts.marks[facts.stored.members[person.id.ordinal]], let month = mark.asked,
                // The month that runs is still being answered.
                month.number >= fresh, month < Month(facts.day)
            else { continue }
            asked.append(person.id)
            if let seen = mark.watched, seen.number >= fresh { watched += 1 }
        }
        return share(watched, of: asked, before: before?.watched)
    }

    /// Of those who let a trial with a verdict be counted, who kept something.
    func kept() -> DiscoveryEdition.Figure {
        let verdicts = verdicts
        let tried = evidence.people.map(\.id).filter {
            verdicts[facts.stored.members[$0.ordinal]] != nil
        }
        let kept = Set(facts.trials.filter { $0.record.verdict == .keep }.map(\.record.member))
        let count = tried.count { kept.contains(facts.stored.members[$0.ordinal]) }
        return share(count, of: tried, before: before?.kept)
    }

    /// A share of the organisation, by steps of five points, held until five people have moved.
    private func share(
        _ count: Int, of people: [PersonID], before: DiscoveryEdition.Figure?
    ) -> DiscoveryEdition.Figure {
        let set = PeopleSet(people)
        let figure: Measured<Estimate> =
            people.isEmpty
            ? .notKnown(Reason("nobody", "There is nobody of whom it is said."))
            : .known(Estimate(Double(count) / Double(people.count), n: people.count, unit: .share))
        var release = FamilyRelease(policy: policy)
        let figures = release.release(
            Family(
                [
                    Family.Member(
                        scope: Scope(.organization, evidence.name),
                        everybody: PeopleSet(evidence.people.map(\.id)),
                        figure: Sensitive(figure, about: set))
                ], policy: policy, floor: policy.responseRateMinimum,
                belowFloor: policy.distributionTooFewPeople, hasTellingDenominator: true))
        return DiscoveryEdition.Figure(figures[0]).held(
            before, people: people.count, minimum: policy.minimumGroup)
    }
}
