/// Walks over the tags and texts of an XML stream, one after another, in bounded memory.
///
/// As much of XML as office programs write, and no more: elements, attributes, texts, the five named
/// entities and numbered ones, CDATA. Comments and instructions are passed over. A document type is refused,
/// so no entity can grow. Names are compared without their prefix.
/// - Complexity: O(bytes); memory at most one tag or one piece of text.
final class XMLPull {
    /// Why a stream cannot be read on.
    enum Trouble: Error {
        case malformed
        /// Where the bytes come from failed.
        case source(ZipArchive.Trouble)
    }

    /// What lies at the next place.
    enum Step {
        /// An element begins; its name and attributes can be read until the next step.
        case start
        /// An element ends; its name can be read until the next step.
        case end
        /// A piece of text, which can be read until the next step; long texts come in pieces.
        case text
        case over
    }

    /// Bytes a tag may have.
    private static let longestTag = 1 << 20

    private let source: ZipEntryReader
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var begin = 0
    private var filled = 0
    private var isSourceOver = false
    /// The name within the buffer, without its prefix.
    private var name = 0..<0
    /// Where the attributes, or the text, stand.
    private var rest = 0..<0
    /// An element that was closed in its own tag still has its end to come.
    private var hasEndToCome = false
    private var isLiteral = false

    init(_ source: ZipEntryReader) { self.source = source }

    /// Goes on to the next tag or text.
    func next() throws(Trouble) -> Step {
        if hasEndToCome {
            hasEndToCome = false
            return .end
        }
        while true {
            if begin == filled, try !more() { return .over }
            guard buffer[begin] == UInt8(ascii: "<") else { return try text() }
            try need(2)
            switch buffer[begin + 1] {
            case UInt8(ascii: "?"): try skip(until: "?>")
            case UInt8(ascii: "!"):
                if try starts(with: "<!--") {
                    try skip(until: "-->")
                } else if try starts(with: "<![CDATA[") {
                    return try literal()
                } else {
                    throw .malformed
                }
            default: return try tag()
            }
        }
    }

    /// Whether the current element has a name, its prefix not counted.
    func isNamed(_ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount
            && word.withUTF8Buffer { $0.elementsEqual(buffer[name]) }
    }

