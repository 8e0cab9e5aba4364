/// A Swift file, with its comments and its string literals told apart from its code.
struct SourceFile: Sendable {
    /// Path from the package's root.
    let path: String
    let text: String
    /// The lines as written.
    let lines: [String]
    /// The lines with comments and the contents of string literals blanked out.
    let code: [String]
    /// The lines with only the comments blanked out.
    let uncommented: [String]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        var scanner = Scanner(text)
        scanner.run()
        lines = SourceFile.split(text)
        code = SourceFile.split(String(decoding: scanner.code, as: UTF8.self))
        uncommented = SourceFile.split(String(decoding: scanner.uncommented, as: UTF8.self))
    }

    /// The room the file stands in: the folder below `Sources`; nil elsewhere.
    var room: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    private static func split(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension SourceFile {
    /// Walks over the bytes of a Swift file and blanks what is not code; line breaks stay.
    ///
    /// Knows line comments, nested block comments, string literals with interpolation, multi-line and
    /// raw ones. Does not know regular-expression literals: the house writes those as raw strings.
    private struct Scanner {
        private let bytes: [UInt8]
        private var place = 0
        private(set) var code: [UInt8] = []
        private(set) var uncommented: [UInt8] = []

        init(_ text: String) {
            bytes = Array(text.utf8)
            code.reserveCapacity(bytes.count)
            uncommented.reserveCapacity(bytes.count)
        }

        private enum Layer { case code, comment, string }

        /// Copies one byte, or blanks it where its layer asks for that.
        private mutating func take(_ layer: Layer) {
            let byte = bytes[place]
            let isBreak = byte == UInt8(ascii: "\n")
            let blank = UInt8(ascii: " ")
            code.append(isBreak || layer == .code ? byte : blank)
            uncommented.append(isBreak || layer != .comment ? byte : blank)
            place += 1
        }

        private func sees(_ text: StaticString) -> Bool {
            let length = text.utf8CodeUnitCount
            guard place + length <= bytes.count else { return false }
            for offset in 0..<length where bytes[place + offset] != text.utf8Start[offset] { return false }
            return true
        }

        private func sees(hashes count: Int, at start: Int) -> Bool {
            start + count <= bytes.count
                && bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
        }

        mutating func run() { scanCode(insideInterpolation: false) }

        private mutating func scanCode(insideInterpolation: Bool) {
            var depth = 0
            while place < bytes.count {
                if sees("//") {
                    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { take(.comment) }
                } else if sees("/*") {
                    scanBlockComment()
                } else if sees("\"") || sees("#") {
                    if !scanString() { take(.code) }
                } else if sees("(") {
                    depth += 1
                    take(.code)
                } else if sees(")") {
                    if insideInterpolation, depth == 0 { return }
                    depth -= 1
                    take(.code)
                } else {
                    take(.code)
                }
            }
        }

        private mutating func scanBlockComment() {
            var depth = 0
            repeat {
                if sees("/*") {
                    depth += 1
                    take(.comment)
                } else if sees("*/") {
                    depth -= 1
                    take(.comment)
                }
                if place < bytes.count { take(.comment) }
            } while depth > 0 && place < bytes.count
        }

        /// Reads a string literal; false where the hashes at this place begin none.
        private mutating func scanString() -> Bool {
            var hashes = 0
            while place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "#") { hashes += 1 }
            let quote = UInt8(ascii: "\"")
            guard place + hashes < bytes.count, bytes[place + hashes] == quote else { return false }
            for _ in 0..<hashes { take(.code) }
            let isLong = sees("\"\"\"")
            for _ in 0..<(isLong ? 3 : 1) { take(.code) }
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "\\"), sees(hashes: hashes, at: place + 1) {
                    for _ in 0...hashes { take(.string) }
                    guard place < bytes.count else { return true }
                    if bytes[place] == UInt8(ascii: "(") {
                        take(.code)
                        scanCode(insideInterpolation: true)
                        if place < bytes.count { take(.code) }
                    } else {
                        take(.string)
                    }
                } else if isLong ? sees("\"\"\"") : sees("\""),
                    sees(hashes: hashes, at: place + (isLong ? 3 : 1))
                {
                    for _ in 0..<(isLong ? 3 : 1) + hashes { take(.code) }
                    return true
                } else if !isLong, bytes[place] == UInt8(ascii: "\n") {
                    return true
                } else {
                    take(.string)
                }
            }
            return true
        }
    }
}
