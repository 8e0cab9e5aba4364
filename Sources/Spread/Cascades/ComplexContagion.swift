import Inference

/// How many contacts with firsthand experience move a person, where one is not enough.
public enum ContactRule: Hashable, Sendable {
    /// At least so many contacts, one or more.
    case atLeast(Int)
    /// At least this share of the contacts, above 0 and at most 1.
    case share(Double)

    /// Contacts needed by a person who has so many; at least one.
    public func needed(of contacts: Int) -> Int {
        switch self {
        case .atLeast(let number): return max(1, number)
        case .share(let share):
            // A hair less, so that a third of three is one whatever the floating point says.
            return max(1, Int((share * Double(contacts) - 1e-9).rounded(.up)))
        }
    }
}

/// Who is reached where a person moves once enough contacts have moved; nothing in it is random.
///
/// - Source: Granovetter (1978), doi:10.1086/226707; Centola & Macy (2007), doi:10.1086/521848.
public struct ComplexContagion: Sendable {
    /// Whether each person is reached; shape (nodes).
    public private(set) var isReached: [Bool]
    /// People reached.
    public private(set) var count = 0

    private let graph: Graph
    /// Contacts each person still needs; shape (nodes). Not kept up for people who are reached.
    private var missing: [Int32]

    /// A graph in which nobody is reached yet; arcs run from a contact to the person moved.
    public init(graph: Graph, rule: ContactRule) {
        self.graph = graph
        let contacts = graph.isDirected ? graph.inDegrees : graph.outDegrees
        missing = contacts.map { Int32(rule.needed(of: $0)) }
        isReached = [Bool](repeating: false, count: graph.nodeCount)
    }

    /// Contacts a person still needs; 0 once reached.
    public func missing(_ node: Int) -> Int { isReached[node] ? 0 : Int(max(0, missing[node])) }

    /// Gives people the experience and follows what comes of it.
    ///
    /// - Returns: everybody newly reached, in the order reached.
    /// - Complexity: O(arcs out of those newly reached).
    @discardableResult
    public mutating func add(_ seeds: [Int]) -> [Int] {
        var reached: [Int] = []
        for seed in seeds where !isReached[seed] {
            isReached[seed] = true
            reached.append(seed)
        }
        var head = 0
        while head < reached.count {
            for arc in graph.arcs(of: reached[head]) {
                let far = graph.end(at: arc)
                missing[far] -= 1
                if missing[far] <= 0, !isReached[far] {
                    isReached[far] = true
                    reached.append(far)
                }
            }
            head += 1
        }
        count += reached.count
        return reached
    }

    /// Takes back what the last `add` did; its answer says whom.
    mutating func takeBack(_ reached: [Int]) {
        for node in reached {
            isReached[node] = false
            for arc in graph.arcs(of: node) { missing[graph.end(at: arc)] += 1 }
        }
        count -= reached.count
    }
}
