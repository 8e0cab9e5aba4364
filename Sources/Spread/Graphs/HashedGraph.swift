/// Graphs for benchmarks, defined by integer hashing alone, so that any language can make them bit for bit.
///
/// h(seed, stream, i) = mix(mix(seed + stream·C) + i·G) modulo 2⁶⁴, with SplitMix64's finaliser as mix.
public enum HashedGraph {
    /// An organisation: teams of eight, departments of 32 to 256, and ties across that favour a few people.
    ///
    /// Everybody is tied to the whole team, to four people drawn from the department and to two drawn from all, who are
    /// drawn with a strong skew. Undirected; about 18 arcs a person.
    /// - Complexity: O(people · log of the largest degree).
    public static func organization(people: Int, seed: UInt64) -> Graph {
        let departments = departments(people: people, seed: seed)
        let within = base(seed, 2)
        let across = base(seed, 3)
        return Graph(nodes: people, isDirected: false) { name in
            for person in 0..<people {
                let home = departments.of[person]
                for other in person + 1..<max(person + 1, min(people, (person / 8 + 1) * 8))
                where departments.of[other] == home { name(person, other) }
                let size = UInt64(departments.size[Int(home)])
                for draw in 0..<4 {
                    let number = mix(within &+ UInt64(4 * person + draw) &* golden)
                    name(person, departments.start[Int(home)] + Int(number % size))
                }
                for draw in 0..<2 {
                    let number = mix(across &+ UInt64(2 * person + draw) &* golden)
                    let x = Double(number >> 11) * 0x1.0p-53
                    let rank = Int((Double(people) * (x * x * x)).rounded(.down))
                    name(person, (rank * 1_000_003 + 7) % people)
                }
            }
        }
    }

    /// A recursive-matrix graph with 2^scale nodes and about `edgeFactor` arcs a node; directed.
    ///
    /// - Source: Chakrabarti, Zhan & Faloutsos (2004), doi:10.1137/1.9781611972740.43; (a, b, c, d) = .57, .19, .19, .05.
    /// - Complexity: O(arcs · (scale + log of the largest degree)).
    public static func recursiveMatrix(scale: Int, edgeFactor: Int, seed: UInt64) -> Graph {
        precondition(scale >= 1 && scale < 32 && edgeFactor >= 1)
        let nodes = 1 << scale
        let bounds = [0.57, 0.76, 0.95].map { UInt64($0 * Double(1 << 24)) }
        let streams = (0..<scale).map { base(seed, UInt64($0)) }
        return Graph(nodes: nodes, isDirected: true) { name in
            for edge in 0..<(edgeFactor << scale) {
                var source = 0
                var end = 0
                for stream in streams {
                    let draw = mix(stream &+ UInt64(edge) &* golden) >> 40
                    source = source << 1 | (draw >= bounds[1] ? 1 : 0)
                    end = end << 1 | (draw >= bounds[0] && draw < bounds[1] || draw >= bounds[2] ? 1 : 0)
                }
                // An odd factor is a bijection: it breaks up the order without merging nodes.
                name(
                    (source &* 0x9E37_79B1 &+ 12_345) & (nodes - 1),
                    (end &* 0x9E37_79B1 &+ 12_345) & (nodes - 1))
            }
        }
    }

    /// The exclusive or of mix(u·n + v) over all arcs: two graphs with one value are the same for all practical purposes.
    public static func checkValue(of graph: Graph) -> UInt64 {
        var value: UInt64 = 0
        for node in 0..<graph.nodeCount {
            for arc in graph.arcs(of: node) {
                value ^= mix(UInt64(node) &* UInt64(graph.nodeCount) &+ UInt64(graph.end(at: arc)))
            }
        }
        return value
    }

    private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func base(_ seed: UInt64, _ stream: UInt64) -> UInt64 {
        mix(seed &+ stream &* 0xD1B5_4A32_D192_ED03)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var word = value
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// Departments one after another, the last one cut at the end.
    private static func departments(people: Int, seed: UInt64) -> (of: [UInt32], start: [Int], size: [Int]) {
        let sizes = base(seed, 1)
        var of: [UInt32] = []
        of.reserveCapacity(people)
        var start: [Int] = []
        var size: [Int] = []
        while of.count < people {
            let drawn = 32 << Int(mix(sizes &+ UInt64(start.count) &* golden) % 4)
            let count = min(drawn, people - of.count)
            start.append(of.count)
            size.append(count)
            of.append(contentsOf: repeatElement(UInt32(start.count - 1), count: count))
        }
        return (of, start, size)
    }
}
