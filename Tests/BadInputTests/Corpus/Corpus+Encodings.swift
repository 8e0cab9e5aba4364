/// Bytes that are text in another way than UTF-8, or no text at all.
extension Corpus {
    static let encodings: [BadCase] = [
        encoded("utf8-with-mark", "UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(accented.utf8)),
        encoded("utf8-with-two-marks", "UTF-8 with the mark twice", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(accented.utf8)),
        encoded("utf16-le-with-mark", "UTF-16, little end first, with a mark", utf16(accented, bigEndian: false, mark: true)),
        encoded("utf16-be-with-mark", "UTF-16, big end first, with a mark", utf16(accented, bigEndian: true, mark: true)),
        encoded("utf16-le-without-mark", "UTF-16, little end first, without a mark", utf16(accented, bigEndian: false, mark: false)),
        encoded("utf16-be-without-mark", "UTF-16, big end first, without a mark", utf16(accented, bigEndian: true, mark: false)),
        encoded("utf16-odd-length", "UTF-16 cut in the middle of a character", utf16(accented, bigEndian: false, mark: true) + [0x41]),
        encoded("utf16-lone-surrogate", "UTF-16 with half a pair", utf16("person,date,tool\nquorlix,2026-01-05,", bigEndian: false, mark: true) + [0x00, 0xD8] + utf16("\nvantroub,2026-01-06,X\n", bigEndian: false, mark: false)),
        encoded("utf32-with-mark", "UTF-32, which nobody should use", [0xFF, 0xFE, 0, 0] + accented.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8 & 0xFF), 0, 0] }),
        encoded("windows-1252", "Windows-1252", accented.unicodeScalars.map { UInt8($0.value & 0xFF) }),
        encoded("windows-1252-quotes", "Windows-1252 with curly quotes and the euro sign", Array("person,date,tool\nquorlix,2026-01-05,".utf8) + [0x93, 0x80, 0x94] + Array("\n".utf8)),
        encoded("utf8-broken", "UTF-8 with a sequence cut short", Array("person,date,tool\nquorlix,2026-01-05,B\u{FC}".utf8).dropLast() + Array("\nvantroub,2026-01-06,X\n".utf8)),
        encoded("utf8-overlong", "UTF-8 with an overlong comma", Array("person,date,tool\nquorlix,2026-01-05,X".utf8) + [0xC0, 0xAC] + Array("Y\n".utf8)),
        encoded("zero-bytes", "zero bytes in a row and in a cell", Array("person,date,tool\nquorlix,2026-01-05,X\u{0}\n\u{0}\nvantroub,2026-01-06,X\n".utf8)),
        encoded("zero-bytes-in-header", "a zero byte in the header", Array("person,da\u{0}te,tool\nquorlix,2026-01-05,X\n".utf8)),
        encoded("only-zeros", "zeros from end to end", [UInt8](repeating: 0, count: 5000)),
        encoded("random-bytes", "bytes without any meaning", noise(4000)),
        encoded("picture", "a picture under the name of a table", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise(600)),
        encoded("escape-characters", "control characters in a name", Array("person,date,tool\nquorlix,2026-01-05,\u{1B}[2J\u{7}X\n".utf8)),
        encoded("right-to-left", "names written from right to left, and an override", Array("person,date,tool\nquorlix,2026-01-05,\u{202E}X\u{202C}\nvantroub,2026-01-06,\u{5E2}\u{5D5}\u{5D6}\u{5E8}\n".utf8)),
        encoded("decomposed", "names composed in the other Unicode form", Array("person,date,tool,use_case\nquorlix,2026-01-05,Bu\u{308}ro,a\u{30A}\nquorlix,2026-01-06,B\u{FC}ro,\u{E5}\n".utf8)),
        encoded("marks-without-end", "a letter with ten thousand accents", Array("person,date,tool\nquorlix,2026-01-05,a\(String(repeating: "\u{301}", count: 10_000))\nvantroub,2026-01-06,X\n".utf8)),
        encoded("wrong-end-of-file", "the old end-of-file sign after the last row", Array("person,date,tool\nquorlix,2026-01-05,X\n\u{1A}".utf8)),
    ]

    private static let accented = "person,date,tool,use_case\nquorlix,2026-01-05,X,B\u{FC}ro\nvantroub,2026-01-06,X,\nxanthelm,2026-01-07,X,\u{E9}t\u{E9}\n"

    private static func encoded(_ name: String, _ what: String, _ bytes: some Sequence<UInt8>) -> BadCase {
        BadCase("encoding/\(name)", what, ["use.csv": .bytes(Array(bytes))])
    }

    /// A text in UTF-16.
    static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
    }

    /// Bytes that look like chance and are the same every time.
    static func noise(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
        var random = Dice(seed: seed)
        return (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
}
