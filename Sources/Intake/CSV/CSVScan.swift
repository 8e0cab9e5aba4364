/// Finds the end of one row and of its fields in bytes at hand: the grammar of `CSVReader`, without its buffer.
///
/// Holds nothing of the text, so that several may look at one buffer at once.
final class CSVScan {
    /// What lies at a place where a row begins.
    enum Outcome {
        /// A whole row; the next begins at `next`, and `breaks` line ends lie in its quotes.
        case row(next: Int, breaks: Int)
        /// The bytes end within the row.
        case needsMore
        /// A quote that never closes, or text after one that does.
        case unclosed
        /// Nothing is left.
        case end
    }

    /// Fields of a row that are kept; more are counted only.
    static let mostFields = 1024
    /// Lines a quoted field may span.
    static let mostLines = 512

    /// The byte between fields.
    let delimiter: UInt8
    /// Where each field of the last row begins and ends, without its quotes.
    let starts: UnsafeMutablePointer<Int32>
    let ends: UnsafeMutablePointer<Int32>
    /// 1 for a field with doubled quotes, 0 otherwise.
    let escapes: UnsafeMutablePointer<UInt8>
    /// Number of fields of the last row, kept or not.
    private(set) var fieldCount = 0
    /// Whether the last row holds a zero byte, or doubled quotes.
    private(set) var hasNul = false
    private(set) var hasEscapes = false
    /// 1 for every byte that may end a plain field.
    private let isSpecial: UnsafeMutablePointer<UInt8>

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        starts = .allocate(capacity: CSVScan.mostFields)
        ends = .allocate(capacity: CSVScan.mostFields)
        escapes = .allocate(capacity: CSVScan.mostFields)
        isSpecial = .allocate(capacity: 256)
        isSpecial.initialize(repeating: 0, count: 256)
        for byte in [delimiter, 10, 13, 0] { isSpecial[Int(byte)] = 1 }
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
        escapes.deallocate()
        isSpecial.deallocate()
    }

    /// Looks at the row that begins at a place.
    /// - Parameters:
    ///   - limit: Where the bytes at hand end.
    ///   - isFinal: Whether the text ends there too.
    ///   - linesAllowed: Line ends a row's quotes may hold.
    /// - Complexity: O(bytes of the row).
    func scan(
        _ bytes: UnsafePointer<UInt8>, from begin: Int, limit: Int, isFinal: Bool, linesAllowed: Int
    ) -> Outcome {
        guard begin < limit else { return isFinal ? .end : .needsMore }
        let special = isSpecial
        let delimiter = delimiter
        var place = begin
        var count = 0
        var breaks = 0
        hasNul = false
        hasEscapes = false
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
                        if bytes[place] == 10
                            || (bytes[place] == 13 && !(place + 1 < limit && bytes[place + 1] == 10))
                        {
                            breaks += 1
                            if breaks > linesAllowed { return .unclosed }
                        } else if bytes[place] == 0 {
                            hasNul = true
                        }
                        place += 1
                    }
                    if place == limit { return isFinal ? .unclosed : .needsMore }
                    if place + 1 == limit, !isFinal { return .needsMore }
                    if place + 1 < limit, bytes[place + 1] == 34 {
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
                if place < limit, special[Int(bytes[place])] == 0 || bytes[place] == 0 { return .unclosed }
            } else {
                while true {
                    while place < limit, special[Int(bytes[place])] == 0 { place += 1 }
                    guard place < limit, bytes[place] == 0 else { break }
                    hasNul = true
                    place += 1
                }
                end = place
            }
            if place == limit, !isFinal { return .needsMore }
            if count < CSVScan.mostFields {
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
                if place == limit, !isFinal { return .needsMore }
                if place < limit, bytes[place] == 10 { place += 1 }
            }
            break row
        }
        fieldCount = count
        return .row(next: place, breaks: breaks)
    }

    /// Whether the last row is an empty line.
    var isBlank: Bool { fieldCount == 1 && starts[0] == ends[0] }
}
