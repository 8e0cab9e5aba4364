import Measures
import Rollout

/// Makes the ties of all sources one list.
///
/// Rows of one source, pair and period, whichever of the two is named first, are one tie, and the greatest
/// weight stands; rows without a period add up, and so do periods. Weights of different sources have
/// different units: where there are several sources, each is set on its own median, and of a pair that
/// several know the greatest stands.
enum TieMerge {
    private struct Key: Hashable {
        let source: String
        let pair: UInt64
    }

    /// Ties in ascending order, each pair once.
    /// - Complexity: O(n log n).
    static func ties(_ drafts: [TieDraft]) -> [Tie] {
        // Sorted by everything, so that neither a sum nor a choice depends on the order of rows.
        let sorted = drafts.sorted { left, right in
            let one = (left.source, pair(left), left.period?.number ?? .min, left.weight)
            return one < (right.source, pair(right), right.period?.number ?? .min, right.weight)
        }
        var sums: [Key: Double] = [:]
        for (index, tie) in sorted.enumerated() {
            if tie.period != nil, index + 1 < sorted.count, case let next = sorted[index + 1],
                next.source == tie.source, pair(next) == pair(tie), next.period == tie.period
            {
                // The next row is of the same period and not lighter.
                continue
            }
            sums[Key(source: tie.source, pair: pair(tie)), default: 0] += tie.weight
        }
        let sources = Dictionary(grouping: sums) { $0.key.source }
        var weights: [UInt64: Double] = [:]
        for entries in sources.values {
            let scale = sources.count == 1 ? 1 : median(entries.map(\.value))
            for (key, weight) in entries { weights[key.pair] = max(weights[key.pair] ?? 0, weight / scale) }
        }
        return weights.sorted { $0.key < $1.key }.map { pair, weight in
            Tie(PersonID(Int(pair >> 32)), PersonID(Int(pair & 0xFFFF_FFFF)), weight: weight)
        }
    }

    private static func pair(_ tie: TieDraft) -> UInt64 {
        UInt64(min(tie.a, tie.b)) << 32 | UInt64(max(tie.a, tie.b))
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted[sorted.count / 2]
        return middle > 0 ? middle : 1
    }
}
