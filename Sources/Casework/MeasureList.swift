import Diagnosis
package import Disclosure
import Intake
import Measures
import Rollout

/// Every published measure of every scope as one CSV table.
package enum MeasureList {
    private static let columns = [
        "kind", "scope", "people", "measure", "state", "value", "low", "high", "level", "n", "unit", "reason",
    ]

    /// The table as UTF-8 bytes; formula cells are made harmless.
    package static func csv(_ publication: Publication) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(columns, to: &bytes)
        for scope in publication.scopes {
            for measure in scope.measures {
                let head = [
                    scope.scope.kind.rawValue, scope.scope.name, String(scope.people), measure.code.rawValue,
                ]
                CSVWriter.append(head + cells(measure.value), to: &bytes)
            }
        }
        return bytes
    }

    private static func cells(_ figure: Disclosed<Measured<PublishedEstimate>>) -> [String] {
        switch figure.state {
        case .withheld(let reason): return ["withheld", "", "", "", "", "", "", reason.sentence]
        case .shown(.notKnown(let reason)): return ["notKnown", "", "", "", "", "", "", reason.sentence]
        case .shown(.known(let estimate)):
            if case .band(let words) = estimate.precision {
                return ["known", "", "", "", "", "", estimate.unit.rawValue, words]
            }
            return [
                "known", String(estimate.value), estimate.interval.map { String($0.low) } ?? "",
                estimate.interval.map { String($0.high) } ?? "",
                estimate.interval.map { String($0.level) } ?? "", estimate.n.map { String($0) } ?? "",
                estimate.unit.rawValue, "",
            ]
        }
    }
}
