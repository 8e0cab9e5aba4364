/// Rows of a delimited text, one after another, in bounded memory.
///
/// RFC 4180 with what is met in the wild: any line end, blank lines, quotes that never close. A row in
/// trouble is reported and the reading goes on at the next line; nothing swallows the rest of a file.
/// - Complexity: O(bytes), memory at most two rows of the longest allowed kind.
final class CSVReader {
    /// What lies at the next line.
    enum Step: Equatable {
        /// A row whose fields can be read.
        case row
        /// A row that is lost, and why.
        case trouble(Trouble)
        case end
    }

    /// Why a row is lost.
    enum Trouble: Equatable {
        case unclosedQuote, rowTooLong, nulByte
    }

    /// Bytes a row may have.
    static let longestRow = 1 << 20
    /// Fields of a row that are kept; more are counted only.
    static let mostFields = 1024
    /// Lines a quoted field may span.
    private static let mostLines = 512
    /// Quotes that never closed before quoted line breaks are no longer believed in.
    private static let patience = 16

    private let source: DecodedReader
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 18
    private var begin = 0
    private var filled = 0
    private var isSourceOver = false
    private var isSkipping = false
    private var linesAllowed = CSVReader.mostLines
    private var unclosed = 0
    private var nextLine = 1
    private let starts: UnsafeMutablePointer<Int32>
    private let ends: UnsafeMutablePointer<Int32>
    /// 1 for a field with doubled quotes, 0 otherwise.
    private let escapes: UnsafeMutablePointer<UInt8>
    /// 1 for every byte that may end a plain field.
    private let isSpecial: UnsafeMutablePointer<UInt8>

    /// The byte between fields.
    let delimiter: UInt8
    /// The line the current row begins at, from 1.
    private(set) var line = 0
    /// Number of fields of the current row, kept or not.
    private(set) var fieldCount = 0

    /// Bytes read from disk so far.
    var bytesRead: Int { source.bytesRead }
    /// What cut the file short; known once the end is reached.
    var sourceTrouble: StreamTrouble? { source.trouble }

    /// A reader of a text.
    /// - Parameters:
    ///   - source: The text, at its beginning.
    ///   - known: Normalised names of columns that are expected; they help to find the delimiter.
    ///   - delimiter: The byte between fields where it is known; nil: found from the head.
    init(_ source: DecodedReader, known: Set<String> = [], delimiter given: UInt8? = nil) {
        self.source = source
        let sniffed = CSVHead.delimiter(of: source.head, known: known)
        delimiter = given ?? sniffed.delimiter
        buffer = .allocate(capacity: capacity)
        starts = .allocate(capacity: CSVReader.mostFields)
        ends = .allocate(capacity: CSVReader.mostFields)
        escapes = .allocate(capacity: CSVReader.mostFields)
        isSpecial = .allocate(capacity: 256)
        isSpecial.initialize(repeating: 0, count: 256)
        for byte in [delimiter, 10, 13, 0] { isSpecial[Int(byte)] = 1 }
        if sniffed.skipsFirstLine { isSkipping = true }
    }

    deinit {
        buffer.deallocate()
        starts.deallocate()
        ends.deallocate()
        escapes.deallocate()
        isSpecial.deallocate()
    }

    /// A field of the current row, without the spaces around it; valid until the next step.
    @inline(__always)
    func field(_ index: Int) -> UnsafeRawBufferPointer {
        var start = Int(starts[index])
        var end = Int(ends[index])
        while start < end, buffer[start] == 32 || buffer[start] == 9 { start += 1 }
        while end > start, buffer[end - 1] == 32 || buffer[end - 1] == 9 { end -= 1 }
        return UnsafeRawBufferPointer(start: buffer + start, count: end - start)
    }

    /// Goes on to the next row that is not blank.
    func next() -> Step {
        while true {
            if isSkipping {
                guard skipLine() else { return .end }
                continue
            }
            switch scan() {
            case .row:
                if fieldCount == 1, starts[0] == ends[0] { continue }
                return .row
            case .trouble(let trouble): return .trouble(trouble)
            case .end: return .end
            case .needsMore: refill()
            }
        }
    }

    private enum Scan {
        case row, end, needsMore
        case trouble(Trouble)
    }

