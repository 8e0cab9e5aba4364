import Measures
import Rollout
import Yams

/// Reads the section `pulse` of `case.yaml`. What is wrong is reported and has no effect.
struct PulseSettingsReader {
    private let file: CaseFile
    private let book: NoticeBook
    private var settings = PulseSettings()

    /// The settings of a section.
    static func read(_ node: Node, file: CaseFile, book: NoticeBook) -> PulseSettings {
        var reader = PulseSettingsReader(file: file, book: book)
        reader.read(node)
        return reader.settings
    }

    private init(file: CaseFile, book: NoticeBook) {
        self.file = file
        self.book = book
    }

    private mutating func read(_ node: Node) {
        for (key, value) in entries(node, "pulse") {
            let name = key.scalar?.string
            switch name {
            case "questions":
                for (title, mapping) in entries(value, "pulse.questions") { take(title, mapping) }
            case "team": settings.team = text(value, "pulse.team").map(QuestionText.key)
            case "role": settings.role = text(value, "pulse.role").map(QuestionText.key)
            case "layer":
                guard let word = text(value, "pulse.layer") else { continue }
                if let layer = CellWords.layer(word) {
                    settings.everybody = layer
                } else {
                    settings.layer = QuestionText.key(word)
                }
            case "layers":
                for (word, layer) in entries(value, "pulse.layers") {
                    if let word = word.scalar?.string, let layer = text(layer, "pulse.layers"),
                        let known = CellWords.layer(layer)
                    {
                        settings.layers[QuestionText.key(word)] = known
                    } else {
                        bad(layer, "pulse.layers", "words, each with executive, manager or contributor")
                    }
                }
            case "wave": takeWave(value)
            default:
                book.add(
                    .unknownSetting, file: file.path, line: key.mark?.line,
                    "This setting of `pulse` is not known and has no effect. Known are: questions, team, role, layer, layers, wave."
                )
            }
        }
    }

    private mutating func takeWave(_ node: Node) {
        if node.scalar != nil {
            settings.waves[""] = day(node)
            return
        }
        for (name, value) in entries(node, "pulse.wave") {
            guard let name = name.scalar?.string, let day = day(value) else { continue }
            settings.waves[CaseFile(path: name, bytes: []).plainPath] = day
        }
    }

    /// Takes one question: `none`, `Q7`, `Q2 expected`, `Q3 a`, or an item with its scale.
    private mutating func take(_ title: Node, _ node: Node) {
        guard let text = title.scalar?.string, case let key = QuestionText.key(text), !key.isEmpty else {
            return bad(title, "pulse.questions", "texts or codes of questions")
        }
        var mapping = PulseMapping()
        if node.scalar != nil {
            guard let word = self.text(node, "pulse.questions"), takeItem(word, into: &mapping) else {
                return badQuestion(node)
            }
        } else {
            for (name, value) in entries(node, "pulse.questions") {
                guard takePart(name.scalar?.string, value, into: &mapping) else {
                    return badQuestion(value)
                }
            }
        }
        if let item = mapping.item {
            // What answers are worth can only be judged once the item is known.
            for case .value(let value) in mapping.scale.worth.values where !item.range.contains(value) {
                return badQuestion(node)
            }
        }
        settings.questions[key] = mapping
    }

    private func takePart(_ name: String?, _ value: Node, into mapping: inout PulseMapping) -> Bool {
        switch name {
        case "item":
            return value.scalar.map { takeItem($0.string, into: &mapping) } ?? false
        case "scale":
            let ends = value.scalar?.string.split(separator: "-").compactMap { Int($0.filter { $0 != " " }) }
            guard let ends, ends.count == 2, ends[0] != ends[1] else { return false }
            mapping.scale.range = min(ends[0], ends[1])...max(ends[0], ends[1])
            // `5-1` says in one what `1-5` and `falling` say in two.
            if ends[0] > ends[1] { mapping.scale.isFalling = true }
        case "direction":
            switch value.scalar.map({ CellText.key($0.string) }) {
            case "falling": mapping.scale.isFalling = true
            case "rising": mapping.scale.isFalling = false
            default: return false
            }
        case "words": return takeWords(value, into: &mapping.scale)
        default: return false
        }
        return true
    }

    /// Takes answers in words: a list from the lowest to the highest, or each with what it is worth.
    private func takeWords(_ node: Node, into scale: inout PulseScale) -> Bool {
        switch node {
        case .sequence(let sequence):
            let words = sequence.compactMap { $0.scalar?.string }
            guard words.count > 1, words.count == sequence.count else { return false }
            scale.words = words
        case .mapping(let mapping):
            for (word, value) in mapping {
                guard let word = word.scalar?.string, let text = value.scalar?.string else { return false }
                guard text == "?" || Int(text) != nil else { return false }
                scale.worth[QuestionText.key(word)] = Int(text).map { .value($0) } ?? .cannotSay
            }
        default: return false
        }
        return true
    }

    private func takeItem(_ word: String, into mapping: inout PulseMapping) -> Bool {
        let words = CellText.key(word).split(separator: " ")
        guard let first = words.first, words.count <= 2 else { return false }
        if first == "none" { return words.count == 1 }
        guard let item = PulseItem.allCases.first(where: { $0.rawValue.lowercased() == first }) else {
            return false
        }
        mapping.item = item
        switch (words.dropFirst().first, item) {
        case (nil, _): break
        case ("experienced"?, .tedium), ("experienced"?, .interruptionsOrStress):
            mapping.variant = .experienced
        case ("expected"?, .tedium), ("expected"?, .interruptionsOrStress): mapping.variant = .expected
        case ("a"?, .interruptionsOrStress): mapping.form = "a"
        case ("b"?, .interruptionsOrStress): mapping.form = "b"
        default: return false
        }
        return true
    }

    // MARK: Values

    private func entries(_ node: Node, _ path: String) -> [(Node, Node)] {
        if node.null != nil { return [] }
        guard case .mapping(let mapping) = node else {
            bad(node, path, "a list of names with values")
            return []
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private func text(_ node: Node, _ path: String) -> String? {
        guard let text = node.scalar.map({ CellText.display($0.string) }), !text.isEmpty else {
            bad(node, path, "a text")
            return nil
        }
        return text
    }

    private func day(_ node: Node) -> Day? {
        if let text = node.scalar?.string, let day = Day(text), CellDate.range.contains(day) { return day }
        bad(node, "pulse.wave", "a date such as 2026-06-28, or files with dates")
        return nil
    }

    private func badQuestion(_ node: Node) {
        bad(
            node, "pulse.questions",
            "`none`, an item such as `Q7`, `Q2 expected` or `Q3 a`, or {item: Q7, scale: 1-7, direction: falling, words: [low, …, high]}"
        )
    }

    private func bad(_ node: Node, _ path: String, _ wanted: String) {
        book.add(
            .badSetting, file: file.path, line: node.mark?.line,
            "`\(path)` should be \(wanted). The setting is left at its default.")
    }
}
