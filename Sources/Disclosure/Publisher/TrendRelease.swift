package import Measures
@_spi(Disclosure) package import Rollout

/// Releases the points of a trend over one frozen group.
package struct TrendRelease: Sendable {
    package let policy: DisclosurePolicy

    package init(policy: DisclosurePolicy) { self.policy = policy }

    /// What may be shown of each point.
    ///
    /// The frozen group is the one most points share, the latest of equals. A point over other
    /// people is held: beside its neighbours it would show what the joiners and leavers did.
    /// - Parameter latestIsSafe: Whether the latest point may stand beside the scopes' own figures.
    package func release(
        _ points: [Sensitive<Estimate>], latestIsSafe: Bool
    ) -> [Disclosed<PublishedEstimate>] {
        guard policy.isProtected else {
            return points.map { Disclosed(shown: FigureRounding.exact($0.exposed)) }
        }
        var counts: [PeopleSet: Int] = [:]
        for point in points { counts[point.group.people, default: 0] += 1 }
        var frozen: PeopleSet?
        for point in points.reversed() {
            let people = point.group.people
            if counts[people, default: 0] > frozen.map({ counts[$0, default: 0] }) ?? 0 { frozen = people }
        }
        let rounding = FigureRounding(policy: policy, hidesSize: false)
        return points.indices.map { index in
            let people = points[index].group.people
            if people.count < policy.minimumGroup { return Disclosed(withheld: policy.groupTooSmall) }
            if people != frozen { return Disclosed(withheld: policy.membershipChanged) }
            if index == points.count - 1, !latestIsSafe {
                return Disclosed(withheld: policy.wouldRevealOthers)
            }
            return Disclosed(
                shown: rounding.rounded(points[index].exposed, people: people.count, answers: nil))
        }
    }
}
