import Foundation

/// Text of a cell, and names as they are compared.
enum CellText {
    /// The text of a cell; bytes that are not UTF-8 are read as Windows-1252.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> (text: String, isUTF8: Bool) {
        if let text = String(validating: bytes, as: UTF8.self) { return (text, true) }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let code = (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : UInt32(byte)
            scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        }
        return (String(scalars), false)
    }

    /// A name as it is compared: Unicode NFC, lower case, single spaces, nothing around it.
    static func key(_ text: String) -> String {
        if isPlain(text) { return text.utf8.contains { (65...90).contains($0) } ? text.lowercased() : text }
        return display(text.precomposedStringWithCanonicalMapping.lowercased())
    }

    /// A name as it is shown: single spaces, nothing around it, Unicode NFC, and nothing that commands the
    /// screen: no control characters, no marks that turn the direction of what follows, nothing of no width.
    static func display(_ text: String) -> String {
        if isPlain(text) { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.lazy.filter { !isUnseen($0) })
        return String(scalars).precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// A title where it can be shown: short and unlike an address; nil otherwise.
    static func harmless(_ title: String) -> String? {
        let shown = display(title)
        let isHarmless =
            shown.count <= 40
            && shown.allSatisfy { $0.isLetter || $0.isNumber || " _-().#/?$".contains($0) }
        return isHarmless && !shown.isEmpty ? shown : nil
    }

    /// Characters without a shape that a name can do without. The joiners of Persian and of Indian scripts
    /// (U+200C, U+200D) are part of the spelling and stay.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9...13: false
        case 0..<32, 0x7F..<0x85, 0x86..<0xA0: true
        case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// Whether a text is ASCII with no more than single spaces within: the usual case, and already clean.
    private static func isPlain(_ text: String) -> Bool {
        var before: UInt8 = 32
        for byte in text.utf8 {
            guard byte >= 32, byte < 0x7F, byte != 32 || before != 32 else { return false }
            before = byte
        }
        return before != 32 || text.isEmpty
    }

    /// Windows-1252 from 0x80 to 0x9F; the five unassigned bytes become the replacement character.
    private static let upperHalf: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
