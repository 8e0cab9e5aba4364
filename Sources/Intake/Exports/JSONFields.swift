/// Reads the fields of one JSON object without building a tree.
///
/// Only the object's own fields are seen; what lies within them is passed over. Iterative, so that deep
/// nesting costs nothing.
enum JSONFields {
    /// What went wrong with an object.
    enum Trouble: Error {
        case malformed
    }

    /// Visits the fields of an object: name and value as they stand, a text without its quotes.
    /// - Complexity: O(bytes).
    static func visit(
        _ bytes: UnsafeRawBufferPointer,
        _ visit: (_ name: UnsafeRawBufferPointer, _ value: JSONValue) -> Void
    ) throws(Trouble) {
        var scanner = Scanner(bytes)
        try scanner.object(visit)
        scanner.skipSpace()
        guard scanner.place == bytes.count else { throw .malformed }
    }

    /// Visits the elements of an array, each as it stands.
    static func visitArray(
        _ bytes: UnsafeRawBufferPointer, _ visit: (JSONValue) -> Void
    ) throws(Trouble) {
        var scanner = Scanner(bytes)
        try scanner.array(visit)
    }
}

/// Walks over JSON bytes.
private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skipSpace() {
        while place < bytes.count, [32, 9, 10, 13].contains(bytes[place]) { place += 1 }
    }

    mutating func expect(_ byte: UInt8) throws(JSONFields.Trouble) {
        skipSpace()
        guard peek == byte else { throw .malformed }
        place += 1
    }

    mutating func object(
        _ visit: (_ name: UnsafeRawBufferPointer, _ value: JSONValue) -> Void
    ) throws(JSONFields.Trouble) {
        try expect(UInt8(ascii: "{"))
        skipSpace()
        if peek == UInt8(ascii: "}") {
            place += 1
            return
        }
        while true {
            skipSpace()
            let name = try string()
            try expect(UInt8(ascii: ":"))
            visit(name, try value())
            skipSpace()
            if peek == UInt8(ascii: ",") {
                place += 1
                continue
            }
            try expect(UInt8(ascii: "}"))
            return
        }
    }

    mutating func array(_ visit: (JSONValue) -> Void) throws(JSONFields.Trouble) {
        try expect(UInt8(ascii: "["))
        skipSpace()
        if peek == UInt8(ascii: "]") { return }
        while true {
            visit(try value())
            skipSpace()
            if peek == UInt8(ascii: ",") {
                place += 1
                continue
            }
            try expect(UInt8(ascii: "]"))
            return
        }
    }

    private mutating func string() throws(JSONFields.Trouble) -> UnsafeRawBufferPointer {
        guard peek == 34 else { throw .malformed }
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != 34 { place += bytes[place] == 92 ? 2 : 1 }
        guard place < bytes.count else { throw .malformed }
        place += 1
        return UnsafeRawBufferPointer(rebasing: bytes[start..<place - 1])
    }

    private mutating func value() throws(JSONFields.Trouble) -> JSONValue {
        skipSpace()
        guard let first = peek else { throw .malformed }
        if first == 34 { return JSONValue(bytes: try string(), isText: true) }
        let start = place
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            var depth = 0
            repeat {
                guard let byte = peek else { throw .malformed }
                switch byte {
                case 34:
                    _ = try string()
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
                place += 1
            } while depth > 0
        } else {
            while let byte = peek, ![44, 93, 125, 32, 9, 10, 13].contains(byte) { place += 1 }
            guard place > start else { throw .malformed }
        }
        return JSONValue(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<place]), isText: false)
    }
}
