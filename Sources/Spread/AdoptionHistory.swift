/// When each person of a network adopted, and what the classic diffusion studies compute from it.
///
/// The definitions are those of the R package netdiffuseR, whose stored results are reproduced to 1e-9. They treat the
/// last period as an adoption like any other; where it is a code for "not adopted by the end", say so with nil
/// and those people never count as adopters.
/// - Source: Valente (1995), Network Models of the Diffusion of Innovations; Valente, Dyal, Chu, Wipfli & Fujimoto
///   (2015), doi:10.1016/j.socscimed.2015.10.001, for infection and susceptibility.
public struct AdoptionHistory: Hashable, Sendable {
    /// The period of adoption counted from 0, nil for people who have not adopted; shape (people).
    public let period: [Int?]
    /// Periods observed.
    public let periods: Int

    /// A history.
    /// - Precondition: every period lies in 0 ..< periods.
    public init(period: [Int?], periods: Int) {
        precondition(periods >= 1 && period.allSatisfy { $0.map { $0 >= 0 && $0 < periods } ?? true })
        self.period = period
        self.periods = periods
    }

    /// Adopters of each period; shape (periods).
    public var adoptions: [Int] {
        var counts = [Int](repeating: 0, count: periods)
        for case let value? in period { counts[value] += 1 }
        return counts
    }

    /// Adopters up to and including each period; shape (periods).
    public var cumulative: [Int] {
        var total = 0
        return adoptions.map {
            total += $0
            return total
        }
    }

    /// Who has adopted by the end of a period; shape (people).
    public func adopted(by last: Int) -> [Bool] { period.map { $0.map { $0 <= last } ?? false } }

    /// The cumulative adoption matrix: row by period, column by person.
    public var cumulativeMatrix: [[Bool]] { (0..<periods).map { adopted(by: $0) } }

    /// New adopters of each period over those still to come at its start; shape (periods).
    ///
    /// Zero in the first period, whose starters have an unknown past, and where nobody was left.
    public var hazard: [Double] {
        let sums = cumulative
        return (0..<periods).map { now in
            guard now > 0, sums[now - 1] < period.count else { return 0 }
            return Double(sums[now] - sums[now - 1]) / Double(period.count - sums[now - 1])
        }
    }

    /// The share of each person's named alters who have adopted by the end of a period; shape (people).
    ///
    /// Out-ties count, each once whatever its weight. Zero for people without ties, as the package has it.
    /// - Complexity: O(people + arcs).
    public func exposure(graph: Graph, at now: Int) -> [Double] {
        precondition(graph.nodeCount == period.count, "one period a node")
        let marks = adopted(by: now)
        return (0..<graph.nodeCount).map { node in
            let row = graph.arcs(of: node)
            var seen = 0
            for arc in row where marks[graph.end(at: arc)] { seen += 1 }
            return row.isEmpty ? 0 : Double(seen) / Double(row.count)
        }
    }

    /// Each adopter's exposure in the period of adoption, people of the same period included; shape (people).
    ///
    /// Nil for people who have not adopted. First-period adopters keep theirs, although it is cut off on the left.
    public func thresholds(graph: Graph) -> [Double?] {
        precondition(graph.nodeCount == period.count, "one period a node")
        return (0..<graph.nodeCount).map { node in
            guard let own = period[node] else { return nil }
            let row = graph.arcs(of: node)
            var seen = 0
            for arc in row {
                if let other = period[graph.end(at: arc)], other <= own { seen += 1 }
            }
            return row.isEmpty ? 0 : Double(seen) / Double(row.count)
        }
    }

    /// How much a person's adoption was followed by those who name that person; shape (people).
    ///
    /// Among those who name i and adopted after i, the share who did so in the very next period; divided by
    /// all adoptions of that next period. Zero where nobody qualifies, and for non-adopters.
    public func infection(graph: Graph) -> [Double] { followed(graph: graph.reversed, step: 1) }

    /// How much a person followed the people named; shape (people).
    ///
    /// Among those named who adopted before i, the share who did so in the period just before; divided by
    /// all adoptions of that period. Zero where nobody qualifies, and for non-adopters.
    public func susceptibility(graph: Graph) -> [Double] { followed(graph: graph, step: -1) }

    /// The common form of infection (one period on) and susceptibility (one period back).
    private func followed(graph: Graph, step: Int) -> [Double] {
        precondition(graph.nodeCount == period.count, "one period a node")
        let counts = adoptions
        return (0..<graph.nodeCount).map { node in
            guard let own = period[node], own + step >= 0, own + step < periods else { return 0 }
            var next = 0
            var all = 0
            for arc in graph.arcs(of: node) {
                guard let other = period[graph.end(at: arc)] else { continue }
                if (other - own) * step > 0 { all += 1 }
                if other == own + step { next += 1 }
            }
            guard next > 0 else { return 0 }
            return Double(next) / Double(all) / Double(counts[own + step])
        }
    }
}
