import Measures
package import Rollout

/// Says what is assumed where nobody says what a source covers.
enum CoverageAssumption {
    /// The coverage given, that of exports, and an assumed line for each tool that has neither.
    ///
    /// Where there is no `coverage.csv`, a tool is taken to be seen for everybody from its first day of use
    /// to the last day of its file: whoever has no use there has not used it.
    static func complete(
        _ given: [CoverageLine]?, with exports: ExportContribution, desk: IntakeDesk
    ) -> [CoverageLine] {
        // What somebody wrote down wins over what an export tells of itself.
        let told = Set((given ?? []).map(\.source))
        var lines = (given ?? []) + CoverageJoin.joined(exports.coverage.filter { !told.contains($0.source) })
        guard given == nil else { return lines }
        var spans: [Int: (first: Day, last: Day)] = [:]
        for assumed in exports.assumed {
            for (tool, first) in assumed.first where !exports.coveredTools.contains(tool) {
                let known = spans[tool] ?? (first, assumed.last)
                spans[tool] = (min(known.first, first), max(known.last, assumed.last))
            }
        }
        let names = desk.tools.names
        for (tool, span) in spans.sorted(by: { names[$0.key] < names[$1.key] }) {
            lines.append(
                CoverageLine(
                    source: tool, people: exports.listed[tool], from: span.first, to: span.last,
                    absence: .notUsed,
                    note: Coverage.assumption))
            desk.book.add(
                .coverageAssumed, file: "coverage.csv",
                "There is no coverage.csv. It is assumed that \(names[tool]) is seen for \(exports.listed[tool] == nil ? "everybody" : "everybody who has a seat") from \(span.first.long) to \(span.last.long), and that no row means not used. Say otherwise in coverage.csv."
            )
        }
        return lines
    }
}

extension Coverage {
    /// The note of a line that nobody gave: it is assumed.
    package static let assumption = "assumed: there is no coverage.csv"
}
