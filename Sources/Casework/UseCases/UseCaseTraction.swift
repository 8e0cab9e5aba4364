package import Disclosure
package import Measures
package import Rollout

/// How a use case is taken up: covered → tried → kept, as it may be shown.
package struct UseCaseTraction: Sendable {
    package let useCase: UseCase
    /// People in the roles it was made for: a fact of the roster.
    package let covered: Int
    /// Share of them who used it at least once.
    package let tried: Disclosed<Measured<PublishedEstimate>>
    /// Share of them who used it in the last four weeks, at least four weeks after the first time.
    package let kept: Disclosed<Measured<PublishedEstimate>>

    /// The traction of every use case of the register.
    ///
    /// Each figure is released by itself: different use cases speak of different deeds, so none can be worked out
    /// from another.
    /// - Complexity: O(blocks of use + use cases × people).
    package static func all(_ evidence: Evidence, policy: DisclosurePolicy = .protected) -> [UseCaseTraction]
    {
        let first = firsts(evidence)
        let present = evidence.people.filter {
            $0.layer != .executive && $0.isPresent(on: evidence.asOf)
        }
        return evidence.useCases.map { useCase in
            let audience = present.filter { useCase.roles.isEmpty || useCase.roles.contains($0.role) }
            let days = first[useCase.id] ?? [:]
            return UseCaseTraction(
                useCase: useCase, covered: audience.count,
                tried: released(audience, policy) { days[$0] != nil },
                kept: released(audience, policy) { person in
                    guard let span = days[person] else { return false }
                    return evidence.asOf.number - span.first.number >= 28
                        && evidence.asOf.number - span.last.number < 28
                })
        }
    }

    /// First and last day of use up to the as-of day, by use case and person.
    private static func firsts(_ evidence: Evidence) -> [String: [Int: (first: Day, last: Day)]] {
        var result: [String: [Int: (first: Day, last: Day)]] = [:]
        for row in evidence.use.rows {
            let key = evidence.use.keys[Int(row.key)]
            guard let id = key.useCase, !key.mode.isWeak else { continue }
            var bits = row.block.bits
            let (block, bit) = DaySet.position(of: evidence.asOf)
            if row.block.index > block { continue }
            if row.block.index == block { bits &= ~0 >> UInt64(63 - bit) }
            guard bits != 0 else { continue }
            let low = DaySet.day(block: row.block.index, bit: bits.trailingZeroBitCount)
            let high = DaySet.day(block: row.block.index, bit: 63 - bits.leadingZeroBitCount)
            let known = result[id]?[Int(row.person)] ?? (low, high)
            result[id, default: [:]][Int(row.person)] = (min(known.first, low), max(known.last, high))
        }
        return result
    }

    private static func released(
        _ audience: [Person], _ policy: DisclosurePolicy, _ counts: (Int) -> Bool
    ) -> Disclosed<Measured<PublishedEstimate>> {
        let group = PeopleSet(audience.map(\.id))
        let number = audience.count { counts($0.id.ordinal) }
        let share = audience.isEmpty ? 0 : Double(number) / Double(audience.count)
        let figure = Sensitive<Measured<Estimate>>(
            .known(Estimate(share, interval: nil, n: audience.count, unit: .share)), about: group)
        var office = FamilyRelease(policy: policy)
        let family = Family(
            [Family.Member(scope: Scope(.role, ""), everybody: group, figure: figure)], policy: policy)
        return office.release(family)[0]
    }
}
