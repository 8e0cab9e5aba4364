import CZlib

/// Makes zip archives and small workbooks of deflated entries.
enum Zip {
    /// One entry, deflated before it is put in: large ones of repeated pieces need not be held.
    struct Entry {
        let name: String
        let packed: [UInt8]
        let size: Int
        let checksum: UInt32

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// An entry of `count` times the same bytes after a beginning and before an end.
        init(_ name: String, _ bytes: [UInt8], first: String = "", times count: Int = 1, last: String = "") {
            self.name = name
            let pieces = [Array(first.utf8)] + Array(repeating: bytes, count: count) + [Array(last.utf8)]
            var checksum: UInt = 0
            for piece in pieces { checksum = crc32(checksum, piece, UInt32(piece.count)) }
            self.checksum = UInt32(truncatingIfNeeded: checksum)
            size = pieces.reduce(0) { $0 + $1.count }
            packed = Entry.deflated(pieces)
        }

        private static func deflated(_ pieces: [[UInt8]]) -> [UInt8] {
            var state = z_stream()
            guard
                deflateInit2_(
                    &state, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                    Int32(MemoryLayout<z_stream>.size)) == Z_OK
            else { preconditionFailure("zlib cannot be used") }
            defer { deflateEnd(&state) }
            var result: [UInt8] = []
            var room = [UInt8](repeating: 0, count: 1 << 16)
            for (index, piece) in pieces.enumerated() {
                var input = piece
                let flush = index == pieces.count - 1 ? Z_FINISH : Z_NO_FLUSH
                input.withUnsafeMutableBufferPointer { source in
                    state.next_in = source.baseAddress
                    state.avail_in = UInt32(source.count)
                    repeat {
                        let got = room.withUnsafeMutableBufferPointer { target in
                            state.next_out = target.baseAddress
                            state.avail_out = UInt32(target.count)
                            deflate(&state, flush)
                            return target.count - Int(state.avail_out)
                        }
                        result += room[..<got]
                    } while state.avail_out == 0
                }
            }
            return result
        }
    }

    /// An archive of entries.
    /// - Parameter claimed: Sizes that the list claims in place of the true ones, by name.
    static func archive(_ entries: [Entry], claimed: [String: Int] = [:], flags: UInt16 = 0) -> [UInt8] {
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let size = claimed[entry.name] ?? entry.size
            let start = bytes.count
            let common =
                two(20) + two(flags) + two(8) + two(0) + two(0x21) + four(Int(entry.checksum))
                + four(entry.packed.count) + four(size) + two(UInt16(entry.name.utf8.count)) + two(0)
            bytes += four(0x0403_4B50) + common + Array(entry.name.utf8) + entry.packed
            list +=
                four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(start)
                + Array(entry.name.utf8)
        }
        let count = UInt16(entries.count)
        return bytes + list + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
            + four(list.count) + four(bytes.count) + two(0)
    }

    private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func four(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    // MARK: Workbooks

    /// Rows of inline texts as the XML of a sheet.
    static func sheet(_ rows: [[String]]) -> String {
        let body = rows.enumerated().map { index, row in
            let cells = row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
            return "<row r=\"\(index + 1)\">\(cells)</row>"
        }.joined()
        return "<worksheet><sheetData>\(body)</sheetData></worksheet>"
    }

    /// The parts every workbook has, and a sheet.
    static func parts(sheet: String) -> [Entry] {
        [
            Entry("xl/workbook.xml", "<workbook><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            Entry("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            Entry("xl/worksheets/sheet1.xml", sheet),
        ]
    }
}
