import Diagnosis
package import Disclosure
import Figures
import Measures
import Rollout

/// Everything the report's template prints, as plain text and finished charts.
///
/// A pure mapping: the same publication gives the same model. Only published figures are at hand here, so that
/// the page cannot show what Disclosure has not released.
package struct ReportModel: Sendable {
    /// A list item of the contents.
    package struct Place: Sendable {
        package let anchor: String
        package let words: String
    }

    package let css: String
    package let documentTitle: String
    package let name: String
    package let date: String
    package let evidence: String
    /// The warning every part of the page carries; nil where the figures are protected.
    package let unprotected: String?
    package let verdict: VerdictModel
    package let loss: FigureModel
    package let contents: [Place]
    package let coverage: CoverageModel
    package let barriers: BarriersModel
    package let next: NextModel
    package let trend: FigureModel
    package let power: FigureModel
    package let layers: FigureModel
    package let map: FigureModel
    package let groups: GroupsModel
    package let changes: FigureModel
    package let sensitivity: SensitivityModel
    package let notices: NoticesModel
    package let method: MethodModel

    package init(_ publication: Publication, css: String) {
        self.css = css
        let organization = publication.organization
        name = publication.name
        date = publication.asOf.long
        documentTitle = "\(publication.name): where the AI rollout stands, \(publication.asOf.long)"
        let weeks = publication.pictures.trend.value?.points.count
        evidence = [
            organization.map { Printed.people($0.people) }, weeks.map { $0 == 1 ? "1 week" : "\($0) weeks" },
        ].compactMap { $0 }.joined(separator: ", ")
        unprotected =
            publication.isProtected
            ? nil
            : "Unprotected: small groups are shown as they are. For the analyst’s eyes only; do not pass on."
        verdict = VerdictModel(organization?.verdict, thresholds: publication.thresholds)
        loss = Self.loss(publication)
        contents = Self.places
        coverage = CoverageModel(publication)
        barriers = BarriersModel(named: organization?.barriers ?? [], unnamed: organization?.unnamed ?? [])
        next = NextModel(
            named: organization?.barriers ?? [], missing: organization?.verdict?.missing ?? [],
            asOf: publication.asOf, weeks: publication.thresholds.horizonWeeks)
        trend = Self.trend(publication)
        power = Self.power(publication)
        layers = Self.layers(publication.pictures.layers)
        map = Self.map(publication.pictures)
        groups = GroupsModel(publication.scopes)
        changes = Self.changes(publication)
        sensitivity = SensitivityModel(organization?.verdict)
        notices = NoticesModel(publication.notices)
        method = MethodModel(publication)
    }

    private static let places: [Place] = [
        Place(anchor: "coverage", words: "What we can and cannot see"),
        Place(anchor: "why", words: "Why"),
        Place(anchor: "next", words: "What to do next"),
        Place(anchor: "trend", words: "Trend"),
        Place(anchor: "power", words: "How often"),
        Place(anchor: "layers", words: "Layers"),
        Place(anchor: "map", words: "Who sees whom"),
        Place(anchor: "groups", words: "Teams and roles"),
        Place(anchor: "changes", words: "Other changes"),
        Place(anchor: "sensitivity", words: "Other thresholds"),
        Place(anchor: "notices", words: "Notices"),
        Place(anchor: "method", words: "Method"),
    ]
}