    /// The value of an attribute of the current element, its prefix not counted; nil where it has none.
    func attribute(_ word: StaticString) -> String? {
        var place = rest.lowerBound
        let end = rest.upperBound
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
        while true {
            while place < end, isSpace(buffer[place]) { place += 1 }
            var start = place
            while place < end, buffer[place] != UInt8(ascii: "="), !isSpace(buffer[place]) {
                if buffer[place] == UInt8(ascii: ":") { start = place + 1 }
                place += 1
            }
            let title = start..<max(start, place)
            while place < end, isSpace(buffer[place]) { place += 1 }
            guard place < end, buffer[place] == UInt8(ascii: "=") else { return nil }
            place += 1
            while place < end, isSpace(buffer[place]) { place += 1 }
            guard place < end, buffer[place] == 34 || buffer[place] == 39 else { return nil }
            let quote = buffer[place]
            place += 1
            let from = place
            while place < end, buffer[place] != quote { place += 1 }
            guard place < end else { return nil }
            let value = from..<place
            place += 1
            if title.count == word.utf8CodeUnitCount,
                word.withUTF8Buffer({ $0.elementsEqual(buffer[title]) })
            {
                var bytes: [UInt8] = []
                XMLPull.append(buffer[value], to: &bytes)
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    /// Adds the current text, its entities resolved, to bytes.
    func appendText(to bytes: inout [UInt8]) {
        if isLiteral { bytes += buffer[rest] } else { XMLPull.append(buffer[rest], to: &bytes) }
    }

    // MARK: Tags and texts

    private func tag() throws(Trouble) -> Step {
        var place = begin + 1
        var quote: UInt8 = 0
        while true {
            if place == filled {
                guard place - begin < XMLPull.longestTag else { throw .malformed }
                let offset = place - begin
                guard try more() else { throw .malformed }
                place = begin + offset
            }
            let byte = buffer[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 34 || byte == 39 {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "<") {
                throw .malformed
            }
            place += 1
        }
        let isEnd = buffer[begin + 1] == UInt8(ascii: "/")
        var end = place
        if !isEnd, buffer[end - 1] == UInt8(ascii: "/") {
            end -= 1
            hasEndToCome = true
        }
        var start = begin + (isEnd ? 2 : 1)
        var after = start
        while after < end, buffer[after] > 32 {
            if buffer[after] == UInt8(ascii: ":") { start = after + 1 }
            after += 1
        }
        guard after > start else { throw .malformed }
        name = start..<after
        rest = after..<end
        begin = place + 1
        return isEnd ? .end : .start
    }

    private func text() throws(Trouble) -> Step {
        var place = begin
        while place < filled, buffer[place] != UInt8(ascii: "<") { place += 1 }
        // An entity may lie across the edge: keep it for the next piece.
        if place == filled, !isSourceOver {
            var cut = place
            while cut > begin, place - cut < 16, buffer[cut - 1] != UInt8(ascii: "&") { cut -= 1 }
            if cut > begin, buffer[cut - 1] == UInt8(ascii: "&"),
                !buffer[cut..<place].contains(UInt8(ascii: ";"))
            {
                place = cut - 1
            }
            if place == begin {
                // Where there is nothing more, the piece is whole as it stands.
                _ = try more()
                return try text()
            }
        }
        isLiteral = false
        rest = begin..<place
        begin = place
        return .text
    }

    /// A CDATA section, which comes whole.
    private func literal() throws(Trouble) -> Step {
        let from = 9
        var place = begin + from
        while true {
            if place + 3 > filled {
                let offset = place - begin
                guard offset < XMLPull.longestTag, try more() else { throw .malformed }
                place = begin + offset
                continue
            }
            if buffer[place] == 93, buffer[place + 1] == 93, buffer[place + 2] == 62 { break }
            place += 1
        }
        isLiteral = true
        rest = begin + from..<place
        begin = place + 3
        return .text
    }

    private func starts(with word: StaticString) throws(Trouble) -> Bool {
        try need(word.utf8CodeUnitCount)
        return word.withUTF8Buffer { $0.elementsEqual(buffer[begin..<begin + word.utf8CodeUnitCount]) }
    }

    private func skip(until word: StaticString) throws(Trouble) {
        let length = word.utf8CodeUnitCount
        while true {
            try need(length)
            if try starts(with: word) { break }
            begin += 1
        }
        begin += length
    }

    // MARK: Bytes

    /// Makes sure of a number of bytes at hand.
    private func need(_ count: Int) throws(Trouble) {
        while filled - begin < count {
            guard try more() else { throw .malformed }
        }
    }

    /// Reads on, whatever is at hand moved to the front; false at the end.
    private func more() throws(Trouble) -> Bool {
        guard !isSourceOver else { return false }
        if begin > 0 {
            buffer.withUnsafeMutableBytes { all in
                guard let base = all.baseAddress else { return }
                base.copyMemory(from: base + begin, byteCount: filled - begin)
            }
            filled -= begin
            begin = 0
        }
        if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
        var trouble: ZipArchive.Trouble?
        let got = buffer.withUnsafeMutableBytes { all in
            do throws(ZipArchive.Trouble) {
                return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: all[filled...]))
            } catch {
                trouble = error
                return 0
            }
        }
        if let trouble { throw .source(trouble) }
        filled += got
        if got == 0 { isSourceOver = true }
        return got > 0
    }

    // MARK: Entities

    /// Adds text with its entities resolved; one that is not known stays as it stands.
    private static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard text.contains(UInt8(ascii: "&")) else {
            bytes += text
            return
        }
        var place = text.startIndex
        while place < text.endIndex {
            guard text[place] == UInt8(ascii: "&"),
                let end = text[place..<min(place + 12, text.endIndex)].firstIndex(of: UInt8(ascii: ";")),
                let character = entity(text[place + 1..<end])
            else {
                bytes.append(text[place])
                place += 1
                continue
            }
            bytes += Array(String(character).utf8)
            place = end + 1
        }
    }

    private static func entity(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case let number where number.hasPrefix("#x") || number.hasPrefix("#X"):
            return UInt32(number.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case let number where number.hasPrefix("#"):
            return UInt32(number.dropFirst()).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }
}
