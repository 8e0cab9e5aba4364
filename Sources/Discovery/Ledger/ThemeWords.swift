import Rollout

/// How a theme of people's own words may be called.
package enum ThemeWords {
    /// Words that at least so many people used for a theme, as most of them spell them; most used first.
    ///
    /// A word that few used may name a person, a customer or a project, so it is never part of a title.
    /// - Parameters:
    ///   - pains: The statements of the theme.
    ///   - minimum: Fewest people who must have used a word.
    /// - Returns: Up to four words; empty where none is shared enough.
    /// - Complexity: O(words).
    package static func shared(_ pains: [Pain], minimum: Int) -> [String] {
        var people: [String: Set<PersonID>] = [:]
        var spellings: [String: [String: Int]] = [:]
        for pain in pains {
            for word in StatementWords.words(of: pain.text) {
                let stem = StatementWords.stem(word)
                guard StatementWords(word).stems.contains(stem) else { continue }
                people[stem, default: []].insert(pain.person)
                spellings[stem, default: [:]][word, default: 0] += 1
            }
        }
        let kept = people.filter { $0.value.count >= minimum }.sorted {
            $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
        }
        return kept.prefix(4).map { entry in
            spellings[entry.key]!.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }!.key
        }
    }
}
