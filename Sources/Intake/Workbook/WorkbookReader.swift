/// A workbook's table as CSV text, so that whoever reads rows need not know where they come from.
///
/// The table is on the first sheet that has a header: a row with two cells or more, within its first rows.
/// Hidden sheets come last. What stands above the header is passed over. Row numbers stay: row 7 of the sheet
/// is line 7 of the text. Line breaks within cells become spaces.
final class WorkbookReader: ByteReader {
    /// Rows within which a header is looked for.
    private static let headerRows = 30

    private var cells: SheetCells?
    private var pending: SheetCells.Row?
    private var width = 0
    private var line = 1
    private var text: [UInt8] = []
    private var place = 0
    private var trouble: Workbook.Trouble?

    /// Whether a head is that of an archive that can be a workbook, or of the older binary form.
    static func recognises(_ head: [UInt8]) -> Bool {
        ZipArchive.recognises(head) || isOldForm(head)
    }

    /// The container of workbooks before 2007, and of those locked with a password.
    private static func isOldForm(_ head: [UInt8]) -> Bool {
        head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Opens a workbook; trouble comes with the first bytes asked for.
    init(_ source: any ByteReader) throws(StreamTrouble) {
        var bytes: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { piece.deallocate() }
        while bytes.count <= ZipArchive.longest, case let got = try source.read(into: piece), got > 0 {
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<got]))
        }
        guard bytes.count <= ZipArchive.longest else {
            trouble = .tooLarge
            return
        }
        guard !WorkbookReader.isOldForm(Array(bytes.prefix(8))) else {
            trouble = .otherForm
            return
        }
        do throws(Workbook.Trouble) {
            try findTable(Workbook(bytes))
        } catch {
            trouble = error
        }
    }

    /// Looks for the first sheet with a header; a workbook without one reads as an empty text.
    private func findTable(_ workbook: Workbook) throws(Workbook.Trouble) {
        for sheet in workbook.sheets {
            var cells = try SheetCells(workbook, sheet)
            while let row = try cells.next(), row.number <= WorkbookReader.headerRows {
                guard row.filled > 1 else { continue }
                self.cells = cells
                pending = row
                width = row.cells.count
                return
            }
        }
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int {
        if place == text.count { try fill() }
        let count = min(target.count, text.count - place)
        text.withUnsafeBytes { all in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + count]))
        }
        place += count
        return count
    }

    /// Makes the next piece of text, from as many rows as it takes.
    private func fill() throws(StreamTrouble) {
        text.removeAll(keepingCapacity: true)
        place = 0
        if let trouble { throw .workbook(trouble) }
        while text.count < 1 << 16, let row = pending {
            // Rows nobody wrote keep their lines.
            while line < row.number {
                text.append(10)
                line += 1
            }
            append(row)
            line += 1
            do throws(Workbook.Trouble) {
                pending = try cells?.next()
            } catch {
                // The rows before the damage are handed out first.
                pending = nil
                trouble = error
                if text.isEmpty { throw .workbook(error) }
            }
        }
    }

    private func append(_ row: SheetCells.Row) {
        defer { text.append(10) }
        guard row.filled > 0 else { return }
        for index in 0..<width {
            if index > 0 { text.append(44) }
            guard index < row.cells.count else { continue }
            let cell = row.cells[index]
            // Whatever could be taken for a delimiter is quoted, so that the comma is found.
            guard cell.contains(where: { [44, 59, 9, 124, 34, 10, 13].contains($0) }) else {
                text += cell
                continue
            }
            text.append(34)
            for byte in cell {
                if byte == 34 { text.append(34) }
                text.append(byte == 10 || byte == 13 ? 32 : byte)
            }
            text.append(34)
        }
    }
}
