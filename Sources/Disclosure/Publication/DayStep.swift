/// People whose number of active days lies in a range.
package struct DayStep: Hashable, Sendable {
    package let days: ClosedRange<Int>
    package let people: Int

    package init(days: ClosedRange<Int>, people: Int) {
        self.days = days
        self.people = people
    }

    /// Neighbouring days taken together until every step holds nobody or at least a number of people.
    ///
    /// - Parameters:
    ///   - people: People with 0, 1, 2 … active days.
    ///   - least: The smallest group that may stand alone.
    /// - Returns: Steps that cover all days in order; a remainder too small to stand joins the step before.
    /// - Complexity: O(days).
    package static func steps(of people: [Int], least: Int) -> [DayStep] {
        var steps: [DayStep] = []
        var from = 0
        var held = 0
        for (day, count) in people.enumerated() {
            held += count
            guard held == 0 || held >= least else { continue }
            steps.append(DayStep(days: from...day, people: held))
            from = day + 1
            held = 0
        }
        guard held > 0 else { return steps }
        // What is left over is too few: it joins the last step that holds somebody, and what lies between.
        let anchor = steps.lastIndex { $0.people > 0 } ?? 0
        let joined = steps[min(anchor, steps.count)...].reduce(held) { $0 + $1.people }
        let start = steps.indices.contains(anchor) ? steps[anchor].days.lowerBound : 0
        steps.removeSubrange(min(anchor, steps.count)...)
        steps.append(DayStep(days: start...(people.count - 1), people: joined))
        return steps
    }
}
