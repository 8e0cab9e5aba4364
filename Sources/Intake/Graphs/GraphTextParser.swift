/// Takes the text of a graph piece by piece; a piece may end anywhere.
struct GraphTextParser {
    /// Nodes, once the first line is read.
    private(set) var nodes: Int?
    /// Arcs promised by the first line.
    private(set) var promised = 0
    /// Arcs met.
    private(set) var arcs = 0

    private var line = 1
    /// Numbers finished on this line, and the one being read.
    private var fields = 0
    private var first = 0
    private var second = 0
    private var value = 0
    private var isInNumber = false
    private var isComment = false

    /// Where rows start, as far as arcs came in order.
    private var starts: [Int] = [0]
    private var ends: [UInt32] = []
    /// The sources of all arcs, kept from the first arc that is out of order on.
    private var sources: [UInt32]?
    private var lastSource = -1
    private var lastEnd = -1
    private var dropped = 0

    /// Reads a piece; a piece of no bytes says that the text is over.
    /// - Returns: What is wrong with the text, nil where nothing is.
    mutating func take(_ bytes: [UInt8], count: Int) -> String? {
        if count == 0 { return isInNumber || fields > 0 ? endLine() : nil }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<count {
                let byte = bytes[index]
                let digit = byte &- 0x30
                if digit < 10 {
                    if isComment { continue }
                    value = value &* 10 &+ Int(digit)
                    if value > 1 << 40 { return complaint("a number is too large") }
                    isInNumber = true
                    continue
                }
                switch byte {
                case 0x20, 0x09, 0x0D, 0x2C: endNumber()
                case 0x0A:
                    if let trouble = endLine() { return trouble }
                case 0x23 where isAtStart, 0x25 where isAtStart: isComment = true
                default: if !isComment { return complaint("there is something else than two numbers") }
                }
            }
            return nil
        }
    }

    private var isAtStart: Bool { fields == 0 && !isInNumber }

    private func complaint(_ what: String) -> String {
        "Line \(line): \(what). A line holds two whole numbers: first the nodes and arcs, then each arc."
    }

    private mutating func endNumber() {
        guard isInNumber else { return }
        if fields == 0 { first = value } else { second = value }
        fields += 1
        value = 0
        isInNumber = false
    }

    private mutating func endLine() -> String? {
        endNumber()
        defer {
            line += 1
            fields = 0
            isComment = false
        }
        if fields == 0 { return nil }
        if fields != 2 { return complaint("there are \(fields) numbers") }
        guard let nodes else {
            if first >= 1 << 32 { return complaint("a graph has fewer than 4,294,967,296 nodes") }
            self.nodes = first
            promised = second
            // A promise is not believed beyond what a large machine could hold anyway.
            ends.reserveCapacity(min(second, 1 << 28))
            starts.reserveCapacity(first + 1)
            return nil
        }
        if first >= nodes || second >= nodes {
            return complaint("there is no such node: nodes are counted from 0 to \(nodes - 1)")
        }
        arcs += 1
        keep(source: first, end: second)
        return nil
    }

    private mutating func keep(source: Int, end: Int) {
        if source == end || source == lastSource && end == lastEnd {
            dropped += 1
            return
        }
        if sources == nil, source < lastSource || source == lastSource && end < lastEnd { scatter() }
        if sources != nil {
            sources?.append(UInt32(source))
        } else {
            while starts.count <= source { starts.append(ends.count) }
        }
        ends.append(UInt32(end))
        lastSource = source
        lastEnd = end
    }

    /// Writes down the source of every arc so far: from here on the order is no help.
    private mutating func scatter() {
        var list: [UInt32] = []
        list.reserveCapacity(ends.capacity)
        for node in starts.indices {
            let next = node + 1 < starts.count ? starts[node + 1] : ends.count
            list.append(contentsOf: repeatElement(UInt32(node), count: next - starts[node]))
        }
        sources = list
    }

    /// The rows once the text is over, and how many arcs were left out.
    mutating func rows() -> (starts: [Int], ends: [UInt32], dropped: Int) {
        let nodes = nodes ?? 0
        guard let sources else {
            while starts.count <= nodes { starts.append(ends.count) }
            return (starts, ends, dropped)
        }
        var starts = [Int](repeating: 0, count: nodes + 1)
        for source in sources { starts[Int(source) + 1] += 1 }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        var cursor = starts
        var sorted = [UInt32](repeating: 0, count: ends.count)
        for (index, source) in sources.enumerated() {
            sorted[cursor[Int(source)]] = ends[index]
            cursor[Int(source)] += 1
        }
        var result: [UInt32] = []
        result.reserveCapacity(sorted.count)
        for node in 0..<nodes {
            let from = result.count
            for end in sorted[starts[node]..<starts[node + 1]].sorted() {
                if result.count > from, result.last == end { dropped += 1 } else { result.append(end) }
            }
            starts[node] = from
        }
        starts[nodes] = result.count
        return (starts, result, dropped)
    }
}
