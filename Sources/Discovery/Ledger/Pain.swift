package import Measures
package import Rollout

/// What bothers somebody about a part of their work.
package enum PainKind: String, Hashable, Sendable, CaseIterable {
    /// Dull or repetitive.
    case tedious
    /// Pulls them out of other work.
    case interrupts
    /// Costs nerves.
    case stresses
}

/// A part of somebody's work they would like to be rid of, in their own words or chosen from the catalogue.
package struct Pain: Hashable, Sendable {
    /// Letters a statement may have.
    package static let longestText = 200

    package let id: Int64
    package let person: PersonID
    /// Index into `Evidence.roles`.
    package let role: Int
    package let kind: PainKind
    /// What they wrote, or the title of the task they chose.
    package let text: String
    /// Key of the theme its owner says it belongs to; nil: let the grouping decide.
    package let chosenTheme: ThemeKey?
    package let named: Day

    package init(
        id: Int64, person: PersonID, role: Int, kind: PainKind, text: String, chosenTheme: ThemeKey? = nil,
        named: Day
    ) {
        self.id = id
        self.person = person
        self.role = role
        self.kind = kind
        self.text = text
        self.chosenTheme = chosenTheme
        self.named = named
    }
}

/// The lasting name of a theme: a task of the catalogue, or the words of a group of statements.
///
/// A key is what corrections refer to, so it has to survive that others add statements: keys of the catalogue never
/// change, and a theme of people's own words is called by the words of its first statement in alphabetical order.
package struct ThemeKey: Hashable, Comparable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// The theme of a task of the catalogue.
    package static func task(_ id: String) -> ThemeKey { ThemeKey("task:\(id)") }

    /// The theme of statements of these words.
    package static func words(_ words: StatementWords) -> ThemeKey {
        ThemeKey("words:" + words.stems.sorted().joined(separator: " "))
    }

    /// Id of the task, where the theme is one of the catalogue.
    package var taskID: String? { text.hasPrefix("task:") ? String(text.dropFirst(5)) : nil }

    package static func < (left: ThemeKey, right: ThemeKey) -> Bool { left.text < right.text }
}
