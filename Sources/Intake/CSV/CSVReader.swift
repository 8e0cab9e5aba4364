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
    static let mostFields = CSVScan.mostFields
    /// Quotes that never closed before quoted line breaks are no longer believed in.
    private static let patience = 16
    /// Bytes after the buffer that may be looked at.
    static let margin = 64

    private let source: DecodedReader
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 1 << 18
    private var begin = 0
    private var filled = 0
    /// Bytes of the text that have left the buffer.
    private var dropped = 0
    private var isSourceOver = false
    private var isSkipping = false
    /// Line ends the quotes of one row may hold.
    private(set) var linesAllowed = CSVScan.mostLines
    private var unclosed = 0
    /// The line the next row begins at, from 1.
    private(set) var nextLine = 1
    private let rows: CSVScan
    private let starts: UnsafeMutablePointer<Int32>
    private let ends: UnsafeMutablePointer<Int32>

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
        buffer = .allocate(capacity: capacity + CSVReader.margin)
        buffer.initialize(repeating: 0, count: capacity + CSVReader.margin)
        rows = CSVScan(delimiter: delimiter)
        starts = rows.starts
        ends = rows.ends
        if sniffed.skipsFirstLine { isSkipping = true }
    }

    deinit {
        buffer.deallocate()
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
                if rows.isBlank { continue }
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
        // No row is looked at further than the longest may reach: how much lies in the buffer never matters.
        let limit = min(filled, begin + CSVReader.longestRow + 1)
        switch rows.scan(
            buffer, from: begin, limit: limit, isFinal: isSourceOver && limit == filled,
            linesAllowed: linesAllowed)
        {
        case .end: return .end
        case .needsMore: return grown(limit)
        case .unclosed: return resync()
        case .row(let next, let breaks):
            line = nextLine
            nextLine += breaks + 1
            let length = next - begin
            begin = next
            if length > CSVReader.longestRow { return .trouble(.rowTooLong) }
            fieldCount = rows.fieldCount
            if rows.hasNul { return .trouble(.nulByte) }
            if rows.hasEscapes { unescape(min(fieldCount, CSVReader.mostFields)) }
            return .row
        }
    }

    @inline(__always)
    private func follows(_ byte: UInt8, _ place: Int, _ limit: Int) -> Bool {
        place + 1 < limit && buffer[place + 1] == byte
    }

    /// More bytes are needed, unless the row is already longer than allowed.
    private func grown(_ limit: Int) -> Scan {
        guard limit - begin > CSVReader.longestRow else { return .needsMore }
        line = nextLine
        if buffer[begin] == 34 || hasQuoteInFirstLine(limit) { return resync() }
        isSkipping = true
        return .trouble(.rowTooLong)
    }

    private func hasQuoteInFirstLine(_ limit: Int) -> Bool {
        var place = begin
        while place < limit, buffer[place] != 10, buffer[place] != 13 {
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
        for index in 0..<count where rows.escapes[index] == 1 {
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
        shift()
        if filled * 2 > capacity { grow(to: capacity * 2) }
        fill(to: capacity)
    }

    /// Moves what is not read yet to the front of the buffer.
    private func shift() {
        guard begin > 0 else { return }
        buffer.update(from: buffer + begin, count: filled - begin)
        filled -= begin
        dropped += begin
        begin = 0
    }

    private func grow(to size: Int) {
        // Whoever looks at eight bytes at a time may look a little past the end.
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size + CSVReader.margin)
        larger.update(from: buffer, count: filled)
        (larger + filled).initialize(repeating: 0, count: size + CSVReader.margin - filled)
        buffer.deallocate()
        buffer = larger
        capacity = size
    }

    /// Reads once.
    private func fill(to size: Int) {
        let got = source.read(
            into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: size - filled))
        filled += got
        if got == 0 { isSourceOver = true }
    }
}

// Reading many rows at once: whoever does it looks at the bytes, and says how far that has come.
extension CSVReader {
    /// Bytes at hand, from the next row on.
    struct Window {
        let bytes: UnsafePointer<UInt8>
        let count: Int
    }

    /// Whether the next byte begins a row.
    var isAtRow: Bool { !isSkipping }

    /// Where the next row begins, in bytes of the text.
    var place: Int { dropped + begin }

    /// The bytes from the next row on: as many as asked for, unless the text ends before. What is read of
    /// them stands there until the next step; up to 64 bytes beyond may be looked at.
    func window(_ size: Int) -> Window {
        shift()
        if size > capacity { grow(to: size) }
        while filled < size, !isSourceOver { fill(to: size) }
        return Window(bytes: UnsafePointer(buffer), count: filled)
    }

    /// What is at hand from the next row on.
    var rest: Window { Window(bytes: UnsafePointer(buffer) + begin, count: filled - begin) }

    /// Goes on at a row of the last window.
    /// - Parameters:
    ///   - place: Where it begins, in bytes of the text.
    ///   - line: Its line.
    func go(to place: Int, line: Int) {
        begin = min(max(place - dropped, 0), filled)
        nextLine = line
    }
}
