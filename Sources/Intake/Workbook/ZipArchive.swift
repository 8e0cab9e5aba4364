import CZlib

/// The entries of a zip archive whose bytes are at hand.
///
/// The list at the archive's end counts, never the headers in between: that is what programs write last and
/// read first. Stored and deflated entries are read; archives in parts and encrypted entries are not.
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 to 4.5.
struct ZipArchive {
    /// Why an archive cannot be read.
    enum Trouble: Error {
        /// Cut off, overwritten, or not what its list says.
        case damaged
        /// Locked with a password.
        case encrypted
        /// More than is read of one archive or entry.
        case tooLarge
    }

    /// One file of the archive.
    struct Entry {
        let name: String
        fileprivate let isEncrypted: Bool
        fileprivate let method: Int
        fileprivate let checksum: UInt32
        fileprivate let packed: Int
        fileprivate let size: Int
        fileprivate let header: Int
    }

    /// Bytes an archive may have: it is held whole, because its list stands at the end.
    static let longest = 1 << 27
    /// Entries an archive may list; a workbook has a few dozen.
    private static let mostEntries = 1 << 16

    fileprivate let bytes: [UInt8]
    /// Entries by name.
    let entries: [String: Entry]

    /// Whether a head is that of a zip archive.
    static func recognises(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
    }

    /// Reads the archive's list.
    /// - Throws: `damaged` where there is no whole list.
    /// - Complexity: O(entries), and 64 KiB to find the list.
    init(_ bytes: [UInt8]) throws(Trouble) {
        self.bytes = bytes
        let (start, count) = try ZipArchive.directory(bytes)
        var entries: [String: Entry] = [:]
        var place = start
        for _ in 0..<count {
            let (entry, next) = try ZipArchive.entry(bytes, at: place)
            // Of two entries with one name the first stays, as in most programs.
            if entries[entry.name] == nil { entries[entry.name] = entry }
            place = next
        }
        self.entries = entries
    }

    /// Where the list begins and how many entries it has.
    private static func directory(_ bytes: [UInt8]) throws(Trouble) -> (start: Int, count: Int) {
        let least = 22
        var place = bytes.count - least
        // The end record may be followed by a comment of up to 65,535 bytes.
        let earliest = max(0, place - 0xFFFF)
        while place >= earliest, try number(bytes, place, 4) != 0x0605_4B50 { place -= 1 }
        guard place >= earliest, place >= 0 else { throw .damaged }
        var count = try number(bytes, place + 10, 2)
        var start = try number(bytes, place + 16, 4)
        if count == 0xFFFF || start == 0xFFFF_FFFF, place >= 20,
            try number(bytes, place - 20, 4) == 0x0706_4B50
        {
            let record = try number(bytes, place - 20 + 8, 8)
            guard try number(bytes, record, 4) == 0x0606_4B50 else { throw .damaged }
            count = try number(bytes, record + 32, 8)
            start = try number(bytes, record + 48, 8)
        }
        guard count <= mostEntries else { throw .tooLarge }
        return (start, count)
    }

    private static func entry(
        _ bytes: [UInt8], at place: Int
    ) throws(Trouble) -> (entry: Entry, next: Int) {
        guard try number(bytes, place, 4) == 0x0201_4B50 else { throw .damaged }
        let nameLength = try number(bytes, place + 28, 2)
        let extraLength = try number(bytes, place + 30, 2)
        let commentLength = try number(bytes, place + 32, 2)
        let name = place + 46
        guard name + nameLength + extraLength + commentLength <= bytes.count else { throw .damaged }
        var sizes = [
            try number(bytes, place + 24, 4), try number(bytes, place + 20, 4),
            try number(bytes, place + 42, 4),
        ]
        // Numbers that do not fit stand in the extra field 1, in this order and only where needed.
        var extra = name + nameLength
        let end = extra + extraLength
        while extra + 4 <= end {
            let length = try number(bytes, extra + 2, 2)
            if try number(bytes, extra, 2) == 1 {
                var field = extra + 4
                for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
                    sizes[index] = try number(bytes, field, 8)
                    field += 8
                }
            }
            extra += 4 + length
        }
        let entry = Entry(
            name: String(decoding: bytes[name..<name + nameLength], as: UTF8.self),
            isEncrypted: try number(bytes, place + 8, 2) & 1 == 1,
            method: try number(bytes, place + 10, 2),
            checksum: UInt32(try number(bytes, place + 16, 4)),
            packed: sizes[1], size: sizes[0], header: sizes[2])
        return (entry, end + commentLength)
    }

    /// A little-endian number; numbers beyond 63 bits lie outside any archive.
    fileprivate static func number(
        _ bytes: [UInt8], _ place: Int, _ length: Int
    ) throws(Trouble) -> Int {
        guard place >= 0, place <= bytes.count - length else { throw .damaged }
        var value: UInt64 = 0
        for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
        guard let result = Int(exactly: value) else { throw .damaged }
        return result
    }

    /// The whole of a small entry.
    /// - Parameter most: Bytes it may have unpacked.
    /// - Throws: `tooLarge` beyond that; `damaged` where it unpacks to anything but what the list claims.
    func whole(_ entry: Entry, most: Int) throws(Trouble) -> [UInt8] {
        let reader = try ZipEntryReader(self, entry, most: most)
        var result: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        while case let got = try reader.read(into: piece), got > 0 {
            result.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<got]))
        }
        return result
    }
}

