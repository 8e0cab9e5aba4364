/// How wide text will be, without a font at hand.
enum TextFit {
    /// The estimated width of a line in the system typeface; a little generous, so that labels do not
    /// collide.
    ///
    /// - Complexity: O(n) in the text's length.
    static func width(_ text: String, size: Double, isStrong: Bool = false) -> Double {
        var units = 0.0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "i", "j", "l", "I", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ",
                "\u{A0}":
                units += 0.36
            case "m", "w", "M", "W", "%", "@": units += 0.95
            case "A"..."Z": units += 0.72
            default: units += scalar.value < 0x2E80 ? 0.61 : 1.0
            }
        }
        return units * size * (isStrong ? 1.14 : 1)
    }

    /// The text in lines no wider than given, broken at spaces; a word that is too long on its own is cut
    /// with "…".
    static func lines(
        _ text: String, size: Double, width: Double, limit: Int = 3, isStrong: Bool = false
    ) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, Self.width("\(last) \(word)", size: size, isStrong: isStrong) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        if lines.count > limit {
            lines = Array(lines.prefix(limit))
            lines[limit - 1] += " …"
        }
        return lines.map { shortened($0, size: size, width: width, isStrong: isStrong) }
    }

    /// The text, cut with "…" where it is too wide.
    static func shortened(_ text: String, size: Double, width: Double, isStrong: Bool = false) -> String {
        guard Self.width(text, size: size, isStrong: isStrong) > width else { return text }
        var kept = text
        while kept.count > 1, Self.width(kept + "…", size: size, isStrong: isStrong) > width {
            kept.removeLast()
        }
        return kept + "…"
    }
}
