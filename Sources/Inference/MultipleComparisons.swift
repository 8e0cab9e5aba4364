/// p-values adjusted for having looked at many things.
public enum MultipleComparisons {
    /// Benjamini and Hochberg's adjusted p-values, in the order given: the share of false finds among finds.
    ///
    /// - Parameter pValues: each in 0...1.
    /// - Complexity: O(n log n).
    /// - Source: Benjamini & Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var result = pValues
        var lowest = 1.0
        for rank in order.indices.reversed() {
            lowest = min(lowest, pValues[order[rank]] * Double(order.count) / Double(rank + 1))
            result[order[rank]] = lowest
        }
        return result
    }

    /// Holm's adjusted p-values, in the order given: the chance of a single false find.
    ///
    /// - Parameter pValues: each in 0...1.
    /// - Complexity: O(n log n).
    /// - Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    public static func holm(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var result = pValues
        var highest = 0.0
        for (rank, index) in order.enumerated() {
            highest = max(highest, min(1, pValues[index] * Double(order.count - rank)))
            result[index] = highest
        }
        return result
    }

    private static func ascending(_ pValues: [Double]) -> [Int] {
        precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 }, "p-values lie between 0 and 1")
        return pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    }
}
