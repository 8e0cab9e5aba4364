import Measures
@_spi(Disclosure) package import Rollout

/// Releases how many people named or found something, as "at least five", "at least ten" and so on.
///
/// Counts that grow while people add to them tell, at each look, what the latest of them did. In steps of five, and frozen for
/// a week by whoever publishes them, a step says of nobody that it was they.
package struct StepRelease: Sendable {
    /// Of a group, the largest share that "at least" may come to: more would say of nearly each that it was they.
    static let largestShare = 0.8

    package let policy: DisclosurePolicy

    package init(policy: DisclosurePolicy) { self.policy = policy }

    /// The size of a step.
    var step: Int { max(1, policy.minimumGroup) }

    /// How many of a group it were at least: a multiple of five, and never more than four fifths of the group.
    ///
    /// Withheld below five, and where the group is so small that five of it are nearly all.
    package func atLeast(_ count: Sensitive<Int>, of everybody: PeopleSet) -> Disclosed<Int> {
        guard policy.isProtected else { return Disclosed(shown: count.exposed) }
        let most = Int(Double(everybody.count) * StepRelease.largestShare)
        let stepped = min(count.exposed, most) / step * step
        return stepped >= step ? Disclosed(shown: stepped) : Disclosed(withheld: policy.groupTooSmall)
    }

    /// A title that people's words made; withheld below five people, nil where they share no word.
    package func title(_ title: Sensitive<String?>) -> Disclosed<String?> {
        title.group.people.count < policy.minimumGroup
            ? Disclosed(withheld: policy.groupTooSmall) : Disclosed(shown: title.exposed)
    }

    /// Something a person wrote; withheld below ten people who wrote alike.
    package func text(_ text: Sensitive<String>) -> Disclosed<String> {
        text.group.people.count < policy.minimumText
            ? Disclosed(withheld: policy.groupTooSmall) : Disclosed(shown: text.exposed)
    }
}
