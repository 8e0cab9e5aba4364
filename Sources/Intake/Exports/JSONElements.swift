/// Hands out the elements of a JSON text one after another, in bounded memory.
///
/// The text may be lines of objects, objects one after another, one array of objects, or a document that
/// holds the array somewhere within; several documents one after another are pages. Nothing is recursive but
/// the way down to the array, so nesting costs nothing.
/// - Complexity: O(bytes); memory one element of at most `limit` bytes.
final class JSONElements {
    /// What is met on the way.
    enum Event {
        /// An element: its bytes as they stand, and the line it begins at.
        case element(UnsafeRawBufferPointer, line: Int)
        /// A field of the document that is no array and no object; valid during the visit.
        case field(name: String, value: JSONValue)
        /// An element longer than allowed; it is lost.
        case tooLong(line: Int)
        /// Text that is no JSON. In a document everything after it is lost, among lines only this one.
        case malformed(line: Int, isDocument: Bool)
    }

    /// Bytes an element may have.
    static let longest = 1 << 22

    private struct Malformed: Error {}

    private let source: DecodedReader
    private let arrays: [[String]]
    private let limit: Int
    private let visit: (Event) -> Void
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 18
    private var filled = 0
    private var place = 0
    /// Where the bytes that must be kept begin; negative: none must.
    private var mark = -1
    /// Where the current line begins; negative where that is no longer kept.
    private var lineStart = 0
    private var line = 1
    private var isTooLong = false
    private var hasArray = false
    /// Whether every object has a line of its own; nil before the first whole object.
    private var isLines: Bool?
    /// Whether a line end within the current object is its end.
    private var endsWithLine = false
    /// Objects given up before it was known whether they have lines of their own.
    private var givenUp = 0
    /// Times the next line is tried after such an object: enough for a broken beginning, and linear.
    private static let patience = 16

    /// Reads a text to its end.
    /// - Parameters:
    ///   - arrays: Keys that lead to the arrays of elements: `["data"]`, `["body", "items"]`. A document that has
    ///     none of them is itself an element.
    ///   - limit: Bytes an element may have.
    ///   - visit: Called for everything met; must not keep what it is given.
    static func forEach(
        in source: DecodedReader, arrays: [[String]], limit: Int = longest, _ visit: (Event) -> Void
    ) {
        withoutActuallyEscaping(visit) { JSONElements(source, arrays, limit, $0).run() }
    }

    private init(
        _ source: DecodedReader, _ arrays: [[String]], _ limit: Int, _ visit: @escaping (Event) -> Void
    ) {
        self.source = source
        self.arrays = arrays
        self.limit = limit
        self.visit = visit
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    // MARK: Values

    private func run() {
        while true {
            var start = line
            do throws(Malformed) {
                mark = -1
                isTooLong = false
                hasArray = false
                endsWithLine = false
                try skipSpace(andCommas: true)
                guard let byte = peek() else { return }
                start = line
                switch byte {
                case UInt8(ascii: "{"): try top(line: start)
                case UInt8(ascii: "["):
                    hasArray = true
                    try elements()
                default: throw Malformed()
                }
            } catch {
                visit(.malformed(line: hasArray ? line : start, isDocument: hasArray))
                if hasArray || !tryNextLine(after: start) { resynchronise() }
            }
        }
    }

    /// An object that is either an element itself or a document around some.
    private func top(line start: Int) throws(Malformed) {
        mark = place
        endsWithLine = isLines == true
        try object(arrays)
        endsWithLine = false
        guard !hasArray else { return }
        if isLines == nil { isLines = start == line }
        hand(over: start)
    }

    /// An object whose fields may lead to an array.
    private func object(_ ways: [[String]]) throws(Malformed) {
        place += 1
        try skipSpace()
        if peek() == UInt8(ascii: "}") {
            place += 1
            return
        }
        while true {
            try skipSpace()
            let name = try key()
            try skipSpace()
            guard peek() == UInt8(ascii: ":") else { throw Malformed() }
            place += 1
            try skipSpace()
            let onward = ways.filter { $0.first == name }.map { Array($0.dropFirst()) }
            if peek() == UInt8(ascii: "["), onward.contains([]) {
                hasArray = true
                mark = -1
                isTooLong = false
                try elements()
            } else if peek() == UInt8(ascii: "{"), onward.contains(where: { !$0.isEmpty }) {
                try object(onward.filter { !$0.isEmpty })
            } else {
                try field(name)
            }
            try skipSpace()
            if peek() == UInt8(ascii: ",") {
                place += 1
                continue
            }
            guard peek() == UInt8(ascii: "}") else { throw Malformed() }
            place += 1
            return
        }
    }

    /// A field that leads to no array; told of where it is a short scalar.
    private func field(_ name: String) throws(Malformed) {
        let first = peek()
        let isScalar = first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
        let hadMark = mark >= 0
        if !hadMark { mark = place }
        let offset = place - mark
        try skipValue()
        defer { if !hadMark { mark = -1 } }
        guard isScalar, mark >= 0, place - mark - offset <= 4096 else { return }
        let all = bytes(from: mark + offset)
        let isText = first == 34
        let inner = isText ? UnsafeRawBufferPointer(rebasing: all.dropFirst().dropLast()) : all
        visit(.field(name: name, value: JSONValue(bytes: inner, isText: isText)))
    }

    private func elements() throws(Malformed) {
        place += 1
        try skipSpace()
        if peek() == UInt8(ascii: "]") {
            place += 1
            return
        }
        while true {
            try skipSpace()
            let start = line
            mark = place
            isTooLong = false
            try skipValue()
            hand(over: start)
            mark = -1
            isTooLong = false
            try skipSpace()
            if peek() == UInt8(ascii: ",") {
                place += 1
                continue
            }
            guard peek() == UInt8(ascii: "]") else { throw Malformed() }
            place += 1
            return
        }
    }

    /// Hands over the element between the mark and the place.
    private func hand(over line: Int) {
        if isTooLong || place - mark > limit {
            visit(.tooLong(line: line))
        } else {
            visit(.element(bytes(from: mark), line: line))
        }
    }

    private func bytes(from start: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: buffer + start, count: place - start)
    }

