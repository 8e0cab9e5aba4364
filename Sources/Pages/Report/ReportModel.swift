/// Everything the report's template prints, as plain text and finished charts.
///
/// It has no place for a figure that Disclosure has not released: `init(_:css:)` maps a publication, and
/// tests
/// put plain words and charts together themselves.
package struct ReportModel: Sendable {
    /// Whose report it is, of when, and on what.
    package struct Head: Sendable {
        package let documentTitle: String
        package let name: String
        package let date: String
        /// For example "412 people, 30 weeks".
        package let evidence: String

        package init(name: String, date: String, evidence: String) {
            documentTitle = "\(name): where the AI rollout stands, \(date)"
            self.name = name
            self.date = date
            self.evidence = evidence
        }
    }

    /// The charts that have a section each.
    package struct Charts: Sendable {
        package let loss: FigureModel
        package let trend: FigureModel
        package let power: FigureModel
        package let layers: FigureModel
        package let map: FigureModel
        package let changes: FigureModel

        package init(
            loss: FigureModel, trend: FigureModel, power: FigureModel, layers: FigureModel, map: FigureModel,
            changes: FigureModel
        ) {
            self.loss = loss
            self.trend = trend
            self.power = power
            self.layers = layers
            self.map = map
            self.changes = changes
        }
    }

    /// A line of the contents.
    package struct Place: Sendable {
        package let anchor: String
        package let words: String
    }

    package let head: Head
    /// The warning every part of the page carries; nil where the figures are protected.
    package let unprotected: String?
    package let verdict: VerdictModel
    package let contents: [Place]
    package let coverage: CoverageModel
    package let barriers: BarriersModel
    package let next: NextModel
    package let charts: Charts
    package let groups: GroupsModel
    package let sensitivity: SensitivityModel
    package let notices: NoticesModel
    package let method: MethodModel
    /// Where to invite; nil in a report without a plan.
    package let plan: PlanModel?
    /// What would come of each way to go on; nil in a report without scenarios.
    package let simulation: SimulationModel?

    package init(
        head: Head, isProtected: Bool, verdict: VerdictModel, coverage: CoverageModel,
        barriers: BarriersModel, next: NextModel, charts: Charts, groups: GroupsModel,
        sensitivity: SensitivityModel, notices: NoticesModel, method: MethodModel,
        plan: PlanModel? = nil, simulation: SimulationModel? = nil
    ) {
        self.head = head
        unprotected =
            isProtected
            ? nil
            : "Unprotected: small groups are shown as they are. For the analyst’s eyes only; do not pass on."
        self.verdict = verdict
        contents = Self.places.flatMap { place in
            guard place.anchor == "next" else { return [place] }
            return [place] + (plan == nil ? [] : [Place(anchor: "plan", words: "Where to invite")])
                + (simulation == nil ? [] : [Place(anchor: "simulation", words: "What if")])
        }
        self.plan = plan
        self.simulation = simulation
        self.coverage = coverage
        self.barriers = barriers
        self.next = next
        self.charts = charts
        self.groups = groups
        self.sensitivity = sensitivity
        self.notices = notices
        self.method = method
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
