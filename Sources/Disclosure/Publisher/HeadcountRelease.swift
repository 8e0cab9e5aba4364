import Measures
@_spi(Disclosure) package import Rollout

/// Releases numbers of people that are facts of licences and rosters, not of what anybody did.
package struct HeadcountRelease: Sendable {
    package let policy: DisclosurePolicy

    package init(policy: DisclosurePolicy) { self.policy = policy }

    /// How many people a group has; withheld where it is too small.
    package func count(of people: PeopleSet) -> Disclosed<Int> {
        people.count < policy.minimumGroup
            ? Disclosed(withheld: policy.groupTooSmall) : Disclosed(shown: people.count)
    }

    /// A number of people; withheld where it is not nothing and too small.
    package func count(_ number: Sensitive<Int>) -> Disclosed<Int> {
        let count = number.exposed
        return count > 0 && count < policy.minimumGroup
            ? Disclosed(withheld: policy.groupTooSmall) : Disclosed(shown: count)
    }

    /// A part of a whole in steps of a hundredth; withheld where the whole is too small for shares to be exact.
    package func share(_ part: Sensitive<Int>, of whole: Sensitive<Int>) -> Disclosed<Double> {
        guard whole.exposed > 0, whole.exposed >= policy.roundingBelow else {
            return Disclosed(withheld: policy.distributionTooFewPeople)
        }
        let share = Double(part.exposed) / Double(whole.exposed)
        return Disclosed(shown: (share * 100).rounded() / 100)
    }
}
