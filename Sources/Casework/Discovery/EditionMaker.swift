import Archive
import Disclosure
package import Discovery
import Inference
import Measures
package import Rollout

/// Everything people found out before a day, as the rules of the room Discovery read it.
struct DiscoveryFacts {
    let stored: StoredEvidence
    /// Nothing from this day on counts.
    let day: Day
    let pains: [Pain]
    /// Trials with a verdict that their owners let be counted.
    let trials: [(record: TrialRecord, trial: Trial)]
    let examples: [ExampleRecord]
    let marks: [MemberID: StanceMarks]
    let hosts: Set<MemberID>
    let crossings: [CrossingTally.Pair: Int]

    /// What was there before a day, of the people of the reading.
    init(_ stored: StoredEvidence, archive: any Archive, before day: Day) async throws {
        self.stored = stored
        self.day = day
        let roles = Dictionary(
            stored.evidence.roles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        pains = try await archive.pains(of: nil).compactMap { record in
            guard record.named < day, let person = stored.person(record.member),
                let role = roles[record.role]
            else { return nil }
            return Pain(
                id: record.id, person: person, role: role, kind: record.kind, text: record.text,
                chosenTheme: record.theme, named: record.named)
        }
        var counted: [(record: TrialRecord, trial: Trial)] = []
        for record in try await archive.trials(of: nil) {
            guard record.consent != .none, let decided = record.decided, decided < day,
                record.verdict == .keep || record.verdict == .drop,
                let person = stored.person(record.member), let role = roles[record.role]
            else { continue }
            counted.append((record, try record.trial(person: person, role: role)))
        }
        trials = counted
        examples = try await archive.examples().filter { $0.shared < day }
        marks = try await archive.stanceMarks()
        hosts = Set(
            try await archive.demonstrations(from: day.advanced(by: -7 * StanceReading.window))
                .filter { !$0.isCancelled && $0.changed.day < day }.map(\.host))
        crossings = try await archive.crossings()
    }

    /// What came of trials of use cases, in the order of decisions.
    var outcomes: [TrialOutcome] {
        trials.sorted { ($0.record.decided!, $0.record.id) < ($1.record.decided!, $1.record.id) }.compactMap {
            entry in
            entry.trial.useCase.map {
                TrialOutcome(
                    person: entry.trial.person, role: entry.trial.role, theme: entry.trial.theme,
                    useCase: $0, isKept: entry.trial.verdict == .keep)
            }
        }
    }
}

extension TrialRecord {
    /// The trial as the rules read it.
    /// - Throws: `TrialFailure` for one that cannot be.
    package func trial(person: PersonID, role: Int) throws -> Trial {
        try Trial(
            id: id, person: person, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline, began: began, occasions: occasions, verdict: verdict, why: why,
            decided: decided)
    }
}

/// Makes the edition of a week.
struct EditionMaker {
    let facts: DiscoveryFacts
    let policy: DisclosurePolicy
    let mask: ThemeMask
    /// The edition published before, which figures of known groups are held against; nil where there is none.
    var before: DiscoveryEdition?

    var evidence: Evidence { facts.stored.evidence }

    /// The edition, all of it disclosed.
    /// - Complexity: That of the grouping and of the audits of a few families.
    func edition(week: Week) -> DiscoveryEdition {
        let minimum = policy.minimumGroup
        let people = Dictionary(uniqueKeysWithValues: evidence.people.map { ($0.id, $0.role) })
        let ledgers = RoleLedger.all(
            pains: facts.pains,
            confirmations: facts.trials.compactMap { OwnResult($0.trial).confirmation }, people: people,
            occupations: Occupations.byRole(evidence), minimum: minimum)
        let shown = Set(facts.examples.filter { $0.isKept && $0.consent.isShown }.map(\.role))
        let sharing = Set(evidence.roles.indices.filter { shown.contains(evidence.roles[$0]) })
        let coverage = LedgerCoverage(ledgers, sharedExamples: sharing, minimum: minimum)
        let sizes = Dictionary(
            uniqueKeysWithValues: evidence.teams.enumerated().map { place, team in
                (team.name, evidence.people.count { $0.team == place })
            })
        let crossings = CrossingTally(facts.crossings).reading(minimum: minimum, teamSizes: sizes)
        let stances = stancesByPerson()
        return DiscoveryEdition(
            week: week.number,
            roles: ledgers.filter { $0.everybody.count >= minimum }.map { ledger in
                role(ledger, hasExample: sharing.contains(ledger.role))
            }, covered: coverage.covered, largeRoles: coverage.roles, aggregates: aggregates(),
            stances: shares(stances),
            crossings: DiscoveryEdition.Crossings(
                followed: crossings.followed, crossed: crossings.crossed,
                bridges: crossings.bridges.map { [$0.from, $0.to] }),
            reasons: reasons(stances), watched: watched(stances), kept: kept())
    }

