/// The before/after shelf.
package struct ShelfPageModel: Sendable {
    /// What trials of a use case in a role came to.
    package struct Sum: Sendable {
        package let useCase: String
        package let role: String
        package let kept: String
        package let saving: String

        package init(useCase: String, role: String, kept: String, saving: String) {
            self.useCase = useCase
            self.role = role
            self.kept = kept
            self.saving = saving
        }
    }

    /// Examples shown at once; a tired person reads three.
    static let mostKept = 8
    static let mostOthers = 4

    package let title: String
    package let kept: [ShelfLine]
    package let more: String?
    package let hasKept: Bool
    package let failed: [ShelfLine]
    package let hasFailed: Bool
    package let old: [ShelfLine]
    package let hasOld: Bool
    package let sums: [Sum]
    package let hasSums: Bool
    package let roles: [DiscoveryWords.Choice]
    package let hasRoles: Bool
    /// Since when the figures are these.
    package let since: String
    package let canTry: Bool
    /// Whether the reader may note that a tool changed.
    package let canNoteTools: Bool

    package init(
        examples: [ShelfLine], sums: [Sum], roles: [DiscoveryWords.Choice], since: String, canTry: Bool,
        canNoteTools: Bool = false
    ) {
        let all = examples.filter { $0.isKept && $0.expired == nil }
        kept = Array(all.prefix(ShelfPageModel.mostKept))
        failed = Array(examples.filter { !$0.isKept && $0.expired == nil }.prefix(ShelfPageModel.mostOthers))
        old = Array(examples.filter { $0.expired != nil }.prefix(ShelfPageModel.mostOthers))
        more =
            all.count > kept.count ? "And \(all.count - kept.count) more: choose a role to see fewer." : nil
        hasKept = !kept.isEmpty
        hasFailed = !failed.isEmpty
        hasOld = !old.isEmpty
        self.sums = sums
        hasSums = !sums.isEmpty
        self.roles = roles
        hasRoles = roles.count > 1
        self.since = since
        self.canTry = canTry
        self.canNoteTools = canNoteTools
        title =
            all.isEmpty
            ? "Nothing measured is on the shelf yet"
            : all.count == 1 ? "One measured example" : "\(all.count) measured examples"
    }
}

/// What is in it for the people of each role.
package struct LedgerPageModel: Sendable {
    /// A theme with what answers it.
    package struct Theme: Sendable {
        package let title: String
        package let note: String
        package let statement: String?
        package let answers: [String]
        package let hasAnswers: Bool

        package init(title: String, note: String, statement: String?, answers: [String]) {
            self.title = title
            self.note = note
            self.statement = statement
            self.answers = answers
            hasAnswers = !answers.isEmpty
        }
    }

    /// A role.
    package struct Role: Sendable {
        package let name: String
        package let covered: String
        package let themes: [Theme]
        package let hasThemes: Bool
        package let isOwn: Bool

        package init(name: String, covered: String, themes: [Theme], isOwn: Bool) {
            self.name = name
            self.covered = covered
            self.themes = themes
            hasThemes = !themes.isEmpty
            self.isOwn = isOwn
        }
    }

    package let title: String
    package let roles: [Role]
    package let quietRoles: String?
    package let since: String

    package init(roles: [Role], covered: Int, of large: Int, since: String) {
        self.roles = roles.filter { $0.hasThemes || $0.isOwn }
        let quiet = roles.filter { !$0.hasThemes && !$0.isOwn }.map(\.name)
        quietRoles =
            quiet.isEmpty
            ? nil : "Too few people have named anything yet in: " + quiet.joined(separator: ", ") + "."
        self.since = since
        title =
            large == 0
            ? "No role is large enough to speak of"
            : "\(covered) of \(large) \(large == 1 ? "role has" : "roles have") a confirmed personal benefit"
    }
}

extension Site {
    /// The before/after shelf.
    package static func shelf(_ model: ShelfPageModel, shell: ShellModel) -> String {
        render("shelf", title: "Shelf", page: model, shell: shell)
    }

    /// What is in it for the people of each role.
    package static func ledger(_ model: LedgerPageModel, shell: ShellModel) -> String {
        render("ledger", title: "What’s in it", page: model, shell: shell)
    }
}
