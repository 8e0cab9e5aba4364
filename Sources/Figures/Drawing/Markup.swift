/// Text on its way into HTML or SVG.
package enum Markup {
    /// The text with everything escaped that could end an element or an attribute.
    ///
    /// Works scalar by scalar, so that a quotation mark followed by a combining accent is escaped too.
    /// Control characters other than tab and line feed are dropped: XML knows no way to write them.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            default:
                if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value),
                    scalar.value & 0xFFFE != 0xFFFE
                {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// An attribute, written with a leading space.
    static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(escaped(value))\"" }
}
