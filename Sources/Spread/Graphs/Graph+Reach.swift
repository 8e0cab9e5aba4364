extension Graph {
    /// The parts of a graph between which there is no tie in either direction.
    public struct Components: Hashable, Sendable {
        /// The part of each node, parts numbered by their lowest node; shape (nodes).
        public let part: [UInt32]
        /// Nodes of each part; shape (parts).
        public let sizes: [Int]

        /// Nodes of the largest part; 0 in a graph without nodes.
        public var largest: Int { sizes.max() ?? 0 }
    }

    /// The weakly connected components.
    ///
    /// - Complexity: O(nodes + arcs · α(nodes)); 8 bytes a node.
    /// - Source: Tarjan (1975), doi:10.1145/321879.321884, union-find; path halving after Tarjan & van Leeuwen (1984).
    public var components: Components {
        var parent = (0..<nodeCount).map { UInt32($0) }
        func root(_ node: Int) -> Int {
            var at = node
            while Int(parent[at]) != at {
                parent[at] = parent[Int(parent[at])]
                at = Int(parent[at])
            }
            return at
        }
        for node in 0..<nodeCount {
            for arc in arcs(of: node) {
                let one = root(node)
                let other = root(end(at: arc))
                // The lower node leads, so that numbers follow the order of nodes.
                if one < other { parent[other] = UInt32(one) } else { parent[one] = UInt32(other) }
            }
        }
        var sizes: [Int] = []
        var part = [UInt32](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount {
            let lead = root(node)
            if lead == node {
                part[node] = UInt32(sizes.count)
                sizes.append(1)
            } else {
                part[node] = part[lead]
                sizes[Int(part[node])] += 1
            }
        }
        return Components(part: part, sizes: sizes)
    }

    /// Which nodes can be reached along arcs from any of the given ones, themselves included; shape (nodes).
    ///
    /// - Complexity: O(nodes + arcs).
    public func reachable(from sources: [Int]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: nodeCount)
        var open: [Int] = []
        for source in sources where !isReached[source] {
            isReached[source] = true
            open.append(source)
        }
        while let node = open.popLast() {
            for arc in arcs(of: node) where !isReached[end(at: arc)] {
                isReached[end(at: arc)] = true
                open.append(end(at: arc))
            }
        }
        return isReached
    }
}
