public import Inference

/// Whether a network score depends on who is tied to whom, and not only on how many ties people have.
public enum StructureTest {
    /// A score of the real graph beside the same score of degree-preserving rewirings.
    ///
    /// - Parameters:
    ///   - score: what to compute of a graph; nil where it is not defined, such draws are left out.
    ///   - draws: rewired graphs; 20 swaps a tie are tried before the first, `swapsPerTie` between draws.
    /// - Returns: nil where the score of the real graph, or of every rewired one, is not defined.
    /// - Complexity: O(draws · (arcs · swapsPerTie + the score)).
    public static func run(
        graph: Graph, draws: Int = 200, swapsPerTie: Int = 5, using random: inout RandomSource,
        score: (Graph) -> Double?
    ) -> NullSummary? {
        guard let observed = score(graph) else { return nil }
        var chain = DegreePreservingRewiring(graph)
        let ties = graph.isDirected ? graph.arcCount : graph.arcCount / 2
        chain.swap(tries: 20 * ties, using: &random)
        var values: [Double] = []
        for _ in 0..<draws {
            chain.swap(tries: swapsPerTie * ties, using: &random)
            if let value = score(chain.graph) { values.append(value) }
        }
        return NullSummary(observed: observed, draws: values)
    }

    /// The mean threshold of a history against rewired ties; see `run`.
    public static func meanThreshold(
        history: AdoptionHistory, graph: Graph, draws: Int = 200, using random: inout RandomSource
    ) -> NullSummary? {
        run(graph: graph, draws: draws, using: &random) { drawn in
            let values = history.thresholds(graph: drawn).compactMap { $0 }
            return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }
}
