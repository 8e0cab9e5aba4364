import Measures

/// How a text is laid out: table or JSON, what parts its fields, how its dates are written.
enum Layouts {
    /// Lines of the head whose cells are looked at for dates.
    private static let linesLookedAt = 200

    /// Adds what the first bytes show.
    static func describe(
        _ bytes: [UInt8], head: ExportHead, file: CaseFile, in result: inout FileInspection
    ) {
        guard bytes.contains(where: { ![9, 10, 13, 32].contains($0) }) else { return }
        if head.header.isEmpty {
            result.layout = isLines(bytes) ? .jsonLines : .json
            return
        }
        guard !bytes.prefix(4096).contains(0) else {
            result.layout = .other
            return
        }
        let delimiter = CSVHead.delimiter(of: bytes, known: []).delimiter
        result.layout = head.header.count > 1 ? .table : .other
        guard result.layout == .table else { return }
        result.delimiter = Character(Unicode.Scalar(delimiter))
        result.columns = head.header.count
        result.dates = dates(bytes, header: head.header, delimiter: delimiter, file: file)
    }

    /// Whether the text is one JSON object a line: the first line is whole and another follows.
    private static func isLines(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == 10 || $0 == 13 }
        guard lines.count == 2, let first = lines.first?.first(where: { $0 > 32 }) else { return false }
        return first == UInt8(ascii: "{") && lines[0].last { $0 > 32 } == UInt8(ascii: "}")
            && lines[1].first { $0 > 32 } == UInt8(ascii: "{")
    }

    /// The order of dates in each column whose filled cells are nearly all dates.
    private static func dates(
        _ bytes: [UInt8], header: [String], delimiter: UInt8, file: CaseFile
    ) -> [FileInspection.Dates] {
        let lines = bytes.split(maxSplits: linesLookedAt, omittingEmptySubsequences: true) {
            $0 == 10 || $0 == 13
        }.dropFirst()
        // The last line of the head may be cut off.
        let rows = (lines.count > 1 ? lines.dropLast() : lines).map {
            CSVHead.fields(of: $0, delimiter: delimiter)
        }
        return header.indices.compactMap { place in
            let cells = rows.compactMap { place < $0.count ? $0[place] : nil }.filter { !$0.isEmpty }
            guard !cells.isEmpty, !header[place].isEmpty else { return nil }
            var (iso, dotted, slashed) = (0, 0, 0)
            for cell in cells {
                let bytes = Array(cell.utf8)
                switch bytes.withUnsafeBytes({ CellDate.read($0) }) {
                case .day:
                    if bytes.count > 4, bytes[4] == 45 || bytes[4] == 47 { iso += 1 } else { dotted += 1 }
                case .slashed: slashed += 1
                default: break
                }
            }
            let all = iso + dotted + slashed
            guard all * 10 >= cells.count * 8 else { return nil }
            let order: FileInspection.Dates.Order
            if slashed > 0 {
                let column = DateScan.column(place, of: file, delimiter: delimiter)
                order =
                    switch column.style {
                    case .dayFirst?: .dayFirst
                    case .monthFirst?: .monthFirst
                    case nil: .ambiguous
                    }
            } else {
                order = iso >= dotted ? .iso : .dayFirst
            }
            return FileInspection.Dates(column: header[place], order: order)
        }
    }
}
