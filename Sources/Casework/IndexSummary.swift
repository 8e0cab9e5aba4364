import Diagnosis
import Foundation
package import Intake
import Measures
import Rollout

/// How large a case is and how long it takes to read and index.
package struct IndexSummary: Sendable {
    package let people: Int
    package let teams: Int
    package let days: Int
    package let events: Int
    package let bytes: Int
    package let rows: Int
    package let refused: Int
    package let readSeconds: Double
    package let indexSeconds: Double
    /// Seconds that four questions about everybody take: days by week, days of the last four weeks, who comes
    /// back by the week of the first day, and how unevenly actions are spread within teams.
    package let questionSeconds: Double
    /// Bytes of the person × day matrix and of the totals.
    package let indexBytes: Int

    /// Reads and indexes a case.
    /// - Throws: `IntakeFailure` where the roster or the folder cannot be read.
    package init(
        reading source: some CaseSource, maps: [ColumnMapping] = [], progress: ((ReadProgress) -> Void)? = nil
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try CaseReader().read(source, asOf: nil, maps: maps, progress: progress)
        let read = clock.now
        let index = UseIndex(result.evidence)
        let indexed = clock.now
        IndexSummary.ask(index, about: result.evidence)
        let asked = clock.now
        people = result.statistics.people
        teams = result.evidence.teams.count
        days = result.statistics.days
        events = result.statistics.events
        bytes = result.statistics.files.reduce(0) { $0 + $1.bytes }
        rows = result.statistics.files.reduce(0) { $0 + $1.rowsRead }
        refused = result.statistics.files.reduce(0) { $0 + $1.rowsRefused }
        readSeconds = IndexSummary.seconds(read - start)
        indexSeconds = IndexSummary.seconds(indexed - read)
        questionSeconds = IndexSummary.seconds(asked - indexed)
        indexBytes = 8 * (index.days.words.count + index.totals.count)
    }

    /// Asks the four questions and keeps no answer: what may be shown of one is not decided here.
    private static func ask(_ index: UseIndex, about evidence: Evidence) {
        _ = index.activeWeeks()
        _ = index.lastFourWeeks(upTo: evidence.asOf)
        _ = index.days.cohorts(weeks: 8)
        _ = index.gini(by: evidence.people.map(\.team), count: evidence.teams.count)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// Lines for a terminal.
    package var text: String {
        let rate = readSeconds > 0 ? Double(bytes) / readSeconds / 1e6 : 0
        return [
            "people          \(people) in \(teams) teams",
            "days with use   \(days)",
            "person-days     \(events)",
            "rows            \(rows) (\(refused) refused), \(String(format: "%.1f", Double(bytes) / 1e6)) MB",
            "read            \(String(format: "%.3f", readSeconds)) s (\(String(format: "%.0f", rate)) MB/s)",
            "index           \(String(format: "%.3f", indexSeconds)) s, \(String(format: "%.1f", Double(indexBytes) / 1e6)) MB",
            "four questions  \(String(format: "%.3f", questionSeconds)) s",
        ].joined(separator: "\n")
    }

    /// One JSON object.
    package var json: String {
        """
        {"bytes":\(bytes),"days":\(days),"events":\(events),"indexBytes":\(indexBytes),\
        "indexSeconds":\(String(format: "%.6f", indexSeconds)),"people":\(people),\
        "questionSeconds":\(String(format: "%.6f", questionSeconds)),\
        "readSeconds":\(String(format: "%.6f", readSeconds)),"refused":\(refused),"rows":\(rows),\
        "schema":"firsthand.caseIndex/1","teams":\(teams)}
        """
    }
}
