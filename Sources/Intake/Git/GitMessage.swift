package import Rollout

/// A sign of AI use in one commit: which tool, and how it took part.
package struct GitMark: Hashable, Sendable, Comparable {
    package let tool: String
    package let mode: UseMode

    package init(_ tool: String, _ mode: UseMode) {
        self.tool = tool
        self.mode = mode
    }

    package static func < (left: GitMark, right: GitMark) -> Bool {
        (left.tool, left.mode.strength) < (right.tool, right.mode.strength)
    }
}

extension UseMode {
    /// Rank as a sign of firsthand experience, the strongest first.
    var strength: Int { UseMode.allCases.firstIndex(of: self)! }
}

/// What a commit's message says about who and what took part; the message itself is not kept.
package struct GitMessage: Hashable, Sendable {
    /// At most one mark a tool, the strongest, in the order of tools.
    package private(set) var marks: [GitMark] = []
    /// Co-authors who are not agents, each once, in their order; bots among them.
    package private(set) var coAuthors: [GitContact] = []
    /// Reviewers named in `Reviewed-by` lines, each once.
    package private(set) var reviewers: [GitContact] = []
    /// Number of the pull or merge request the commit came from, where the message says it.
    package private(set) var request: Int?

    /// Reads a message line by line; a mark counts only where its line begins with it.
    ///
    /// Words in the text are no evidence: people write about tools, review bots sign bodies, and
    /// a cursor is also a thing in a database.
    ///
    /// - Parameters:
    ///   - message: The raw message, UTF-8; bytes that are not are repaired in contacts.
    ///   - table: The patterns.
    /// - Complexity: O(length of the message) for lines without marks.
    package init(_ message: ArraySlice<UInt8>, table: AttributionTable) {
        var strongest: [String: UseMode] = [:]
        var isFirst = true
        var start = message.startIndex
        while start < message.endIndex {
            let end = message[start...].firstIndex(of: 10) ?? message.endIndex
            var line = message[start..<end]
            while let last = line.last, last == 13 || last == 32 || last == 9 { line.removeLast() }
            if isFirst { request = GitMessage.request(inSubject: line) }
            isFirst = isFirst && line.isEmpty
            if !line.isEmpty { read(line, table: table, into: &strongest) }
            start = end < message.endIndex ? end + 1 : end
        }
        marks = strongest.map { GitMark($0.key, $0.value) }.sorted()
    }

    private mutating func read(
        _ line: ArraySlice<UInt8>, table: AttributionTable, into strongest: inout [String: UseMode]
    ) {
        func note(_ rule: AttributionTable.Rule) {
            if let known = strongest[rule.tool], known.strength <= rule.mode.strength { return }
            strongest[rule.tool] = rule.mode
        }
        if let (key, value) = GitMessage.trailer(line) {
            read(key: key, value: value, table: table, note: note)
        }
        let body = GitMessage.withoutRobot(line)
        for footer in table.footers where body.starts(with: footer.start) { note(footer.rule) }
        if let text = GitMessage.ticked(line) {
            for tick in table.ticks where text.starts(with: tick.text) { note(tick.rule) }
        }
        if request == nil { request = GitMessage.request(inReference: line) }
    }

    private mutating func read(
        key: String, value: ArraySlice<UInt8>, table: AttributionTable,
        note: (AttributionTable.Rule) -> Void
    ) {
        switch key {
        case "co-authored-by":
            guard let contact = GitContact(trailer: value) else { return }
            if let rule = table.rule(for: contact) {
                note(rule)
            } else if !coAuthors.contains(contact) {
                coAuthors.append(contact)
            }
        case "reviewed-by":
            guard let contact = GitContact(trailer: value), table.rule(for: contact) == nil else { return }
            if !reviewers.contains(contact) { reviewers.append(contact) }
        case "assisted-by", "generated-by":
            // An address says more than a name beside it, and a person can assist too.
            if let contact = GitContact(trailer: value) {
                if let rule = table.rule(for: contact) { note(rule) }
            } else if let tool = table.tool(named: String(decoding: value, as: UTF8.self)) {
                note(.init(.trailer(key: key, value: tool), tool))
            }
        default:
            for rule in table.trailers[key] ?? [] {
                guard case .trailer(_, let wanted) = rule.pattern, !value.isEmpty else { continue }
                if value.starts(with: wanted.utf8) { note(rule) }
            }
        }
    }

    /// Key (folded) and value of a trailer line; nil where the line is none.
    ///
    /// A key is letters, digits and hyphens from the first column, with a hyphen in it, as all
    /// keys we know have: that keeps most lines of prose out early.
    static func trailer(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        guard let colon = line.prefix(40).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            return nil
        }
        var hasHyphen = false
        for byte in line[..<colon] {
            switch byte {
            case UInt8(ascii: "-"): hasHyphen = true
            case 48...57, 65...90, 97...122: continue
            default: return nil
            }
        }
        guard hasHyphen else { return nil }
        let value = line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }
        return (String(decoding: line[..<colon], as: UTF8.self).lowercased(), value)
    }

    /// The line without a robot sign and blanks before its text.
    private static func withoutRobot(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.starts(with: robot) ? line.dropFirst(robot.count).drop { $0 == 32 } : line
    }

    private static let robot: [UInt8] = Array("🤖".utf8)

    /// The text after a ticked box, folded in ASCII; nil where the line has none.
    private static func ticked(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        guard let bullet = line.first, bullet == UInt8(ascii: "-") || bullet == UInt8(ascii: "*") else {
            return nil
        }
        let box = line.dropFirst().drop { $0 == 32 }
        guard box.starts(with: Array("[x]".utf8)) || box.starts(with: Array("[X]".utf8)) else { return nil }
        return box.dropFirst(3).drop { $0 == 32 }.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    /// The number in a subject that ends in `(#12)` or `(!12)`; nil where there is none.
    static func request(inSubject line: ArraySlice<UInt8>) -> Int? {
        guard line.last == UInt8(ascii: ")"), let open = line.lastIndex(of: UInt8(ascii: "(")),
            line.count > open - line.startIndex + 2
        else { return nil }
        let sign = line[open + 1]
        guard sign == UInt8(ascii: "#") || sign == UInt8(ascii: "!") else { return nil }
        return Int(String(decoding: line[(open + 2)...].dropLast(), as: UTF8.self))
    }

    /// The number in a line `See merge request group/project!12`; nil where there is none.
    private static func request(inReference line: ArraySlice<UInt8>) -> Int? {
        guard line.starts(with: Array("See merge request ".utf8)),
            let sign = line.lastIndex(of: UInt8(ascii: "!"))
        else { return nil }
        return Int(String(decoding: line[(sign + 1)...], as: UTF8.self))
    }
}
