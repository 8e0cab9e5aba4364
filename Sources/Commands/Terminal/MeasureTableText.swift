import Diagnosis
import Disclosure
import Foundation
import Measures
import Rollout

/// Every measure of the organisation, and habit and reach of each team, role and layer.
struct MeasureTableText {
    let publication: Publication
    let paper: Paper

    /// All lines.
    func lines() -> [String] {
        var lines = [paper.inked("Every measure of the organisation", .strong)]
        for measure in publication.organization?.measures ?? [] {
            lines += paper.wrapped(
                cell(measure.value), indent: String(repeating: " ", count: 26),
                first: "  \(padded(measure.code.rawValue, 24))")
        }
        for kind in [Scope.Kind.team, .role, .layer] {
            let scopes = publication.scopes.filter { $0.scope.kind == kind }
            guard !scopes.isEmpty else { continue }
            let last = kind == .team ? "barrier raised most" : "verdict"
            lines += ["", paper.inked("By \(kind.rawValue): habit · tried · \(last)", .strong)]
            for scope in scopes {
                let verdict =
                    scope.verdict.map { DiagnosisText.word($0.code) } ?? scope.raised.map(raised) ?? "—"
                lines.append(
                    "  \(padded(scope.scope.name, 28))\(padded(short(scope[.habit]), 22))\(padded(short(scope[.trialRate]), 14))\(verdict)"
                )
            }
        }
        return lines
    }

    private func raised(_ raised: PublishedRaisedBarrier) -> String {
        "\(raised.code.rawValue) (probability \(FigureText.value(raised.probability)))"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
    }

    private func cell(_ value: Disclosed<Measured<PublishedEstimate>>) -> String {
        switch value.state {
        case .withheld(let reason): "withheld: \(reason.sentence)"
        case .shown(.notKnown(let reason)): "not known: \(reason.sentence)"
        case .shown(.known(let figure)):
            FigureText.value(figure) + (FigureText.interval(figure).map { " (\($0))" } ?? "")
                + (figure.n.map { ", n = \($0)" } ?? "")
        }
    }

    private func short(_ value: Disclosed<Measured<PublishedEstimate>>?) -> String {
        switch value?.state {
        case nil: "—"
        case .withheld: "withheld"
        case .shown(.notKnown): "not known"
        case .shown(.known(let figure)):
            FigureText.value(figure) + (FigureText.interval(figure).map { " (\($0))" } ?? "")
        }
    }
}
