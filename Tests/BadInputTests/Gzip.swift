import CZlib

/// Packs bytes as gzip does.
enum Gzip {
    static func packed(_ text: String) -> [UInt8] { packed(Array(text.utf8)) }

    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var state = z_stream()
        // 15 bits of window, plus 16: a gzip header is written.
        guard
            deflateInit2_(
                &state, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { preconditionFailure("zlib cannot be used") }
        defer { deflateEnd(&state) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&state, UInt(bytes.count))))
        let count = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                state.next_in = source.baseAddress
                state.avail_in = UInt32(source.count)
                state.next_out = target.baseAddress
                state.avail_out = UInt32(target.count)
                precondition(deflate(&state, Z_FINISH) == Z_STREAM_END, "zlib did not finish")
                return target.count - Int(state.avail_out)
            }
        }
        return Array(output.prefix(count))
    }
}
