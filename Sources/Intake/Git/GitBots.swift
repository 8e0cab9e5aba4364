/// Tells accounts of machines from people, by name and address, with lists the user can edit.
package struct GitBots: Hashable, Sendable {
    /// How sure it is that an account is a machine.
    package enum Finding: Hashable, Sendable {
        /// No sign of a machine.
        case person
        /// Ends in `[bot]`, is known, or is on the user's list.
        case bot
        /// A word of the name or address says so (`release-bot`); could be a person of that name.
        case probably
    }

    private let bots: Set<String>
    private let people: Set<String>

    /// - Parameters:
    ///   - bots: Names, addresses or logins of further machine accounts, in any case.
    ///   - people: Names, addresses or logins of people taken for machines.
    package init(bots: [String] = [], people: [String] = []) {
        self.bots = Set(bots.map { $0.trimmedOfBlanks.lowercased() })
        self.people = Set(people.map { $0.trimmedOfBlanks.lowercased() })
    }

    /// What an account is; AI agents are not asked here, they are in the attribution table.
    ///
    /// Words are whole words: *Abbott* and *Talbot* are people. A person whose surname is *Bot*
    /// is taken for a machine until put on the list of people.
    package func finding(_ contact: GitContact) -> Finding {
        let name = contact.foldedName
        let login = contact.account?.login
        let local = contact.localPart
        let keys = [name, contact.foldedAddress] + (login.map { [$0] } ?? [])
        if keys.contains(where: people.contains) { return .person }
        if keys.contains(where: bots.contains) { return .bot }
        let handle = login ?? local
        if name.hasSuffix("[bot]") || handle.hasSuffix("[bot]") { return .bot }
        if GitBots.known.contains(name) || GitBots.known.contains(handle) { return .bot }
        if GitBots.knownAddresses.contains(contact.foldedAddress) { return .bot }
        let isOneWord = contact.words.count == 1
        let words =
            GitBots.words(contact.name, splittingCase: isOneWord)
            + GitBots.words(handle, splittingCase: false)
        return words.contains(where: GitBots.tellingWords.contains) ? .probably : .person
    }

    /// Lower-case runs of letters and digits; a name in one word is also cut before `Bot`.
    private static func words(_ text: String, splittingCase: Bool) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: Character = " "
        for character in text {
            let cuts = splittingCase && character.isUppercase && previous.isLowercase
            if !(character.isLetter || character.isNumber) || cuts {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if character.isLetter || character.isNumber { word.append(character) }
            previous = character
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }

    /// Whether a login without its `[bot]` is a well-known bot for chores, which no person works with.
    static func isChore(_ login: String) -> Bool { known.contains(login) }

    private static let tellingWords: Set<String> = ["bot", "bots", "robot", "automation", "autobot"]

    private static let knownAddresses: Set<String> = [
        "noreply@github.com", "action@github.com", "actions@github.com", "noreply@gitlab.com",
        "support@dependabot.com", "bot@renovateapp.com", "hosted@weblate.org",
    ]

    private static let known: Set<String> = [
        "allcontributors", "codecov", "crowdin", "dependabot", "dependabot-preview", "github",
        "github action", "github actions", "github-actions", "gitlab", "greenkeeper",
        "hosted weblate", "imgbot", "jenkins", "mergify", "pre-commit-ci", "release-please",
        "renovate", "semantic-release", "snyk", "transifex", "web-flow", "weblate",
    ]
}
