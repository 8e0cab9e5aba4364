import Inference

/// Moran's I: whether tied people are alike in a quantity.
///
/// Weights are divided by their row's sum first, so that everybody's neighbours weigh the same in all. What counts as a
/// neighbour changes the answer: a report has to say whether it used ties or inverse distances.
/// - Source: Cliff & Ord (1981), Spatial Processes; the moments are those under randomisation.
public struct Moran: Hashable, Sendable {
    /// The index; zero where the quantity does not vary.
    public let value: Double
    /// Its mean without association, −1/(n − 1).
    public let expected: Double
    /// Its standard deviation when the values are dealt out at random; nil where the quantity does not vary.
    public let sd: Double?
    /// The two-sided p from the normal approximation; nil where `sd` is.
    public let p: Double?

    /// The index of a quantity, with a graph's ties (and weights, where it has them) as weights.
    ///
    /// - Returns: nil below four nodes or without ties.
    /// - Complexity: O(nodes + arcs · log(degree)).
    public init?(_ values: [Double], weights graph: Graph) {
        precondition(values.count == graph.nodeCount, "one value a node")
        let count = values.count
        guard count > 3, graph.arcCount > 0 else { return nil }
        let n = Double(count)
        let mean = values.reduce(0, +) / n
        let deviations = values.map { $0 - mean }
        var squares = 0.0
        var fourths = 0.0
        for deviation in deviations {
            squares += deviation * deviation
            fourths += deviation * deviation * deviation * deviation
        }
        let rows = NormalisedRows(graph)
        var product = 0.0
        var s0 = 0.0
        var s1 = 0.0
        var margins = [Double](repeating: 0, count: count)
        for node in 0..<count {
            for arc in graph.arcs(of: node) {
                let end = graph.end(at: arc)
                let weight = rows.weight(at: arc, from: node)
                product += weight * deviations[node] * deviations[end]
                s0 += weight
                margins[node] += weight
                margins[end] += weight
                // Half the squared sum over ordered pairs: a pair tied both ways is met from both ends.
                let back = rows.weight(from: end, to: node)
                s1 += back == 0 ? weight * weight : 0.5 * (weight + back) * (weight + back)
            }
        }
        expected = -1 / (n - 1)
        guard squares > 1e-12 * n, s0 > 0 else {
            value = 0
            sd = nil
            p = nil
            return
        }
        var s2 = 0.0
        for margin in margins { s2 += margin * margin }
        let index = n / s0 * product / squares
        let kurtosis = (fourths / n) / ((squares / n) * (squares / n))
        let first = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
        let second = kurtosis * (n * (n - 1) * s1 - 2 * n * s2 + 6 * s0 * s0)
        let variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected
        value = index
        guard variance > 0 else {
            sd = nil
            p = nil
            return
        }
        sd = variance.squareRoot()
        p = 2 * SpecialFunctions.normalCDF(-abs(index - expected) / variance.squareRoot())
    }
}

/// A graph's weights over their row sums.
private struct NormalisedRows {
    let graph: Graph
    let sums: [Double]

    init(_ graph: Graph) {
        self.graph = graph
        sums = (0..<graph.nodeCount).map { node in
            var sum = 0.0
            for arc in graph.arcs(of: node) { sum += graph.weights?[arc] ?? 1 }
            return sum
        }
    }

    func weight(at arc: Int, from node: Int) -> Double {
        sums[node] > 0 ? (graph.weights?[arc] ?? 1) / sums[node] : 0
    }

    /// The weight of a pair, zero where there is no tie.
    func weight(from source: Int, to target: Int) -> Double {
        guard let arc = graph.arc(from: source, to: target) else { return 0 }
        return weight(at: arc, from: source)
    }
}
