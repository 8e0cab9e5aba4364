/// Greedy choice of nodes that meet as many sets as possible, with a bound on what any choice could meet.
///
/// Only nodes that begin with many sets are indexed; should the choice ever come down to the level of the others, more
/// are. Counts are exact, so every step takes the node that adds most; of equals the lowest.
/// - Source: Nemhauser, Wolsey & Fisher (1978), doi:10.1007/BF01588971, for the greedy ratio 1 − 1/e; the bound over all
///   steps: Tang, Tang, Xiao & Yuan (2018), doi:10.1145/3183713.3183749 (OPIM-C), lemma 5.2.
struct MaxCoverage {
    /// The nodes in the order chosen.
    private(set) var chosen: [Int] = []
    /// Sets each of them added; shape (chosen).
    private(set) var gains: [Int] = []
    /// The sets that as many nodes could meet at most, whichever they are.
    private(set) var bound = 0

    /// Chooses nodes.
    ///
    /// - Parameters:
    ///   - wanted: nodes to choose; fewer are chosen where fewer are eligible.
    ///   - blocks: the sets.
    ///   - counts: sets that hold each node; shape (nodes). Left as they are.
    ///   - eligible: whether a node may be chosen.
    ///   - boundSeeds: how many nodes the bound is for: more than wanted where others are fixed.
    /// - Complexity: O(members + indexed · wanted).
    init(_ wanted: Int, of blocks: [ReverseSets], counts: [UInt32], eligible: [Bool], boundSeeds: Int) {
        var floor = Self.floor(counts, eligible: eligible, about: max(1_024, 16 * boundSeeds))
        while true {
            if choose(wanted, blocks, counts, eligible, boundSeeds, floor) { return }
            floor /= 4
        }
    }

    /// The count that about so many eligible nodes reach.
    private static func floor(_ counts: [UInt32], eligible: [Bool], about wanted: Int) -> Int {
        var tally = [Int](repeating: 0, count: 4_096)
        for node in counts.indices where eligible[node] { tally[min(4_095, Int(counts[node]))] += 1 }
        var above = 0
        for level in stride(from: 4_095, through: 1, by: -1) {
            above += tally[level]
            if above >= wanted { return level }
        }
        return 0
    }

    /// Whether the choice stayed above the floor, so that nodes below it could not matter.
    private mutating func choose(
        _ wanted: Int, _ blocks: [ReverseSets], _ counts: [UInt32], _ eligible: [Bool], _ boundSeeds: Int,
        _ floor: Int
    ) -> Bool {
        var index = CoverageIndex(blocks, counts: counts, eligible: eligible, floor: floor)
        chosen = []
        gains = []
        var covered = 0
        bound = index.topSum(boundSeeds, floor: floor)
        while chosen.count < wanted {
            guard let best = index.best() else { return floor == 0 }
            let gain = Int(index.counts[best])
            if gain < floor { return false }
            covered += gain
            chosen.append(Int(index.nodes[best]))
            gains.append(gain)
            index.take(best)
            bound = min(bound, covered + index.topSum(boundSeeds, floor: floor))
        }
        return true
    }
}

/// The sets of the nodes that have many, and how many of them are not met yet.
private struct CoverageIndex {
    /// The indexed nodes in rising order; shape (slots).
    private(set) var nodes: [UInt32] = []
    /// Sets of each that are not met yet; shape (slots).
    private(set) var counts: [UInt32] = []
    private var isTaken: [Bool]
    /// Where the sets of each slot start; shape (slots + 1).
    private var starts: [Int] = [0]
    private var sets: [UInt32]
    /// The slots of each set that is indexed at all, set by set.
    private var slots: [UInt32] = []
    private var bounds: [Int] = [0]
    private var isMet: [Bool] = []

    init(_ blocks: [ReverseSets], counts all: [UInt32], eligible: [Bool], floor: Int) {
        var slot = [UInt32](repeating: UInt32.max, count: all.count)
        for node in all.indices where eligible[node] && Int(all[node]) >= max(1, floor) {
            slot[node] = UInt32(nodes.count)
            nodes.append(UInt32(node))
            counts.append(all[node])
            starts.append(starts[starts.count - 1] + Int(all[node]))
        }
        isTaken = [Bool](repeating: false, count: nodes.count)
        sets = [UInt32](repeating: 0, count: starts[nodes.count])
        slots.reserveCapacity(starts[nodes.count])
        var cursor = starts
        for block in blocks {
            block.members.withUnsafeBufferPointer { members in
                var from = 0
                for bound in block.bounds {
                    let before = slots.count
                    for index in from..<Int(bound) {
                        let place = slot[Int(members[index])]
                        if place == UInt32.max { continue }
                        slots.append(place)
                        sets[cursor[Int(place)]] = UInt32(bounds.count - 1)
                        cursor[Int(place)] += 1
                    }
                    if slots.count > before { bounds.append(slots.count) }
                    from = Int(bound)
                }
            }
        }
        isMet = [Bool](repeating: false, count: bounds.count - 1)
    }

    /// The slot with most sets left; nil where all are taken.
    func best() -> Int? {
        var best: Int?
        for slot in counts.indices where !isTaken[slot] {
            if let found = best, counts[slot] <= counts[found] { continue }
            best = slot
        }
        return best
    }

    /// Meets all sets of a slot.
    mutating func take(_ slot: Int) {
        isTaken[slot] = true
        for place in starts[slot]..<starts[slot + 1] {
            let set = Int(sets[place])
            if isMet[set] { continue }
            isMet[set] = true
            for member in bounds[set]..<bounds[set + 1] { counts[Int(slots[member])] -= 1 }
        }
    }

    /// The largest counts added up; nodes below the floor count as if they were just below it.
    func topSum(_ wanted: Int, floor: Int) -> Int {
        var top = counts
        let below = UInt32(max(0, floor - 1))
        // A partial order is enough: the wanted largest, by selection on a histogram of counts.
        let most = top.max() ?? 0
        var tally = [Int](repeating: 0, count: Int(most) + 1)
        for count in top where count > below { tally[Int(count)] += 1 }
        top = []
        var left = wanted
        var sum = 0
        var level = Int(most)
        while left > 0, level > Int(below) {
            let here = min(left, tally[level])
            sum += here * level
            left -= here
            level -= 1
        }
        return sum + left * Int(below)
    }
}
