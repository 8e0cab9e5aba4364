package import Diagnosis
package import Measures
@_spi(Disclosure) import Rollout

/// How far two sources agree, as it may be shown.
package struct PublishedAgreement: Sendable {
    /// One of the two files.
    package struct Source: Hashable, Sendable {
        package let name: String
        package let kind: String
        package let absence: String
    }

    /// Person-days, to two significant digits.
    package struct PersonDays: Hashable, Sendable {
        package let both: Int
        package let onlyFirst: Int
        package let onlySecond: Int
    }

    /// One week: of the person-days either marks, the share both mark.
    package struct WeekShare: Hashable, Sendable {
        package let week: Week
        /// 0...1 in steps of a hundredth; not known where too few days were marked.
        package let share: Measured<Double>
    }

    package let tool: String
    package let first: Source
    package let second: Source
    package let from: Day
    package let to: Day
    /// People both speak of.
    package let people: Disclosed<Int>
    /// Of the person-days either marks, the share both mark.
    package let agreement: Disclosed<Measured<PublishedEstimate>>
    /// Agreement beyond chance over worked days; not known where one gives only last days.
    package let kappa: Disclosed<Measured<PublishedEstimate>>
    /// Of the first file's person-days, the share the second has too.
    package let secondHasOfFirst: Disclosed<Measured<PublishedEstimate>>
    /// Of the second file's person-days, the share the first has too.
    package let firstHasOfSecond: Disclosed<Measured<PublishedEstimate>>
    package let personDays: Disclosed<PersonDays>
    package let weeks: Disclosed<[WeekShare]>
    /// Causes found in the days, with their sentences; empty where the agreement is withheld.
    package let reasons: [(cause: Disagreement, sentence: String)]
}

/// Releases comparisons of sources: use of the people both speak of, and so a figure about people.
package struct AgreementRelease: Sendable {
    package let policy: DisclosurePolicy

    package init(policy: DisclosurePolicy) { self.policy = policy }

    /// What may be shown of each comparison, in their order.
    ///
    /// The groups of all pairs are released together, so that two pairs that differ by a few people do not
    /// give these away; counts and weeks are shown only for groups whose shares are not rounded.
    package func release(_ comparisons: [SourceComparison]) -> [PublishedAgreement] {
        var office = FamilyRelease(policy: policy)
        func figures(
            _ value: (SourceComparison) -> Measured<Double>, unit: Unit
        ) -> [Disclosed<Measured<PublishedEstimate>>] {
            let members = comparisons.enumerated().map { place, pair in
                Family.Member(
                    scope: Scope(.team, "pair \(place)"), everybody: pair.people,
                    figure: Sensitive(
                        value(pair).map { Estimate($0, n: pair.people.count, unit: unit) },
                        about: pair.people))
            }
            return office.release(
                Family(members, kind: .scores, policy: policy, hasTellingDenominator: true))
        }
        let agreement = figures(\.agreement, unit: .proportion)
        let kappa = figures(AgreementRelease.kappa, unit: .correlation)
        let second = figures(\.secondHasOfFirst, unit: .proportion)
        let first = figures(\.firstHasOfSecond, unit: .proportion)
        return comparisons.enumerated().map { place, pair in
            let withheld = agreement[place].withheldBecause
            return PublishedAgreement(
                tool: pair.first.tool, first: AgreementRelease.source(pair.first),
                second: AgreementRelease.source(pair.second), from: pair.from, to: pair.to,
                people: large(pair.people.count, of: pair, withheld), agreement: agreement[place],
                kappa: kappa[place], secondHasOfFirst: second[place], firstHasOfSecond: first[place],
                personDays: large(AgreementRelease.personDays(pair), of: pair, withheld),
                weeks: large(AgreementRelease.weeks(pair.weeks), of: pair, withheld),
                reasons: withheld == nil ? pair.reasons : [])
        }
    }

    private func large<Value: Sendable>(
        _ value: Value, of pair: SourceComparison, _ withheld: Reason?
    ) -> Disclosed<Value> {
        if let withheld { return Disclosed(withheld: withheld) }
        return pair.people.count < policy.roundingBelow
            ? Disclosed(withheld: policy.distributionTooFewPeople) : Disclosed(shown: value)
    }

    private static func kappa(_ pair: SourceComparison) -> Measured<Double> {
        for source in [pair.first, pair.second] where source.absence != .notUsed {
            return .notKnown(
                Reason(
                    "onlyLastSeen",
                    "\(source.name) does not say when somebody did not use it, so agreement beyond chance cannot be told."
                ))
        }
        return pair.kappa
    }

    private static func source(_ source: SourceUse) -> PublishedAgreement.Source {
        PublishedAgreement.Source(
            name: source.name, kind: source.kind, absence: source.absence.rawValue)
    }

    private static func personDays(_ pair: SourceComparison) -> PublishedAgreement.PersonDays {
        func short(_ count: Int) -> Int {
            Int(FigureRounding.twoDigits(Double(count), .toNearestOrAwayFromZero))
        }
        return PublishedAgreement.PersonDays(
            both: short(pair.personDays.both), onlyFirst: short(pair.personDays.onlyFirst),
            onlySecond: short(pair.personDays.onlySecond))
    }

    private static func weeks(_ weeks: [SourceComparison.WeekCount]) -> [PublishedAgreement.WeekShare] {
        let few = Reason("tooFewDays", "Fewer than twenty person-days were marked in this week.")
        return weeks.map { week in
            PublishedAgreement.WeekShare(
                week: week.week,
                share: week.marked < 20 ? .notKnown(few) : week.share.map { ($0 * 100).rounded() / 100 })
        }
    }
}
