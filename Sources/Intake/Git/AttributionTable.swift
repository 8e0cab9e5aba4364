package import Rollout

/// Which marks in commits are signs of AI use: data with a date, since it ages within months.
///
/// Tools are told by the address they sign with, never by the model's name: one address carries
/// dozens of model names, and some are wrong. No pattern covers a whole domain: staff of a vendor
/// write from it too.
package struct AttributionTable: Hashable, Sendable {
    /// What a mark looks like.
    package enum Pattern: Hashable, Sendable {
        /// A contact with exactly this address, in any case of letters.
        case address(String)
        /// A contact whose GitHub login is this, with or without a number before it.
        case login(String)
        /// A contact with exactly this name and an address nobody reads (`noreply@…`).
        case name(String)
        /// A line `key: value` whose value begins with a text (empty: any value but none).
        case trailer(key: String, value: String)
        /// A line that begins with exactly this text, a robot sign before it allowed.
        case footer(String)
        /// A ticked box followed by this text; an unticked one is no mark.
        case tick(String)
    }

    /// One pattern with what it means.
    package struct Rule: Hashable, Sendable {
        package let pattern: Pattern
        package let tool: String
        package let mode: UseMode

        package init(_ pattern: Pattern, _ tool: String, _ mode: UseMode = .assist) {
            self.pattern = pattern
            self.tool = tool
            self.mode = mode
        }
    }

    /// The month the table was last compared with real histories, as `yyyy-mm`.
    package let asOf: String
    package private(set) var rules: [Rule]
    /// Values of `Assisted-by` and `Generated-by` that name an AI tool, folded, with the tool.
    package let toolNames: [String: String]

    private(set) var addresses: [String: Rule] = [:]
    private(set) var logins: [String: Rule] = [:]
    private(set) var names: [String: Rule] = [:]
    private(set) var ownAgents: [String: Rule] = [:]
    private(set) var trailers: [String: [Rule]] = [:]
    private(set) var footers: [(start: [UInt8], rule: Rule)] = []
    private(set) var ticks: [(text: [UInt8], rule: Rule)] = []

    /// A table from its rules.
    ///
    /// - Parameters:
    ///   - asOf: The month it was compared with real histories.
    ///   - rules: Patterns; where two fit one contact, address goes before login before name.
    ///   - toolNames: Values of `Assisted-by` and `Generated-by`, with the tool.
    package init(asOf: String, rules: [Rule], toolNames: [String: String]) {
        self.asOf = asOf
        self.rules = []
        self.toolNames = toolNames
        for rule in rules { add(rule) }
    }

    /// This table with the agents of one organisation and its own tick-box sentences.
    ///
    /// - Parameters:
    ///   - agents: Names, addresses or logins of agents the organisation built itself; exact.
    ///   - checkboxes: Sentences that follow a ticked box, tool `other`.
    package func adding(agents: [String], checkboxes: [String] = []) -> AttributionTable {
        var table = self
        for agent in agents {
            let key = agent.trimmedOfBlanks.lowercased()
            if !key.isEmpty { table.ownAgents[key] = Rule(.name(agent), "inhouse", .agent) }
        }
        for text in checkboxes where !text.trimmedOfBlanks.isEmpty {
            table.add(Rule(.tick(text.trimmedOfBlanks), "other"))
        }
        return table
    }

    private mutating func add(_ rule: Rule) {
        rules.append(rule)
        switch rule.pattern {
        case .address(let text): addresses[text.lowercased()] = rule
        case .login(let text): logins[text.lowercased()] = rule
        case .name(let text): names[text.lowercased()] = rule
        case .trailer(let key, _): trailers[key.lowercased(), default: []].append(rule)
        case .footer(let text): footers.append((Array(text.utf8), rule))
        case .tick(let text): ticks.append((Array(text.lowercased().utf8), rule))
        }
    }

    /// The rule a contact fits, whether it stands as author or in a trailer; nil for people.
    ///
    /// - Complexity: O(length of name and address).
    package func rule(for contact: GitContact) -> Rule? {
        let address = contact.foldedAddress
        let name = contact.foldedName
        let login = contact.account?.login
        if !ownAgents.isEmpty {
            for key in [address, name, login].compactMap(\.self) {
                if let rule = ownAgents[key] { return rule }
            }
        }
        if let rule = addresses[address] { return rule }
        if let login, let rule = logins[login] { return rule }
        // A name that ends in [bot] cannot be a person's, so the name alone tells the login.
        if name.hasSuffix("[bot]"), let rule = logins[name] { return rule }
        if contact.isMachineAddress, let rule = names[name] { return rule }
        return nil
    }

    /// The tool that the value of an `Assisted-by` or `Generated-by` line names; nil for others.
    ///
    /// The value is read up to a colon, comma or bracket. A known name may be followed by a
    /// version (words with a digit), and by nothing else: *Claude Dupont* is a person.
    package func tool(named value: String) -> String? {
        let head = value.prefix { !":,(<[".contains($0) }
        var words = head.lowercased().split(whereSeparator: \.isWhitespace)
        while !words.isEmpty {
            if let tool = toolNames[words.joined(separator: " ")] { return tool }
            guard words.last?.contains(where: \.isNumber) == true else { return nil }
            words.removeLast()
        }
        return nil
    }

    package static func == (left: AttributionTable, right: AttributionTable) -> Bool {
        left.asOf == right.asOf && left.rules == right.rules && left.toolNames == right.toolNames
            && left.ownAgents == right.ownAgents
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(asOf)
        hasher.combine(rules)
    }
}
