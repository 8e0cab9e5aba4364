extension Graph {
    /// A graph whose rows are at hand in compressed form, without weights and without a copy.
    ///
    /// It is undirected where every arc has its counterpart, which is found out in one pass.
    /// - Parameters:
    ///   - starts: where each row starts, rising from 0 to the number of arcs; shape (nodes + 1).
    ///   - ends: far ends, rising strictly within a row, without loops; shape (arcs).
    /// - Precondition: the rows are as described.
    /// - Complexity: O(nodes + arcs), 4 bytes a node beside the rows.
    public init(rows starts: [Int], ends: [UInt32]) {
        precondition(starts.first == 0 && starts.last == ends.count, "rows cover all arcs")
        let nodes = starts.count - 1
        for node in 0..<nodes {
            precondition(starts[node] <= starts[node + 1], "rows follow one another")
            var last = -1
            for arc in starts[node]..<starts[node + 1] {
                let end = Int(ends[arc])
                precondition(end > last && end < nodes && end != node, "a row rises and has no loop")
                last = end
            }
        }
        self.init(
            checkedRows: starts, ends: ends, isDirected: !Self.isSymmetric(starts: starts, ends: ends))
    }

    /// Whether every arc has its counterpart.
    ///
    /// Sources are met in rising order, so the arcs into a node are met in the order of its own row: a
    /// symmetric graph is one in which every arc finds its counterpart next in line.
    private static func isSymmetric(starts: [Int], ends: [UInt32]) -> Bool {
        let nodes = starts.count - 1
        var met = [UInt32](repeating: 0, count: nodes)
        for node in 0..<nodes {
            for arc in starts[node]..<starts[node + 1] {
                let end = Int(ends[arc])
                let place = starts[end] + Int(met[end])
                guard place < starts[end + 1], Int(ends[place]) == node else { return false }
                met[end] += 1
            }
        }
        return true
    }

    /// The rows of the graph with every arc turned round, by one counting sort.
    var turnedRows: (starts: [Int], ends: [UInt32]) {
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for end in ends { starts[Int(end) + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var cursor = starts
        var turned = [UInt32](repeating: 0, count: ends.count)
        for node in 0..<nodeCount {
            for arc in arcs(of: node) {
                let end = Int(ends[arc])
                turned[cursor[end]] = UInt32(node)
                cursor[end] += 1
            }
        }
        return (starts, turned)
    }

    /// A graph from arcs that are named twice in the same order: once to be counted, once to be kept.
    ///
    /// Loops and repetitions are dropped. Nothing but the rows is held, unlike a list of pairs.
    /// - Parameter name: calls its argument with the source and the end of each arc.
    init(nodes: Int, isDirected: Bool, naming name: ((Int, Int) -> Void) -> Void) {
        var starts = [Int](repeating: 0, count: nodes + 1)
        name { source, end in
            if source == end { return }
            starts[source + 1] += 1
            if !isDirected { starts[end + 1] += 1 }
        }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        var cursor = starts
        var ends = [UInt32](repeating: 0, count: starts[nodes])
        ends.withUnsafeMutableBufferPointer { ends in
            name { source, end in
                if source == end { return }
                ends[cursor[source]] = UInt32(end)
                cursor[source] += 1
                if isDirected { return }
                ends[cursor[end]] = UInt32(source)
                cursor[end] += 1
            }
        }
        Self.tidy(&starts, &ends)
        self.init(checkedRows: starts, ends: ends, isDirected: isDirected)
    }

    /// Puts every row in order, drops repetitions and closes the gaps.
    static func tidy(_ starts: inout [Int], _ ends: inout [UInt32]) {
        var kept = 0
        ends.withUnsafeMutableBufferPointer { ends in
            var from = 0
            for node in 0..<(starts.count - 1) {
                let to = starts[node + 1]
                var row = UnsafeMutableBufferPointer(rebasing: ends[from..<to])
                row.sort()
                starts[node] = kept
                for index in row.indices where index == 0 || row[index] != ends[kept - 1] {
                    ends[kept] = row[index]
                    kept += 1
                }
                from = to
            }
            starts[starts.count - 1] = kept
        }
        ends.removeLast(ends.count - kept)
    }
}
