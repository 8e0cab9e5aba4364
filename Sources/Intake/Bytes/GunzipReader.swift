import CZlib

/// Bytes of a gzip file, unpacked as they are asked for; members one after another are joined.
///
/// What follows the last member and is no member is left out. Data that unpack to more than
/// `greatestRatio` times their size are given up once that is a quarter of a gibibyte.
final class GunzipReader: ByteReader {
    /// Times its own size a packed table may unpack to; real ones stay below fifty.
    static let greatestRatio = 400
    /// Unpacked bytes below which the ratio does not matter.
    private static let harmless = 1 << 28

    private let source: any ByteReader
    private var state = z_stream()
    private let input: UnsafeMutableRawBufferPointer
    private var isReady: Bool
    private var isMemberOver = false
    private var isOver = false
    private var bytesIn = 0
    private var bytesOut = 0
    /// What the packed data turned out to be, beside damaged.
    private var ending: StreamTrouble?

    /// Whether a head is that of a gzip file.
    static func recognises(_ head: [UInt8]) -> Bool {
        head.count >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8
    }

    init(_ source: any ByteReader) {
        self.source = source
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        // 15 bits of window, plus 16: a gzip header is required.
        isReady = inflateInit2_(&state, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        inflateEnd(&state)
        input.deallocate()
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int {
        guard isReady else { throw .damagedGzip }
        guard !isOver, target.count > 0 else {
            if let ending { throw ending }
            return 0
        }
        state.next_out = target.bindMemory(to: UInt8.self).baseAddress
        state.avail_out = UInt32(clamping: target.count)
        let room = Int(state.avail_out)
        while state.avail_out > 0 {
            if state.avail_in == 0 {
                let got = try source.read(into: input)
                if got == 0 {
                    isOver = true
                    if isMemberOver || room > Int(state.avail_out) { break }
                    throw .damagedGzip
                }
                state.next_in = input.bindMemory(to: UInt8.self).baseAddress
                state.avail_in = UInt32(got)
                bytesIn += got
            }
            if isMemberOver {
                // Zero padding after the last member is harmless; only a gzip header begins another.
                guard state.next_in.pointee == 0x1F else {
                    if state.next_in.pointee != 0 { ending = .bytesAfterGzip }
                    isOver = true
                    break
                }
                inflateReset(&state)
                isMemberOver = false
            }
            let code = inflate(&state, Z_NO_FLUSH)
            if code == Z_STREAM_END {
                isMemberOver = true
            } else if code != Z_OK && code != Z_BUF_ERROR {
                isReady = false
                break
            }
        }
        let written = room - Int(state.avail_out)
        bytesOut += written
        if bytesOut > GunzipReader.harmless, bytesOut / GunzipReader.greatestRatio > bytesIn {
            isOver = true
            ending = .gzipBomb
        }
        if written == 0, let ending { throw ending }
        if written == 0, !isReady { throw .damagedGzip }
        return written
    }

    /// Whether the data ended where a member ends.
    var isComplete: Bool { isReady && isMemberOver }
}
