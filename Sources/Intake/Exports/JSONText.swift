/// Texts of JSON with their escapes.
enum JSONText {
    /// A text without its escapes; nil where an escape is none.
    ///
    /// `\uD83D\uDE00` is one character; half of such a pair becomes the replacement character.
    /// - Parameter raw: The bytes between the quotes.
    static func unescaped(_ raw: UnsafeRawBufferPointer) -> String? {
        guard raw.contains(92) else { return CellText.decode(raw).text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var place = 0
        while place < raw.count {
            let byte = raw[place]
            place += 1
            guard byte == 92 else {
                bytes.append(byte)
                continue
            }
            guard place < raw.count else { return nil }
            let escape = raw[place]
            place += 1
            if let plain = simple[escape] {
                bytes.append(plain)
            } else if escape == UInt8(ascii: "u") {
                guard let scalar = scalar(raw, &place) else { return nil }
                bytes.append(contentsOf: UTF8.encode(scalar)!)
            } else {
                return nil
            }
        }
        return bytes.withUnsafeBytes { CellText.decode($0).text }
    }

    private static let simple: [UInt8: UInt8] = [
        34: 34, 92: 92, 47: 47, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
        UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]

    /// The character of four hexadecimal digits, and of the pair's second half where one follows.
    private static func scalar(_ raw: UnsafeRawBufferPointer, _ place: inout Int) -> Unicode.Scalar? {
        guard let first = unit(raw, place) else { return nil }
        place += 4
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, place + 6 <= raw.count, raw[place] == 92, raw[place + 1] == UInt8(ascii: "u"),
            let second = unit(raw, place + 2), (0xDC00...0xDFFF).contains(second)
        else { return "\u{FFFD}" }
        place += 6
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func unit(_ raw: UnsafeRawBufferPointer, _ place: Int) -> UInt32? {
        guard place + 4 <= raw.count else { return nil }
        var value: UInt32 = 0
        for index in place..<place + 4 {
            let digit: UInt32
            switch raw[index] {
            case 48...57: digit = UInt32(raw[index] - 48)
            case 65...70: digit = UInt32(raw[index] - 55)
            case 97...102: digit = UInt32(raw[index] - 87)
            default: return nil
            }
            value = value << 4 | digit
        }
        return value
    }
}
