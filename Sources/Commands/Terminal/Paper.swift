import Foundation

/// The terminal as paper: how wide it is, and whether it takes colour.
package struct Paper: Sendable {
    /// Columns to write in; between 40 and 110, 88 where it is not known.
    let width: Int
    let hasColour: Bool

    /// Ink for one meaning; greyscale keeps the shapes and words.
    enum Ink: String {
        case strong = "1"
        case quiet = "2"
        case moving = "32"
        case phase1 = "33"
        case phase2 = "35"
        case unsettled = "90"
        case warning = "33;1"
    }

    /// A paper of a width, taken to be between 40 and 110 columns.
    package init(width: Int, hasColour: Bool) {
        self.width = min(110, max(40, width))
        self.hasColour = hasColour
    }

    /// The paper of standard output; `NO_COLOR` and a pipe turn colour off, `COLUMNS` sets the width.
    static func standardOutput() -> Paper {
        let environment = ProcessInfo.processInfo.environment
        var size = winsize()
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let width = environment["COLUMNS"].flatMap(Int.init) ?? (known ? Int(size.ws_col) : 88)
        return Paper(width: width, hasColour: isTerminal && environment["NO_COLOR"] == nil)
    }

    /// Text in an ink.
    func inked(_ text: String, _ ink: Ink) -> String {
        hasColour ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Text broken at spaces to fit the width.
    ///
    /// - Parameters:
    ///   - indent: Written before every line.
    ///   - first: Written before the first line instead, of the same length.
    func wrapped(_ text: String, indent: String = "", first: String? = nil) -> [String] {
        let room = max(20, width - indent.count)
        var lines: [String] = []
        var line = ""
        // A percent sign stays with its number.
        let kept = text.replacing(" %", with: "\u{A0}%")
        for word in kept.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        if !line.isEmpty { lines.append(line) }
        return lines.enumerated().map {
            ($0 == 0 ? first ?? indent : indent) + $1.replacing("\u{A0}%", with: " %")
        }
    }

    /// Left and right on one line, or on two where they do not fit.
    func spread(_ left: String, _ right: String) -> [String] {
        let gap = width - left.count - right.count
        return gap >= 2 ? [left + String(repeating: " ", count: gap) + right] : [left, right]
    }

    /// A bar of a share in full, half and empty blocks.
    static func bar(_ share: Double, width: Int) -> String {
        let halves = Int((min(1, max(0, share)) * Double(width * 2)).rounded())
        return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
    }
}
