extension RolloutHistory {
    /// First adoptions by adopters in sight, where nobody is seen to lapse.
    ///
    /// - Parameters:
    ///   - sees: From a person to those the person sees.
    ///   - period: When each adopted, from 0; nil: not by the end. Shape (people).
    ///   - periods: Periods counted, from 0 to the last one known; each by who had adopted before it. The first says
    ///     nothing of contact and is left out.
    /// - Complexity: O(periods · arcs).
    public init(adoptionSeenBy sees: Graph, period: [Int?], periods: Range<Int>) {
        self.init()
        for now in periods where now > 0 {
            var week = [Tally](repeating: Tally(), count: 3)
            for person in 0..<sees.nodeCount where period[person].map({ $0 >= now }) ?? true {
                var users = 0
                for arc in sees.arcs(of: person) where period[sees.end(at: arc)].map({ $0 < now }) ?? false {
                    users += 1
                }
                week[min(2, users)].add(period[person] == now)
            }
            addTrials(week)
        }
    }
}
