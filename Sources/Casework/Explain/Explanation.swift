/// What a code means, in the words of its guide page.
package struct Explanation: Hashable, Sendable {
    /// What the code names; each kind has a folder of pages.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case measure = "Measures"
        case barrier = "Barriers"
        case verdict = "Verdicts"
        case notice = "Notices"
    }

    /// A heading with its text.
    package struct Passage: Hashable, Sendable {
        package let heading: String
        package let text: String

        package init(_ heading: String, _ text: String) {
            self.heading = heading
            self.text = text
        }
    }

    package let kind: Kind
    package let code: String
    /// A plain name, for example "people with a habit".
    package let title: String
    /// One sentence.
    package let summary: String
    /// How to read it.
    package let says: String
    package let computed: String
    /// The evidence it rests on.
    package let needs: String
    /// What else the page holds, for example what helps.
    package let more: [Passage]
    package let source: String

    package init(
        _ kind: Kind, code: String, title: String, summary: String, says: String, computed: String,
        needs: String, more: [Passage] = [], source: String
    ) {
        self.kind = kind
        self.code = code
        self.title = title
        self.summary = summary
        self.says = says
        self.computed = computed
        self.needs = needs
        self.more = more
        self.source = source
    }

    /// The page that says the same, from the package's root.
    package var guide: String {
        // Notices of one room share a page.
        guard kind == .notice, let room = code.split(separator: ".").first else {
            return "Guides/\(kind.rawValue)/\(code).md"
        }
        return "Guides/\(kind.rawValue)/\(room.prefix(1).uppercased())\(room.dropFirst()).md"
    }

    /// Headings and texts in the order of the page.
    package var passages: [Passage] {
        [
            Passage("What it says", says), Passage("How it is computed", computed),
            Passage("What it needs", needs),
        ] + more + [Passage("Source", source)]
    }
}
