import Measures
import Rollout

/// Joins lines of coverage that touch: daily files make one stretch of days, weekly ones too.
///
/// People are followed one by one: whoever stands in the files of Monday and of Tuesday is covered on both
/// days, however the lists differ. What comes out tells the same in fewer lines.
enum CoverageJoin {
    private struct Kind: Hashable {
        let source: Int
        let team: Int?
        let absence: Coverage.Absence
        let isListed: Bool
    }

    /// Lines that tell the same.
    /// - Complexity: That of `CoverageSpan.joined`, for each source that lists people.
    static func joined(_ lines: [CoverageLine]) -> [CoverageLine] {
        var order: [Kind] = []
        var kinds: [Kind: [CoverageLine]] = [:]
        for line in lines {
            let kind = Kind(
                source: line.source, team: line.team, absence: line.absence, isListed: line.people != nil)
            if kinds[kind] == nil { order.append(kind) }
            kinds[kind, default: []].append(line)
        }
        return order.flatMap { kind -> [CoverageLine] in
            let lines = kinds[kind] ?? []
            // A span of days last seen is about one file, and no sum of files.
            if lines.count == 1 || kind.absence == .lastSeenOnly { return lines }
            return kind.isListed ? byPerson(lines) : stretches(lines, people: nil)
        }
    }

    private static func byPerson(_ lines: [CoverageLine]) -> [CoverageLine] {
        let spans = lines.map { CoverageSpan(people: $0.people ?? PeopleSet(), from: $0.from, to: $0.to) }
        // A line without anybody covers nobody, and still tells that the file was there.
        let empty = lines.filter { $0.people?.isEmpty ?? true }
        let note = lines.compactMap(\.note).min()
        return empty
            + CoverageSpan.joined(spans).map { span in
                CoverageLine(
                    source: lines[0].source, team: lines[0].team, people: span.people, from: span.from,
                    to: span.to,
                    absence: lines[0].absence, note: note)
            }
    }

    /// One line for each stretch of days without a gap.
    private static func stretches(_ lines: [CoverageLine], people: PeopleSet?) -> [CoverageLine] {
        var result: [CoverageLine] = []
        for line in lines.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if var last = result.last, line.from <= last.to.advanced(by: 1) {
                last.to = max(last.to, line.to)
                if last.note != line.note { last.note = [last.note, line.note].compactMap { $0 }.min() }
                result[result.count - 1] = last
            } else {
                var line = line
                line.people = people
                result.append(line)
            }
        }
        return result
    }
}
