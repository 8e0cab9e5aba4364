import Rollout

/// What a question of another survey is for us: an item of the pulse, or nothing.
struct PulseMapping: Hashable {
    /// Nil: known, and not used.
    var item: PulseItem?
    var variant: PulseAnswer.Variant?
    /// Q3 only: a or b.
    var form: Character?
    var scale = PulseScale()
}

/// How answers of another survey become those of an item.
struct PulseScale: Hashable {
    /// The lowest and highest number of their answers; nil: the item's own.
    var range: ClosedRange<Int>?
    /// Their answers in words, from the lowest to the highest; nil: the item's own.
    var words: [String]?
    /// What single answers are worth, by the key of their words; goes before everything else.
    var worth: [String: PulseAnswer.Reply] = [:]
    /// Whether their highest answer is our lowest.
    var isFalling = false

    /// What an answer is worth for an item; nil where it is none.
    ///
    /// A number may stand alone, after one letter (`A4`), or before words (`4 - Agree`). A scale of another
    /// length is stretched evenly and rounded half up: of seven steps 1 2 3 4 5 6 7 become 1 2 2 3 4 4 5 of five.
    func reply(_ text: String, for item: PulseItem) -> PulseAnswer.Reply? {
        let shown = CellText.display(text)
        if shown.isEmpty { return .skipped }
        // The usual case, and most answers by far: a bare number on a scale of numbers.
        if worth.isEmpty, words == nil, shown.utf8.count <= 2, let number = Int(shown) {
            let scale = range ?? item.range
            return scale.contains(number) ? .value(stretched(number, of: scale, to: item.range)) : nil
        }
        let key = QuestionText.key(shown)
        if let reply = worth[key] { return reply }
        if shown == "?" || PulseWording.isCannotSay(key) { return .cannotSay }
        if let words = words ?? PulseWording.words(of: item),
            let place = words.firstIndex(where: { QuestionText.key($0) == key })
        {
            return .value(stretched(place, of: 0...max(1, words.count - 1), to: item.range))
        }
        if words != nil { return nil }
        if let number = PulseScale.number(in: shown) {
            let scale = range ?? item.range
            return scale.contains(number) ? .value(stretched(number, of: scale, to: item.range)) : nil
        }
        if item.range == 1...5, item != .choice, let worth = PulseWording.agreement(key) {
            return .value(isFalling ? 6 - worth : worth)
        }
        return nil
    }

    private func stretched(_ value: Int, of scale: ClosedRange<Int>, to item: ClosedRange<Int>) -> Int {
        let place = isFalling ? scale.upperBound - value : value - scale.lowerBound
        let steps = scale.upperBound - scale.lowerBound
        let wanted = item.upperBound - item.lowerBound
        guard steps > 0 else { return item.lowerBound }
        return item.lowerBound + (2 * place * wanted + steps) / (2 * steps)
    }

    /// The whole number an answer begins with; nil where it begins with none.
    static func number(in text: String) -> Int? {
        var rest = Substring(text)
        if let first = rest.first, first.isASCII, first.isLetter, rest.dropFirst().first?.isNumber == true {
            rest = rest.dropFirst()
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 3, let number = Int(digits) else { return nil }
        let after = rest.dropFirst(digits.count)
        if after.isEmpty || after == ".0" || after == ",0" { return number }
        // `4 - Agree`, `4 (Agree)`, `4: Agree`; never `4.5` or `4/5`.
        let separated = after.first == " " || after.first == ":" || after.first == ")"
        return separated && !after.contains(where: \.isNumber) ? number : nil
    }
}
