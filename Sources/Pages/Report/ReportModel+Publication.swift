package import Disclosure
import Figures
import Measures
import Rollout

extension ReportModel {
    /// The report of a publication: a pure mapping, the same publication gives the same model.
    package init(
        _ publication: Publication, plan: PlanPublication? = nil,
        simulation: ScenarioPublication? = nil
    ) {
        let organization = publication.organization
        let weeks = publication.pictures.trend.value?.points.count
        let evidence = [
            organization.map { Printed.people($0.people) }, weeks.map { $0 == 1 ? "1 week" : "\($0) weeks" },
        ]
        self.init(
            head: Head(
                name: publication.name, date: publication.asOf.long,
                evidence: evidence.compactMap { $0 }.joined(separator: ", ")),
            isProtected: publication.isProtected,
            verdict: VerdictModel(
                organization?.verdict, silence: organization?.nonResponse?.words ?? [],
                thresholds: publication.thresholds),
            coverage: CoverageModel(publication),
            barriers: BarriersModel(
                named: organization?.barriers ?? [], unnamed: organization?.unnamed ?? []),
            next: NextModel(
                named: organization?.barriers ?? [], missing: organization?.verdict?.missing ?? [],
                asOf: publication.asOf, weeks: publication.thresholds.horizonWeeks),
            charts: Charts(
                loss: Self.loss(publication), trend: Self.trend(publication), power: Self.power(publication),
                layers: Self.layers(publication.pictures.layers), map: Self.map(publication.pictures),
                changes: Self.changes(publication)),
            groups: GroupsModel(publication.scopes),
            sensitivity: SensitivityModel(organization?.verdict),
            notices: NoticesModel(publication.notices),
            method: MethodModel(
                thresholds: publication.thresholds, seed: publication.seed, asOf: publication.asOf,
                isProtected: publication.isProtected),
            plan: plan.map { PlanModel($0, on: publication.pictures) },
            simulation: simulation.map { SimulationModel($0) })
    }
}
