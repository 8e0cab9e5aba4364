import Diagnosis
package import Disclosure
import Figures
import Measures
package import Rollout

/// The whole diagnosis, with ways to look closer.
package struct DiagnosisPageModel: Sendable {
    /// A way to a role or team.
    package struct Way: Sendable {
        package let label: String
        package let href: String
        package let people: String
    }

    /// Links shown at once; beyond, searching is quicker.
    static let mostWays = 60

    package let report: ReportModel
    package let travel: TravelModel?
    /// Where to invite; nil where nobody asks for it.
    package let planning: PlanSectionModel?
    /// What is on the page, in its order.
    package let places: [ReportModel.Place]
    package let roles: [Way]
    package let teams: [Way]
    package let moreTeams: String?
    package let findValue: String
    package let from: String
    package let to: String

    /// - Parameters:
    ///   - report: The publication's report, which is made once for many pages.
    ///   - find: Only roles and teams whose name holds this, whatever its letter case.
    ///   - address: Where a scope's page is.
    ///   - travel: How discovery travels; nil where nothing is known of it.
    ///   - planning: Where to invite.
    package init(
        _ publication: Publication, report: ReportModel, find: String, travel: TravelModel? = nil,
        planning: PlanSectionModel? = nil, address: (Scope) -> String
    ) {
        self.travel = travel
        self.planning = planning
        self.report = report
        // Sections that only the report has are left out, so that every link leads somewhere.
        places =
            report.contents.filter { !["next", "sensitivity", "notices", "method"].contains($0.anchor) }
            .flatMap { place in
                place.anchor == "why" && planning != nil
                    ? [place, .init(anchor: "plan", words: "Where to invite")] : [place]
            }
        func scopes(_ kind: Scope.Kind) -> [PublishedScope] {
            publication.scopes.filter { scope in
                scope.scope.kind == kind
                    && (find.isEmpty || scope.scope.name.lowercased().contains(find.lowercased()))
            }
        }
        func ways(_ scopes: [PublishedScope]) -> [Way] {
            scopes.prefix(DiagnosisPageModel.mostWays).map {
                Way(label: $0.scope.name, href: address($0.scope), people: Printed.people($0.people))
            }
        }
        roles = ways(scopes(.role))
        let all = scopes(.team)
        teams = ways(all)
        moreTeams = all.count > teams.count ? "And \(all.count - teams.count) more: search by name." : nil
        findValue = Markup.escaped(find)
        from = "\(publication.asOf.advanced(by: -84))"
        to = "\(publication.asOf)"
    }
}

/// One role or team.
package struct ScopePageModel: Sendable {
    package let name: String
    package let what: String
    package let verdict: VerdictModel?
    package let because: [String]
    package let figuresTitle: String
    package let facts: [Fact]
    package let barriers: [BarriersModel.Barrier]
    package let hasBarriers: Bool

    package init(_ scope: PublishedScope, in publication: Publication) {
        name = scope.scope.name
        let kind =
            switch scope.scope.kind {
            case .organization: "Organisation"
            case .team: "Team"
            case .role: "Role"
            case .layer: "Layer"
            }
        what = "\(kind) · \(Printed.people(scope.people)) · \(publication.asOf.long)"
        verdict = scope.verdict.map { VerdictModel($0, thresholds: publication.thresholds) }
        because = scope.verdict?.because ?? []
        facts = MeasureCode.allCases.compactMap { Fact($0, of: scope) }
        let withheld = facts.count { $0.value == "withheld" }
        figuresTitle =
            withheld == 0
            ? "What can be said of it"
            : "What can be said of it; \(withheld) of \(facts.count) figures are withheld"
        barriers = BarriersModel(named: scope.barriers, unnamed: []).named
        hasBarriers = !barriers.isEmpty
    }
}

extension Site {
    /// The whole diagnosis.
    package static func diagnosis(_ model: DiagnosisPageModel, shell: ShellModel) -> String {
        render("diagnosis", title: "Diagnosis", page: model, shell: shell)
    }

    /// One role or team.
    package static func scope(_ model: ScopePageModel, shell: ShellModel) -> String {
        render("scope", title: model.name, page: model, shell: shell)
    }
}
