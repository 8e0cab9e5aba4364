/// Damages bytes in the ways files are damaged, and in the ways nobody would think of.
struct Mutator {
    private var dice: Dice
    /// Sound files that pieces are taken from.
    private let samples: [[UInt8]]

    init(seed: UInt64, samples: [[UInt8]]) {
        dice = Dice(seed: seed)
        self.samples = samples
    }

    /// What a cell, a value or a line may be replaced by.
    private static let pieces: [[UInt8]] = [
        "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "\t", "\u{0}", "é", "\u{FEFF}", "\u{202E}", "\\", "\\u0000", "\\ud800",
        "0", "-1", "1e999", "9223372036854775808", "99999999999999999999999999999999", "NaN", "=1+1", "null", "true", "{}", "[]",
        "{", "}", "[", "]", "[[[[[[[[", ":", "2026-02-30", "0001-01-01", "9999-12-31", "03/04/2026", "13/13/2026", "2026-06-28T",
        "sep=;\n", "- ", "&a ", "*a", "? ", "!!binary ", "---\n", "#", "<<: ", "strangelby", "oddwhistle@example.com", "quorlix",
        "person", "date", "tool", "\u{1F}", "'", "|", ">", "%", "@",
    ].map { Array($0.utf8) } + [[0xFF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8], [0x80]]

    /// A damaged version of a file.
    mutating func damaged(_ file: [UInt8]) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...6, using: &dice) { change(&bytes) }
        switch Int.random(in: 0..<40, using: &dice) {
        case 0: return Gzip.packed(bytes)
        case 1:
            var packed = Gzip.packed(bytes)
            change(&packed)
            return packed
        case 2: return Corpus.utf16(String(decoding: bytes, as: UTF8.self), bigEndian: false, mark: true)
        case 3: return Corpus.utf16(String(decoding: bytes, as: UTF8.self), bigEndian: true, mark: false)
        default: return bytes
        }
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &dice)
        switch Int.random(in: 0..<14, using: &dice) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice) }
        case 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
        case 2, 3: bytes.insert(contentsOf: piece(), at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...30, using: &dice)))
        case 5: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        case 6: if Int.random(in: 0..<3, using: &dice) == 0 { bytes.removeSubrange(place...) }
        case 7: splice(&bytes, at: place)
        case 8: swapLines(&bytes)
        case 9, 10, 11: replaceToken(&bytes)
        case 12: swapTokens(&bytes)
        default: repeatLine(&bytes)
        }
    }

    private mutating func piece() -> [UInt8] { Mutator.pieces.randomElement(using: &dice) ?? [] }

    /// The rest comes from another sound file.
    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        guard let other = samples.randomElement(using: &dice), !other.isEmpty else { return }
        let start = Int.random(in: 0..<other.count, using: &dice)
        let count = Int.random(in: 1...80, using: &dice)
        bytes.insert(contentsOf: other[start..<min(other.count, start + count)], at: place)
    }

    private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 10, omittingEmptySubsequences: false)
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var all = lines(of: bytes)
        let (one, other) = (Int.random(in: 0..<all.count, using: &dice), Int.random(in: 0..<all.count, using: &dice))
        all.swapAt(one, other)
        bytes = Array(all.joined(separator: [10]))
    }

    private mutating func repeatLine(_ bytes: inout [UInt8]) {
        var all = lines(of: bytes)
        guard let line = all.randomElement(using: &dice) else { return }
        let copies = Int.random(in: 1...8, using: &dice)
        all.insert(contentsOf: Array(repeating: line, count: copies), at: Int.random(in: 0...all.count, using: &dice))
        bytes = Array(all.joined(separator: [10]))
    }

    /// Where cells of tables, keys and values of JSON and words of settings lie.
    private func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        let borders: Set<UInt8> = Set(",;\t\n\r\"{}[]: ".utf8)
        var result: [Range<Int>] = []
        var start = 0
        for place in 0...bytes.count where place == bytes.count || borders.contains(bytes[place]) {
            if place > start { result.append(start..<place) }
            start = place + 1
        }
        return result
    }

    private mutating func replaceToken(_ bytes: inout [UInt8]) {
        let all = tokens(of: bytes)
        guard let token = all.randomElement(using: &dice) else { return }
        let isOwn = Bool.random(using: &dice)
        let other = isOwn ? all.randomElement(using: &dice).map { Array(bytes[$0]) } : piece()
        bytes.replaceSubrange(token, with: other ?? [])
    }

    private mutating func swapTokens(_ bytes: inout [UInt8]) {
        let all = tokens(of: bytes)
        guard let one = all.randomElement(using: &dice), let other = all.randomElement(using: &dice),
            one.lowerBound != other.lowerBound
        else { return }
        let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
        let (left, right) = (Array(bytes[first]), Array(bytes[second]))
        bytes.replaceSubrange(second, with: left)
        bytes.replaceSubrange(first, with: right)
    }
}
