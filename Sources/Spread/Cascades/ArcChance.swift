import Inference

/// With what probability experience passes along an arc.
public enum ArcChance: Hashable, Sendable {
    /// 1 / arcs into the far end: everybody is moved by one contact in the mean.
    case weightedCascade
    /// The same for every arc, 0...1.
    case uniform(Double)
    /// A probability for each node that arcs end in, 0...1; shape (nodes).
    case byTarget([Double])

    /// The probability of the arcs into each node; shape (nodes).
    ///
    /// - Precondition: probabilities lie in 0...1; one a node where they are given by node.
    /// - Complexity: O(nodes + arcs).
    public func byNode(of graph: Graph) -> [Double] {
        switch self {
        case .weightedCascade:
            let degrees = graph.isDirected ? graph.inDegrees : graph.outDegrees
            return degrees.map { $0 == 0 ? 0 : 1 / Double($0) }
        case .uniform(let chance):
            precondition(chance >= 0 && chance <= 1, "a probability lies in 0...1")
            return [Double](repeating: chance, count: graph.nodeCount)
        case .byTarget(let chances):
            precondition(chances.count == graph.nodeCount && chances.allSatisfy { $0 >= 0 && $0 <= 1 })
            return chances
        }
    }
}

/// How experience passes from person to person.
public enum CascadeModel: String, Hashable, Sendable, CaseIterable {
    /// Each arc out of a person who has just been reached gets one try: one contact can be enough.
    case independentCascade
    /// A person is reached once the weights of contacts reached add up to a threshold drawn evenly from 0...1.
    ///
    /// The weight of an arc is its chance, at most 1 / arcs into the person.
    case linearThreshold
}
