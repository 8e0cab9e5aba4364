import Rollout

/// Derives everybody's layer from who reports to whom.
///
/// The rule: who has no reports is a contributor; who has reports is a manager; a top (reports to nobody)
/// is an executive if it is the only top with reports, or if any of its reports has reports; and a report
/// of an executive top is an executive if any of its own reports has reports. So one head over six team
/// leads gives one executive and six managers, and only a third level of leading adds executives below the top.
enum Layers {
    /// Whom a person reports to, as far as the roster tells.
    enum Line: Hashable {
        /// Nobody: the cell is empty.
        case top
        case reportsTo(Int)
        /// Somebody who is not in the roster.
        case outside
    }

    /// Layers and what was odd about the lines.
    struct Reading: Equatable {
        var layers: [Layer]
        /// The lines with those that go round in a circle taken out.
        var lines: [Line]
        /// People whose line went round in a circle.
        var circular: [Int] = []
        /// Tops that have reports.
        var tops: [Int] = []
    }

    /// Derives layers.
    /// - Parameter lines: For each person, whom the person reports to; shape (people).
    /// - Returns: A layer for each person; circles are cut, and who was in one is never a top.
    /// - Complexity: O(people).
    static func derive(_ given: [Line]) -> Reading {
        var reading = Reading(layers: [], lines: given)
        reading.circular = circles(in: given)
        for person in reading.circular { reading.lines[person] = .outside }
        var hasReports = [Bool](repeating: false, count: given.count)
        var leadsLeaders = hasReports
        for case .reportsTo(let manager) in reading.lines { hasReports[manager] = true }
        for (person, line) in reading.lines.enumerated() {
            if case .reportsTo(let manager) = line, hasReports[person] { leadsLeaders[manager] = true }
        }
        reading.tops = reading.lines.indices.filter { reading.lines[$0] == .top && hasReports[$0] }
        let isOnlyTop = reading.tops.count == 1
        reading.layers = reading.lines.indices.map { person in
            guard hasReports[person] else { return .contributor }
            func isExecutiveTop(_ other: Int) -> Bool {
                reading.lines[other] == .top && (isOnlyTop || leadsLeaders[other])
            }
            if isExecutiveTop(person) { return .executive }
            if case .reportsTo(let manager) = reading.lines[person], isExecutiveTop(manager),
                leadsLeaders[person]
            {
                return .executive
            }
            return .manager
        }
        return reading
    }

    /// Everybody whose line leads back to himself, in ascending order.
    private static func circles(in lines: [Line]) -> [Int] {
        // 0 not seen, otherwise the number of the walk that saw the person first.
        var seen = [Int](repeating: 0, count: lines.count)
        var result: [Int] = []
        for start in lines.indices where seen[start] == 0 {
            var person = start
            while seen[person] == 0 {
                seen[person] = start + 1
                guard case .reportsTo(let manager) = lines[person] else { break }
                person = manager
            }
            guard seen[person] == start + 1, case .reportsTo = lines[person] else { continue }
            // The walk met itself: go round once more and collect.
            let first = person
            repeat {
                result.append(person)
                guard case .reportsTo(let manager) = lines[person] else { break }
                person = manager
            } while person != first
        }
        return result.sorted()
    }
}
