/// A sentence with slots for figures, filled only once Disclosure has released them.
///
/// A slot is written `{code}`, `{code.interval}` or `{code.n}`, where `code` is a measure of the
/// same scope. A sentence whose figure is withheld or not known is not printed.
package struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    package let template: String

    package init(_ template: String) { self.template = template }

    package init(stringLiteral template: String) { self.template = template }

    /// What a slot asks for.
    package struct Slot: Hashable, Sendable {
        /// The figure itself, its interval, or the number of people behind it.
        package enum Part: String, Sendable { case value, interval, n }
        package let code: MeasureCode
        package let part: Part

        package init(code: MeasureCode, part: Part) {
            self.code = code
            self.part = part
        }
    }

    /// A piece of a sentence: plain text, or a slot.
    package enum Piece: Hashable, Sendable {
        case text(String)
        case slot(Slot)
    }

    /// The sentence cut at its slots; braces that name no measure stay text.
    package var pieces: [Piece] {
        var result: [Piece] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let inside = rest[rest.index(after: open)..<close]
            let words = inside.split(separator: ".", maxSplits: 1)
            let part = words.count < 2 ? Slot.Part.value : Slot.Part(rawValue: String(words[1]))
            if let word = words.first, let code = MeasureCode(rawValue: String(word)), let part {
                if open > rest.startIndex { result.append(.text(String(rest[..<open]))) }
                result.append(.slot(Slot(code: code, part: part)))
            } else {
                result.append(.text(String(rest[...close])))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { result.append(.text(String(rest))) }
        return result
    }
}
