/// What to say of a table that nobody knows: its columns, and the mapping that would make it readable.
struct MappingHint {
    /// Our column and words that the names of such columns hold, the surest first.
    private static let words: [(ours: String, words: [String])] = [
        (
            "timestamp",
            [
                "timestamp", "datetime", "date", "day", "time", "when", "created", "occurred", "datum", "tag",
                "zeitpunkt", "zeit", "fecha", "jour", "dato", "data",
            ]
        ),
        (
            "person",
            [
                "email", "mail", "upn", "user", "username", "login", "person", "employee", "member",
                "account",
                "actor", "who", "benutzer", "nutzer", "mitarbeiter", "anwender", "utilisateur", "usuario",
                "name",
            ]
        ),
        (
            "tool",
            [
                "tool", "app", "application", "product", "assistant", "software", "service", "model",
                "werkzeug",
                "anwendung", "produkt", "outil", "herramienta",
            ]
        ),
    ]
    private static let placeholder = "NAME_OF_THE_TOOL"

    /// Titles of the columns as they stand; nil for one that may be somebody's name.
    let titles: [String?]
    /// Mappings that make the file a table of events.
    let mappings: [ColumnMapping]

    /// Looks at the first row of a table.
    /// - Returns: Nil where it does not look like a header with a time and a person: without a header it would be
    ///   somebody's data, which is never shown.
    init?(titles: [String], file: String) {
        guard titles.count >= 2, titles.count <= 200, Set(titles).count == titles.count else { return nil }
        let shown = titles.map(CellText.display).map { HeaderWords.areAll(of: $0) ? $0 : nil }
        let pieces = titles.map(MappingHint.pieces)
        var mappings: [ColumnMapping] = []
        for (ours, words) in MappingHint.words {
            let taken = Set(mappings.map(\.theirs))
            let place = words.lazy.compactMap { word in
                pieces.indices.first { index in
                    pieces[index].contains(word) && shown[index].map { !taken.contains($0) } ?? false
                }
            }.first
            if let place, let title = shown[place] {
                mappings.append(ColumnMapping(file: file, ours: ours, theirs: title))
            } else if ours == "tool" {
                mappings.append(ColumnMapping(file: file, ours: ours, theirs: "=" + MappingHint.placeholder))
            } else {
                return nil
            }
        }
        self.titles = shown
        self.mappings = mappings
    }

    /// Words of a title: `userEmail`, `User E-Mail` and `user_email` are the same two.
    private static func pieces(of title: String) -> Set<String> {
        var spaced = ""
        var wasLower = false
        for character in title {
            if wasLower, character.isUppercase { spaced += " " }
            spaced.append(character)
            wasLower = character.isLowercase
        }
        let words = ColumnName.normalised(spaced).split { !$0.isLetter }.map(String.init)
        // `E-Mail` falls into two.
        return Set(words).union(zip(words, words.dropFirst()).map(+))
    }

    /// The columns found and what to write, as one message.
    func message(of file: String) -> String {
        let found = titles.prefix(12).map { $0.map { "`\($0)`" } ?? "one not shown" }.joined(separator: ", ")
        let more = titles.count > 12 ? " and \(titles.count - 12) more" : ""
        let options = mappings.map { "--map \(Shell.quoted("\($0)"))" }.joined(separator: " ")
        let pairs = mappings.map { Shell.quoted("\($0.ours)=\($0.theirs)") }.joined(separator: " ")
        return
            "No known export has the columns \(found)\(more), and the file is not read. If each row is use by one person, read it with \(options), or keep that with: firsthand map \(Shell.quoted(file)) \(pairs) --case CASE."
    }
}

/// Words as a shell takes them.
enum Shell {
    /// A word, in single quotes where it needs them.
    static func quoted(_ word: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=+,@%")
        if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
