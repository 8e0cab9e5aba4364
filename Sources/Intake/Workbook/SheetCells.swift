import Measures

/// The cells of one sheet, row by row.
struct SheetCells {
    /// One row: its number from 1, and its cells as text, empty where there are none.
    struct Row {
        let number: Int
        var cells: [[UInt8]]

        /// Number of cells with content.
        var filled: Int { cells.count { !$0.isEmpty } }
    }

    /// Cells of a row that are kept; what a header cannot name stays out.
    static let mostCells = CSVReader.mostFields + 1

    private let workbook: Workbook
    private let pull: XMLPull
    private var lastRow = 0
    private var isOver = false

    /// Opens a sheet.
    init(_ workbook: Workbook, _ sheet: ZipArchive.Entry) throws(Workbook.Trouble) {
        self.workbook = workbook
        do throws(ZipArchive.Trouble) {
            pull = XMLPull(
                try ZipEntryReader(workbook.archive, sheet, most: Workbook.longestSheet))
        } catch {
            throw Workbook.trouble(error)
        }
    }

    /// The next row that is written down; nil at the end. Rows nobody wrote are not there.
    mutating func next() throws(Workbook.Trouble) -> Row? {
        guard !isOver else { return nil }
        do throws(XMLPull.Trouble) {
            while true {
                switch try pull.next() {
                case .start where pull.isNamed("row"):
                    let written = pull.attribute("r").flatMap { Int($0) }
                    // A number that does not rise would put rows over each other.
                    let number = max(lastRow + 1, min(written ?? 0, SheetCells.mostRows))
                    lastRow = number
                    return Row(number: number, cells: try cells())
                case .end where pull.isNamed("sheetData"):
                    isOver = true
                    return nil
                case .over: throw .malformed
                default: continue
                }
            }
        } catch {
            isOver = true
            throw Workbook.trouble(error)
        }
    }

    /// Rows a sheet can have; numbers beyond it are mistakes.
    private static let mostRows = 1_048_576

    private func cells() throws(XMLPull.Trouble) -> [[UInt8]] {
        var row: [[UInt8]] = []
        var place = -1
        while true {
            switch try pull.next() {
            case .start where pull.isNamed("c"):
                let reference = pull.attribute("r").flatMap(SheetCells.column)
                place = max(place + 1, reference ?? 0)
                let kind = pull.attribute("t") ?? "n"
                let style = pull.attribute("s").flatMap { Int($0) } ?? 0
                let text = try cell(kind: kind, style: style)
                guard place < SheetCells.mostCells, !text.isEmpty else { continue }
                while row.count < place { row.append([]) }
                row.append(text)
            case .end where pull.isNamed("row"): return row
            case .over: throw .malformed
            default: continue
            }
        }
    }

    /// The column of a reference such as `AB12`, from 0; nil where it names none.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (65...90).contains(byte & 0xDF), byte > 64 else { break }
            column = column * 26 + Int(byte & 0xDF) - 64
            if column > 16_384 { return nil }
        }
        return column > 0 ? column - 1 : nil
    }

    /// One cell's text: what was last worked out, never the formula.
    private func cell(kind: String, style: Int) throws(XMLPull.Trouble) -> [UInt8] {
        var value: [UInt8] = []
        var inline = TextReading()
        var isInValue = false
        reading: while true {
            let step = try pull.next()
            switch step {
            case .over: throw .malformed
            case .end where pull.isNamed("c"): break reading
            case .start, .end: if pull.isNamed("v") { isInValue = step == .start }
            case .text: if isInValue { pull.appendText(to: &value) }
            }
            inline.take(pull, step)
        }
        switch kind {
        case "s":
            let number = Int(String(decoding: value, as: UTF8.self).filter { !$0.isWhitespace })
            return number.flatMap { workbook.texts[$0] }.map { SheetCells.unescaped($0) } ?? []
        case "inlineStr": return SheetCells.unescaped(inline.bytes[...])
        case "str": return SheetCells.unescaped(value[...])
        case "b": return Array((value == [49] ? "TRUE" : "FALSE").utf8)
        // An error such as #N/A is nothing that could be known.
        case "e": return []
        case "d": return value
        default:
            let isDate = workbook.isDate.indices.contains(style) && workbook.isDate[style]
            return SheetNumber.text(value, isDate: isDate, countsFrom1904: workbook.countsFrom1904)
        }
    }

    /// A text without the escapes of spreadsheet programs: `_x000D_` is a line break.
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "_")) else { return Array(text) }
        var result: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            if text[place] == 95, place + 6 < text.endIndex, text[place + 1] == UInt8(ascii: "x"),
                text[place + 6] == 95,
                let code = UInt32(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16),
                let character = Unicode.Scalar(code)
            {
                result += Array(String(character).utf8)
                place += 7
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }
}

/// Numbers of spreadsheet cells as text.
enum SheetNumber {
    /// Days of a serial number that can be told of: 2000-01-01 to 2100-12-31 counted from 1899-12-30.
    static let serials = 36_526...73_415

    /// A number as text: a day where its format shows one, else the shortest text that gives the number.
    static func text(_ written: [UInt8], isDate: Bool, countsFrom1904: Bool) -> [UInt8] {
        let text = String(decoding: written, as: UTF8.self).filter { !$0.isWhitespace }
        guard let value = Double(text), value.isFinite else { return Array(text.utf8) }
        if isDate, let day = day(serial: value, countsFrom1904: countsFrom1904) {
            // A day's fraction is its time; it is never exact.
            let minutes = min(1439, Int(((value - value.rounded(.down)) * 1440 + 0.01).rounded(.down)))
            let time = minutes == 0 ? "" : " " + clock(minutes)
            return Array((day.description + time).utf8)
        }
        guard value == value.rounded(), abs(value) < 1e15 else { return Array("\(value)".utf8) }
        return Array(String(Int(value)).utf8)
    }

    /// The day of a serial number; nil outside 2000 to 2100.
    static func day(serial: Double, countsFrom1904: Bool = false) -> Day? {
        guard serial.isFinite, abs(serial) < 1e6 else { return nil }
        let number = Int(serial.rounded(.down)) + (countsFrom1904 ? 1462 : 0)
        guard serials.contains(number) else { return nil }
        return Day(number: CellDate.range.lowerBound.number + Int32(number - serials.lowerBound))
    }

    private static func clock(_ minutes: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}
