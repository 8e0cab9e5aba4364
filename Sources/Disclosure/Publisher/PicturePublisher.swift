import Diagnosis
import Measures
@_spi(Disclosure) import Rollout

/// Releases the organisation-wide pictures, in step with the measures already released.
struct PicturePublisher: Sendable {
    let policy: DisclosurePolicy
    let scopes: [PublishedScope]

    func publish(
        _ pictures: Pictures, frozenIsSafe: Bool, _ office: inout FamilyRelease
    ) -> PublishedPictures {
        let teams = Dictionary(
            scopes.filter { $0.scope.kind == .team }.map { ($0.scope.name, $0) },
            uniquingKeysWith: { first, _ in first })
        return PublishedPictures(
            trend: pictures.trend.map { trend($0, frozenIsSafe: frozenIsSafe) },
            powerCurve: pictures.powerCurve.map(powerCurve), loss: loss(pictures.loss),
            layers: pictures.layers.map { layerRow($0, &office) },
            mapNodes: pictures.map.nodes.map { mapNode($0, team: teams[$0.team]) },
            mapLinks: pictures.map.links,
            mapHasTies: pictures.map.hasTies, changes: pictures.changes)
    }

    /// Points over one frozen group; a point over other people is held.
    private func trend(_ trend: HabitTrend, frozenIsSafe: Bool) -> PublishedPictures.Trend {
        let shares = TrendRelease(policy: policy).release(
            trend.points.map(\.share), latestIsSafe: frozenIsSafe)
        let points = zip(trend.points, shares).map {
            PublishedPictures.TrendPoint(week: $0.week, share: $1, isMandated: $0.isMandated)
        }
        // A forecast of a trend that is not shown would show it.
        return PublishedPictures.Trend(
            points: points, forecast: shares.contains { $0.shown != nil } ? trend.forecast : [],
            instrumentChanges: trend.instrumentChanges)
    }

    private func powerCurve(_ curve: PowerCurve) -> PublishedPictures.PowerCurve {
        let steps = curve.people.map { DayStep.steps(of: $0, least: max(1, policy.minimumGroup)) }
        let total = steps.exposed.reduce(0) { $0 + $1.people }
        // All but one on the same day would say of each of them what they did.
        let isAlike = steps.exposed.contains {
            $0.days.count == 1 && $0.people > 0 && isBand($0.people, of: total)
        }
        return PublishedPictures.PowerCurve(
            steps: isAlike ? Disclosed(withheld: policy.onlyBand) : largeOnly(steps),
            medianDays: isAlike ? Disclosed(withheld: policy.onlyBand) : largeOnly(curve.medianDays))
    }

    private func isBand(_ count: Int, of people: Int) -> Bool {
        policy.isProtected && FigureRounding.band(of: Double(count), people: people) != nil
    }

    /// A count or distribution, from the size on where figures are not rounded.
    private func largeOnly<Value: Sendable>(_ figure: Sensitive<Value>) -> Disclosed<Value> {
        figure.group.people.count < policy.roundingBelow
            ? Disclosed(withheld: policy.distributionTooFewPeople) : Disclosed(shown: figure.exposed)
    }

    /// Counts of a group too small to be counted, or whose shares are withheld or told as a band, are
    /// withheld too.
    private func loss(_ loss: Loss) -> PublishedPictures.Loss {
        func count(
            _ figure: Sensitive<Measured<Int>>, besides code: MeasureCode
        ) -> Disclosed<Measured<Int>> {
            let organization = scopes.first { $0.scope.kind == .organization }
            if let reason = organization?[code]?.withheldBecause { return Disclosed(withheld: reason) }
            if case .known(let estimate) = organization?[code]?.shown, case .band = estimate.precision {
                return Disclosed(withheld: policy.onlyBand)
            }
            if let people = figure.exposed.value, isBand(people, of: loss.everybody.exposed) {
                return Disclosed(withheld: policy.onlyBand)
            }
            return largeOnly(figure)
        }
        return PublishedPictures.Loss(
            everybody: Disclosed(shown: loss.everybody.exposed),
            covered: count(loss.covered, besides: .coverage), tried: count(loss.tried, besides: .reach),
            habit: count(loss.habit, besides: .habit), cannotBeSeen: largeOnly(loss.cannotBeSeen))
    }

    /// The marks of one item beside the organisation's own figure, which is taken as shown.
    private func layerRow(
        _ row: LayerRow, _ office: inout FamilyRelease
    ) -> PublishedPictures.LayerRow {
        let felt = LayerRelease.release(row.marks.map { ($0.layer, $0.felt) }, &office)
        let asked = row.marks.compactMap { mark in mark.believed.map { (mark.layer, $0) } }
        var believed = LayerRelease.release(asked, &office)[...]
        return PublishedPictures.LayerRow(
            item: row.item, label: row.label,
            marks: zip(row.marks, felt).map { mark, felt in
                PublishedPictures.LayerMark(
                    layer: mark.layer, felt: felt,
                    believed: mark.believed == nil ? nil : believed.popFirst())
            })
    }

    /// A team's place on the map shows what its scope shows, and nothing else.
    private func mapNode(_ node: TeamMap.Node, team: PublishedScope?) -> PublishedPictures.MapNode {
        let nothing = Disclosed<Measured<PublishedEstimate>>(withheld: policy.wouldRevealOthers)
        return PublishedPictures.MapNode(
            team: node.team, people: Disclosed(shown: team?.people ?? node.people.exposed),
            habit: team?[.habit] ?? nothing, unexposed: team?[.unexposedNonUsers] ?? nothing)
    }
}