    // MARK: Bytes

    /// The byte at the place; nil at the end.
    private func peek() -> UInt8? {
        if place == filled { refill() }
        return place < filled ? buffer[place] : nil
    }

    private func skipSpace(andCommas: Bool = false) throws(Malformed) {
        while let byte = peek() {
            switch byte {
            case 10: newLine()
            case 32, 9, 13: break
            // Between the objects of a list that somebody cut out of an array.
            case UInt8(ascii: ",") where andCommas: break
            default: return
            }
            place += 1
        }
    }

    private func newLine() {
        line += 1
        lineStart = place + 1
    }

    private func key() throws(Malformed) -> String {
        guard peek() == 34 else { throw Malformed() }
        let hadMark = mark >= 0
        if !hadMark { mark = place }
        let offset = place - mark
        try skipString()
        defer { if !hadMark { mark = -1 } }
        guard mark >= 0, place - mark - offset <= 1024 else { return "" }
        let raw = bytes(from: mark + offset)
        return JSONText.unescaped(UnsafeRawBufferPointer(rebasing: raw.dropFirst().dropLast())) ?? ""
    }

    private func skipString() throws(Malformed) {
        place += 1
        while true {
            guard let byte = peek() else { throw Malformed() }
            // A text never holds a line end as it is: here something is cut off.
            guard byte != 10 else { throw Malformed() }
            place += 1
            if byte == 34 { return }
            if byte == 92 {
                guard let next = peek(), next != 10 else { throw Malformed() }
                place += 1
            }
        }
    }

    private func skipValue() throws(Malformed) {
        guard let first = peek() else { throw Malformed() }
        if first == 34 { return try skipString() }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return try skipWord() }
        var depth = 0
        repeat {
            guard let byte = peek() else { throw Malformed() }
            switch byte {
            case 34:
                try skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case 10: newLine()
            default: break
            }
            place += 1
        } while depth > 0
    }

    private func skipWord() throws(Malformed) {
        var count = 0
        while let byte = peek(), byte > 32, ![44, 58, 91, 93, 123, 125, 34].contains(byte) {
            place += 1
            count += 1
        }
        guard count > 0 else { throw Malformed() }
    }

    /// Goes back to the line after the one a broken object began at, if that begins an object: without a line
    /// of its own yet, the broken one may have swallowed it.
    /// - Returns: False where there is no such line, or no more patience.
    private func tryNextLine(after start: Int) -> Bool {
        guard isLines == nil, mark >= 0, givenUp < JSONElements.patience else { return false }
        var end = mark
        while end < filled, buffer[end] != 10 { end += 1 }
        guard end + 1 < filled, buffer[end + 1] == UInt8(ascii: "{") else { return false }
        givenUp += 1
        place = end + 1
        lineStart = place
        line = start + 1
        return true
    }

    /// Goes to the next line that begins an object or an array, the current one included where it begins one
    /// and the trouble began on an earlier line.
    private func resynchronise() {
        if mark >= 0, lineStart > mark, lineStart < filled, buffer[lineStart] == UInt8(ascii: "{") {
            place = lineStart
            mark = -1
            return
        }
        mark = -1
        while true {
            while let byte = peek(), byte != 10 { place += 1 }
            guard peek() != nil else { return }
            newLine()
            place += 1
            if let byte = peek(), byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return }
        }
    }

    private func refill() {
        if mark >= 0, filled - mark > limit {
            isTooLong = true
            mark = -1
        }
        let keep = mark >= 0 ? mark : filled
        if keep > 0 {
            buffer.update(from: buffer + keep, count: filled - keep)
            filled -= keep
            place -= keep
            lineStart = max(-1, lineStart - keep)
            if mark >= 0 { mark = 0 }
        }
        if filled * 2 > capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer, count: filled)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        }
        filled += source.read(
            into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
    }
}
