/// Builds zip archives and workbooks for tests, byte by byte.
enum WorkbookFixture {
    /// A file of an archive and how it is packed.
    struct Part {
        let name: String
        let content: [UInt8]
        /// Nil: stored. Otherwise the deflated bytes to put there.
        var deflated: [UInt8]?
        var claimed: Int?

        init(_ name: String, _ text: String) { self.init(name, bytes: Array(text.utf8)) }

        init(_ name: String, bytes: [UInt8]) {
            self.name = name
            content = bytes
        }

        /// A part that claims a size of its own where one is given.
        init(_ name: String, content: [UInt8], deflated: [UInt8], claimed: Int? = nil) {
            self.name = name
            self.content = content
            self.deflated = deflated
            self.claimed = claimed
        }
    }

    /// A zip archive of parts.
    static func zip(_ parts: [Part], flags: Int = 0) -> [UInt8] {
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for part in parts {
            let packed = part.deflated ?? part.content
            let start = bytes.count
            let common =
                number(20, 2) + number(flags, 2) + number(part.deflated == nil ? 0 : 8, 2) + number(0, 4)
                + number(Int(checksum(part.content)), 4) + number(packed.count, 4)
                + number(part.claimed ?? part.content.count, 4) + number(part.name.utf8.count, 2)
                + number(0, 2)
            bytes += number(0x0403_4B50, 4) + common + Array(part.name.utf8) + packed
            list +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2)
                + number(0, 2) + number(0, 4) + number(start, 4) + Array(part.name.utf8)
        }
        let start = bytes.count
        bytes += list
        bytes += number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
        return bytes + number(list.count, 4) + number(start, 4) + number(0, 2)
    }

    /// The parts of a workbook.
    /// - Parameters:
    ///   - sheets: The rows of each sheet as XML, by the name of its tab.
    ///   - texts: Shared texts, as XML of an `si`.
    ///   - formats: Number formats of the cell styles: a number of a built-in one, or a code.
    static func parts(
        sheets: [(name: String, rows: String, state: String?)], texts: [String] = [],
        formats: [String] = ["0"], settings: String = ""
    ) -> [Part] {
        let tabs = sheets.enumerated().map { index, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index + 1)\"/>"
        }.joined()
        let links = sheets.indices.map { index in
            "<Relationship Id=\"r\(index + 1)\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
        }.joined()
        var codes = ""
        var styles = ""
        for (index, format) in formats.enumerated() {
            let id = Int(format) ?? 164 + index
            if Int(format) == nil { codes += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(format)\"/>" }
            styles += "<xf numFmtId=\"\(id)\"/>"
        }
        var parts = [
            Part(
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><workbook xmlns:r=\"x\">\(settings)<sheets>\(tabs)</sheets></workbook>"
            ),
            Part("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
            Part("xl/sharedStrings.xml", "<sst>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
            Part(
                "xl/styles.xml",
                "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>"
            ),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                Part(
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"))
        }
        return parts
    }

    /// A workbook of one sheet whose cells are texts.
    static func workbook(_ rows: [[String]]) -> [UInt8] {
        zip(parts(sheets: [("Sheet1", self.rows(rows), nil)]))
    }

    /// The XML of rows whose cells are texts; an empty text is a cell that is not there.
    static func rows(_ rows: [[String]], from first: Int = 1) -> String {
        rows.enumerated().map { index, cells in
            let row = first + index
            let all = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                "<c r=\"\(letter(column))\(row)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
            }
            return "<row r=\"\(row)\">\(all.joined())</row>"
        }.joined()
    }

    /// Deflated bytes that unpack to one byte, many times over: what a bomb is made of.
    /// - Parameter runs: Repeats of 258 bytes each after the first byte.
    static func bomb(_ byte: UInt8, runs: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(1, 1)
        bits.write(1, 2)
        bits.code(UInt32(byte) + 0x30, 8)
        for _ in 0..<runs {
            // Length 258 is code 285, distance 1 is code 0.
            bits.code(0b1100_0101, 8)
            bits.code(0, 5)
        }
        bits.code(0, 7)
        return bits.bytes
    }

    private static func letter(_ column: Int) -> String {
        column < 26
            ? String(UnicodeScalar(UInt8(65 + column))) : letter(column / 26 - 1) + letter(column % 26)
    }

    private static func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var table = [UInt32](repeating: 0, count: 256)
        for index in 0..<256 {
            var value = UInt32(index)
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
            table[index] = value
        }
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        return value ^ 0xFFFF_FFFF
    }
}

/// Writes bits as deflate does.
private struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 8

    /// Adds bits, lowest first.
    mutating func write(_ value: UInt32, _ count: Int) {
        for index in 0..<count {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(value >> UInt32(index) & 1) << UInt8(used)
            used += 1
        }
    }

    /// Adds a code, highest bit first.
    mutating func code(_ value: UInt32, _ count: Int) {
        for index in (0..<count).reversed() { write(value >> UInt32(index) & 1, 1) }
    }
}
