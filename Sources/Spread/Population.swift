/// What the team-based measures need to know of each person; every array has shape (people).
public struct Population: Hashable, Sendable {
    /// The team of each person, any numbers.
    public let team: [Int]
    /// The layer × role stratum of each person, any numbers: use is only ever permuted within it.
    public let stratum: [Int]
    /// The activity class of each person within the stratum; nil where activity is not known.
    public let activity: [Int]?

    /// A population.
    /// - Precondition: the arrays are equally long.
    public init(team: [Int], stratum: [Int], activity: [Int]? = nil) {
        precondition(team.count == stratum.count, "one stratum a person")
        precondition(activity.map { $0.count == team.count } ?? true, "one activity class a person")
        self.team = team
        self.stratum = stratum
        self.activity = activity
    }

    /// People.
    public var count: Int { team.count }

    /// The cells of a null: strata, or strata × activity class, numbered from 0.
    ///
    /// Numbers follow the order of (stratum, class), so equal input gives equal numbering.
    public func cells(keepingActivity: Bool) -> [Int] {
        guard keepingActivity, let activity else { return numbered(stratum) }
        let classes = numbered(activity)
        let width = (classes.max() ?? 0) + 1
        let strata = numbered(stratum)
        return numbered((0..<count).map { strata[$0] * width + classes[$0] })
    }

    /// Activity classes within strata: up to five, equally many people in each, equal activity together.
    ///
    /// A stratum has at most one class for every `smallest` people, since a class of one or two people leaves
    /// nothing to permute. A run of equal values goes to the class of its middle place.
    /// - Parameter activity: any count of signs of work, shape (people).
    /// - Complexity: O(people · log people).
    public static func activityClasses(
        of activity: [Int], within stratum: [Int], classes: Int = 5, smallest: Int = 5
    ) -> [Int] {
        precondition(activity.count == stratum.count && classes >= 1 && smallest >= 1)
        var result = [Int](repeating: 0, count: activity.count)
        let order = activity.indices.sorted {
            (stratum[$0], activity[$0], $0) < (stratum[$1], activity[$1], $1)
        }
        var start = 0
        while start < order.count {
            var stop = start
            while stop < order.count, stratum[order[stop]] == stratum[order[start]] { stop += 1 }
            let size = stop - start
            let wanted = max(1, min(classes, size / smallest))
            var run = start
            while run < stop {
                var runStop = run
                while runStop < stop, activity[order[runStop]] == activity[order[run]] { runStop += 1 }
                let middle = Double(run + runStop - 1) / 2 - Double(start) + 0.5
                let place = min(wanted - 1, Int(middle * Double(wanted) / Double(size)))
                for index in run..<runStop { result[order[index]] = place }
                run = runStop
            }
            start = stop
        }
        return result
    }
}

/// The same labels renumbered from 0 in rising order.
func numbered(_ labels: [Int]) -> [Int] {
    let distinct = Set(labels).sorted()
    if let last = distinct.last, distinct.first == 0, last == distinct.count - 1 { return labels }
    var number: [Int: Int] = [:]
    number.reserveCapacity(distinct.count)
    for (index, label) in distinct.enumerated() { number[label] = index }
    return labels.map { number[$0]! }
}
