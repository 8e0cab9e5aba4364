/// A text cut into sentences, with the words of each.
struct Sentences: Hashable, Sendable {
    /// One sentence.
    struct Sentence: Hashable, Sendable {
        /// As written, without blanks around it.
        let text: String
        /// In lower case, in order; an apostrophe joins.
        let words: [String]

        /// Words with a blank before, between and after, so that phrases can be looked for whole.
        var line: String { " " + words.joined(separator: " ") + " " }

        /// Whether a phrase of whole words occurs.
        func has(_ phrase: String) -> Bool { line.contains(" \(phrase) ") }
    }

    let all: [Sentence]

    /// Cuts at full stops, question and exclamation marks followed by a blank, and at line ends.
    ///
    /// A stop inside a number or after a short form such as "e.g." does not end a sentence.
    init(_ text: String) {
        var all: [Sentence] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var sentence = ""
            for piece in line.split(separator: " ") {
                sentence += sentence.isEmpty ? String(piece) : " \(piece)"
                if Sentences.isEnd(piece) {
                    all.append(Sentence(text: sentence, words: StatementWords.words(of: sentence)))
                    sentence = ""
                }
            }
            if !sentence.isEmpty {
                all.append(Sentence(text: sentence, words: StatementWords.words(of: sentence)))
            }
        }
        self.all = all.filter { !$0.words.isEmpty }
    }

    private static func isEnd(_ piece: Substring) -> Bool {
        let bare = piece.drop { "(\"“‘".contains($0) }
        let closed = String(bare.reversed().drop { ")\"”’".contains($0) }.reversed())
        guard let last = closed.last, ".?!".contains(last) else { return false }
        return !["e.g.", "i.e.", "approx.", "min.", "dr.", "mr.", "mrs.", "ms.", "no.", "vs.", "etc."]
            .contains(closed.lowercased())
    }

    /// School years that reading takes, by Flesch and Kincaid; nil without words.
    ///
    /// - Source: Kincaid et al. (1975); syllables are counted as groups of vowels, a last silent e left out.
    var grade: Double? {
        let words = all.flatMap(\.words)
        guard !words.isEmpty, !all.isEmpty else { return nil }
        let syllables = words.reduce(0) { $0 + Sentences.syllables($1) }
        return 0.39 * Double(words.count) / Double(all.count) + 11.8 * Double(syllables) / Double(words.count)
            - 15.59
    }

    static func syllables(_ word: String) -> Int {
        var count = 0
        var wasVowel = false
        for letter in word {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        if word.hasSuffix("e"), !word.hasSuffix("le"), count > 1 { count -= 1 }
        return max(1, count)
    }
}
