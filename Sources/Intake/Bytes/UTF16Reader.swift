/// UTF-16 bytes as UTF-8; a lone surrogate becomes the replacement character.
final class UTF16Reader: ByteReader {
    private let source: any ByteReader
    private let isBigEndian: Bool
    private var input = [UInt8](repeating: 0, count: 1 << 15)
    private var leftover: [UInt8] = []
    private var highSurrogate: UInt32?
    private var pending: [UInt8] = []
    private var place = 0

    /// The byte order a head speaks for, and the length of its mark; nil where it is not UTF-16.
    ///
    /// Without a mark, text in western scripts shows itself by zeros in every other byte.
    static func order(of head: [UInt8]) -> (isBigEndian: Bool, mark: Int)? {
        if head.starts(with: [0xFF, 0xFE]) { return (false, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (true, 2) }
        let pairs = min(head.count, 400) / 2
        guard pairs >= 4 else { return nil }
        var even = 0
        var odd = 0
        for pair in 0..<pairs {
            if head[pair * 2] == 0 { even += 1 }
            if head[pair * 2 + 1] == 0 { odd += 1 }
        }
        if odd * 10 >= pairs * 7, even * 10 < pairs { return (false, 0) }
        if even * 10 >= pairs * 7, odd * 10 < pairs { return (true, 0) }
        return nil
    }

    init(_ source: any ByteReader, isBigEndian: Bool) {
        self.source = source
        self.isBigEndian = isBigEndian
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(StreamTrouble) -> Int {
        while place == pending.count {
            pending.removeAll(keepingCapacity: true)
            place = 0
            guard try refill() else { return 0 }
        }
        let count = min(target.count, pending.count - place)
        pending.withUnsafeBytes { all in
            target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + count]))
        }
        place += count
        return count
    }

    private func refill() throws(StreamTrouble) -> Bool {
        let got = try fillInput()
        if got == 0 {
            // An odd byte at the end, or half a pair, is one damaged character.
            guard !leftover.isEmpty || highSurrogate != nil else { return false }
            leftover = []
            highSurrogate = nil
            append(0xFFFD)
            return true
        }
        let bytes = leftover + input[0..<got]
        leftover = bytes.count % 2 == 1 ? [bytes[bytes.count - 1]] : []
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let first = UInt32(bytes[index])
            let second = UInt32(bytes[index + 1])
            take(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        return true
    }

    private func fillInput() throws(StreamTrouble) -> Int {
        var trouble: StreamTrouble?
        let got = input.withUnsafeMutableBytes { buffer in
            do throws(StreamTrouble) {
                return try source.read(into: buffer)
            } catch {
                trouble = error
                return 0
            }
        }
        if let trouble { throw trouble }
        return got
    }

    private func take(_ unit: UInt32) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
                return
            }
            append(0xFFFD)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: append(0xFFFD)
        default: append(unit)
        }
    }

    private func append(_ scalar: UInt32) {
        switch scalar {
        case 0..<0x80: pending.append(UInt8(scalar))
        case 0x80..<0x800: pending += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)]
        case 0x800..<0x10000:
            pending += [
                0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
            ]
        default:
            pending += [
                0xF0 | UInt8(scalar >> 18), 0x80 | UInt8(scalar >> 12 & 0x3F),
                0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
            ]
        }
    }
}
