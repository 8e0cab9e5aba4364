import Diagnosis
package import Disclosure
import Figures

/// Where the organisation stands, for whoever answers for it.
package struct StandModel: Sendable {
    /// What would move it.
    package struct Move: Sendable {
        package let name: String
        package let cure: String
        package let refutedIf: String
    }

    package let verdict: VerdictModel
    package let loss: FigureModel
    package let trend: FigureModel
    package let layers: FigureModel
    package let moveTitle: String
    package let moves: [Move]
    package let hasMoves: Bool
    package let unknownTitle: String
    package let unknown: [CoverageModel.Gap]
    package let hasUnknown: Bool
    /// What could be said to executives, standing on examples and disclosed figures; nil where there is nothing yet.
    package let draft: DraftModel?

    /// - Parameter report: The publication's report, which is made once for many pages.
    package init(_ publication: Publication, report: ReportModel, draft: DraftModel? = nil) {
        self.draft = draft
        verdict = report.verdict
        loss = report.charts.loss
        trend = report.charts.trend
        layers = report.charts.layers
        moves = (publication.organization?.barriers ?? []).prefix(3).map {
            Move(name: Wording.name($0.code), cure: $0.cure, refutedIf: $0.refutedIf)
        }
        hasMoves = !moves.isEmpty
        moveTitle =
            hasMoves
            ? "Start with one thing, and know beforehand how it could fail" : "Nothing stands out yet"
        unknown = report.coverage.notKnown
        hasUnknown = !unknown.isEmpty
        unknownTitle =
            hasUnknown ? "What could change this picture" : "Everything we ask for is known"
    }
}

extension Site {
    /// Where the organisation stands.
    package static func stand(_ model: StandModel, shell: ShellModel) -> String {
        render("where-we-stand", title: "Where we stand", page: model, shell: shell)
    }
}
