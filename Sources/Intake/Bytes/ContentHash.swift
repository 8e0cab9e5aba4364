/// A hash of a file's bytes as they lie on disk: equal files have equal hashes.
///
/// Not for security: two independent 64-bit folds, enough to tell exports of one folder apart.
package struct ContentHash: Hashable, Sendable {
    private var one: UInt64 = 0xCBF2_9CE4_8422_2325
    private var two: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var length = 0

    /// The hash of a file; nil where it cannot be read.
    package init?(of file: CaseFile) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        do {
            let stream = try file.open()
            var filled = 0
            while true {
                let got = try stream.read(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                filled += got
                // Whole buffers only, so that the size of the pieces does not matter.
                if got == 0 || filled == buffer.count {
                    absorb(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
                    filled = 0
                }
                if got == 0 { return }
            }
        } catch {
            return nil
        }
    }

    /// The hash in hexadecimal digits, with the length.
    package var text: String { "\(String(one, radix: 16))-\(String(two, radix: 16))-\(length)" }

    private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
        length += bytes.count
        var place = 0
        while place < bytes.count {
            var word: UInt64 = 0
            if place + 8 <= bytes.count {
                word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            } else {
                for index in place..<bytes.count { word = word << 8 | UInt64(bytes[index]) }
            }
            one = (one ^ word) &* 0x0000_0100_0000_01B3
            one ^= one >> 29
            let product = (two ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            two = product.high ^ product.low &+ 1
            place += 8
        }
    }
}
