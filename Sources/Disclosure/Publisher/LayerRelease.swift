package import Measures
@_spi(Disclosure) package import Rollout

/// Releases one row of the layers picture.
package enum LayerRelease {
    /// What may be shown of each layer's figure, given that the organisation's own is shown elsewhere.
    ///
    /// The organisation stands in as the union of the layers with all their answers, so that a
    /// hidden layer does not follow by subtraction.
    package static func release(
        _ layers: [(layer: Layer, figure: Sensitive<Measured<Estimate>>)], _ office: inout FamilyRelease
    ) -> [Disclosed<Measured<PublishedEstimate>>] {
        var everybody = PeopleSet()
        var answers: Int?
        var weight = 0.0
        var total = 0
        var unit = Unit.share
        for (_, figure) in layers {
            everybody = everybody.union(figure.group.people)
            if let some = figure.answers { answers = (answers ?? 0) + some }
            guard let estimate = figure.exposed.value else { continue }
            weight += estimate.value * Double(estimate.n)
            total += estimate.n
            unit = estimate.unit
        }
        var members = layers.map { layer, figure in
            Family.Member(
                scope: Scope(.layer, layer.rawValue), everybody: figure.group.people, figure: figure)
        }
        if total > 0 {
            let whole = Estimate(weight / Double(total), n: total, unit: unit)
            members.insert(
                Family.Member(
                    scope: Scope(.organization, ""), everybody: everybody,
                    figure: Sensitive(.known(whole), about: everybody, answers: answers)), at: 0)
        }
        return Array(office.release(Family(members, policy: office.policy)).suffix(layers.count))
    }
}
