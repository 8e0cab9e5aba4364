public import Inference
public import Measures

/// Scores on ties beside their nulls, and their intervals by resampling nodes.
public struct TieScore: Hashable, Sendable {
    /// Which score.
    public let measure: TieMeasure
    /// Its value for the real labels and ties.
    public let value: Double
    /// Labels permuted within strata, ties fixed: is use clustered beyond who these people are?
    public let free: NullSummary?
    /// The same within strata × activity class; nil where activity is not known.
    public let activityKeeping: NullSummary?
    /// Ties rewired with everybody's number of ties kept, labels fixed: beyond popularity?
    public let rewired: NullSummary?

    /// The label null to read: the activity-keeping one wherever activity is known.
    public var labels: NullSummary? { activityKeeping ?? free }
}

extension TieMeasures {
    /// Scores beside label permutation (free and activity-keeping) and degree-preserving rewiring.
    ///
    /// - Parameters:
    ///   - measures: scores wanted; `controversy` costs a linear solve a draw and is therefore only on request.
    ///   - population: strata and activity of the nodes; teams are not used.
    ///   - draws: draws of each null.
    /// - Returns: the scores that are defined, in the order asked.
    /// - Complexity: O(draws · (nodes + arcs)). Between rewired draws 2 swaps a tie are tried, 20 before the first.
    public static func test(
        _ measures: [TieMeasure] = TieMeasure.counted, graph: Graph, believers: [Bool],
        population: Population,
        draws: Int = 2000, using random: inout RandomSource
    ) -> [TieScore] {
        precondition(believers.count == graph.nodeCount && population.count == graph.nodeCount && draws >= 1)
        let observed = values(measures, graph: graph, believers: believers)
        func labels(keepingActivity: Bool) -> [NullSummary?] {
            var permutation = LabelPermutation(
                marks: believers, cells: population.cells(keepingActivity: keepingActivity))
            var marks = believers
            return summaries(observed: observed, draws: draws) {
                permutation.draw(into: &marks, using: &random)
                return values(measures, graph: graph, believers: marks)
            }
        }
        let free = labels(keepingActivity: false)
        let keeping = population.activity == nil ? nil : labels(keepingActivity: true)
        var chain = DegreePreservingRewiring(graph)
        let ties = graph.isDirected ? graph.arcCount : graph.arcCount / 2
        chain.swap(tries: 18 * ties, using: &random)
        let rewired = summaries(observed: observed, draws: draws) {
            chain.swap(tries: 2 * ties, using: &random)
            return values(measures, graph: chain.graph, believers: believers)
        }
        return measures.indices.compactMap { index in
            observed[index].map {
                TieScore(
                    measure: measures[index], value: $0, free: free[index],
                    activityKeeping: keeping?[index], rewired: rewired[index])
            }
        }
    }

    /// Summaries of as many draws of all scores.
    private static func summaries(
        observed: [Double?], draws: Int, draw: () -> [Double?]
    ) -> [NullSummary?] {
        var columns = [[Double]](repeating: [], count: observed.count)
        for _ in 0..<draws {
            for (index, value) in draw().enumerated() {
                if let value { columns[index].append(value) }
            }
        }
        return observed.indices.map { index in
            observed[index].flatMap { NullSummary(observed: $0, draws: columns[index]) }
        }
    }

    /// Intervals by resampling nodes with replacement and keeping the ties they induce.
    ///
    /// Two copies of one node cannot inherit a tie; each such pair is tied as often as a pair of different nodes is
    /// in the real graph. Percentile intervals.
    /// - Returns: for each score asked its interval; nil where fewer than half of the resamples define it.
    /// - Complexity: O(draws · arcs · log(degree)).
    /// - Source: Snijders & Borgatti (1999), Connections 22(2).
    public static func bootstrap(
        _ measures: [TieMeasure], graph: Graph, believers: [Bool], draws: Int = 500, level: Double = 0.9,
        using random: inout RandomSource
    ) -> [Interval?] {
        precondition(believers.count == graph.nodeCount && draws >= 2)
        guard graph.nodeCount > 1 else { return measures.map { _ in nil } }
        var columns = [[Double]](repeating: [], count: measures.count)
        for _ in 0..<draws {
            let (resampled, marks) = resample(graph: graph, believers: believers, using: &random)
            for (index, value) in values(measures, graph: resampled, believers: marks).enumerated() {
                if let value { columns[index].append(value) }
            }
        }
        return columns.map { column in
            guard column.count * 2 >= draws else { return nil }
            let sorted = column.sorted()
            return Interval(
                low: quantile((1 - level) / 2, ofSorted: sorted),
                high: quantile((1 + level) / 2, ofSorted: sorted), level: level)
        }
    }

    /// One resample of the nodes with the ties it induces.
    private static func resample(
        graph: Graph, believers: [Bool], using random: inout RandomSource
    ) -> (Graph, [Bool]) {
        let count = graph.nodeCount
        let density = Double(graph.arcCount) / (Double(count) * Double(count - 1))
        var copies = [[Int]](repeating: [], count: count)
        var marks: [Bool] = []
        marks.reserveCapacity(count)
        for new in 0..<count {
            let old = random.below(count)
            copies[old].append(new)
            marks.append(believers[old])
        }
        var arcs: [(Int, Int)] = []
        for old in 0..<count where !copies[old].isEmpty {
            for arc in graph.arcs(of: old) {
                let end = graph.end(at: arc)
                if !graph.isDirected && end < old { continue }
                for one in copies[old] { for other in copies[end] { arcs.append((one, other)) } }
            }
            for one in copies[old] {
                for other in copies[old] where other != one && (graph.isDirected || one < other) {
                    if random.uniform() < density { arcs.append((one, other)) }
                }
            }
        }
        return (Graph(nodes: count, arcs: arcs, isDirected: graph.isDirected), marks)
    }
}
