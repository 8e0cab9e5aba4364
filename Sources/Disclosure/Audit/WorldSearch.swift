/// Looks through all worlds of a small system for one that agrees with everything published.
struct WorldSearch {
    /// Systems with more atoms are left to the walk alone.
    static let largest = 32

    private let sizes: [Int]
    private let groupsOf: [[Int]]
    private let low: [Int]
    private let high: [Int]
    private var sums: [Int]
    private var room: [Int]
    private var world: [Int]
    private var budget = 20_000

    /// - Parameters:
    ///   - worlds: The atoms and what is published.
    ///   - union: Atoms whose joint count is asked for besides.
    ///   - bound: The bounds asked of it.
    private init(_ worlds: Worlds, union: [Int], within bound: Worlds.Bound) {
        sizes = worlds.sizes
        let groups = worlds.groups + [union]
        var groupsOf = [[Int]](repeating: [], count: sizes.count)
        for (group, atoms) in groups.enumerated() { for atom in atoms { groupsOf[atom].append(group) } }
        self.groupsOf = groupsOf
        low = worlds.bounds.map(\.low) + [bound.low]
        high = worlds.bounds.map(\.high) + [bound.high]
        sums = [Int](repeating: 0, count: groups.count)
        room = groups.map { atoms in atoms.reduce(0) { $0 + worlds.sizes[$1] } }
        world = worlds.counts
    }

    /// Looks through the worlds of a small system; nil at once for a larger one.
    static func find(
        _ worlds: Worlds, union: [Int] = [], within bound: Worlds.Bound = .init(low: 0, high: .max)
    ) -> [Int]? {
        guard worlds.sizes.count <= largest else { return nil }
        var search = WorldSearch(worlds, union: union, within: bound)
        return search.run()
    }

    /// A world within all bounds; nil where there is none, or none within the budget of 20,000 steps.
    ///
    /// - Complexity: exponential in the number of atoms; the budget bounds it.
    private mutating func run() -> [Int]? {
        for group in sums.indices where low[group] > room[group] || high[group] < 0 { return nil }
        return place(0) ? world : nil
    }

    private mutating func place(_ atom: Int) -> Bool {
        if atom == sizes.count { return true }
        budget -= 1
        if budget < 0 { return false }
        var least = 0
        var most = sizes[atom]
        for group in groupsOf[atom] {
            room[group] -= sizes[atom]
            least = max(least, low[group] - sums[group] - room[group])
            most = min(most, high[group] - sums[group])
        }
        defer { for group in groupsOf[atom] { room[group] += sizes[atom] } }
        if least > most { return false }
        let wanted = world[atom]
        for count in Outward(from: wanted, within: least...most) {
            for group in groupsOf[atom] { sums[group] += count }
            world[atom] = count
            if place(atom + 1) { return true }
            for group in groupsOf[atom] { sums[group] -= count }
        }
        world[atom] = wanted
        return false
    }
}

/// The whole numbers of a range, those nearest to a wanted one first; of two equally near, the smaller.
private struct Outward: Sequence, IteratorProtocol {
    private var below: Int
    private var above: Int
    private let wanted: Int
    private let range: ClosedRange<Int>

    init(from wanted: Int, within range: ClosedRange<Int>) {
        self.wanted = wanted
        self.range = range
        below = Swift.min(wanted, range.upperBound)
        above = Swift.max(wanted + 1, range.lowerBound)
    }

    mutating func next() -> Int? {
        let hasBelow = below >= range.lowerBound
        let hasAbove = above <= range.upperBound
        if hasBelow, !hasAbove || wanted - below <= above - wanted {
            defer { below -= 1 }
            return below
        }
        guard hasAbove else { return nil }
        defer { above += 1 }
        return above
    }
}