    private func role(_ ledger: RoleLedger, hasExample: Bool) -> DiscoveryEdition.Role {
        let release = StepRelease(policy: policy)
        let themes = ledger.themes.compactMap { theme -> DiscoveryEdition.Theme? in
            guard let named = release.atLeast(theme.named, of: ledger.everybody).shown,
                let title = release.title(theme.title).shown
            else { return nil }
            return DiscoveryEdition.Theme(
                key: mask.text(theme.key), title: title ?? "something they put in their own words",
                kind: theme.kind.rawValue, named: named,
                statement: release.text(theme.statement).shown.flatMap { $0.isEmpty ? nil : $0 },
                answers: theme.answers.compactMap { answer in
                    let confirmed = release.atLeast(answer.confirmed, of: ledger.everybody)
                    return confirmed.shown == nil
                        ? nil : DiscoveryEdition.Answer(useCase: answer.useCase, confirmed: confirmed)
                })
        }
        return DiscoveryEdition.Role(
            role: evidence.roles[ledger.role],
            themes: themes.sorted { ($0.title, $0.key) < ($1.title, $1.key) },
            isCovered: ledger.isCovered(minimum: policy.minimumGroup, hasSharedExample: hasExample))
    }

    /// The last verdict of each person, who may have tried several things.
    var verdicts: [MemberID: (verdict: TrialVerdict, why: TrialVerdict.Why?)] {
        var last: [MemberID: (day: Day, verdict: TrialVerdict, why: TrialVerdict.Why?)] = [:]
        for (record, _) in facts.trials {
            guard let verdict = record.verdict, let day = record.decided else { continue }
            if let known = last[record.member], known.day > day { continue }
            last[record.member] = (day, verdict, record.why)
        }
        return last.mapValues { ($0.verdict, $0.why) }
    }

    private func aggregates() -> [DiscoveryEdition.Aggregate] {
        let conditions = Dictionary(
            facts.examples.map { ($0.trial, $0.conditions) }, uniquingKeysWith: { first, _ in first })
        let counted = facts.trials.compactMap { record, trial -> CountedTrial? in
            guard let useCase = trial.useCase, !trial.occasions.isEmpty else { return nil }
            let saved = trial.occasions.reduce(0.0) {
                $0 + ($1.usualMinutes ?? trial.baseline.minutes) - $1.after.minutes
            }
            return CountedTrial(
                person: trial.person, role: trial.role, useCase: useCase,
                minutesSaved: saved / Double(trial.occasions.count), isKept: trial.verdict == .keep,
                conditions: conditions[record.id] ?? [])
        }
        let all = ShelfAggregate.all(counted, minimum: policy.minimumGroup)
        var release = FamilyRelease(policy: policy)
        func family(_ kind: Family.Kind, _ figure: (ShelfAggregate) -> Sensitive<Measured<Estimate>>)
            -> [Disclosed<Measured<PublishedEstimate>>]
        {
            release.release(
                Family(
                    all.map { aggregate in
                        Family.Member(
                            scope: Scope(.role, "\(aggregate.role) \(aggregate.useCase)"),
                            everybody: aggregate.people, figure: figure(aggregate))
                    }, kind: kind, policy: policy, hasTellingDenominator: true))
        }
        let kept = family(.counts, \.kept)
        let savings = family(.scores, \.medianSaving)
        return all.indices.compactMap { place in
            let aggregate = all[place]
            guard kept[place].shown != nil || savings[place].shown != nil else { return nil }
            let interval: Interval? =
                if case .shown(.known(let estimate)) = savings[place].state { estimate.interval } else { nil }
            return DiscoveryEdition.Aggregate(
                role: evidence.roles[aggregate.role], useCase: aggregate.useCase,
                kept: DiscoveryEdition.Figure(kept[place]), saving: DiscoveryEdition.Figure(savings[place]),
                low: interval?.low, high: interval?.high, dependsOn: dependences(of: aggregate))
        }
    }

    /// What keeping goes with; only where the two sides are clearly apart, and both are large.
    private func dependences(of aggregate: ShelfAggregate) -> [DiscoveryEdition.Dependence] {
        aggregate.dependsOn.filter { $0.probabilityHelps >= 0.9 || $0.probabilityHelps <= 0.1 }.compactMap {
            dependence in
            var release = FamilyRelease(policy: policy)
            let figures = release.release(
                Family(
                    [dependence.with, dependence.without].enumerated().map { place, figure in
                        Family.Member(
                            scope: Scope(.role, "\(place)"), everybody: aggregate.people, figure: figure)
                    }, policy: policy, hasTellingDenominator: true))
            guard figures.allSatisfy({ $0.shown?.value != nil }) else { return nil }
            return DiscoveryEdition.Dependence(
                condition: dependence.condition.words, with: DiscoveryEdition.Figure(figures[0]),
                without: DiscoveryEdition.Figure(figures[1]))
        }
    }
}

/// Which occupation most people of a role have.
enum Occupations {
    /// By role; the first in the alphabet of equals.
    static func byRole(_ evidence: Evidence) -> [Int: String] {
        var counts: [Int: [String: Int]] = [:]
        for person in evidence.people {
            if let code = person.occupation { counts[person.role, default: [:]][code, default: 0] += 1 }
        }
        return counts.compactMapValues { codes in
            codes.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key
        }
    }
}
