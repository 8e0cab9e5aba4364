/// A file's text as UTF-8 bytes: unpacked, without byte order mark, whatever it came as. A workbook's table
/// comes as CSV.
///
/// Recognised by content, never by name. Bytes that are not UTF-8 are left for `CellText`.
final class DecodedReader: ByteReader {
    private let raw: RawReader
    private let gunzip: GunzipReader?
    private let last: any ByteReader
    /// The first bytes of the text.
    let head: [UInt8]
    /// What left the text without its first bytes, where something did.
    let headTrouble: StreamTrouble?
    /// How the text came: packed, in a workbook, in which encoding.
    let form: TextForm
    /// What cut the text short, where something did.
    private(set) var trouble: StreamTrouble?

    /// Bytes read from disk so far.
    var bytesRead: Int { raw.count }

    /// Opens a file.
    /// - Throws: `unreadable` where it cannot be opened.
    init(_ file: CaseFile, peek: Int = 4096) throws(StreamTrouble) {
        do {
            raw = RawReader(try file.open())
        } catch {
            throw .unreadable
        }
        let packed = PeekedReader(raw, peek: 4)
        var unpacked: any ByteReader = packed
        if GunzipReader.recognises(packed.head) {
            let reader = GunzipReader(packed)
            gunzip = reader
            unpacked = reader
        } else {
            gunzip = nil
        }
        var marked = PeekedReader(unpacked, peek: 512)
        let isWorkbook = WorkbookReader.recognises(marked.head)
        if isWorkbook {
            marked = PeekedReader(try WorkbookReader(marked), peek: 512)
        }
        headTrouble = marked.head.isEmpty ? marked.deferred : nil
        if let (isBigEndian, mark) = UTF16Reader.order(of: marked.head) {
            marked.skip(mark)
            let text = PeekedReader(UTF16Reader(marked, isBigEndian: isBigEndian), peek: peek)
            last = text
            head = text.head
            form = TextForm(
                isPacked: gunzip != nil, isWorkbook: isWorkbook,
                encoding: isBigEndian ? .utf16BigEndian : .utf16LittleEndian, hasMark: mark > 0)
        } else {
            let hasMark = marked.head.starts(with: [0xEF, 0xBB, 0xBF])
            if hasMark { marked.skip(3) }
            let text = PeekedReader(marked, peek: peek)
            last = text
            head = text.head
            form = TextForm(
                isPacked: gunzip != nil, isWorkbook: isWorkbook,
                encoding: TextForm.isUTF8(text.head) ? .utf8 : .windows1252, hasMark: hasMark)
        }
    }

    /// Never throws: what cuts the text short is kept in `trouble`, and the text ends there.
    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        do throws(StreamTrouble) {
            let got = try last.read(into: target)
            if got == 0, let gunzip, !gunzip.isComplete { trouble = trouble ?? .damagedGzip }
            return got
        } catch {
            trouble = trouble ?? error
            return 0
        }
    }
}
