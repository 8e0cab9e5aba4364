/// A stage of decoding that is asked for bytes.
protocol ByteReader: AnyObject {
    /// Fills the buffer from its start and answers how many bytes were written; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int
}

/// Why a stream ended before its end.
enum StreamTrouble: Error {
    /// The file could not be read from the disk.
    case unreadable
    /// The gzip data are damaged or cut off.
    case damagedGzip
    /// The gzip data are whole and something else follows them.
    case bytesAfterGzip
    /// The gzip data unpack to many times what any text does.
    case gzipBomb
    /// The file is an archive or a workbook that cannot be read.
    case workbook(Workbook.Trouble)
}

/// A file's bytes as they lie on disk, with a head that can be looked at before reading.
final class RawReader: ByteReader {
    private let stream: ByteStream
    /// Bytes handed out so far.
    private(set) var count = 0

    init(_ stream: ByteStream) { self.stream = stream }

    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int {
        do {
            let got = try stream.read(target)
            count += got
            return got
        } catch {
            throw .unreadable
        }
    }
}

/// A reader whose first bytes have been looked at and are handed out again.
final class PeekedReader: ByteReader {
    private let source: any ByteReader
    /// The first bytes, up to the number asked for.
    let head: [UInt8]
    private var place = 0
    /// What cut the first bytes short; thrown once they are handed out.
    private(set) var deferred: StreamTrouble?

    init(_ source: any ByteReader, peek: Int) {
        self.source = source
        var bytes = [UInt8](repeating: 0, count: peek)
        var filled = 0
        var trouble: StreamTrouble?
        while filled < peek {
            let got = bytes.withUnsafeMutableBytes { all in
                do throws(StreamTrouble) {
                    return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: all[filled...]))
                } catch {
                    trouble = error
                    return 0
                }
            }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(peek - filled)
        head = bytes
        deferred = trouble
    }

    /// Leaves out bytes of the head, for example a byte order mark.
    func skip(_ bytes: Int) { place = min(head.count, max(place, bytes)) }

    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int {
        if place < head.count {
            let count = min(target.count, head.count - place)
            head.withUnsafeBytes { all in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + count]))
            }
            place += count
            return count
        }
        if let trouble = deferred {
            deferred = nil
            throw trouble
        }
        return try source.read(into: target)
    }
}
