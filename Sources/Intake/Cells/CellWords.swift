import Rollout

/// Fixed words of cells, with the synonyms that are met.
enum CellWords {
    /// Yes or no; nil where the word is neither.
    static func yesOrNo(_ word: String) -> Bool? {
        switch CellText.key(word) {
        case "yes", "y", "true", "1": true
        case "no", "n", "false", "0": false
        default: nil
        }
    }

    /// A layer; nil where the word names none.
    static func layer(_ word: String) -> Layer? {
        switch CellText.key(word) {
        case "executive", "executives", "exec", "leader", "leaders", "leadership": .executive
        case "manager", "managers", "middle manager", "middle managers": .manager
        case "contributor", "contributors", "individual contributor", "ic", "worker", "workers", "employee":
            .contributor
        default: nil
        }
    }

    /// The layers a list names: one, several with `;` between, or `all`; nil where a word names none.
    static func layers(_ words: String) -> [Layer]? {
        if ["all", "everyone", "everybody"].contains(CellText.key(words)) { return Layer.allCases }
        var result: [Layer] = []
        for word in words.split(separator: ";") {
            guard let layer = layer(String(word)) else { return nil }
            if !result.contains(layer) { result.append(layer) }
        }
        return result.isEmpty ? nil : result.sorted()
    }
}
