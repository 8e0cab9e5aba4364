import Foundation

/// JSON put together in pieces, the same bytes as `WireDocument.encode` gives for the whole.
///
/// The encoder builds a tree of everything before it writes, which takes a hundred bytes a number. Lists with
/// hundreds of thousands of entries are therefore written here, and everything around them by the encoder.
struct PrettyJSON {
    private let encoder: JSONEncoder
    private let sink: (Data) throws -> Void
    private var buffer: [UInt8] = []
    /// Texts met so far, quoted and escaped by the encoder: reasons and codes repeat a thousand times.
    private var quoted: [String: [UInt8]] = [:]
    private static let piece = 1 << 20

    /// - Parameter sink: Takes the text, a piece at a time.
    init(to sink: @escaping (Data) throws -> Void) {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        self.sink = sink
        buffer.reserveCapacity(PrettyJSON.piece + 4096)
    }

    /// What comes before and after the entries of an empty list at the top of a body.
    func halves(of body: some Encodable, emptyList key: String) throws -> (head: [UInt8], tail: [UInt8]) {
        let bytes = try encoder.encode(body)
        // Line ends inside texts are escaped, so this stands nowhere else.
        let mark = Data("\n  \"\(key)\" : [\n\n  ]".utf8)
        guard let place = bytes.range(of: mark) else {
            preconditionFailure("the body has an empty list \(key) at its top")
        }
        let split = place.upperBound - "\n\n  ]".utf8.count
        return (Array(bytes[..<split]), Array(bytes[place.upperBound...]))
    }

    /// Writes a list after its opening bracket: a line an entry, and the closing bracket at an indent.
    mutating func list<Entry>(
        _ entries: some Sequence<Entry>, indent: Int, _ write: (inout PrettyJSON, Entry) throws -> Void
    ) rethrows {
        var isFirst = true
        for entry in entries {
            append(isFirst ? "\n" : ",\n")
            append(spaces: indent + 2)
            try write(&self, entry)
            isFirst = false
        }
        append(isFirst ? "\n\n" : "\n")
        append(spaces: indent)
        append("]")
    }

    /// Writes one key of an object and a value that is text; nil is null.
    mutating func field(_ key: StaticString, text: String?, indent: Int, isFirst: Bool = false) throws {
        open(key, indent: indent, isFirst: isFirst)
        if let text { try append(quoted: text) } else { append("null") }
    }

    /// Writes one key of an object and a value that is a number; nil is null.
    mutating func field(_ key: StaticString, number: Double?, indent: Int) {
        open(key, indent: indent, isFirst: false)
        guard let number else { return append("null") }
        let text = number.description
        append(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    /// Writes bytes as they are, lines that hold anything indented further.
    mutating func append(_ bytes: [UInt8], indent: Int = 0) throws {
        for (place, byte) in bytes.enumerated() {
            buffer.append(byte)
            if indent > 0, byte == 10, place + 1 < bytes.count, bytes[place + 1] != 10 {
                append(spaces: indent)
            }
        }
        if buffer.count >= PrettyJSON.piece { try flush() }
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) { buffer.append(contentsOf: text.utf8) }

    mutating func append(spaces: Int) { buffer.append(contentsOf: repeatElement(32, count: spaces)) }

    /// Hands over what is left.
    mutating func flush() throws {
        try sink(Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func open(_ key: StaticString, indent: Int, isFirst: Bool) {
        append(isFirst ? "\n" : ",\n")
        append(spaces: indent)
        append("\"")
        append(key)
        append("\" : ")
    }

    private mutating func append(quoted text: String) throws {
        if let known = quoted[text] {
            buffer.append(contentsOf: known)
            return
        }
        let bytes = Array(try encoder.encode(text))
        quoted[text] = bytes
        buffer.append(contentsOf: bytes)
    }
}
