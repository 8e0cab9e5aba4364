/// How a text came: packed or not, as a workbook or not, in which encoding.
package struct TextForm: Hashable, Sendable {
    /// How characters are written.
    package enum Encoding: String, Hashable, Sendable, CaseIterable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16 LE"
        case utf16BigEndian = "UTF-16 BE"
        /// What is taken where the first bytes are not UTF-8.
        case windows1252 = "Windows-1252"
    }

    package let isPacked: Bool
    package let isWorkbook: Bool
    package let encoding: Encoding
    /// Whether the text begins with a byte order mark.
    package let hasMark: Bool

    package init(isPacked: Bool, isWorkbook: Bool, encoding: Encoding, hasMark: Bool) {
        self.isPacked = isPacked
        self.isWorkbook = isWorkbook
        self.encoding = encoding
        self.hasMark = hasMark
    }

    /// Whether first bytes are UTF-8, apart from a character that the cut may have halved.
    static func isUTF8(_ head: [UInt8]) -> Bool {
        (0...min(3, head.count)).contains { cut in
            String(validating: head.dropLast(cut), as: UTF8.self) != nil
        }
    }
}
