/// Checks JSON against the part of JSON Schema 2020-12 that the house's schemas use.
///
/// A schema with any other keyword is refused, so that nothing is passed over in silence.
struct JSONSchema {
    let root: JSONValue

    private static let known: Set<String> = [
        "$schema", "$id", "$defs", "$ref", "title", "description", "type", "required", "properties", "items",
        "enum",
        "const", "minimum", "maximum", "minLength", "pattern", "additionalProperties", "anyOf", "allOf",
    ]

    /// What is wrong with a document, each with its place; empty where it fits.
    func complaints(about value: JSONValue) -> [String] { check(value, root, "$") }

    private func check(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard case .object(let rules) = schema else {
            return schema == .bool(true) ? [] : ["\(place): nothing is allowed here"]
        }
        let unknown = Set(rules.keys).subtracting(Self.known).sorted()
        guard unknown.isEmpty else { return ["\(place): the schema uses \(unknown.joined(separator: ", "))"] }
        var found: [String] = []
        if case .string(let reference)? = rules["$ref"] {
            guard let target = resolve(reference) else { return ["\(place): \(reference) leads nowhere"] }
            found += check(value, target, place)
        }
        if let types = rules["type"] { found += checkType(value, types, place) }
        if let constant = rules["const"], constant != value { found.append("\(place): is not the constant") }
        if case .array(let options)? = rules["enum"], !options.contains(value) {
            found.append("\(place): is none of the words allowed")
        }
        if let number = value.number {
            if let low = rules["minimum"]?.number, number < low { found.append("\(place): is below \(low)") }
            if let high = rules["maximum"]?.number, number > high {
                found.append("\(place): is above \(high)")
            }
        }
        if case .string(let text) = value { found += checkText(text, rules, place) }
        if case .array(let items) = value, let rule = rules["items"] {
            for (index, item) in items.enumerated() { found += check(item, rule, "\(place)[\(index)]") }
        }
        if case .object(let members) = value { found += checkMembers(members, rules, place) }
        if case .array(let options)? = rules["anyOf"] {
            let fits = options.contains { check(value, $0, place).isEmpty }
            if !fits { found.append("\(place): fits none of \(options.count) shapes") }
        }
        if case .array(let parts)? = rules["allOf"] {
            for part in parts { found += check(value, part, place) }
        }
        return found
    }

    private func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        var target: JSONValue? = root
        for step in reference.dropFirst(2).split(separator: "/") { target = target?[String(step)] }
        return target
    }

    private func checkType(_ value: JSONValue, _ types: JSONValue, _ place: String) -> [String] {
        let names: [String]
        if case .string(let name) = types { names = [name] } else { names = types.strings ?? [] }
        let fits = names.contains { name in
            switch (name, value) {
            case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
                ("array", .array),
                ("object", .object):
                true
            case ("integer", .number(let number)): number == number.rounded()
            default: false
            }
        }
        return fits ? [] : ["\(place): is no \(names.joined(separator: " or "))"]
    }

    private func checkText(_ text: String, _ rules: [String: JSONValue], _ place: String) -> [String] {
        var found: [String] = []
        if let least = rules["minLength"]?.number, Double(text.unicodeScalars.count) < least {
            found.append("\(place): is too short")
        }
        if case .string(let pattern)? = rules["pattern"] {
            let expression = try? Regex(pattern)
            if expression == nil || text.firstMatch(of: expression!) == nil {
                found.append("\(place): does not look like \(pattern)")
            }
        }
        return found
    }

    private func checkMembers(
        _ members: [String: JSONValue], _ rules: [String: JSONValue], _ place: String
    ) -> [String] {
        var found: [String] = []
        for name in rules["required"]?.strings ?? [] where members[name] == nil {
            found.append("\(place): \(name) is missing")
        }
        var named: [String: JSONValue] = [:]
        if case .object(let properties)? = rules["properties"] { named = properties }
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if let rule = named[name] {
                found += check(member, rule, "\(place).\(name)")
            } else if let rule = rules["additionalProperties"] {
                if rule == .bool(false) {
                    found.append("\(place): \(name) is not expected")
                } else {
                    found += check(member, rule, "\(place).\(name)")
                }
            }
        }
        return found
    }
}