    /// Reads one row from `begin`; changes nothing where more bytes are needed.
    private func scan() -> Scan {
        let bytes = buffer
        let special = isSpecial
        let limit = filled
        let isFinal = isSourceOver
        guard begin < limit else { return isFinal ? .end : .needsMore }
        var place = begin
        var count = 0
        var breaks = 0
        var hasNul = false
        var hasEscapes = false
        row: while true {
            var start = place
            var end = place
            var isEscaped: UInt8 = 0
            if place < limit, bytes[place] == 34 {
                // Quoted: up to the closing quote, doubled quotes and line breaks included.
                place += 1
                start = place
                while true {
                    while place < limit, bytes[place] != 34 {
                        if bytes[place] == 10 || (bytes[place] == 13 && !follows(10, place, limit)) {
                            breaks += 1
                            if breaks > linesAllowed { return resync() }
                        } else if bytes[place] == 0 {
                            hasNul = true
                        }
                        place += 1
                    }
                    if place == limit { return isFinal ? resync() : grown() }
                    if place + 1 == limit, !isFinal { return grown() }
                    if follows(34, place, limit) {
                        isEscaped = 1
                        hasEscapes = true
                        place += 2
                        continue
                    }
                    break
                }
                end = place
                place += 1
                while place < limit, bytes[place] == 32 { place += 1 }
                if place < limit, special[Int(bytes[place])] == 0 || bytes[place] == 0 { return resync() }
            } else {
                while true {
                    while place < limit, special[Int(bytes[place])] == 0 { place += 1 }
                    guard place < limit, bytes[place] == 0 else { break }
                    hasNul = true
                    place += 1
                }
                end = place
            }
            if place == limit, !isFinal { return grown() }
            if count < CSVReader.mostFields {
                starts[count] = Int32(truncatingIfNeeded: start)
                ends[count] = Int32(truncatingIfNeeded: end)
                escapes[count] = isEscaped
            }
            count += 1
            if place == limit { break row }
            let byte = bytes[place]
            place += 1
            if byte == delimiter { continue row }
            if byte == 13 {
                if place == limit, !isFinal { return grown() }
                if place < limit, bytes[place] == 10 { place += 1 }
            }
            break row
        }
        line = nextLine
        nextLine += breaks + 1
        if place - begin > CSVReader.longestRow {
            begin = place
            return .trouble(.rowTooLong)
        }
        begin = place
        fieldCount = count
        if hasNul { return .trouble(.nulByte) }
        if hasEscapes { unescape(min(count, CSVReader.mostFields)) }
        return .row
    }

    @inline(__always)
    private func follows(_ byte: UInt8, _ place: Int, _ limit: Int) -> Bool {
        place + 1 < limit && buffer[place + 1] == byte
    }

    /// More bytes are needed, unless the row is already longer than allowed.
    private func grown() -> Scan {
        guard filled - begin > CSVReader.longestRow else { return .needsMore }
        line = nextLine
        if buffer[begin] == 34 || hasQuoteInFirstLine() { return resync() }
        isSkipping = true
        return .trouble(.rowTooLong)
    }

    private func hasQuoteInFirstLine() -> Bool {
        var place = begin
        while place < filled, buffer[place] != 10, buffer[place] != 13 {
            if buffer[place] == 34 { return true }
            place += 1
        }
        return false
    }

    /// Gives up a row whose quotes do not fit and goes on at the line after its first.
    private func resync() -> Scan {
        unclosed += 1
        if unclosed >= CSVReader.patience { linesAllowed = 0 }
        line = nextLine
        isSkipping = true
        return .trouble(.unclosedQuote)
    }

    /// Drops bytes up to and with the next line end; false at the end of the file.
    private func skipLine() -> Bool {
        while true {
            while begin < filled, buffer[begin] != 10, buffer[begin] != 13 { begin += 1 }
            if begin < filled {
                if buffer[begin] == 13, begin + 1 == filled, !isSourceOver {
                    refill()
                    continue
                }
                begin += buffer[begin] == 13 && follows(10, begin, filled) ? 2 : 1
                nextLine += 1
                isSkipping = false
                return true
            }
            if isSourceOver { return false }
            refill()
        }
    }

    /// Takes the doubled quotes out of the fields of a finished row.
    private func unescape(_ count: Int) {
        for index in 0..<count where escapes[index] == 1 {
            var read = Int(starts[index])
            var write = read
            let end = Int(ends[index])
            while read < end {
                buffer[write] = buffer[read]
                read += buffer[read] == 34 ? 2 : 1
                write += 1
            }
            ends[index] = Int32(write)
        }
    }

    private func refill() {
        if begin > 0 {
            (buffer).update(from: buffer + begin, count: filled - begin)
            filled -= begin
            begin = 0
        }
        if filled * 2 > capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: buffer, count: filled)
            buffer.deallocate()
            buffer = larger
            capacity *= 2
        }
        let got = source.read(
            into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
        filled += got
        if got == 0 { isSourceOver = true }
    }
}
