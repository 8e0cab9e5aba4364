/// Finds seeds where one contact does not move anybody: groups of contacts of one person instead of single people.
///
/// Reach is **not submodular** here: the second of two contacts adds more than the first, so that no greedy choice has a
/// guarantee, and choosing people one at a time is blind. Moves are therefore groups: a person alone, or as many contacts
/// of one person as that person still lacks, and the move that reaches most people a seed is made. What no choice at all
/// could exceed is reported beside, so that the gap can be seen.
/// - Source: Centola & Macy (2007), doi:10.1086/521848, for clusters as seeds; that greedy choices have no guarantee without
///   submodularity: Kempe, Kleinberg & Tardos (2003), doi:10.1145/956750.956769, section 5.
public struct ClusterSearch: Hashable, Sendable {
    /// The people chosen, in the order chosen.
    public let seeds: [Int]
    /// People reached by them, today's users included: exact.
    public let reach: Int
    /// What no choice of as many people can exceed.
    public let upperBound: Int
    /// Moves played to their end.
    public let trials: Int

    /// Moves whose gain is looked at anew in every step, the best by their last known gain.
    private static let fresh = 256

    /// Chooses seeds.
    ///
    /// - Parameters:
    ///   - users: people who have the experience today.
    ///   - candidates: who may be chosen, shape (nodes); nil for everybody.
    /// - Complexity: O((nodes + seeds · 256) · reach of a move).
    public init(
        graph: Graph, rule: ContactRule, seeds wanted: Int, users: [Int] = [], candidates: [Bool]? = nil
    ) {
        var state = ComplexContagion(graph: graph, rule: rule)
        let into = graph.reversed
        let degrees = graph.outDegrees
        let mayChoose = candidates ?? [Bool](repeating: true, count: graph.nodeCount)
        upperBound = Self.bound(graph, into, rule, wanted: wanted, users: users)
        state.add(users)
        var chosen: [Int] = []
        var trials = 0

        /// The group that moves a person: all the contacts still lacking, or the person alone; nil where there is none.
        func move(_ node: Int, alone: Bool) -> [Int]? {
            if state.isReached[node] { return nil }
            if alone { return mayChoose[node] ? [node] : nil }
            let lacking = state.missing(node)
            guard lacking > 1 || !mayChoose[node], lacking <= wanted - chosen.count else { return nil }
            let contacts = into.neighbours(of: node).map { Int($0) }
                .filter { mayChoose[$0] && !state.isReached[$0] }
                .sorted { (degrees[$1], $0) < (degrees[$0], $1) }
            return contacts.count >= lacking ? Array(contacts.prefix(lacking)) : nil
        }
        func gain(_ group: [Int]) -> Double {
            trials += 1
            let reached = state.add(group)
            state.takeBack(reached)
            return Double(reached.count) / Double(group.count)
        }
        // Two moves a person, the known gains of all of them; from then on only the best are looked at again.
        var known = [Double](repeating: 0, count: 2 * graph.nodeCount)
        for index in known.indices {
            known[index] = move(index / 2, alone: index % 2 == 0).map(gain) ?? 0
        }
        while chosen.count < wanted {
            var best: (gain: Double, group: [Int])?
            for index in known.placesOfLargest(Self.fresh) {
                guard let group = move(index / 2, alone: index % 2 == 0) else {
                    known[index] = 0
                    continue
                }
                let value = gain(group)
                known[index] = value
                if value > best?.gain ?? 0 { best = (value, group) }
            }
            guard let best else { break }
            chosen += best.group
            // Whoever has been brought one contact nearer may now be worth more than was known.
            for node in state.add(best.group) {
                for arc in graph.arcs(of: node) {
                    let near = graph.end(at: arc)
                    if !state.isReached[near] { known[2 * near] = max(known[2 * near], 1) }
                    if let group = move(near, alone: false) { known[2 * near + 1] = gain(group) }
                }
            }
        }
        seeds = chosen
        reach = state.count
        self.trials = trials
    }

    /// A bound from counting arcs: every person moved uses up as many arcs from earlier ones as contacts are needed.
    ///
    /// The arcs that lead from people reached to others can never be fewer than none; a seed brings all its arcs, a person
    /// moved brings the own ones and uses up those that moved it. Those who use up least come first. People who have
    /// fewer contacts than they need are never moved.
    private static func bound(
        _ graph: Graph, _ into: Graph, _ rule: ContactRule, wanted: Int, users: [Int]
    ) -> Int {
        let nodes = graph.nodeCount
        let isUser = Set(users)
        var room = isUser.reduce(0) { $0 + graph.degree(of: $1) }
        let degrees = (0..<nodes).filter { !isUser.contains($0) }.map { graph.degree(of: $0) }.sorted(by: >)
        room += degrees.prefix(wanted).reduce(0, +)
        var costs: [Int] = []
        for node in 0..<nodes where !isUser.contains(node) {
            let contacts = into.degree(of: node)
            let needed = rule.needed(of: contacts)
            if needed > contacts { continue }
            // Without direction the arcs that moved a person are among the own ones, which they no longer lead outside.
            costs.append((graph.isDirected ? needed : 2 * needed) - graph.degree(of: node))
        }
        costs.sort()
        var moved = 0
        for cost in costs {
            if cost > room { break }
            room -= cost
            moved += 1
        }
        return min(nodes, isUser.count + wanted + moved)
    }
}
