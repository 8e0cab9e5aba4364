/// Permutation and randomisation tests.
public enum Permutation {
    /// p-value of an observed statistic among its values under the null: (1 + #≥) / (1 + B), never zero.
    ///
    /// - Source: Phipson & Smyth (2010), doi:10.2202/1544-6115.1585.
    public static func pValue(observed: Double, null: [Double]) -> Double {
        // Statistics equal but for rounding count as equal: the observed order is one of those drawn.
        let edge = observed - 1e-12 * max(1, abs(observed))
        return Double(1 + null.count { $0 >= edge }) / Double(1 + null.count)
    }

    /// Two-sided p-value: as above on absolute values.
    public static func twoSidedPValue(observed: Double, null: [Double]) -> Double {
        pValue(observed: abs(observed), null: null.map { abs($0) })
    }
}

/// Bootstrap over whole groups: people of one team rise and fall together.
public struct ClusterBootstrap: Sendable {
    /// Members of each group, by their indices; groups in ascending order of their label.
    public let members: [[Int]]

    /// - Parameter labels: The group of each observation, shape (n).
    /// - Complexity: O(n log n).
    public init(labels: [Int]) {
        let order = Set(labels).sorted()
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        var members = [[Int]](repeating: [], count: order.count)
        for (index, label) in labels.enumerated() { members[place[label] ?? 0].append(index) }
        self.members = members
    }

    /// Draws as many groups as there are, with replacement; returns positions in `members`.
    public func drawGroups(using source: inout RandomSource) -> [Int] {
        members.indices.map { _ in source.below(members.count) }
    }

    /// The observations of one resample; an observation appears as often as its group was drawn.
    public func drawIndices(using source: inout RandomSource) -> [Int] {
        drawGroups(using: &source).flatMap { members[$0] }
    }

    /// How often each observation appears in one resample: weights, cheaper than copying.
    public func drawWeights(using source: inout RandomSource) -> [Double] {
        var weights = [Double](repeating: 0, count: members.reduce(0) { $0 + $1.count })
        for group in drawGroups(using: &source) {
            for index in members[group] { weights[index] += 1 }
        }
        return weights
    }
}
