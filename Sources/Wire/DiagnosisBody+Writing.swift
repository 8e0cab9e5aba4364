package import Disclosure
package import Foundation

extension DiagnosisBody {
    /// Writes the document of a publication, scope by scope; a large organisation is never held as JSON at once.
    ///
    /// - Parameters:
    ///   - publication: What may be shown.
    ///   - product: Name and version of the program.
    ///   - sink: Takes the bytes, a piece at a time; together they are those of `encode()`.
    /// - Throws: What the sink throws, and `EncodingError` where a number is not finite; none is ever written.
    /// - Complexity: O(figures), in memory for one scope.
    package static func write(
        _ publication: Publication, product: String, to sink: @escaping (Data) throws -> Void
    ) throws {
        var json = PrettyJSON(to: sink)
        let shell = DiagnosisBody(publication: publication, product: product, scopes: [])
        let (head, tail) = try json.halves(of: shell, emptyList: "scopes")
        try json.append(head)
        try json.list(publication.scopes, indent: 2) { json, scope in
            try ScopeBody(scope).write(to: &json, indent: 4)
        }
        try json.append(tail)
        try json.flush()
    }
}

extension ScopeBody {
    /// Writes the scope as an object whose closing bracket stands at an indent.
    fileprivate func write(to json: inout PrettyJSON, indent: Int) throws {
        var shell = self
        shell.measures = []
        let (head, tail) = try json.halves(of: shell, emptyList: "measures")
        try json.append(head, indent: indent)
        try json.list(measures, indent: indent + 2) { json, measure in
            try measure.write(to: &json, indent: indent + 4)
        }
        try json.append(tail, indent: indent)
    }
}

extension MeasureBody {
    /// Writes the measure as an object; keys in the order of the alphabet, as `encode(to:)` has them sorted.
    fileprivate func write(to json: inout PrettyJSON, indent: Int) throws {
        let inner = indent + 2
        json.append("{")
        if let band = figure.band { try json.field("band", text: band, indent: inner, isFirst: true) }
        try json.field("code", text: code, indent: inner, isFirst: figure.band == nil)
        json.field("high", number: figure.high, indent: inner)
        json.field("level", number: figure.level, indent: inner)
        json.field("low", number: figure.low, indent: inner)
        json.field("n", number: figure.n.map(Double.init), indent: inner)
        try json.field("precision", text: figure.precision?.rawValue, indent: inner)
        try json.field("reason", text: figure.reason, indent: inner)
        if let reason = figure.reasonCode { try json.field("reasonCode", text: reason, indent: inner) }
        try json.field("state", text: figure.state.rawValue, indent: inner)
        try json.field("unit", text: figure.unit, indent: inner)
        json.field("value", number: figure.value, indent: inner)
        json.append("\n")
        json.append(spaces: indent)
        json.append("}")
    }
}
