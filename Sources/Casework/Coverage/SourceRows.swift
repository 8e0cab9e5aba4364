import Diagnosis
import Disclosure
import Intake
import Measures
import Rollout

/// Sources of use as rows of one time axis, each with what speaks against trusting it.
struct SourceRows {
    let evidence: Evidence
    let exports: [ExportReading]
    let heads: HeadcountRelease

    private struct Key: Hashable {
        let source: String
        let team: Int?
        let absence: Coverage.Absence
    }

    /// One row a source, team and meaning of absence; by source, then by team.
    var rows: [CoveragePublication.SourceRow] {
        let groups = Dictionary(grouping: evidence.coverage) {
            Key(source: $0.source, team: $0.team, absence: $0.absence)
        }
        return groups.sorted { left, right in
            let one = (left.key.source, left.key.team ?? -1, left.key.absence.rawValue)
            return one < (right.key.source, right.key.team ?? -1, right.key.absence.rawValue)
        }.map { row($0.key, $0.value) }
    }

    private func row(_ key: Key, _ lines: [Coverage]) -> CoveragePublication.SourceRow {
        var people = PeopleSet()
        for line in lines {
            let seen = PeopleSet.seen(by: line, in: evidence)
            people = people.union(
                line.people == nil
                    ? PeopleSet(
                        seen.people.filter { evidence.people[$0.ordinal].isPresent(on: evidence.asOf) })
                    : seen)
        }
        let isAssumed = lines.contains { $0.note?.hasPrefix(Coverage.assumption) ?? false }
        let readings = exports.filter { reading in
            let own = reading.coverage.filter { $0.source == key.source }
            // What a file says of itself is its row; where it says nothing, the assumed row is its own.
            return own.contains { $0.absence == key.absence }
                || (own.isEmpty && isAssumed && reading.tools.contains(key.source))
        }
        let lists = lines.contains { $0.people != nil }
        return CoveragePublication.SourceRow(
            source: key.source, team: key.team.map { evidence.teams[$0].name },
            people: heads.count(of: people), listsPeople: lists, absence: key.absence,
            stretches: SourceRows.stretches(lines), marks: marks(key, lines, readings),
            files: readings.map(\.file))
    }

    /// Lines that overlap or follow on each other as one.
    static func stretches(_ lines: [Coverage]) -> [CoveragePublication.SourceRow.Stretch] {
        var result: [CoveragePublication.SourceRow.Stretch] = []
        for line in lines.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = result.last, line.from <= last.to.advanced(by: 1) {
                result[result.count - 1] = .init(from: last.from, to: max(last.to, line.to))
            } else {
                result.append(.init(from: line.from, to: line.to))
            }
        }
        return result
    }

    private func marks(
        _ key: Key, _ lines: [Coverage], _ readings: [ExportReading]
    ) -> [CoveragePublication.Mark] {
        var marks: [CoveragePublication.Mark] = []
        func mark(_ kind: CoveragePublication.Mark.Kind, _ sentence: String) {
            marks.append(CoveragePublication.Mark(kind, sentence))
        }
        let concealed = readings.reduce(0) { $0 + $1.concealedPeople }
        if concealed > 0 {
            mark(
                .concealed,
                "\(concealed == 1 ? "1 code stands" : "\(concealed) codes stand") in place of names and join nobody."
            )
        }
        let strangers = readings.reduce(0) { $0 + $1.unmatched.names.count }
        if strangers > 0 {
            let rows = readings.reduce(0) { $0 + $1.unmatched.rows }
            mark(
                .partial,
                "\(strangers == 1 ? "1 name meets" : "\(strangers) names meet") nobody in the roster; \(rows == 1 ? "1 row stays" : "\(rows) rows stay") out."
            )
        }
        if let to = lines.map(\.to).max(), case let days = to.distance(to: evidence.asOf), days > 7,
            key.absence != .unknown
        {
            mark(.late, "It ends \(days) days before the day this case speaks of.")
        } else if let lateBy = readings.compactMap(\.lateBy).first {
            mark(.late, "How late it tells of a day: \(lateBy).")
        }
        if lines.contains(where: { $0.note?.hasPrefix(Coverage.assumption) ?? false }) {
            mark(
                .assumed,
                "Nobody said what it covers: it is taken to see everybody, from its first day of use to its last."
            )
        }
        if evidence.weeks.contains(where: { $0.tool == key.source }) {
            mark(
                .derived,
                "It tells in which weeks it was used and not on which days, so days and rhythm are not known."
            )
        }
        if key.absence == .lastSeenOnly {
            mark(.lastSeenOnly, "Only the last days of use are told, so no habit can be seen in it.")
        }
        return marks
    }
}

/// The other files of a case on the same axis.
enum OtherRows {
    static func rows(_ evidence: Evidence) -> [CoveragePublication.OtherRow] {
        var rows: [CoveragePublication.OtherRow] = []
        func days(_ source: Evidence.Source, _ what: String, _ days: [Day]) {
            let shown = thinned(days.filter { $0 <= evidence.asOf })
            if !shown.isEmpty {
                rows.append(.init(file: source.file, what: what, days: shown, isSpan: false))
            }
        }
        if let activity = evidence.activity, let span = markedSpan(activity) {
            rows.append(
                .init(
                    file: Evidence.Source.activity.file, what: "days at work",
                    days: [span.lowerBound, min(span.upperBound, evidence.asOf)], isSpan: true))
        }
        days(.useCases, "use cases that went live", evidence.useCases.compactMap(\.live))
        days(.champions, "weeks of champions", evidence.champions.map(\.week.monday))
        days(.pulse, "waves of the pulse", evidence.pulse.map(\.wave))
        days(.changes, "other changes that began", evidence.changes.map(\.from))
        days(.messages, "messages", evidence.messages.map(\.date))
        days(.mandates, "orders to use it", evidence.mandates.map(\.from))
        days(.examples, "before and after examples", evidence.examples.map(\.date))
        return rows
    }

    /// The first and the last day marked for anybody.
    private static func markedSpan(_ matrix: DayMatrix) -> ClosedRange<Day>? {
        var days = [UInt64](repeating: 0, count: matrix.blocks)
        for (place, word) in matrix.words.enumerated() { days[place % max(1, matrix.blocks)] |= word }
        guard let first = days.firstIndex(where: { $0 != 0 }), let last = days.lastIndex(where: { $0 != 0 })
        else { return nil }
        return DaySet.day(
            block: matrix.firstBlock + Int32(first), bit: days[first].trailingZeroBitCount)...DaySet.day(
                block: matrix.firstBlock + Int32(last), bit: 63 - days[last].leadingZeroBitCount)
    }

    /// Different days, at most one a week.
    private static func thinned(_ days: [Day]) -> [Day] {
        var result: [Day] = []
        for day in Set(days).sorted() where result.last?.week != day.week { result.append(day) }
        return result
    }
}
