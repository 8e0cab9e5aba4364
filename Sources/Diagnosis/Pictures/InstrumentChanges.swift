import Measures
import Rollout

/// Days on which the instrument changed: a jump there need not be people.
enum InstrumentChanges {
    /// Tools that began to write marks by themselves, as found in public logs (FORMATS C12).
    private static let tools: [(tool: String, day: Day, what: String)] = [
        (
            "copilot", Day(year: 2026, month: 1, day: 30)!,
            "Copilot's command line starts to write marks by itself"
        ),
        ("cursor", Day(year: 2026, month: 2, day: 6)!, "Cursor's marks go from rare to common"),
    ]

    /// Changes that touch the tools and sources of this evidence: known tool changes where the source is
    /// git, and the beginning and end of sources.
    static func known(_ groundwork: Groundwork) -> [HabitTrend.InstrumentChange] {
        let evidence = groundwork.evidence
        var changes: [HabitTrend.InstrumentChange] = []
        let isGit = evidence.coverage.contains { $0.source == "git" }
        let used = Set(evidence.use.keys.map { $0.tool.lowercased() })
        if isGit {
            for change in tools where used.contains(change.tool) && change.day <= evidence.asOf {
                changes.append(HabitTrend.InstrumentChange(day: change.day, what: change.what))
            }
        }
        let spans = Dictionary(grouping: evidence.coverage.filter { $0.absence == .notUsed }, by: \.source)
        for (source, lines) in spans.sorted(by: { $0.key < $1.key }) {
            let ended = lines.filter { $0.to < evidence.asOf.advanced(by: -7 * Observation.staleAfterWeeks) }
            if let last = ended.map(\.to).max() {
                let teams = ended.compactMap(\.team).count
                let where_ = teams > 0 ? " for \(teams) of \(lines.count) teams" : ""
                changes.append(HabitTrend.InstrumentChange(day: last, what: "“\(source)” ends\(where_)"))
            }
        }
        return changes.sorted { ($0.day, $0.what) < ($1.day, $1.what) }
    }
}
