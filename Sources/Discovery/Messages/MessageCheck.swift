package import Rollout

/// What a draft says, to whom and how, by listed rules, with the sentences that show it.
package struct MessageCheck: Hashable, Sendable {
    /// Whose benefit a draft speaks of.
    package enum Benefit: String, Hashable, Sendable, CaseIterable {
        case company, reader, both, none
    }

    /// Whether a draft tells people to, or lets them.
    package enum Tone: String, Hashable, Sendable, CaseIterable {
        case orders, invites, neither
    }

    /// A sentence with something to know about it.
    package struct Mark: Hashable, Sendable {
        /// Which rule marked it.
        package enum Rule: String, Hashable, Sendable, CaseIterable {
            case companyBenefit, readerBenefit, order, invitation, beforeAndAfter, emptyWord, longSentence
        }

        package let rule: Rule
        /// Place among the sentences, from 0.
        package let sentence: Int
        package let text: String
        /// Why, in a sentence; names the words.
        package let reason: String
    }

    /// Words in a sentence from which it is called long.
    static let longSentence = 28
    /// School years from which a draft is called heavy.
    static let heavyGrade = 12.0

    /// For whom it reads; nil: it does not say.
    package let audience: Layer?
    package let benefit: Benefit
    /// The motive for the message log; nil: none.
    package let motive: Message.Motive?
    package let hasExample: Bool
    package let tone: Tone
    /// School years reading takes; nil without words.
    package let grade: Double?
    package let marks: [Mark]

    /// Whether reading it is work.
    package var isHeavy: Bool { (grade ?? 0) > MessageCheck.heavyGrade }

    /// Whether it fits somebody: their motive, a before and an after, and no order.
    package func fits(_ layer: Layer) -> Bool {
        motive == Message.Motive.wanted(by: layer) && hasExample && tone != .orders
    }

    /// Reads a draft.
    /// - Complexity: O(sentences × phrases).
    package init(_ text: String) {
        let sentences = Sentences(text)
        let all = sentences.all
        var marks: [Mark] = []
        func mark(_ rule: Mark.Rule, _ place: Int, _ reason: String) {
            marks.append(Mark(rule: rule, sentence: place, text: all[place].text, reason: reason))
        }
        var company = 0
        var reader = 0
        var orders = 0
        var invitations = 0
        for (place, sentence) in all.enumerated() {
            let companyWords = MessageRules.company.filter(sentence.has)
            let readerWords = MessageRules.reader.filter(sentence.has)
            company += companyWords.isEmpty ? 0 : 1
            reader += readerWords.isEmpty ? 0 : 1
            if let word = companyWords.first {
                mark(.companyBenefit, place, "“\(word)” speaks of the company, not of whoever reads it.")
            }
            if let word = readerWords.first {
                mark(.readerBenefit, place, "“\(word)” speaks of the reader's own day.")
            }
            // What is taken back is cut out first, so that "nobody has to" is no order.
            var line = sentence.line
            let freed = MessageRules.freed.filter(sentence.has)
            for phrase in freed { line = MessageCheck.removing(phrase, from: line) }
            let ordering = MessageRules.orders.filter { line.contains(" \($0) ") }
            let inviting = freed + MessageRules.invitations.filter(sentence.has)
            orders += ordering.isEmpty ? 0 : 1
            invitations += inviting.isEmpty ? 0 : 1
            if let word = ordering.first {
                mark(
                    .order, place,
                    "“\(word)” orders. Ordered use leaves when the order does; say what they may try instead."
                )
            }
            if let word = inviting.first { mark(.invitation, place, "“\(word)” invites.") }
            if let word = MessageRules.empty.first(where: sentence.has) {
                mark(
                    .emptyWord, place,
                    "“\(word)” promises and says nothing. Say what somebody did, and how long it took.")
            }
            if sentence.words.count >= MessageCheck.longSentence {
                mark(.longSentence, place, "\(sentence.words.count) words: cut it in two.")
            }
        }
        let example = MessageCheck.example(in: all)
        if let example { mark(.beforeAndAfter, example, "A before and an after that can be checked.") }
        audience = MessageCheck.audience(of: all)
        motive = MessageCheck.motive(of: all)
        benefit = company > 0 && reader > 0 ? .both : company > 0 ? .company : reader > 0 ? .reader : .none
        hasExample = example != nil
        tone = orders > 0 && orders >= invitations ? .orders : invitations > 0 ? .invites : .neither
        grade = sentences.grade
        self.marks = marks.sorted { ($0.sentence, $0.rule.rawValue) < ($1.sentence, $1.rule.rawValue) }
    }

    private static func removing(_ phrase: String, from line: String) -> String {
        var line = line
        while let range = line.firstRange(of: " \(phrase) ") { line.replaceSubrange(range, with: " ") }
        return line
    }

    /// The layer with most weight; nil where two are equal or none is named.
    private static func audience(of sentences: [Sentences.Sentence]) -> Layer? {
        var weights: [Layer: Int] = [:]
        for rule in MessageRules.audience {
            for phrase in rule.phrases {
                weights[rule.layer, default: 0] += rule.weight * sentences.count { $0.has(phrase) }
            }
        }
        return single(weights.filter { $0.value > 0 })
    }

    private static func motive(of sentences: [Sentences.Sentence]) -> Message.Motive? {
        var counts: [Message.Motive: Int] = [:]
        for rule in MessageRules.motives {
            counts[rule.motive] = rule.phrases.reduce(0) { sum, phrase in
                sum + sentences.count { $0.has(phrase) }
            }
        }
        return single(counts.filter { $0.value > 0 })
    }

    private static func single<Key: Hashable>(_ weights: [Key: Int]) -> Key? {
        guard let most = weights.values.max() else { return nil }
        let best = weights.filter { $0.value == most }
        return best.count == 1 ? best.first?.key : nil
    }

    /// The first sentence that compares two counted numbers, alone or with the one after it.
    private static func example(in sentences: [Sentences.Sentence]) -> Int? {
        func numbers(_ sentence: Sentences.Sentence) -> (count: Int, counted: Int) {
            var count = 0
            var counted = 0
            for (place, word) in sentence.words.enumerated() {
                guard word.first?.isNumber == true || MessageRules.numbers.contains(word) else { continue }
                let next = sentence.words[(place + 1)...].prefix(2)
                let isCounted =
                    next.contains { MessageRules.units.contains($0) }
                    || ["once", "twice", "none", "zero"].contains(word)
                // "an" and "one" are numbers only before a unit.
                if ["an", "one"].contains(word), !isCounted { continue }
                count += 1
                counted += isCounted ? 1 : 0
            }
            return (count, counted)
        }
        for (place, sentence) in sentences.enumerated() {
            let own = numbers(sentence)
            let compares = MessageRules.comparisons.contains(where: sentence.has)
            if own.count >= 2, own.counted >= 1, compares { return place }
            guard place + 1 < sentences.count, own.counted >= 1 else { continue }
            let next = sentences[place + 1]
            let both = compares || MessageRules.comparisons.contains(where: next.has)
            if numbers(next).counted >= 1, both { return place }
        }
        return nil
    }
}