/// The bytes of one entry, unpacked as they are asked for.
final class ZipEntryReader {
    private let archive: ZipArchive
    private let entry: ZipArchive.Entry
    private var state = z_stream()
    private let isDeflated: Bool
    /// Where the next packed bytes lie, and where they end.
    private var place: Int
    private let end: Int
    private var written = 0
    private var checksum: UInt = 0
    private var isOver = false

    /// Opens an entry.
    /// - Parameter most: Bytes it may have unpacked.
    /// - Throws: `tooLarge` beyond that, before anything is unpacked.
    init(_ archive: ZipArchive, _ entry: ZipArchive.Entry, most: Int) throws(ZipArchive.Trouble) {
        guard !entry.isEncrypted else { throw .encrypted }
        guard entry.method == 0 || entry.method == 8 else { throw .damaged }
        guard entry.size <= most else { throw .tooLarge }
        let bytes = archive.bytes
        guard try ZipArchive.number(bytes, entry.header, 4) == 0x0403_4B50 else { throw .damaged }
        let name = try ZipArchive.number(bytes, entry.header + 26, 2)
        let extra = try ZipArchive.number(bytes, entry.header + 28, 2)
        place = entry.header + 30 + name + extra
        guard entry.packed >= 0, place <= bytes.count, entry.packed <= bytes.count - place else {
            throw .damaged
        }
        end = place + entry.packed
        self.archive = archive
        self.entry = entry
        isDeflated = entry.method == 8
        // Negative bits of window: bare deflate, without a header of zlib's own.
        if isDeflated,
            inflateInit2_(&state, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
        {
            throw .damaged
        }
    }

    deinit { if isDeflated { inflateEnd(&state) } }

    /// Fills the buffer from its start and answers how many bytes were written; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(ZipArchive.Trouble) -> Int {
        guard !isOver, target.count > 0 else { return 0 }
        let got = isDeflated ? try inflated(into: target) : stored(into: target)
        written += got
        // What the list claims was checked against the bound; more than it claims is a lie.
        guard written <= entry.size else { throw .damaged }
        if let base = target.bindMemory(to: UInt8.self).baseAddress, got > 0 {
            checksum = crc32(checksum, base, UInt32(got))
        }
        if got == 0 {
            isOver = true
            guard written == entry.size, UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
                throw .damaged
            }
        }
        return got
    }

    private func stored(into target: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(target.count, end - place)
        archive.bytes.withUnsafeBytes { all in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + count]))
        }
        place += count
        return count
    }

    private func inflated(
        into target: UnsafeMutableRawBufferPointer
    ) throws(ZipArchive.Trouble) -> Int {
        let room = UInt32(clamping: target.count)
        let (code, got) = archive.bytes.withUnsafeBytes { all -> (Int32, Int) in
            let input = UnsafeMutableRawPointer(mutating: all.baseAddress! + place)
            state.next_in = input.assumingMemoryBound(to: UInt8.self)
            state.avail_in = UInt32(clamping: end - place)
            state.next_out = target.bindMemory(to: UInt8.self).baseAddress
            state.avail_out = room
            let before = state.avail_in
            let code = inflate(&state, Z_NO_FLUSH)
            place += Int(before - state.avail_in)
            return (code, Int(room - state.avail_out))
        }
        if code == Z_STREAM_END || (code == Z_OK && got > 0) { return got }
        // Nothing more to take and no end: the entry is cut off or broken.
        if code == Z_BUF_ERROR, got > 0 { return got }
        throw .damaged
    }
}
