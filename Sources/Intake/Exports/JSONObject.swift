import Measures

/// The fields of one JSON object as they stand in the text; valid as long as its bytes are.
///
/// Where a name stands twice, the last one counts, and `hasDuplicateKeys` says so.
struct JSONObject {
    private let fields: [(name: UnsafeRawBufferPointer, value: JSONValue)]
    /// Whether a name stands more than once.
    let hasDuplicateKeys: Bool

    /// The fields of an object.
    /// - Throws: Where the bytes are not one whole object.
    /// - Complexity: O(bytes).
    init(_ bytes: UnsafeRawBufferPointer) throws(JSONFields.Trouble) {
        var fields: [(name: UnsafeRawBufferPointer, value: JSONValue)] = []
        try JSONFields.visit(bytes) { name, value in fields.append((name, value)) }
        self.fields = fields
        hasDuplicateKeys = JSONObject.hasDuplicates(fields.map(\.name))
    }

    private static func hasDuplicates(_ names: [UnsafeRawBufferPointer]) -> Bool {
        if names.count <= 40 {
            return names.indices.contains { index in
                names[..<index].contains { $0.elementsEqual(names[index]) }
            }
        }
        return Set(names.map { Array($0) }).count < names.count
    }

    /// The value of a field; nil where there is none. Names with escapes are not found.
    /// - Complexity: O(fields).
    subscript(name: StaticString) -> JSONValue? {
        let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return fields.last { $0.name.count == wanted.count && $0.name.elementsEqual(wanted) }?.value
    }

    /// The same for a name that is put together.
    subscript(dynamic name: String) -> JSONValue? {
        fields.last { $0.name.elementsEqual(name.utf8) }?.value
    }

    /// Names and values in their order.
    var all: [(name: String, value: JSONValue)] {
        fields.map { (JSONText.unescaped($0.name) ?? "", $0.value) }
    }
}

/// A JSON value as it stands in the text; valid as long as its bytes are.
struct JSONValue {
    /// The bytes; a text without its quotes, escapes untouched.
    let bytes: UnsafeRawBufferPointer
    let isText: Bool

    /// The text; nil where the value is no text, or an escape in it is none.
    var text: String? { isText ? JSONText.unescaped(bytes) : nil }

    /// A text, or a number or word as it stands; nil for null, objects and arrays.
    var plainText: String? {
        if isText { return text }
        guard !isNull, let first = bytes.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[")
        else { return nil }
        return CellText.decode(bytes).text
    }

    /// A whole number from 0 to 1000000000, written as a number or as a text; nil otherwise.
    var whole: Int? { CellNumber.whole(bytes) }

    var isTrue: Bool { !isText && bytes.elementsEqual("true".utf8) }
    var isNull: Bool { !isText && bytes.elementsEqual("null".utf8) }

    /// The fields, where the value is a whole object.
    var object: JSONObject? {
        guard !isText, bytes.first == UInt8(ascii: "{") else { return nil }
        do throws(JSONFields.Trouble) { return try JSONObject(bytes) } catch { return nil }
    }

    /// The elements, where the value is a whole array.
    var array: [JSONValue]? {
        guard !isText, bytes.first == UInt8(ascii: "[") else { return nil }
        var result: [JSONValue] = []
        do throws(JSONFields.Trouble) {
            try JSONFields.visitArray(bytes) { result.append($0) }
            return result
        } catch { return nil }
    }
}
